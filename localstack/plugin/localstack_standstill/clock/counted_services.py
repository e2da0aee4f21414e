"""Counts what LocalStack does on threads of its own between one function and the next."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from localstack.services.lambda_.invocation.event_manager import Poller
from localstack.services.lambda_.invocation.lambda_service import LambdaService
from localstack.services.s3 import notifications
from localstack.services.sns import publisher
from localstack.services.sns.executor import TopicPartitionedThreadPoolExecutor

from localstack_standstill.clock.activity import ACTIVITY
from localstack_standstill.replace import replace, wrap


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


def _submitting(submit: Callable[..., None]) -> Callable[..., None]:
    """For the executor of ordered topics, which gives no future to wait for."""
    label = "notification in order"

    def counted(self: TopicPartitionedThreadPoolExecutor, fn: Any, topic: str, /, *args: Any, **kwargs: Any) -> None:
        def run() -> None:
            try:
                fn(*args, **kwargs)
            finally:
                ACTIVITY.leave(label)

        ACTIVITY.enter(label)
        try:
            submit(self, run, topic)
        except BaseException:
            ACTIVITY.leave(label)
            raise

    return counted


def _invoking(invoke: Callable[..., Any]) -> Callable[..., Any]:
    def counted(self: LambdaService, function_name: str, *args: Any, **kwargs: Any) -> Any:
        with ACTIVITY.during(f"call of {function_name}"):
            return invoke(self, function_name, *args, **kwargs)

    return counted


def count_services() -> None:
    replace(notifications, "ThreadPoolExecutor", CountedExecutor)
    replace(publisher, "ThreadPoolExecutor", CountedExecutor)
    wrap(TopicPartitionedThreadPoolExecutor, "submit", _submitting)
    wrap(Poller, "handle_message", lambda handle: ACTIVITY.counting("asynchronous invocation", handle))
    wrap(LambdaService, "invoke", _invoking)
