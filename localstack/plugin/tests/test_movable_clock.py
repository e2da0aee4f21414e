from localstack_standstill.clock.movable_clock import MovableClock, Timer, from_iso, to_iso


class Real:
    def __init__(self) -> None:
        self.ms = 1_000

    def __call__(self) -> int:
        return self.ms


def a_clock() -> tuple[MovableClock, Real]:
    real = Real()
    return MovableClock(real), real


def test_it_flows_at_an_offset() -> None:
    clock, real = a_clock()
    clock.start_at(50_000)
    real.ms += 25
    assert clock.now_ms() == 50_025
    assert clock.reading() == {"offset": 49_000}


def test_it_stands_still_and_flows_on_from_there() -> None:
    clock, real = a_clock()
    clock.freeze(90_000)
    real.ms += 500
    assert (clock.now_ms(), clock.frozen, clock.reading()) == (90_000, True, {"frozen": 90_000})
    clock.flow()
    real.ms += 7
    assert (clock.now_ms(), clock.frozen) == (90_007, False)


def test_timers_fire_in_order_once_they_are_due() -> None:
    clock, _ = a_clock()
    fired: list[str] = []
    for due, label in [(3_000, "c"), (1_500, "a"), (2_000, "b")]:
        clock.add(Timer(due, label, lambda label=label: fired.append(label)))
    clock.freeze(2_000)
    assert clock.fire_due() == ["a", "b"]
    assert fired == ["a", "b"]
    assert (clock.next_due(), clock.waiting()) == (3_000, 1)


def test_a_cancelled_timer_does_not_fire() -> None:
    clock, _ = a_clock()
    timer = clock.add(Timer(2_000, "gone", lambda: None))
    clock.cancel(timer)
    clock.freeze(5_000)
    assert clock.fire_due() == []


def test_an_echo_fires_after_what_it_follows_and_is_no_stop() -> None:
    clock, _ = a_clock()
    fired: list[str] = []
    clock.add(Timer(2_000, "echo", lambda: fired.append("echo"), echo=True))
    assert (clock.next_due(), clock.waiting()) == (None, 0)
    clock.add(Timer(2_000, "state", lambda: fired.append("state")))
    clock.freeze(2_000)
    assert clock.fire_due() == ["state"]
    assert fired == ["state", "echo"]


def test_dropped_timers_never_fire() -> None:
    clock, _ = a_clock()
    clock.add(Timer(2_000, "lost", lambda: None))
    assert clock.drop_timers() == 1
    clock.freeze(9_000)
    assert clock.fire_due() == []


def test_times_are_written_and_read_in_utc() -> None:
    assert to_iso(from_iso("2026-11-20T09:00Z")) == "2026-11-20T09:00:00.000Z"
    assert to_iso(from_iso("2026-07-20T09:00:00.250+01:00")) == "2026-07-20T08:00:00.250Z"
    assert to_iso(from_iso("2026-07-20T09:00:00")) == "2026-07-20T09:00:00.000Z"
