"""Fires what is due: by itself while the clock flows, or stop by stop while it is moved."""

import logging
import threading
from dataclasses import dataclass

from safe_return_localstack import queues
from safe_return_localstack.clock import CLOCK
from safe_return_localstack.quiet import wait_for_quiet
from safe_return_localstack.schedules import SCHEDULES

LOG = logging.getLogger(__name__)

# While the clock flows: how long at most until a new rule or a returned message is noticed.
LOOK_EVERY_SECONDS = 1.0
# A workflow that waits for no time at all, again and again, must not hold a stop for ever.
ROUNDS_AT_A_STOP = 200

# Held by whoever moves or fires: the flowing clock and an advance take turns.
_turn = threading.Lock()


@dataclass(frozen=True)
class Stop:
    at: int
    due: list[str]


class Backwards(ValueError):
    """The clock was asked to go back."""


def next_due() -> int | None:
    """The next time at which the clock would stop."""
    dues = [CLOCK.next_due(), SCHEDULES.next_due(short=False), *(at for at, _ in queues.due_messages())]
    return min((due for due in dues if due is not None), default=None)


def _fire_messages() -> list[str]:
    now = CLOCK.now_ms()
    due = [label for at, label in queues.due_messages() if at <= now]
    if due:
        queues.release_due()
    return due


def _run_stop(at: int) -> Stop:
    """Stands still at this time until all that is due has run; the short rules come last, to see what it did."""
    CLOCK.freeze(at)
    due: list[str] = []
    for _ in range(ROUNDS_AT_A_STOP):
        fired = CLOCK.fire_due() + _fire_messages()
        if not fired:
            fired = SCHEDULES.fire_due(short=False)
        if not fired:
            break
        due += fired
        wait_for_quiet()
    short = SCHEDULES.fire_due(short=True)
    if short:
        wait_for_quiet()
        # What a short rule started may itself be due at once.
        while fired := CLOCK.fire_due():
            due += fired
            wait_for_quiet()
    return Stop(at, due + short)


def advance(target: int) -> list[Stop]:
    """Moves the clock on to the target, standing still at every due time on the way."""
    with _turn:
        if target < CLOCK.now_ms():
            raise Backwards
        SCHEDULES.refresh()
        wait_for_quiet()
        stops: list[Stop] = []
        try:
            # Nothing runs: from here on only a stop lets time pass.
            CLOCK.freeze(CLOCK.now_ms())
            while (at := next_due()) is not None and at <= target:
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

    threading.Thread(target=run, name="safe-return-clock", daemon=True).start()
