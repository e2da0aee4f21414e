"""Waiting until everything runnable has run."""

import time

from localstack_standstill.clock import queues
from localstack_standstill.clock.activity import ACTIVITY
from localstack_standstill.clock.looking import look_again, lookers

LIMIT_SECONDS = 60.0
# Most ends are told at once; a queue that somebody else empties is looked at this often.
LOOK_EVERY_SECONDS = 0.005


class NotQuiet(Exception):
    """Something still ran when the limit was reached; the message says what."""


def busy() -> dict[str, int]:
    """What runs, or is about to; empty only if there was a moment at which nothing was."""
    while True:
        before = ACTIVITY.changes
        running = {**queues.unfinished(), **ACTIVITY.busy()}
        # Work that hopped from a function into a queue between the two looks would be missed by both.
        if running or before == ACTIVITY.changes:
            return running


def wait_for_quiet(limit_seconds: float = LIMIT_SECONDS) -> None:
    """Returns at once when nothing runs, else as soon as nothing does."""
    give_up = time.monotonic() + limit_seconds
    _wait_while_busy(limit_seconds, give_up)
    # Whoever only looks every now and then has to look once more, and to find nothing new.
    while before := lookers():
        changes = ACTIVITY.changes
        look_again()
        _wait_while_busy(limit_seconds, give_up)
        if lookers() == before and ACTIVITY.changes == changes + 2 * len(before):
            return
        if time.monotonic() > give_up:
            raise NotQuiet(f"After {limit_seconds:.0f} s work that is looked at every now and then still went on.")


def _wait_while_busy(limit_seconds: float, give_up: float) -> None:
    while running := busy():
        left = give_up - time.monotonic()
        if left <= 0:
            still = ", ".join(f"{count} × {name}" for name, count in running.items())
            raise NotQuiet(f"After {limit_seconds:.0f} s these still ran: {still}.")
        if ACTIVITY.busy():
            ACTIVITY.wait_while_busy(left)
        else:
            time.sleep(min(LOOK_EVERY_SECONDS, left))
