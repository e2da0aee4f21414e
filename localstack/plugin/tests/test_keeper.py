import pytest

from localstack_standstill.clock import keeper
from localstack_standstill.clock.movable_clock import Timer

SECOND = 1_000_000_000_000


@pytest.fixture
def due(monkeypatch):
    """Sets what is due: timers by their times, messages, a calendar rule."""

    def set_up(timers=(), messages=(), calendar=None) -> None:
        monkeypatch.setattr(keeper.CLOCK, "_timers", {Timer(at, "timer", lambda: None) for at in timers})
        monkeypatch.setattr(keeper.queues, "due_messages", lambda: iter([(at, "sqs") for at in messages]))
        monkeypatch.setattr(keeper.SCHEDULES, "next_due", lambda short: None if short else calendar)

    return set_up


def test_what_is_due_within_one_second_is_one_stop_at_the_last_of_it(due) -> None:
    due(timers=[SECOND + 3, SECOND + 950, SECOND + 1_000], messages=[SECOND + 960], calendar=SECOND)
    assert keeper._next_stop(SECOND + 60_000) == SECOND + 960


def test_a_stop_is_never_before_what_it_runs_nor_after_the_target(due) -> None:
    due(timers=[SECOND + 3, SECOND + 950])
    assert keeper._next_stop(SECOND + 500) == SECOND + 3
    due(timers=[SECOND + 950])
    assert keeper._next_stop(SECOND + 949) is None


def test_the_next_due_time_is_the_first(due) -> None:
    due(timers=[SECOND + 950], messages=[SECOND + 7])
    assert keeper.next_due() == SECOND + 7
    due()
    assert keeper.next_due() is None


def test_an_hour_is_counted_from_when_everything_that_ran_before_has_run(due, monkeypatch) -> None:
    due()
    fired = []
    hour = 3_600_000

    def a_wait_begins_late() -> None:
        """What ran as the clock was asked to move begins to wait only now, half a second later."""
        monkeypatch.setattr(keeper, "wait_for_quiet", lambda: None)
        keeper.CLOCK.start_at(keeper.CLOCK.now_ms() + 500)
        keeper.CLOCK.add(Timer(keeper.CLOCK.now_ms() + hour, "wait", lambda: fired.append("wait")))

    monkeypatch.setattr(keeper, "wait_for_quiet", a_wait_begins_late)
    monkeypatch.setattr(keeper, "busy", dict)
    monkeypatch.setattr(keeper.SCHEDULES, "refresh", dict)
    monkeypatch.setattr(keeper.SCHEDULES, "fire_due", lambda short: [])
    keeper.advance(lambda now: now + hour)
    assert fired == ["wait"]


def test_it_does_not_move_back(due) -> None:
    due()
    with pytest.raises(keeper.Backwards):
        keeper.advance(lambda now: now - 1)


def test_a_message_that_localstack_gave_back_itself_is_waited_for(due, monkeypatch) -> None:
    due()
    given_back = [{"queue mails": 1}, {}]
    waits = []
    monkeypatch.setattr(keeper, "wait_for_quiet", lambda: waits.append(None))
    monkeypatch.setattr(keeper, "busy", lambda: given_back.pop(0))
    assert keeper._run_due() == []
    assert len(waits) == 2


def test_what_a_run_makes_due_at_once_runs_at_the_same_stop(due, monkeypatch) -> None:
    fired = []
    due()
    monkeypatch.setattr(keeper, "wait_for_quiet", lambda: None)

    def again() -> None:
        fired.append("first")
        keeper.CLOCK.add(Timer(SECOND, "second", lambda: fired.append("second")))

    keeper.CLOCK.add(Timer(SECOND, "first", again))
    monkeypatch.setattr(keeper.SCHEDULES, "fire_due", lambda short: [])
    try:
        assert keeper._run_stop(SECOND) == keeper.Stop(SECOND, ["first", "second"])
        assert fired == ["first", "second"]
    finally:
        keeper.CLOCK.flow()
