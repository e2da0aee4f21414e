"""Mends LocalStack's book of warm environments, which fails calls when many come in at once."""

from collections import defaultdict
from collections.abc import ValuesView
from typing import Any

from localstack.services.lambda_.invocation.assignment import AssignmentService


class SafeToWalk(dict[str, Any]):
    """A dictionary whose values may be walked through while another thread adds one."""

    def values(self) -> ValuesView[Any]:
        return dict(list(self.items())).values()


def mend_environments() -> None:
    make = AssignmentService.__init__

    def __init__(self: AssignmentService) -> None:
        make(self)
        self.environments = defaultdict(SafeToWalk)

    AssignmentService.__init__ = __init__
