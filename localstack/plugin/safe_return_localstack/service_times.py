"""The times that services write into what they send: mails, notifications, scheduled events."""

from localstack.services.events import provider as events
from localstack.services.ses import provider as ses
from localstack.services.sns import publisher as sns
from localstack.utils.time import TIMESTAMP_FORMAT

from safe_return_localstack.clock import CLOCK, as_datetime, to_iso


def _timestamp(time: object = None, format: str = TIMESTAMP_FORMAT) -> str:
    return as_datetime(CLOCK.now_ms()).strftime(format)


def _timestamp_millis(time: object = None) -> str:
    return to_iso(CLOCK.now_ms())


def move_service_times() -> None:
    ses.timestamp = _timestamp
    events.timestamp = _timestamp
    sns.timestamp_millis = _timestamp_millis
