from localstack.aws import handlers

from localstack_standstill.gateway.doors import ports
from localstack_standstill.gateway.routes import serve_doors
from localstack_standstill.gateway.serve import DoorHandler


def install_gateway() -> None:
    if not ports():
        return
    handlers.preprocess_request.append(DoorHandler())
    serve_doors()
