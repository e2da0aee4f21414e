"""Counts a message from the moment it leaves its queue until it is noted as in flight, where queues.py sees it again."""

import functools
import threading
from collections.abc import Callable
from typing import Any

from localstack.services.sqs.models import FifoQueue, MessageGroup, StandardQueue
from localstack.services.sqs.provider import SqsProvider
from localstack.services.sqs.queue import InterruptiblePriorityQueue

from localstack_standstill.clock.activity import ACTIVITY
from localstack_standstill.replace import wrap

_receiving = threading.local()
LABEL = "message on its way"


def _counting_what_it_takes(receive: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(receive)
    def counted(*args: Any, **kwargs: Any) -> Any:
        if getattr(_receiving, "taken", None) is not None:
            return receive(*args, **kwargs)
        _receiving.taken = 0
        try:
            return receive(*args, **kwargs)
        finally:
            taken, _receiving.taken = _receiving.taken, None
            for _ in range(taken):
                ACTIVITY.leave(LABEL)

    return counted


def _counted(take: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def counted(self: Any) -> Any:
        # Before it is taken, so that there is no moment at which it is neither here nor there.
        if getattr(_receiving, "taken", None) is not None:
            ACTIVITY.enter(LABEL)
            _receiving.taken += 1
        return take(self)

    return counted


def count_taken_messages() -> None:
    for queue in (StandardQueue, FifoQueue):
        wrap(queue, "receive", _counting_what_it_takes)
    # Moves what was received too often to the dead-letter queue after the queue itself is done.
    wrap(SqsProvider, "receive_message", _counting_what_it_takes)
    wrap(InterruptiblePriorityQueue, "_get", _counted)
    wrap(MessageGroup, "pop", _counted)
