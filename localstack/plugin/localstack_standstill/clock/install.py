from localstack_standstill import settings
from localstack_standstill.clock.counted_services import count_services
from localstack_standstill.clock.event_sources import count_event_sources
from localstack_standstill.clock.keeper import start_keeping
from localstack_standstill.clock.movable_clock import CLOCK, from_iso
from localstack_standstill.clock.queues import move_queues
from localstack_standstill.clock.routes import serve_clock
from localstack_standstill.clock.schedules import move_schedules
from localstack_standstill.clock.service_times import move_service_times
from localstack_standstill.clock.step_functions import move_step_functions
from localstack_standstill.clock.taken import count_taken_messages


def _start() -> None:
    at = settings.text("CLOCK_AT")
    if at is None:
        return
    try:
        CLOCK.start_at(from_iso(at))
    except ValueError:
        raise settings.BadSetting(f"STANDSTILL_CLOCK_AT is an ISO time, not {at}.") from None


def install_clock() -> None:
    move_step_functions()
    move_queues()
    count_taken_messages()
    move_schedules()
    move_service_times()
    count_services()
    count_event_sources()
    _start()
    start_keeping()
    serve_clock()
