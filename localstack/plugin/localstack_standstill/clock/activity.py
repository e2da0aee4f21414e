"""Who is busy right now, counted exactly, so that the clock knows when everything runnable has run."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


# What time is put down to while several are busy: the first of these, by how its label begins.
PARTS = {"function": "functions", "state machine": "step functions", "firing": "rules"}
DELIVERY = "deliveries"


class Activity:
    def __init__(self) -> None:
        self._busy: Counter[str] = Counter()
        self._spent: Counter[str] = Counter()
        self._since = time.monotonic()
        self._changed = threading.Condition()
        # Rises with everything that begins or ends: two equal readings mean that nothing did between them.
        self.changes = 0

    def enter(self, label: str) -> None:
        with self._changed:
            self._tally()
            self._busy[label] += 1
            self.changes += 1

    def leave(self, label: str) -> None:
        with self._changed:
            self._tally()
            self._busy[label] -= 1
            self.changes += 1
            if self._busy[label] == 0:
                del self._busy[label]
            if not self._busy:
                self._changed.notify_all()

    def busy(self) -> dict[str, int]:
        with self._changed:
            return dict(self._busy)

    def spent(self) -> Counter[str]:
        """Seconds for which anybody was busy until now, by part."""
        with self._changed:
            self._tally()
            return Counter(self._spent)

    def _tally(self) -> None:
        now = time.monotonic()
        if self._busy:
            labels = list(self._busy)
            part = next((part for start, part in PARTS.items() if any(label.startswith(start) for label in labels)), DELIVERY)
            self._spent[part] += now - self._since
        self._since = now

    def wait_while_busy(self, limit_seconds: float) -> None:
        """Returns as soon as nothing is busy, or after the limit."""
        with self._changed:
            self._changed.wait_for(lambda: not self._busy, limit_seconds)

    @contextmanager
    def during(self, label: str) -> Iterator[None]:
        self.enter(label)
        try:
            yield
        finally:
            self.leave(label)

    def counting(self, label: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **kwargs: Any) -> Any:
            with self.during(label):
                return function(*args, **kwargs)

        return counted


ACTIVITY = Activity()
