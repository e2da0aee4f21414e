"""Threading, as Step Functions uses it, but measured on the movable clock and counted as busy or waiting."""

import threading
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from localstack_standstill.clock.activity import ACTIVITY
from localstack_standstill.clock.looking import pause
from localstack_standstill.clock.movable_clock import CLOCK, Timer

# What LocalStack passes for "no time-out"; as a timer it would be a stop three years from now.
NEVER_SECONDS = 99_999_999

_thread = threading.local()


def describe_waits(label: str, wanted: Callable[[], bool]) -> None:
    """Names what this thread is about to wait for, and tells whether anybody still wants it to."""
    _thread.label = label
    _thread.wanted = wanted


class Deadline:
    """When the state that this thread works for runs out of time; shared with the threads below it."""

    due: int | None = None


def begin_deadline() -> None:
    _thread.deadline = Deadline()


class _Waiter:
    """One thread blocked on one event; let go once, by the event or by the clock."""

    def __init__(self) -> None:
        self.signaled = False
        self._gate = threading.Lock()
        self._gate.acquire()
        self._once = threading.Lock()
        self._busy_label: str | None = getattr(_thread, "busy_label", None)

    def release(self, signaled: bool) -> None:
        if not self._once.acquire(blocking=False):
            return
        self.signaled = signaled
        # Counted as busy by whoever wakes it, so that there is no moment at which neither is.
        if self._busy_label:
            ACTIVITY.enter(self._busy_label)
        self._gate.release()

    def block(self) -> None:
        if self._busy_label:
            ACTIVITY.leave(self._busy_label)
        self._gate.acquire()


class ClockEvent:
    """threading.Event with its time-out on the movable clock."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._set = False
        self._waiters: list[_Waiter] = []

    def is_set(self) -> bool:
        return self._set

    def set(self) -> None:
        with self._lock:
            self._set = True
            waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            waiter.release(True)

    def clear(self) -> None:
        with self._lock:
            self._set = False

    def wait(self, timeout: float | None = None, *, echo: bool = False) -> bool:
        with self._lock:
            if self._set:
                return True
            waiter = _Waiter()
            self._waiters.append(waiter)
        timer = self._timer(waiter, timeout, echo)
        waiter.block()
        if timer is not None:
            CLOCK.cancel(timer)
        with self._lock:
            if waiter in self._waiters:
                self._waiters.remove(waiter)
        return waiter.signaled

    @staticmethod
    def _timer(waiter: _Waiter, timeout: float | None, echo: bool) -> Timer | None:
        if timeout is None or timeout >= NEVER_SECONDS:
            return None
        due = CLOCK.now_ms() + round(timeout * 1000)
        deadline: Deadline | None = getattr(_thread, "deadline", None)
        if echo and deadline is not None and deadline.due is not None:
            due = deadline.due
        elif deadline is not None:
            deadline.due = due
        label = getattr(_thread, "label", "sfn-wait")
        wanted = getattr(_thread, "wanted", lambda: True)
        return CLOCK.add(Timer(due, label, lambda: waiter.release(False), echo, wanted))


class CountedThread(threading.Thread):
    """A thread that is busy from the moment it is started, except while it waits for a ClockEvent."""

    BUSY = "state machine"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._finished = ClockEvent()
        self._deadline: Deadline | None = getattr(_thread, "deadline", None)

    def start(self) -> None:
        ACTIVITY.enter(self.BUSY)
        try:
            super().start()
        except BaseException:
            ACTIVITY.leave(self.BUSY)
            raise

    def run(self) -> None:
        _thread.busy_label = self.BUSY
        _thread.deadline = self._deadline
        try:
            super().run()
        finally:
            self._finished.set()
            ACTIVITY.leave(self.BUSY)

    def is_alive(self) -> bool:
        return super().is_alive() and not self._finished.is_set()

    def join(self, timeout: float | None = None) -> None:
        self._finished.wait(timeout)


class ExecutionThread(CountedThread):
    """An execution of its own: it has nothing to do with how long the state that started it may take."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._deadline = None


def clock_sleep(seconds: float) -> None:
    """A pause that is over when the clock says so: the interval before a Retry."""
    ClockEvent().wait(seconds)


def idle_sleep(seconds: float) -> None:
    """A real pause between two looks at something: nobody is busy meanwhile."""
    busy_label: str | None = getattr(_thread, "busy_label", None)
    if busy_label:
        pause(seconds, busy_label)
    else:
        time.sleep(seconds)


THREADING = SimpleNamespace(**{**vars(threading), "Event": ClockEvent, "Thread": CountedThread})
