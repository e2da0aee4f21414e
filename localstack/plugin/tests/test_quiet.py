import threading

import pytest

from localstack_standstill.clock import quiet
from localstack_standstill.clock.activity import Activity


@pytest.fixture
def activity(monkeypatch) -> Activity:
    fresh = Activity()
    monkeypatch.setattr(quiet, "ACTIVITY", fresh)
    monkeypatch.setattr(quiet.queues, "unfinished", dict)
    return fresh


def test_it_does_not_sleep_where_nothing_runs(activity, monkeypatch) -> None:
    monkeypatch.setattr(quiet.time, "sleep", lambda seconds: pytest.fail(f"slept {seconds} s"))
    quiet.wait_for_quiet(1)


def test_it_returns_only_when_the_slowest_is_through(activity) -> None:
    through: list[str] = []

    def run() -> None:
        quiet.wait_for_quiet(60)
        through.append("quiet")

    activity.enter("function slow")
    waiter = threading.Thread(target=run, daemon=True)
    waiter.start()
    with activity.during("function quick"):
        pass
    waiter.join(0.1)
    through.append("slow")
    activity.leave("function slow")
    waiter.join(60)
    assert through == ["slow", "quiet"]


def test_work_that_hops_from_a_function_into_a_queue_between_the_two_looks_is_seen(activity, monkeypatch) -> None:
    activity.enter("function sender")
    looks = []

    def unfinished() -> dict[str, int]:
        looks.append(None)
        if len(looks) > 1:
            return {"queue mails": 1}
        # The message arrives just after this look at the queues, and its sender ends before the look at functions.
        activity.leave("function sender")
        return {}

    monkeypatch.setattr(quiet.queues, "unfinished", unfinished)
    assert quiet.busy() == {"queue mails": 1}


def test_what_never_ends_is_named(activity) -> None:
    activity.enter("function stuck")
    with pytest.raises(quiet.NotQuiet, match="1 × function stuck"):
        quiet.wait_for_quiet(0.02)
