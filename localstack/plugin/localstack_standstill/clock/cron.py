"""AWS schedule expressions, in UTC: rate(…) and the six-field cron(…) with ?, lists, ranges, steps, names, L, W and #."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MONTHS = {name: at for at, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
WEEKDAYS = {name: at for at, name in enumerate("SUN MON TUE WED THU FRI SAT".split(), 1)}
UNIT_SECONDS = {"minute": 60, "hour": 3600, "day": 86400}
LAST_YEAR = 2199

DayTest = Callable[[date], bool]


@dataclass(frozen=True)
class Rate:
    seconds: int

    @property
    def is_short(self) -> bool:
        return self.seconds < UNIT_SECONDS["day"]

    def next_after(self, after: datetime) -> datetime | None:
        return after + timedelta(seconds=self.seconds)


@dataclass(frozen=True)
class Cron:
    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    month_days: DayTest
    months: frozenset[int]
    week_days: DayTest
    years: frozenset[int]
    is_short: bool

    def next_after(self, after: datetime) -> datetime | None:
        """The first match strictly later than `after`, or None when there is none any more."""
        start = (after + timedelta(minutes=1)).replace(second=0, microsecond=0)
        for day in self._days(start.date()):
            for hour in self.hours:
                for minute in self.minutes:
                    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
                    if moment >= start:
                        return moment
        return None

    def _days(self, first: date) -> Iterator[date]:
        day = first
        while day.year <= LAST_YEAR:
            if day.year not in self.years:
                day = date(day.year + 1, 1, 1)
            elif day.month not in self.months:
                day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
            else:
                if self.month_days(day) and self.week_days(day):
                    yield day
                day += timedelta(days=1)


Schedule = Rate | Cron


def parse_schedule(expression: str) -> Schedule:
    rate = re.fullmatch(r"\s*rate\(\s*(\d+)\s+(minute|hour|day)s?\s*\)\s*", expression)
    if rate:
        return Rate(int(rate[1]) * UNIT_SECONDS[rate[2]])
    cron = re.fullmatch(r"\s*cron\((.*)\)\s*", expression)
    fields = cron[1].upper().split() if cron else []
    if len(fields) != 6:
        raise ValueError(f"Not a schedule: {expression}")
    minute, hour, month_day, month, week_day, year = fields
    return Cron(
        minutes=tuple(sorted(_numbers(minute, 0, 59))),
        hours=tuple(sorted(_numbers(hour, 0, 23))),
        month_days=_month_days(month_day),
        months=_numbers(month, 1, 12, MONTHS),
        week_days=_week_days(week_day),
        years=_numbers(year, 1970, LAST_YEAR),
        is_short=hour == "*",
    )


def _numbers(field: str, low: int, high: int, names: dict[str, int] | None = None) -> frozenset[int]:
    return frozenset(number for part in field.split(",") for number in _part(part, low, high, names or {}))


def _part(part: str, low: int, high: int, names: dict[str, int]) -> Iterator[int]:
    span, _, step = part.partition("/")
    first, _, last = span.partition("-")
    if span in ("*", "?"):
        start, stop = low, high
    else:
        start = names[first] if first in names else int(first)
        stop = (names[last] if last in names else int(last)) if last else (high if step else start)
    if not (low <= start <= high and low <= stop <= high):
        raise ValueError(f"Out of range: {part}")
    wrapped = range(start, stop + 1) if start <= stop else [*range(start, high + 1), *range(low, stop + 1)]
    return iter(list(wrapped)[:: int(step) if step else 1])


def _last_of_month(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _nearest_working_day(day: date, wanted: int) -> int:
    """The Monday-to-Friday day of this month nearest to the wanted one."""
    last = _last_of_month(day)
    near = sorted(range(1, last + 1), key=lambda at: (abs(at - min(wanted, last)), at))
    return next(at for at in near if day.replace(day=at).weekday() < 5)


def _month_days(field: str) -> DayTest:
    if field == "L":
        return lambda day: day.day == _last_of_month(day)
    if field == "LW":
        return lambda day: day.day == _nearest_working_day(day, 31)
    nearest = re.fullmatch(r"(\d+)W", field)
    if nearest:
        return lambda day: day.day == _nearest_working_day(day, int(nearest[1]))
    wanted = _numbers(field, 1, 31)
    return lambda day: day.day in wanted


def _aws_weekday(day: date) -> int:
    return day.isoweekday() % 7 + 1


def _week_days(field: str) -> DayTest:
    nth = re.fullmatch(r"(\w+)#(\d)", field)
    if nth:
        (at,) = _numbers(nth[1], 1, 7, WEEKDAYS)
        return lambda day: _aws_weekday(day) == at and (day.day - 1) // 7 + 1 == int(nth[2])
    last = re.fullmatch(r"(\w+)L", field)
    if last:
        (at,) = _numbers(last[1], 1, 7, WEEKDAYS)
        return lambda day: _aws_weekday(day) == at and day.day + 7 > _last_of_month(day)
    wanted = _numbers("SAT" if field == "L" else field, 1, 7, WEEKDAYS)
    return lambda day: _aws_weekday(day) in wanted
