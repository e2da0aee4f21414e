"""Step Functions on the movable clock: every wait, time-out, heartbeat and retry interval."""

import datetime
import importlib
from collections.abc import Callable

from localstack.services.stepfunctions.asl.component.state.state_execution.execute_state import ExecutionState
from localstack.services.stepfunctions.asl.component.state.state_execution.state_task.service.state_task_service_callback import (
    StateTaskServiceCallback,
)
from localstack.services.stepfunctions.asl.component.state.state_wait.wait_function.timestamp import Timestamp
from localstack.services.stepfunctions.asl.component.state.state_wait.wait_function.wait_function import WaitFunction
from localstack.services.stepfunctions.asl.eval.callback.callback import CallbackConsumerTimeout, CallbackEndpoint
from localstack.services.stepfunctions.asl.eval.environment import Environment

from localstack_standstill.clock.movable_clock import CLOCK
from localstack_standstill.clock.moved_datetime import DATETIME
from localstack_standstill.clock.waiting import (
    THREADING,
    ClockEvent,
    CountedThread,
    ExecutionThread,
    begin_deadline,
    clock_sleep,
    describe_waits,
    idle_sleep,
)
from localstack_standstill.replace import replace, wrap

ROOT = "localstack.services.stepfunctions"
EXECUTION = f"{ROOT}.asl.component.state.state_execution"

# Each module with the names it takes from the standard library, and what it gets instead.
REPLACED = {
    f"{ROOT}.asl.eval.environment": {"threading": THREADING},
    f"{ROOT}.asl.eval.callback.callback": {"Event": ClockEvent},
    f"{ROOT}.asl.eval.event.event_manager": {"datetime": DATETIME},
    f"{ROOT}.asl.component.program.program": {"threading": THREADING},
    f"{ROOT}.asl.component.state.state": {"datetime": DATETIME},
    f"{ROOT}.backend.execution_worker": {"Thread": ExecutionThread, "datetime": DATETIME},
    f"{ROOT}.backend.execution": {"datetime": DATETIME},
    f"{ROOT}.provider": {"datetime": DATETIME},
    f"{EXECUTION}.execute_state": {"threading": THREADING, "Thread": CountedThread},
    f"{EXECUTION}.state_parallel.branch_worker": {"threading": THREADING},
    f"{EXECUTION}.state_parallel.branches_decl": {"threading": THREADING},
    f"{EXECUTION}.state_map.iteration.job": {"threading": THREADING},
    f"{EXECUTION}.state_map.iteration.inline_iteration_component": {"threading": THREADING},
}


class _Pausing:
    """A module's `time`, with another sleep."""

    def __init__(self, sleep) -> None:
        self.sleep = sleep


SLEEPS = {
    f"{ROOT}.asl.component.common.retry.retrier_decl": clock_sleep,
    f"{EXECUTION}.state_task.service.state_task_service_callback": idle_sleep,
}


def _where(env: Environment) -> str:
    context = env.states.context_object.context_object_data
    return f"{context['Execution']['Name']} {context['State']['Name']}"


def _wait_until(env: Environment, due: int) -> None:
    describe_waits(f"sfn-wait: {_where(env)}", env.is_running)
    while env.is_running() and CLOCK.now_ms() < due:
        env.program_state_event.wait((due - CLOCK.now_ms()) / 1000)


def _wait_seconds(self: WaitFunction, env: Environment) -> None:
    began = CLOCK.now_ms()
    _wait_until(env, began + round(self._get_wait_seconds(env) * 1000))


def _wait_timestamp(self: Timestamp, env: Environment) -> None:
    self.string.eval(env=env)
    text = env.stack.pop()
    moment = self._from_timestamp_string(text)
    if moment is None:
        # LocalStack's own way of failing the state for a time it cannot read.
        env.stack.append(text)
        self._get_wait_seconds(env)
        return
    _wait_until(env, round(moment.replace(tzinfo=datetime.UTC).timestamp() * 1000))


def _labelled(method, kind: str, before: Callable[[], None] = lambda: None):
    def labelled(self, env, *args, **kwargs):
        describe_waits(f"{kind}: {_where(env)}", env.is_running)
        before()
        return method(self, env, *args, **kwargs)

    return labelled


def _wait_for_callback(self: CallbackEndpoint, timeout: float | None = None):
    # The state that asked has the same time-out and raises it; this only lets the thread below it end.
    if not self._notify_event.wait(timeout, echo=True):
        self.report(CallbackConsumerTimeout())
    return self.get_outcome()


def move_step_functions() -> None:
    for name, replacements in REPLACED.items():
        module = importlib.import_module(name)
        for attribute, replacement in replacements.items():
            replace(module, attribute, replacement)
    for name, sleep in SLEEPS.items():
        replace(importlib.import_module(name), "time", _Pausing(sleep))
    replace(WaitFunction, "_eval_body", _wait_seconds)
    replace(Timestamp, "_eval_body", _wait_timestamp)
    wrap(ExecutionState, "_evaluate_with_timeout", lambda method: _labelled(method, "sfn-timeout", begin_deadline))
    wrap(
        StateTaskServiceCallback,
        "_wait_for_task_token_heartbeat",
        lambda method: _labelled(method, "sfn-heartbeat"),
    )
    replace(CallbackEndpoint, "wait", _wait_for_callback)
