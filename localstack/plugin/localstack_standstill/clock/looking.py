"""The real pauses of whoever looks at something every now and then: a state that waits for a nested execution (`.sync`)."""

import threading
from dataclasses import dataclass, field

from localstack_standstill.clock.activity import ACTIVITY


@dataclass(eq=False)
class _Pause:
    label: str
    thread: int = field(default_factory=threading.get_ident)
    over: threading.Event = field(default_factory=threading.Event)


_lock = threading.Lock()
_pauses: set[_Pause] = set()


def pause(seconds: float, label: str) -> None:
    """Nobody is busy meanwhile; whoever wants to know whether all is quiet may end it early, for another look."""
    own = _Pause(label)
    with _lock:
        _pauses.add(own)
    ACTIVITY.leave(label)
    own.over.wait(seconds)
    with _lock:
        by_itself = own in _pauses
        _pauses.discard(own)
    if by_itself:
        ACTIVITY.enter(label)


def lookers() -> frozenset[int]:
    with _lock:
        return frozenset(one.thread for one in _pauses)


def look_again() -> None:
    """Ends every pause. Each is counted as busy here, so that there is no moment at which it is not."""
    with _lock:
        ended = list(_pauses)
        _pauses.clear()
    for one in ended:
        ACTIVITY.enter(one.label)
        one.over.set()
