import threading

from localstack_standstill.clock.movable_clock import CLOCK
from localstack_standstill.clock.schedules import Planned, Schedules, parse_schedule


class Rule:
    def __init__(self, name: str) -> None:
        self.name = self.arn = name


def test_rules_due_at_one_time_are_sent_side_by_side() -> None:
    schedules = Schedules()
    now = CLOCK.now_ms()
    schedule = parse_schedule("rate(1 minute)")
    planned = {name: (Rule(name), Planned("rate(1 minute)", schedule, now - 60_000)) for name in ("one", "two", "three")}
    schedules.refresh = lambda: planned
    # Passed only when all three are in it at once.
    together = threading.Barrier(3, timeout=60)
    sent = []
    schedules._send = lambda rule: (together.wait(), sent.append(rule.name))
    assert schedules.fire_due(short=True) == ["rule: one", "rule: two", "rule: three"]
    assert sorted(sent) == ["one", "three", "two"]
