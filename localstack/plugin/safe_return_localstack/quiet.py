"""Waiting until everything runnable has run."""

import time

from safe_return_localstack import queues
from safe_return_localstack.activity import ACTIVITY

# What is not counted (an answer on its way through HTTP) is over well within this.
SETTLE_SECONDS = 0.025
LIMIT_SECONDS = 60.0
LOOK_EVERY_SECONDS = 0.005


class NotQuiet(Exception):
    """Something still ran when the limit was reached; the message says what."""


def busy() -> dict[str, int]:
    return {**queues.unfinished(), **ACTIVITY.busy()}


def wait_for_quiet(limit_seconds: float = LIMIT_SECONDS) -> None:
    give_up = time.monotonic() + limit_seconds
    quiet_since: float | None = None
    begun = -1
    while True:
        now = time.monotonic()
        running = busy()
        if running or begun != ACTIVITY.begun:
            quiet_since, begun = None, ACTIVITY.begun
        elif quiet_since is None:
            quiet_since = now
        elif now - quiet_since >= SETTLE_SECONDS:
            return
        if now > give_up:
            still = ", ".join(f"{count} × {name}" for name, count in running.items())
            raise NotQuiet(f"After {limit_seconds:.0f} s these still ran: {still or 'work that keeps starting anew'}.")
        time.sleep(LOOK_EVERY_SECONDS)
