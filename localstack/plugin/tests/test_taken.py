import pytest
from localstack.services.sqs.models import FifoQueue, StandardQueue

from localstack_standstill.clock.activity import ACTIVITY
from localstack_standstill.clock.queues import _unfinished_in
from localstack_standstill.clock.taken import LABEL, count_taken_messages

count_taken_messages()


class Witness(set):
    """In flight, and who was busy at the moment a message was noted here."""

    def __init__(self) -> None:
        super().__init__()
        self.busy: list[dict[str, int]] = []

    def add(self, message) -> None:
        self.busy.append(ACTIVITY.busy())
        super().add(message)


def a_message(body: str) -> dict:
    return {"MessageId": body, "Body": body, "Attributes": {}, "MD5OfBody": ""}


def put(queue, body: str, group: str) -> None:
    fifo = {"message_deduplication_id": body, "message_group_id": group}
    queue.put(a_message(body), **(fifo if isinstance(queue, FifoQueue) else {}))


@pytest.fixture(params=[(StandardQueue, "mails"), (FifoQueue, "mails.fifo")], ids=["standard", "fifo"])
def queue(request):
    kind, name = request.param
    made = kind(name, "eu-west-2", "000000000000")
    made.inflight = Witness()
    return made


def test_a_message_is_counted_until_it_is_in_flight(queue) -> None:
    put(queue, "one", "a")
    put(queue, "two", "a")
    queue.receive(num_messages=2)
    assert queue.inflight.busy == [{LABEL: 2}, {LABEL: 2}]
    assert ACTIVITY.busy() == {}


def test_an_empty_queue_counts_for_nothing(queue) -> None:
    changes = ACTIVITY.changes
    queue.receive(num_messages=1)
    assert ACTIVITY.changes == changes


def test_what_is_received_stays_unfinished_until_it_is_given_back(queue) -> None:
    put(queue, "one", "a")
    assert _unfinished_in(queue) == 1
    (message,) = queue.receive(num_messages=1).successful
    assert _unfinished_in(queue) == 1
    message.left_at_receive = message.receive_count
    assert _unfinished_in(queue) == 0


def test_the_rest_of_a_group_waits_for_its_first() -> None:
    queue = FifoQueue("order.fifo", "eu-west-2", "000000000000")
    put(queue, "one", "a")
    put(queue, "two", "a")
    (first,) = queue.receive(num_messages=1).successful
    first.left_at_receive = first.receive_count
    assert _unfinished_in(queue) == 0
    put(queue, "three", "b")
    assert _unfinished_in(queue) == 1
