"""What the stops of the clock cost in real time, by part."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from localstack_standstill.clock.activity import ACTIVITY

REST = "rest"


class Costs:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stops = 0
        self._seconds: Counter[str] = Counter()

    @contextmanager
    def of_a_stop(self) -> Iterator[None]:
        began, before = time.monotonic(), ACTIVITY.spent()
        try:
            yield
        finally:
            parts = ACTIVITY.spent()
            parts.subtract(before)
            parts[REST] += time.monotonic() - began - parts.total()
            with self._lock:
                self._stops += 1
                self._seconds.update(parts)

    def reading(self) -> dict[str, object]:
        with self._lock:
            return {"stops": self._stops, "ms": {part: round(s * 1000) for part, s in self._seconds.items()}}


COSTS = Costs()
