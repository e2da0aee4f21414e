"""Counts what LocalStack does on threads of its own between one function and the next."""

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from localstack.services.lambda_.invocation.event_manager import Poller
from localstack.services.lambda_.invocation.lambda_service import LambdaService
from localstack.services.s3 import notifications
from localstack.services.sns import publisher

from safe_return_localstack.activity import ACTIVITY


class CountedExecutor(ThreadPoolExecutor):
    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        label = f"notification {self._thread_name_prefix}"
        ACTIVITY.enter(label)
        try:
            future = super().submit(fn, *args, **kwargs)
        except BaseException:
            ACTIVITY.leave(label)
            raise
        future.add_done_callback(lambda _: ACTIVITY.leave(label))
        return future


def count_services() -> None:
    notifications.ThreadPoolExecutor = CountedExecutor
    publisher.ThreadPoolExecutor = CountedExecutor
    Poller.handle_message = ACTIVITY.counting("asynchronous invocation", Poller.handle_message)
    invoke = LambdaService.invoke

    def counted_invoke(self: LambdaService, function_name: str, *args: Any, **kwargs: Any) -> Any:
        with ACTIVITY.during(f"call of {function_name}"):
            return invoke(self, function_name, *args, **kwargs)

    LambdaService.invoke = counted_invoke
