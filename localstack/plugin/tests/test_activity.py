import threading
import time

from localstack_standstill.clock.activity import Activity


def test_every_beginning_and_every_end_is_a_change() -> None:
    activity = Activity()
    activity.enter("one")
    activity.enter("two")
    activity.leave("one")
    assert (activity.changes, activity.busy()) == (3, {"two": 1})


def test_whoever_waits_is_told_when_the_last_one_leaves() -> None:
    activity, over = Activity(), threading.Event()
    activity.enter("one")
    activity.enter("two")
    threading.Thread(target=lambda: (activity.wait_while_busy(60), over.set()), daemon=True).start()
    activity.leave("one")
    assert not over.wait(0.05)
    activity.leave("two")
    assert over.wait(60)


def test_waiting_ends_at_its_limit() -> None:
    activity = Activity()
    activity.enter("for ever")
    began = time.monotonic()
    activity.wait_while_busy(0.02)
    assert time.monotonic() - began >= 0.02
