import threading
import time

import pytest

from localstack_standstill.clock.activity import ACTIVITY
from localstack_standstill.clock.movable_clock import CLOCK
from localstack_standstill.clock.waiting import NEVER_SECONDS, ClockEvent, CountedThread, ExecutionThread, begin_deadline


def until(condition) -> None:
    give_up = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < give_up
        time.sleep(0.002)


@pytest.fixture(autouse=True)
def a_clock_that_stands_still():
    CLOCK.freeze(1_000_000)
    yield
    CLOCK.drop_timers()
    CLOCK.flow()


def test_a_thread_that_waits_is_not_busy_and_is_busy_as_soon_as_it_is_woken() -> None:
    event, gate = ClockEvent(), threading.Event()
    thread = CountedThread(target=lambda: (event.wait(), gate.wait()), daemon=True)
    thread.start()
    until(lambda: ACTIVITY.busy() == {})
    event.set()
    assert ACTIVITY.busy() == {"state machine": 1}
    gate.set()
    until(lambda: ACTIVITY.busy() == {})


def test_a_wait_ends_when_the_clock_gets_there() -> None:
    event, outcome = ClockEvent(), []
    thread = CountedThread(target=lambda: outcome.append(event.wait(60)), daemon=True)
    thread.start()
    until(lambda: CLOCK.next_due() == 1_060_000)
    until(lambda: ACTIVITY.busy() == {})
    CLOCK.freeze(1_060_000)
    CLOCK.fire_due()
    until(lambda: outcome == [False])


def test_a_wait_that_is_signalled_takes_its_timer_away() -> None:
    event, outcome = ClockEvent(), []
    thread = CountedThread(target=lambda: outcome.append(event.wait(60)), daemon=True)
    thread.start()
    until(lambda: CLOCK.waiting() == 1)
    event.set()
    until(lambda: outcome == [True])
    assert CLOCK.waiting() == 0


def test_a_signal_that_is_cleared_at_once_still_wakes_who_waited() -> None:
    event, outcome = ClockEvent(), []
    CountedThread(target=lambda: outcome.append(event.wait(60)), daemon=True).start()
    until(lambda: CLOCK.waiting() == 1)
    event.set()
    event.clear()
    until(lambda: outcome == [True])


def test_the_default_time_out_of_a_state_is_no_timer() -> None:
    event = ClockEvent()
    CountedThread(target=lambda: event.wait(NEVER_SECONDS), daemon=True).start()
    until(lambda: ACTIVITY.busy() == {})
    assert CLOCK.next_due() is None
    event.set()
    until(lambda: ACTIVITY.busy() == {})


def test_an_execution_started_by_a_state_does_not_share_its_time_out() -> None:
    inner, outer = ClockEvent(), ClockEvent()

    def state() -> None:
        begin_deadline()
        nested = ExecutionThread(target=lambda: inner.wait(30), daemon=True)
        nested.start()
        until(lambda: CLOCK.next_due() == 1_030_000)
        # Follows the state's own time-out, which is none as yet, and not that of the execution it started.
        outer.wait(60, echo=True)

    CountedThread(target=state, daemon=True).start()
    until(lambda: ACTIVITY.busy() == {})
    assert {timer.due for timer in CLOCK._timers} == {1_030_000, 1_060_000}
    inner.set()
    outer.set()
    until(lambda: ACTIVITY.busy() == {})


def test_joining_waits_on_the_clock() -> None:
    event, joined = ClockEvent(), []
    worker = CountedThread(target=event.wait, daemon=True)
    worker.start()
    CountedThread(target=lambda: (worker.join(30), joined.append(worker.is_alive())), daemon=True).start()
    until(lambda: CLOCK.next_due() == 1_030_000)
    CLOCK.freeze(1_030_000)
    CLOCK.fire_due()
    until(lambda: joined == [True])
    event.set()
    until(lambda: ACTIVITY.busy() == {})
