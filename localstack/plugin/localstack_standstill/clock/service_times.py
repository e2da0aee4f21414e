"""The times that services write into what they send: mails, notifications, scheduled events."""

from localstack.services.events import provider as events
from localstack.services.ses import provider as ses
from localstack.services.sns import publisher as sns
from localstack.utils.time import TIMESTAMP_FORMAT

from localstack_standstill.clock.movable_clock import CLOCK, as_datetime, to_iso
from localstack_standstill.replace import replace


def _timestamp(time: object = None, format: str = TIMESTAMP_FORMAT) -> str:
    return as_datetime(CLOCK.now_ms()).strftime(format)


def _timestamp_millis(time: object = None) -> str:
    return to_iso(CLOCK.now_ms())


def move_service_times() -> None:
    replace(ses, "timestamp", _timestamp)
    replace(events, "timestamp", _timestamp)
    replace(sns, "timestamp_millis", _timestamp_millis)
