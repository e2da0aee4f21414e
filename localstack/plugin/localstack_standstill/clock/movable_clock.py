"""The movable clock: whole milliseconds, flowing with real time at an offset, or standing still."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime


def real_ms() -> int:
    return time.time_ns() // 1_000_000


def _always() -> bool:
    return True


@dataclass(eq=False)
class Timer:
    """Something that happens when the clock reaches `due`. An echo follows another timer and is no stop of its own."""

    due: int
    label: str
    fire: Callable[[], None] = field(repr=False)
    echo: bool = False
    wanted: Callable[[], bool] = field(default=_always, repr=False)


class MovableClock:
    def __init__(self, real: Callable[[], int] = real_ms) -> None:
        self._real = real
        self._offset = 0
        self._frozen: int | None = None
        self._timers: set[Timer] = set()
        self.changed = threading.Condition()
        self.listeners: list[Callable[[], None]] = []

    def now_ms(self) -> int:
        frozen = self._frozen
        return frozen if frozen is not None else self._real() + self._offset

    @property
    def frozen(self) -> bool:
        return self._frozen is not None

    def reading(self) -> dict[str, int]:
        """What another process needs to tell the same time."""
        frozen = self._frozen
        return {"frozen": frozen} if frozen is not None else {"offset": self._offset}

    def start_at(self, at: int) -> None:
        self._offset = at - self._real()
        self._tell()

    def freeze(self, at: int) -> None:
        self._frozen = at
        self._tell()

    def flow(self) -> None:
        """Flows on from wherever the clock stands."""
        if self._frozen is not None:
            self._offset = self._frozen - self._real()
            self._frozen = None
        self._tell()

    def add(self, timer: Timer) -> Timer:
        with self.changed:
            self._timers.add(timer)
            self.changed.notify_all()
        return timer

    def cancel(self, timer: Timer) -> None:
        with self.changed:
            self._timers.discard(timer)

    def drop_timers(self) -> int:
        """Forgets every timer: whatever waits for one waits for ever."""
        with self.changed:
            dropped = len(self._timers)
            self._timers.clear()
        return dropped

    def dues(self) -> list[int]:
        with self.changed:
            return [timer.due for timer in self._wanted() if not timer.echo]

    def next_due(self) -> int | None:
        return min(self.dues(), default=None)

    def waiting(self) -> int:
        with self.changed:
            return sum(1 for timer in self._wanted() if not timer.echo)

    def fire_due(self) -> list[str]:
        """Fires, in order, every timer due by now; says which."""
        now = self.now_ms()
        with self.changed:
            due = sorted((timer for timer in self._wanted() if timer.due <= now), key=lambda timer: (timer.due, timer.echo))
            self._timers.difference_update(due)
        for timer in due:
            timer.fire()
        return [timer.label for timer in due if not timer.echo]

    def _wanted(self) -> set[Timer]:
        """What an execution waited for when it was stopped must not hold up the clock."""
        self._timers = {timer for timer in self._timers if timer.wanted()}
        return self._timers

    def _tell(self) -> None:
        with self.changed:
            self.changed.notify_all()
        for listener in list(self.listeners):
            listener()


def from_iso(text: str) -> int:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return round(moment.timestamp() * 1000)


def as_datetime(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, tz=UTC)


def to_iso(at: int) -> str:
    return as_datetime(at).isoformat(timespec="milliseconds").replace("+00:00", "Z")


CLOCK = MovableClock()
