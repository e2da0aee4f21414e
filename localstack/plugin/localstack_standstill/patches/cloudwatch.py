"""CloudWatch, where nobody asks anything of it: no logs of functions, no metrics of calls, no alarms."""

from localstack.services.cloudwatch.alarm_scheduler import AlarmScheduler
from localstack.services.lambda_.invocation import version_manager
from localstack.services.lambda_.invocation.logs import LogHandler

from localstack_standstill.replace import replace


def _nothing(*_args: object, **_kwargs: object) -> None:
    pass


def spare_cloudwatch() -> None:
    # Each of these is a request of the host to itself: three a call of a function, and one a minute for each alarm.
    replace(LogHandler, "start_subscriber", _nothing)
    replace(LogHandler, "add_logs", _nothing)
    replace(version_manager, "record_cw_metric_invocation", _nothing)
    replace(version_manager, "record_cw_metric_error", _nothing)
    replace(AlarmScheduler, "schedule_metric_alarm", _nothing)
