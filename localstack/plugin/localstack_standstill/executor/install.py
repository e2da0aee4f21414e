from localstack import config

from localstack_standstill.clock.movable_clock import CLOCK
from localstack_standstill.executor.environments import mend_environments
from localstack_standstill.executor.process_executor import NAME, tell_clock_to_functions
from localstack_standstill.executor.runtimes import accept_newer_runtimes, refuse_other_runtimes


def install_executor() -> None:
    if config.LAMBDA_RUNTIME_EXECUTOR != NAME:
        return
    accept_newer_runtimes()
    refuse_other_runtimes()
    mend_environments()
    CLOCK.listeners.append(tell_clock_to_functions)
