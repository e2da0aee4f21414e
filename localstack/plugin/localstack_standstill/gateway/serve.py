"""Every request at a door goes to its API, whole and before anything else of LocalStack sees it."""

from typing import Any

from localstack.aws.api import RequestContext
from localstack.aws.chain import Handler, HandlerChain
from localstack.http import Request, Response
from localstack.services.apigateway.next_gen.execute_api.router import ApiGatewayEndpoint

from localstack_standstill.gateway.doors import OPEN, Door, ports

CLOSED = "Nothing is deployed behind this port yet."


def _through(door: Door, request: Request, endpoint: Any) -> Response:
    # The API takes the stage off the first part of a path, so that nothing of the path itself is mistaken for it.
    raw = request.environ.get("RAW_URI") or request.path
    request.environ["RAW_URI"] = f"/{door.stage}{raw}"
    return endpoint(request, api_id=door.api, stage=door.stage, path=request.path)


class DoorHandler(Handler):
    """
    Before LocalStack's own check of origins, which knows nothing of these and would refuse a browser that comes back
    from a sign-in; and the end of the chain, which would let other origins read the answer. LocalStack's own paths, the
    clock's among them, are not there at a door.
    """

    def __init__(self, endpoint: Any = None) -> None:
        self._endpoint = endpoint or ApiGatewayEndpoint()

    def __call__(self, chain: HandlerChain, context: RequestContext, response: Response) -> None:
        port = int(context.request.environ.get("SERVER_PORT") or 0)
        if port not in ports():
            return
        door = OPEN.get(port)
        answer = Response(CLOSED, status=404, mimetype="text/plain")
        if door:
            answer = _through(door, context.request, self._endpoint)
        response.update_from(answer)
        chain.terminate()
