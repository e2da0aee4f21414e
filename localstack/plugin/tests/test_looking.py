import threading
import time

from localstack_standstill.clock import looking, quiet
from localstack_standstill.clock.activity import ACTIVITY

LABEL = "state machine"


def until(condition) -> None:
    give_up = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < give_up
        time.sleep(0.002)


class Looker(threading.Thread):
    """Looks at something once a minute until it is there, as the state of a nested execution does."""

    def __init__(self, ready) -> None:
        super().__init__(daemon=True)
        self.ready, self.looks, self.ended = ready, 0, threading.Event()
        ACTIVITY.enter(LABEL)
        self.start()
        until(lambda: looking.lookers() & {self.ident})

    def run(self) -> None:
        while not self.ready():
            self.looks += 1
            looking.pause(60, LABEL)
        self.ended.set()
        ACTIVITY.leave(LABEL)


def end(*lookers: Looker) -> None:
    for looker in lookers:
        looker.ready = lambda: True
    quiet.wait_for_quiet(60)
    assert ACTIVITY.busy() == {}


def test_a_looker_is_not_busy_between_its_looks_and_looks_once_more_before_all_is_quiet() -> None:
    looker = Looker(lambda: False)
    assert ACTIVITY.busy() == {}
    looks = looker.looks
    quiet.wait_for_quiet(60)
    assert looker.looks == looks + 1
    end(looker)


def test_what_it_looks_at_is_noticed_before_all_is_quiet() -> None:
    there = threading.Event()
    looker = Looker(there.is_set)
    there.set()
    quiet.wait_for_quiet(60)
    assert looker.ended.is_set()


def test_so_is_what_its_own_end_lets_another_notice() -> None:
    there = threading.Event()
    inner = Looker(there.is_set)
    outer = Looker(inner.ended.is_set)
    there.set()
    quiet.wait_for_quiet(60)
    assert (inner.ended.is_set(), outer.ended.is_set()) == (True, True)


def test_a_pause_that_nobody_ends_ends_by_itself() -> None:
    ACTIVITY.enter(LABEL)
    looking.pause(0.01, LABEL)
    assert (ACTIVITY.busy(), looking.lookers()) == ({LABEL: 1}, frozenset())
    ACTIVITY.leave(LABEL)
