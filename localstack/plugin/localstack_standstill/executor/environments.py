"""Mends LocalStack's book of warm environments, which fails calls when many come in at once."""

from collections import defaultdict
from collections.abc import Callable, ValuesView
from typing import Any

from localstack.services.lambda_.invocation.assignment import AssignmentService

from localstack_standstill.replace import replace, wrap


class SafeToWalk(dict[str, Any]):
    """A dictionary whose values may be walked through while another thread adds one."""

    def values(self) -> ValuesView[Any]:
        return dict(list(self.items())).values()


def mend_environments() -> None:
    def making(make: Callable[[AssignmentService], None]) -> Callable[[AssignmentService], None]:
        def __init__(self: AssignmentService) -> None:
            make(self)
            replace(self, "environments", defaultdict(SafeToWalk))

        return __init__

    wrap(AssignmentService, "__init__", making)
