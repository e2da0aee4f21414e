import threading

from localstack.services.sns.executor import TopicPartitionedThreadPoolExecutor

from localstack_standstill.clock.activity import ACTIVITY
from localstack_standstill.clock.counted_services import CountedExecutor, _submitting


def test_a_notification_is_counted_from_when_it_is_handed_over() -> None:
    gate = threading.Event()
    with CountedExecutor(max_workers=1, thread_name_prefix="sns") as executor:
        futures = [executor.submit(gate.wait) for _ in range(2)]
        assert ACTIVITY.busy() == {"notification sns": 2}
        gate.set()
        for future in futures:
            future.result(60)
    assert ACTIVITY.busy() == {}


def test_so_is_one_of_an_ordered_topic() -> None:
    gate, over = threading.Event(), threading.Event()
    executor = TopicPartitionedThreadPoolExecutor(max_workers=1)
    submit = _submitting(TopicPartitionedThreadPoolExecutor.submit)
    submit(executor, gate.wait, "topic")
    submit(executor, over.set, "topic")
    assert ACTIVITY.busy() == {"notification in order": 2}
    gate.set()
    assert over.wait(60)
    ACTIVITY.wait_while_busy(60)
    assert ACTIVITY.busy() == {}
