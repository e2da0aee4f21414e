"""The one way in which this package changes LocalStack: never by a name that is not there."""

from collections.abc import Callable
from typing import Any


class DoesNotFit(RuntimeError):
    """What was to be replaced is not there: this LocalStack is not one that the package was made for."""


def wrap(owner: Any, name: str, around: Callable[[Any], Any]) -> None:
    """Puts in the place of `owner.name` something made of what is there."""
    if not hasattr(owner, name):
        where = getattr(owner, "__qualname__", None) or getattr(owner, "__name__", None) or repr(owner)
        raise DoesNotFit(f"{where} has no {name}: localstack-standstill does not fit this LocalStack.")
    setattr(owner, name, around(getattr(owner, name)))


def replace(owner: Any, name: str, replacement: Any) -> None:
    """Puts another value in the place of `owner.name`."""
    wrap(owner, name, lambda _: replacement)
