"""`datetime` and `time` as modules whose "now" is the movable clock's."""

import datetime as real_datetime
import time as real_time
from types import SimpleNamespace

from localstack_standstill.clock.movable_clock import CLOCK, as_datetime


class _SameAsReal(type(real_datetime.datetime)):
    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, real_datetime.datetime)


class MovedDatetime(real_datetime.datetime, metaclass=_SameAsReal):
    @classmethod
    def now(cls, tz: real_datetime.tzinfo | None = None) -> real_datetime.datetime:  # type: ignore[override]
        moment = as_datetime(CLOCK.now_ms())
        return moment.astimezone(tz) if tz else moment.replace(tzinfo=None)


def moved_time() -> float:
    return CLOCK.now_ms() / 1000


DATETIME = SimpleNamespace(**{**vars(real_datetime), "datetime": MovedDatetime})
TIME = SimpleNamespace(**{**vars(real_time), "time": moved_time})
