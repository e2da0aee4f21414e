"""The SQS poller of event source mappings: quick to see a message, and clear about what it has in hand."""

import time

from localstack.services.lambda_.event_source_mapping.pollers.sqs_poller import SqsPoller

from safe_return_localstack.activity import ACTIVITY
from safe_return_localstack.queues import find_queue, leave_in_flight

LOOK_EVERY_SECONDS = 0.01
ASK_EVERY_SECONDS = 1.0


def _wait_for_message(arn: str) -> None:
    """Looking into the queue costs nothing; asking it through the API ten times a second would."""
    give_up = time.monotonic() + ASK_EVERY_SECONDS
    while time.monotonic() < give_up:
        queue = find_queue(arn)
        if queue is None or queue.approx_number_of_messages:
            return
        time.sleep(LOOK_EVERY_SECONDS)


def hasten_polling() -> None:
    poll, handle = SqsPoller.poll_events, SqsPoller.handle_messages

    def poll_events(self: SqsPoller) -> None:
        _wait_for_message(self.source_arn)
        poll(self)

    def handle_messages(self: SqsPoller, messages: list[dict]) -> None:
        with ACTIVITY.during("event source mapping"):
            try:
                handle(self, messages)
            finally:
                leave_in_flight(self.source_arn, {message["MessageId"] for message in messages})

    SqsPoller.poll_events = poll_events
    SqsPoller.handle_messages = handle_messages
