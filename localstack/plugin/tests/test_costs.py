from collections import Counter

import pytest

from localstack_standstill.clock import activity
from localstack_standstill.clock import costs
from localstack_standstill.clock.activity import Activity
from localstack_standstill.clock.costs import Costs


class Stopwatch:
    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def watch(monkeypatch) -> Stopwatch:
    stopwatch = Stopwatch()
    monkeypatch.setattr(activity, "time", stopwatch)
    monkeypatch.setattr(costs, "time", stopwatch)
    return stopwatch


def test_time_is_put_down_to_the_innermost_of_what_is_busy(watch) -> None:
    busy = Activity()
    steps = [("state machine", 1), ("call of f", 2), ("function f", 4)]
    for label, seconds in steps:
        busy.enter(label)
        watch.now += seconds
    for label, _ in steps:
        busy.leave(label)
    watch.now += 8
    with busy.during("queue"):
        watch.now += 16
    assert busy.spent() == Counter({"step functions": 3, "functions": 4, "deliveries": 16})


def test_what_a_stop_took_beyond_its_parts_is_the_rest(watch, monkeypatch) -> None:
    busy = Activity()
    monkeypatch.setattr(costs, "ACTIVITY", busy)
    told = Costs()
    with told.of_a_stop():
        watch.now += 0.5
        with busy.during("function f"):
            watch.now += 0.25
    assert told.reading() == {"stops": 1, "ms": {"functions": 250, "rest": 500}}
