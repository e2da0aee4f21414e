"""Doors are opened over HTTP, on LocalStack's own port, once there is an API to open them to."""

from typing import Any

from localstack.http import Response, route
from localstack.services.edge import ROUTER
from werkzeug import Request

from localstack_standstill.gateway.doors import OPEN, NoSuchDoor, open_door


def _json(body: Any, status: int = 200) -> Response:
    response = Response(status=status)
    response.set_json(body)
    return response


class DoorRoutes:
    @route("/_doors", methods=["GET"])
    def read(self, _request: Request) -> Response:
        return _json({str(port): {"api": door.api, "stage": door.stage} for port, door in OPEN.items()})

    @route("/_doors", methods=["POST"])
    def open(self, request: Request) -> Response:
        body = request.get_json(force=True, silent=True)
        match body:
            case {"port": int(port), "api": str(api), "stage": str(stage)}:
                try:
                    open_door(port, api, stage)
                except NoSuchDoor as error:
                    return _json({"error": str(error)}, 400)
                return _json({"port": port})
        return _json({"error": 'The body must be {"port": a number, "api": an id, "stage": a name}.'}, 400)


def serve_doors() -> None:
    ROUTER.add(DoorRoutes())
