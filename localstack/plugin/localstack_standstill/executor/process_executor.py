"""Lambda's execution environment as one warm Node process."""

import json
import logging
import os
import queue
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from localstack import config
from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.lambda_.invocation.runtime_executor import RuntimeExecutor

from localstack_standstill.clock.activity import ACTIVITY
from localstack_standstill.clock.movable_clock import CLOCK
from localstack_standstill.executor import function_log
from localstack_standstill.executor.node_process import LOG_MARKER, NodeProcess, ProcessGone

LOG = logging.getLogger(__name__)

# As LAMBDA_RUNTIME_EXECUTOR names it.
NAME = "process"

# Lambda allows an init of ten seconds; a busy machine starting many at once may need longer.
INIT_SECONDS = 20.0
HOST = "127.0.0.1"


class InitFailed(StatusErrorException):
    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(error["errorMessage"], payload=json.dumps(error).encode())


class ProcessExecutor(RuntimeExecutor):
    running: "set[ProcessExecutor]" = set()
    # What others add to the environment of each function as it starts.
    environment: list[Callable[[], dict[str, str]]] = []

    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id=id, function_version=function_version)
        self._env: dict[str, str] = {}
        self._node: NodeProcess | None = None
        self._init_ms = 0.0

    # What LocalStack asks about addresses: the process shares the machine with it.
    def get_address(self) -> str:
        return HOST

    def get_endpoint_from_executor(self) -> str:
        return HOST

    def get_runtime_endpoint(self) -> str:
        return f"http://{HOST}:{config.GATEWAY_LISTEN[0].port}/_standstill/{self.id}"

    def get_logs(self) -> str:
        return "".join(self._node.lines) if self._node else ""

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        function_version.config.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        function_version.config.code.destroy_cached()

    def start(self, env_vars: dict[str, str]) -> None:
        self._env = {
            "PATH": os.environ.get("PATH", ""),
            "TMPDIR": "/tmp",
            "LANG": "en_US.UTF-8",
            **{name: value for made in ProcessExecutor.environment for name, value in made().items()},
            **{name: str(value) for name, value in env_vars.items()},
            "LAMBDA_TASK_ROOT": str(self._folder()),
            "AWS_EXECUTION_ENV": f"AWS_Lambda_{self.function_version.config.runtime}",
            "TZ": "UTC",
        }
        self._ready_node()
        ProcessExecutor.running.add(self)

    def stop(self) -> None:
        ProcessExecutor.running.discard(self)
        self._kill()

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        with ACTIVITY.during(f"function {self.function_version.id.function_name}"):
            return self._invoke(payload)

    def _invoke(self, payload: dict[str, str]) -> InvocationResult:
        request_id = payload["invoke-id"]
        fresh = self._node is None
        try:
            node = self._ready_node()
        except InitFailed as failure:
            return self._result(request_id, json.loads(failure.payload), True, failure.logs)
        began = time.monotonic()
        first_line = len(node.lines) if not fresh and self._init_ms == 0 else 0
        outcome, is_error, peak_kb = self._call(node, payload)
        spent_ms = (time.monotonic() - began) * 1000
        logs = self._collect_logs(node, first_line, request_id, spent_ms, peak_kb)
        return self._result(request_id, outcome, is_error, logs)

    def tell_clock(self) -> None:
        """A function in the middle of its work must see the clock move too."""
        node = self._node
        if node is not None:
            node.send({"clock": CLOCK.reading()})

    def _folder(self) -> Path:
        return self.function_version.config.code.get_unzipped_code_location()

    def _ready_node(self) -> NodeProcess:
        if self._node is not None and self._node.alive:
            return self._node
        began = time.monotonic()
        node = NodeProcess(self._env, str(self._folder()), self.function_version.config.memory_size)
        self._node = node
        try:
            first = node.answer(INIT_SECONDS)
        except queue.Empty:
            self._kill()
            raise self._init_failed(node, "Sandbox.Timedout", f"Init took more than {INIT_SECONDS:.2f} seconds")
        except ProcessGone:
            raise self._init_failed(node, "Runtime.ExitError", f"Runtime exited with error: {node.ending()}")
        if "initError" in first:
            self._kill()
            raise self._init_failed(node, **first["initError"])
        self._init_ms = (time.monotonic() - began) * 1000
        return node

    def _init_failed(self, node: NodeProcess, errorType: str, errorMessage: str, trace: list[str] | None = None) -> InitFailed:
        self._node = None
        node.log_ended.wait(0.5)
        error = InitFailed({"errorType": errorType, "errorMessage": errorMessage, "trace": trace or []})
        error.logs = "".join(node.lines)
        function_log.append(self.function_version.id.function_name, f"INIT FAILED {errorType}: {errorMessage}\n{error.logs}")
        return error

    def _call(self, node: NodeProcess, payload: dict[str, str]) -> tuple[Any, bool, int]:
        request_id = payload["invoke-id"]
        limit = float(self.function_version.config.timeout)
        node.log_ended.clear()
        node.send(
            {
                "id": request_id,
                "arn": payload["invoked-function-arn"],
                "payload": payload["payload"],
                "trace": payload["trace-id"],
                "deadline": int((time.time() + limit) * 1000),
                "marker": LOG_MARKER,
                "clock": CLOCK.reading(),
            }
        )
        try:
            answer = node.answer(limit)
        except queue.Empty:
            self._kill()
            message = f"RequestId: {request_id} Error: Task timed out after {limit:.2f} seconds"
            return {"errorType": "Sandbox.Timedout", "errorMessage": message}, True, 0
        except ProcessGone:
            message = f"RequestId: {request_id} Error: Runtime exited with error: {node.ending()}"
            self._kill()
            return {"errorType": "Runtime.ExitError", "errorMessage": message}, True, 0
        if answer.get("ends"):
            self._kill()
        if "error" in answer:
            return answer["error"], True, answer["peakKb"]
        return answer["value"], False, answer["peakKb"]

    def _collect_logs(self, node: NodeProcess, first_line: int, request_id: str, spent_ms: float, peak_kb: int) -> str:
        node.log_ended.wait(0.5)
        printed, node.lines[:] = "".join(node.lines[first_line:]), []
        id = self.function_version.id
        memory = self.function_version.config.memory_size
        init = f"\tInit Duration: {self._init_ms:.2f} ms" if self._init_ms else ""
        self._init_ms = 0
        logs = (
            f"START RequestId: {request_id} Version: {id.qualifier}\n"
            f"{printed}{'' if not printed or printed.endswith(chr(10)) else chr(10)}"
            f"END RequestId: {request_id}\n"
            f"REPORT RequestId: {request_id}\tDuration: {spent_ms:.2f} ms\tMemory Size: {memory} MB"
            f"\tMax Memory Used: {peak_kb // 1024} MB{init}\n"
        )
        function_log.append(id.function_name, logs)
        return logs

    @staticmethod
    def _result(request_id: str, outcome: Any, is_error: bool, logs: str) -> InvocationResult:
        body = outcome if isinstance(outcome, str) else json.dumps(outcome)
        return InvocationResult(request_id, body.encode(), is_error=is_error, logs=logs)

    def _kill(self) -> None:
        node, self._node = self._node, None
        if node is not None:
            node.kill()


def tell_clock_to_functions() -> None:
    for executor in list(ProcessExecutor.running):
        executor.tell_clock()


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    name = NAME

    def load(self, *args: Any, **kwargs: Any) -> type[RuntimeExecutor]:
        return ProcessExecutor
