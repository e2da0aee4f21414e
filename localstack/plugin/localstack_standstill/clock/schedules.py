"""EventBridge rules with a schedule, on the movable clock."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from dataclasses import replace as changed

from localstack.services.events.models import Rule, events_stores
from localstack.services.events.provider import EventsProvider
from localstack.services.events.rule import RuleService
from localstack.services.events.scheduler import JobScheduler

from localstack_standstill.clock.cron import Schedule, parse_schedule
from localstack_standstill.clock.movable_clock import CLOCK, as_datetime
from localstack_standstill.replace import replace, wrap

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Planned:
    """A rule's schedule and the time it last fired, or was first seen."""

    expression: str
    schedule: Schedule | None
    last: int

    def next_due(self) -> int | None:
        moment = self.schedule.next_after(as_datetime(self.last)) if self.schedule else None
        return round(moment.timestamp() * 1000) if moment else None

    @property
    def is_short(self) -> bool:
        return self.schedule is not None and self.schedule.is_short


def _parse(expression: str) -> Schedule | None:
    try:
        return parse_schedule(expression)
    except (ValueError, KeyError) as error:
        LOG.warning("A rule's schedule cannot be read and never fires: %s (%s)", expression, error)
        return None


class Schedules:
    def __init__(self) -> None:
        self._planned: dict[str, Planned] = {}
        self.provider: EventsProvider | None = None
        self._senders = ThreadPoolExecutor(thread_name_prefix="rule")

    def refresh(self) -> dict[str, tuple[Rule, Planned]]:
        """Every enabled rule with a schedule; one that is new, changed or back counts from now."""
        enabled = {
            rule.arn: rule
            for _, _, store in events_stores.iter_stores()
            for bus in list(store.event_buses.values())
            for rule in list(bus.rules.values())
            if rule.schedule_expression and rule.state == "ENABLED"
        }
        kept: dict[str, Planned] = {}
        for arn, rule in enabled.items():
            known = self._planned.get(arn)
            if known is None or known.expression != rule.schedule_expression:
                known = Planned(rule.schedule_expression, _parse(rule.schedule_expression), CLOCK.now_ms())
            kept[arn] = known
        self._planned = kept
        return {arn: (enabled[arn], planned) for arn, planned in kept.items()}

    def next_due(self, short: bool) -> int | None:
        dues = [planned.next_due() for _, planned in self.refresh().values() if planned.is_short == short]
        return min((due for due in dues if due is not None), default=None)

    def fire_due(self, short: bool) -> list[str]:
        """Fires each due rule once; says which. A short rule that missed many of its times fires once for all."""
        now = CLOCK.now_ms()
        fired: list[Rule] = []
        for arn, (rule, planned) in self.refresh().items():
            due = planned.next_due()
            if planned.is_short != short or due is None or due > now:
                continue
            # A calendar rule keeps its own rhythm; a short one counts from when it really fired.
            self._planned[arn] = changed(planned, last=now if short else due)
            fired.append(rule)
        # Side by side; the targets of all have been asked when this returns.
        for sending in [self._senders.submit(self._send, rule) for rule in fired]:
            sending.result()
        return [f"rule: {rule.name}" for rule in fired]

    def _send(self, rule: Rule) -> None:
        if self.provider is None:
            return
        try:
            self.provider._get_scheduled_rule_job_function(rule.account_id, rule.region, rule)()
        except Exception:
            LOG.exception("Rule %s could not be fired", rule.name)


SCHEDULES = Schedules()


def move_schedules() -> None:
    # LocalStack's own scheduler looks at the real clock about once a minute; ours takes its place.
    replace(JobScheduler, "start_loop", lambda self: None)
    replace(RuleService, "create_schedule_job", lambda self, send: None)
    replace(RuleService, "_get_schedule_cron", lambda self, expression: expression)

    def noting(start: Callable[[EventsProvider], None]) -> Callable[[EventsProvider], None]:
        def on_before_start(self: EventsProvider) -> None:
            SCHEDULES.provider = self
            start(self)

        return on_before_start

    wrap(EventsProvider, "on_before_start", noting)
