"""Fires what is due: by itself while the clock flows, or stop by stop while it is moved."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from localstack_standstill.clock import queues
from localstack_standstill.clock.activity import ACTIVITY
from localstack_standstill.clock.movable_clock import CLOCK
from localstack_standstill.clock.costs import COSTS
from localstack_standstill.clock.quiet import busy, wait_for_quiet
from localstack_standstill.clock.schedules import SCHEDULES

LOG = logging.getLogger(__name__)

# While the clock flows: how long at most until a new rule or a returned message is noticed.
LOOK_EVERY_SECONDS = 1.0
# A workflow that waits for no time at all, again and again, must not hold a stop for ever.
ROUNDS_AT_A_STOP = 200

# Held by whoever moves or fires: the flowing clock and an advance take turns.
_turn = threading.Lock()


# Where to move to, from where the clock stands.
Target = Callable[[int], int]


@dataclass(frozen=True)
class Stop:
    at: int
    due: list[str]


class Backwards(ValueError):
    """The clock was asked to go back."""


def _dues() -> list[int]:
    """Every time at which something waits to be done, but for rules in short intervals."""
    calendar = SCHEDULES.next_due(short=False)
    return [*CLOCK.dues(), *(at for at, _ in queues.due_messages()), *([] if calendar is None else [calendar])]


def next_due() -> int | None:
    """The next time at which something is due."""
    return min(_dues(), default=None)


def _next_stop(target: int) -> int | None:
    """The last due time of the next second that has any: branches that began milliseconds apart run side by side."""
    dues = [due for due in _dues() if due <= target]
    if not dues:
        return None
    first = min(dues)
    return max(due for due in dues if due // 1000 == first // 1000)


def _fire_messages() -> list[str]:
    now = CLOCK.now_ms()
    due = [label for at, label in queues.due_messages() if at <= now]
    if due:
        queues.release_due()
    return due


def _fire_rules(short: bool) -> list[str]:
    with ACTIVITY.during("firing of rules"):
        return SCHEDULES.fire_due(short)


def _run_due() -> list[str]:
    """Runs what is due now, and what that makes due now in turn, until nothing is; says what it fired."""
    fired: list[str] = []
    for _ in range(ROUNDS_AT_A_STOP):
        wait_for_quiet()
        due = CLOCK.fire_due() + _fire_messages()
        # What is due may run already: LocalStack's own worker gives messages back too.
        if not due and not busy():
            break
        fired += due
    return fired


def _run_stop(at: int) -> Stop:
    """Stands still at this time until all that is due has run; the short rules come last, to see what it did."""
    CLOCK.freeze(at)
    with COSTS.of_a_stop():
        due = _run_due()
        while calendar := _fire_rules(short=False):
            due += calendar + _run_due()
        if short := _fire_rules(short=True):
            due += short + _run_due()
    return Stop(at, due)


def advance(to: Target) -> list[Stop]:
    """Moves the clock on to the target, standing still at every due time on the way."""
    with _turn:
        asked = CLOCK.now_ms()
        if to(asked) < asked:
            raise Backwards
        SCHEDULES.refresh()
        wait_for_quiet()
        stops: list[Stop] = []
        try:
            # Nothing runs: from here on only a stop lets time pass.
            CLOCK.freeze(CLOCK.now_ms())
            # Counted from here: a wait of an hour that began just now ends within an hour.
            target = to(CLOCK.now_ms())
            while (at := _next_stop(target)) is not None:
                stops.append(_run_stop(max(at, CLOCK.now_ms())))
            last = _run_stop(max(target, CLOCK.now_ms()))
            if last.due:
                stops.append(last)
        finally:
            CLOCK.flow()
        return stops


def _flow() -> None:
    while True:
        with _turn:
            CLOCK.fire_due()
            _fire_messages()
            SCHEDULES.fire_due(short=False)
            SCHEDULES.fire_due(short=True)
        due = CLOCK.next_due()
        left = LOOK_EVERY_SECONDS if due is None else (due - CLOCK.now_ms()) / 1000
        with CLOCK.changed:
            CLOCK.changed.wait(max(0.001, min(left, LOOK_EVERY_SECONDS)))


def start_keeping() -> None:
    def run() -> None:
        while True:
            try:
                _flow()
            except Exception:
                LOG.exception("The clock stumbled and goes on")

    threading.Thread(target=run, name="standstill", daemon=True).start()
