"""The SQS poller of event source mappings, quick to see a message."""

import time
from collections.abc import Callable

from localstack.services.lambda_.event_source_mapping.pollers.sqs_poller import SqsPoller

from localstack_standstill.clock.queues import find_queue
from localstack_standstill.replace import wrap

LOOK_EVERY_SECONDS = 0.01
# The poller is asked to stop between two polls, so each ends before long.
WITHIN_SECONDS = 1.0


def _may_hold_a_message(arn: str) -> bool:
    """Looking into the queue costs nothing; asking it through the API, and holding back after each empty answer, does."""
    give_up = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < give_up:
        queue = find_queue(arn)
        if queue is None or queue.approx_number_of_messages:
            return True
        time.sleep(LOOK_EVERY_SECONDS)
    return False


def hasten_polling() -> None:
    def waiting_first(poll: Callable[[SqsPoller], None]) -> Callable[[SqsPoller], None]:
        def poll_events(self: SqsPoller) -> None:
            if _may_hold_a_message(self.source_arn):
                poll(self)

        return poll_events

    wrap(SqsPoller, "poll_events", waiting_first)
