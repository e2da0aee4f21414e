"""What the poller of an event source mapping has in hand, and what it has given back."""

from collections.abc import Callable

from localstack.services.lambda_.event_source_mapping.pollers.sqs_poller import SqsPoller

from localstack_standstill.clock.activity import ACTIVITY
from localstack_standstill.clock.queues import leave_in_flight
from localstack_standstill.replace import wrap

Handle = Callable[[SqsPoller, list[dict]], None]


def count_event_sources() -> None:
    def counting(handle: Handle) -> Handle:
        def handle_messages(self: SqsPoller, messages: list[dict]) -> None:
            with ACTIVITY.during("event source mapping"):
                try:
                    handle(self, messages)
                finally:
                    leave_in_flight(self.source_arn, {message["MessageId"] for message in messages})

        return handle_messages

    wrap(SqsPoller, "handle_messages", counting)
