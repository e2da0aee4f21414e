"""CloudWatch, of which nobody asks anything in a lab: alarms ring only in a real account."""

from localstack.services.cloudwatch.alarm_scheduler import AlarmScheduler
from localstack.services.lambda_.invocation import version_manager
from localstack.services.lambda_.invocation.logs import LogHandler


def _nothing(*_args: object, **_kwargs: object) -> None:
    pass


def spare_cloudwatch() -> None:
    # Each of these is a request of the host to itself: two a call, whose log is kept in a file (function_log), and one
    # a minute for each alarm.
    LogHandler.start_subscriber = _nothing
    LogHandler.add_logs = _nothing
    version_manager.record_cw_metric_invocation = _nothing
    version_manager.record_cw_metric_error = _nothing
    AlarmScheduler.schedule_metric_alarm = _nothing
