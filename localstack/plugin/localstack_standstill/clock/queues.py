"""SQS on the movable clock, and what its queues still hold for a function to do."""

import itertools
from collections import Counter
from collections.abc import Iterator
from types import SimpleNamespace

from localstack.services.lambda_.invocation import internal_sqs_queue
from localstack.services.lambda_.invocation.models import lambda_stores
from localstack.services.sqs import models, provider
from localstack.services.sqs.models import FifoQueue, SqsMessage, SqsQueue, sqs_stores

from localstack_standstill.clock.movable_clock import CLOCK
from localstack_standstill.clock.moved_datetime import TIME
from localstack_standstill.replace import replace

_sequence = itertools.count()


def _ordered_time() -> float:
    """Rises even while the clock stands still, or messages of one stop would lose their order."""
    return CLOCK.now_ms() / 1000 + (next(_sequence) % 500) * 1e-6


def _moved_now(millis: bool = False, tz: object = None) -> int:
    return CLOCK.now_ms() if millis else CLOCK.now_ms() // 1000


def _visible_at(message: SqsMessage) -> int | None:
    return None if message.visibility_deadline is None else int(message.visibility_deadline * 1000)


def _delayed_until(message: SqsMessage) -> int:
    return int((message.created + (message.delay_seconds or 0)) * 1000)


def _is_visible(message: SqsMessage) -> bool:
    at = _visible_at(message)
    return at is None or CLOCK.now_ms() >= at


def _is_delayed(message: SqsMessage) -> bool:
    return CLOCK.now_ms() < _delayed_until(message)


def find_queue(arn: str) -> SqsQueue | None:
    for _, _, store in sqs_stores.iter_stores():
        for queue in list(store.queues.values()):
            if queue.arn == arn:
                return queue
    return None


def _mapped_queues() -> Iterator[SqsQueue]:
    """Queues that an enabled event source mapping feeds to a function."""
    for _, _, store in lambda_stores.iter_stores():
        for mapping in list(store.event_source_mappings.values()):
            if ":sqs:" in mapping.get("EventSourceArn", "") and mapping.get("State") == "Enabled":
                queue = find_queue(mapping["EventSourceArn"])
                if queue is not None:
                    yield queue


def _internal_queues() -> list[SqsQueue]:
    """Where LocalStack keeps asynchronous invocations, one queue per function version."""
    return list(internal_sqs_queue.get_fake_sqs_client().queue_manager.queues.values())


def leave_in_flight(arn: str, message_ids: set[str]) -> None:
    """The poller has given these back by not deleting them: they wait for their visibility time-out."""
    queue = find_queue(arn)
    if queue is None:
        return
    with queue.mutex:
        for message in list(queue.inflight):
            if message.message_id in message_ids:
                message.left_at_receive = message.receive_count


def _is_left(message: SqsMessage) -> bool:
    return getattr(message, "left_at_receive", None) == message.receive_count


def _obtainable(queue: SqsQueue) -> int:
    """Messages that a receiver would get now; the rest of a group waits until its first is through."""
    if isinstance(queue, FifoQueue):
        groups = list(queue.message_groups.values())
        return sum(group.size() for group in groups if group not in queue.inflight_groups)
    return queue.approx_number_of_messages


def _unfinished_in(queue: SqsQueue) -> int:
    # In the order in which a message goes, so that one that moves meanwhile is seen at least once; its way back is locked.
    with queue.mutex:
        return _obtainable(queue) + sum(1 for message in list(queue.inflight) if not _is_left(message))


def unfinished() -> dict[str, int]:
    """Messages, by queue, that a function is about to get or has in hand."""
    found: Counter[str] = Counter()
    for queue in _mapped_queues():
        found[f"queue {queue.name}"] += _unfinished_in(queue)
    for queue in _internal_queues():
        found["asynchronous invocation"] += _unfinished_in(queue)
    return {name: count for name, count in found.items() if count}


def due_messages() -> Iterator[tuple[int, str]]:
    """When messages that wait in a function's queue come back: after a delay, or a failure's visibility time-out."""
    for queue in _mapped_queues():
        with queue.mutex:
            left = [_visible_at(message) for message in list(queue.inflight) if _is_left(message)]
            delayed = [_delayed_until(message) for message in list(queue.delayed)]
        for at in [*left, *delayed]:
            if at is not None:
                yield at, f"sqs: {queue.name}"
    for queue in _internal_queues():
        for message in list(queue.delayed):
            yield _delayed_until(message), "lambda-retry"


def release_due() -> None:
    """Does at once what LocalStack's workers would do within a second."""
    stored = [queue for _, _, store in sqs_stores.iter_stores() for queue in list(store.queues.values())]
    for queue in [*stored, *_internal_queues()]:
        queue.requeue_inflight_messages()
        queue.enqueue_delayed_messages()


def move_queues() -> None:
    replace(models, "time", SimpleNamespace(**{**vars(TIME), "time": _ordered_time}))
    replace(SqsMessage, "is_visible", property(_is_visible))
    replace(SqsMessage, "is_delayed", property(_is_delayed))
    replace(provider, "now", _moved_now)
    replace(internal_sqs_queue, "now", _moved_now)
