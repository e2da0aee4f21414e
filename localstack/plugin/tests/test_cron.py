from datetime import UTC, datetime

import pytest

from localstack_standstill.clock.cron import parse_schedule


def fires(expression: str, after: str, times: int) -> list[str]:
    schedule = parse_schedule(expression)
    moment = datetime.fromisoformat(after).replace(tzinfo=UTC)
    found = []
    for _ in range(times):
        following = schedule.next_after(moment)
        if following is None:
            break
        moment = following
        found.append(moment.strftime("%Y-%m-%dT%H:%M"))
    return found


@pytest.mark.parametrize(
    ("expression", "after", "expected"),
    [
        ("cron(0 7,8 * * ? *)", "2030-03-29T07:00:00", ["2030-03-29T08:00", "2030-03-30T07:00"]),
        ("cron(0 7,8 * * ? *)", "2030-03-29T06:59:59", ["2030-03-29T07:00", "2030-03-29T08:00"]),
        ("cron(15/20 9 * * ? *)", "2030-01-01T00:00:00", ["2030-01-01T09:15", "2030-01-01T09:35", "2030-01-01T09:55"]),
        ("cron(0 9-17/4 ? * MON-FRI *)", "2030-03-01T13:00:00", ["2030-03-01T17:00", "2030-03-04T09:00"]),
        ("cron(0 9 ? * 2 *)", "2030-03-01T00:00:00", ["2030-03-04T09:00", "2030-03-11T09:00"]),
        ("cron(0 9 ? * SAT-MON *)", "2030-03-01T00:00:00", ["2030-03-02T09:00", "2030-03-03T09:00", "2030-03-04T09:00"]),
        ("cron(30 8 1 * ? *)", "2030-01-31T00:00:00", ["2030-02-01T08:30", "2030-03-01T08:30"]),
        ("cron(0 0 L * ? *)", "2028-02-01T00:00:00", ["2028-02-29T00:00", "2028-03-31T00:00"]),
        ("cron(0 0 15W JUN ? *)", "2030-01-01T00:00:00", ["2030-06-14T00:00"]),
        ("cron(0 0 1W JUN ? *)", "2030-01-01T00:00:00", ["2030-06-03T00:00"]),
        ("cron(0 0 ? * 3#2 *)", "2030-03-01T00:00:00", ["2030-03-12T00:00", "2030-04-09T00:00"]),
        ("cron(0 0 ? * FRIL *)", "2030-03-01T00:00:00", ["2030-03-29T00:00", "2030-04-26T00:00"]),
        ("cron(0 0 1 1 ? 2031)", "2030-03-01T00:00:00", ["2031-01-01T00:00"]),
        ("cron(0 0 29 2 ? *)", "2030-03-01T00:00:00", ["2032-02-29T00:00"]),
        ("rate(3 days)", "2030-03-01T10:20:30", ["2030-03-04T10:20", "2030-03-07T10:20"]),
    ],
)
def test_next_times(expression: str, after: str, expected: list[str]) -> None:
    assert fires(expression, after, len(expected)) == expected


def test_a_year_that_has_gone_never_comes() -> None:
    assert fires("cron(0 0 1 1 ? 2020)", "2030-01-01T00:00:00", 1) == []


@pytest.mark.parametrize(
    ("expression", "short"),
    [
        ("rate(1 minute)", True),
        ("rate(23 hours)", True),
        ("rate(1 day)", False),
        ("cron(0/5 * * * ? *)", True),
        ("cron(0 7 * * ? *)", False),
        ("cron(0 0/2 * * ? *)", False),
    ],
)
def test_which_schedules_are_short(expression: str, short: bool) -> None:
    assert parse_schedule(expression).is_short is short


@pytest.mark.parametrize("expression", ["cron(0 7 * *)", "cron(61 7 * * ? *)", "rate(often)", "at(2030-01-01)"])
def test_what_is_no_schedule(expression: str) -> None:
    with pytest.raises(ValueError):
        parse_schedule(expression)
