"""Who is busy right now, counted exactly, so that the clock knows when everything runnable has run."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


class Activity:
    def __init__(self) -> None:
        self._busy: Counter[str] = Counter()
        self._lock = threading.Lock()
        # Rises with everything that begins: two equal readings with nothing busy mean that nothing happened between.
        self.begun = 0

    def enter(self, label: str) -> None:
        with self._lock:
            self._busy[label] += 1
            self.begun += 1

    def leave(self, label: str) -> None:
        with self._lock:
            self._busy[label] -= 1
            if self._busy[label] == 0:
                del self._busy[label]

    def busy(self) -> dict[str, int]:
        with self._lock:
            return dict(self._busy)

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
