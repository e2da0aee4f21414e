"""What the environment says about this package."""

import os
from collections.abc import Collection

PREFIX = "STANDSTILL_"
ON, OFF = ("1", "true"), ("0", "false")


class BadSetting(ValueError):
    """Its message is a sentence for whoever set it."""


def text(name: str) -> str | None:
    """A setting that is left out or empty is none."""
    return os.environ.get(f"{PREFIX}{name}") or None


def is_on(name: str) -> bool:
    """Whether a part is switched on; it is unless it is switched off."""
    value = (text(name) or "1").lower()
    if value not in (*ON, *OFF):
        raise BadSetting(f"{PREFIX}{name} is 1 or 0, not {value}.")
    return value in ON


def chosen(name: str, usual: Collection[str], known: Collection[str]) -> list[str]:
    """The names of a list, in the order in which they are known: "usual", "all", "0" for none, or names with commas."""
    value = text(name) or "usual"
    if value in ("usual", "all", *OFF):
        wanted = {"usual": usual, "all": known}.get(value, ())
    else:
        wanted = [word.strip() for word in value.split(",")]
    unknown = sorted(set(wanted) - set(known))
    if unknown:
        raise BadSetting(f"{PREFIX}{name} names {', '.join(unknown)}; there are {', '.join(known)}.")
    return [word for word in known if word in wanted]
