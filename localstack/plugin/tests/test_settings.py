import pytest

from localstack_standstill.settings import BadSetting, chosen, is_on, text

USUAL, KNOWN = {"a", "b"}, ["a", "b", "c"]


@pytest.mark.parametrize(("value", "on"), [(None, True), ("", True), ("1", True), ("true", True), ("0", False), ("False", False)])
def test_a_part_is_on_unless_it_is_switched_off(monkeypatch, value, on) -> None:
    monkeypatch.delenv("STANDSTILL_CLOCK", raising=False)
    if value is not None:
        monkeypatch.setenv("STANDSTILL_CLOCK", value)
    assert is_on("CLOCK") is on


def test_a_switch_is_nothing_else(monkeypatch) -> None:
    monkeypatch.setenv("STANDSTILL_CLOCK", "maybe")
    with pytest.raises(BadSetting, match="^STANDSTILL_CLOCK is 1 or 0, not maybe"):
        is_on("CLOCK")


@pytest.mark.parametrize(
    ("value", "names"),
    [(None, ["a", "b"]), ("usual", ["a", "b"]), ("all", ["a", "b", "c"]), ("0", []), ("c, a", ["a", "c"])],
)
def test_a_list_names_what_is_chosen(monkeypatch, value, names) -> None:
    monkeypatch.delenv("STANDSTILL_PATCHES", raising=False)
    if value is not None:
        monkeypatch.setenv("STANDSTILL_PATCHES", value)
    assert chosen("PATCHES", USUAL, KNOWN) == names


def test_a_name_that_is_not_known_is_refused(monkeypatch) -> None:
    monkeypatch.setenv("STANDSTILL_PATCHES", "a,d")
    with pytest.raises(BadSetting, match="^STANDSTILL_PATCHES names d; there are a, b, c"):
        chosen("PATCHES", USUAL, KNOWN)


def test_an_empty_setting_is_none(monkeypatch) -> None:
    monkeypatch.setenv("STANDSTILL_LOGS", "")
    assert text("LOGS") is None
