"""Functions ask DynamoDB Local itself: LocalStack would only pass each request on, at ten times its cost."""

from collections.abc import Callable

from localstack.services.dynamodb.server import DynamodbServer

from localstack_standstill.executor.process_executor import ProcessExecutor
from localstack_standstill.replace import replace, wrap


def _function_environment() -> dict[str, str]:
    server = DynamodbServer.get()
    # Not before it runs: a function that makes the first request of all starts it by asking LocalStack.
    return {"AWS_ENDPOINT_URL_DYNAMODB": server.url} if server.is_running() else {}


def ask_dynamodb_directly() -> None:
    # Each caller would have tables of its own by its key and region otherwise, which LocalStack makes good for.
    def making(make: Callable[..., None]) -> Callable[..., None]:
        def __init__(self: DynamodbServer, *args: object, **kwargs: object) -> None:
            make(self, *args, **kwargs)
            replace(self, "share_db", True)

        return __init__

    wrap(DynamodbServer, "__init__", making)
    ProcessExecutor.environment.append(_function_environment)
