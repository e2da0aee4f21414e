"""LocalStack started as the README says, with nothing set that is not said there."""

import io
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

HOUR = 3600
ROLE = "arn:aws:iam::000000000000:role/any"
SOURCE = """export const handler = async () => {
  console.log("printed at", new Date().toISOString());
  return { now: new Date().toISOString() };
};"""


def a_free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def until(look: Callable[[], Any], seconds: float = 90) -> Any:
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        try:
            if found := look():
                return found
        except (OSError, ClientError):
            pass
        time.sleep(0.05)
    raise TimeoutError(f"It did not happen within {seconds} s.")


def ask(url: str, body: Any = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data)) as answer:
        return json.load(answer)


@pytest.fixture(scope="module")
def host(tmp_path_factory) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("host"), a_free_port()
    settings = {
        "GATEWAY_LISTEN": f"127.0.0.1:{port}",
        "FILESYSTEM_ROOT": str(folder),
        "SKIP_SSL_CERT_DOWNLOAD": "1",
        "DNS_ADDRESS": "0",
        "LAMBDA_RUNTIME_EXECUTOR": "process",
    }
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "STANDSTILL_NODE") if name in os.environ}
    log = open(folder / "log", "w+")
    process = subprocess.Popen(
        [sys.executable, "-m", "localstack.runtime.main"], cwd=folder, env=kept | settings, stdout=log, stderr=log
    )
    endpoint = f"http://127.0.0.1:{port}"
    try:
        until(lambda: process.poll() is not None or ask(f"{endpoint}/_localstack/init/ready")["completed"])
        assert process.poll() is None, (log.seek(0), log.read())[1][-2000:]
        yield endpoint
    finally:
        process.kill()
        process.wait()
        log.close()


@pytest.fixture(scope="module")
def client(host) -> Callable[[str], Any]:
    keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "region_name": "eu-west-2"}
    return lambda service: boto3.client(service, endpoint_url=host, **keys)


def function(client, name: str, runtime: str) -> None:
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("index.mjs", SOURCE)
    lambdas = client("lambda")
    lambdas.create_function(
        FunctionName=name, Runtime=runtime, Role=ROLE, Handler="index.handler", Code={"ZipFile": code.getvalue()}
    )
    until(lambda: lambdas.get_function(FunctionName=name)["Configuration"]["State"] == "Active")


def test_a_wait_of_72_hours_is_over_in_a_moment_and_the_function_after_it_sees_its_due_time(host, client) -> None:
    function(client, "look", "nodejs22.x")
    states = client("stepfunctions")
    definition = {
        "StartAt": "Wait",
        "States": {
            "Wait": {"Type": "Wait", "Seconds": 72 * HOUR, "Next": "Look"},
            "Look": {
                "Type": "Task",
                "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "look"},
                "OutputPath": "$.Payload",
                "End": True,
            },
        },
    }
    machine = states.create_state_machine(name="wait", roleArn=ROLE, definition=json.dumps(definition))
    run = states.start_execution(stateMachineArn=machine["stateMachineArn"])["executionArn"]
    moved = ask(f"{host}/_clock/advance", {"seconds": 72 * HOUR})
    ended = states.describe_execution(executionArn=run)
    assert ended["status"] == "SUCCEEDED"
    assert [stop["at"] for stop in moved["stops"]] == [json.loads(ended["output"])["now"]]
    assert (ended["stopDate"] - ended["startDate"]).total_seconds() >= 72 * HOUR


def test_what_a_function_prints_is_in_cloudwatch_logs(client) -> None:
    function(client, "prints", "nodejs22.x")
    client("lambda").invoke(FunctionName="prints")
    logs = client("logs")

    def printed() -> list[str]:
        events = logs.filter_log_events(logGroupName="/aws/lambda/prints")["events"]
        return [event["message"] for event in events if event["message"].startswith("printed at 20")]

    assert len(until(printed)) == 1


def test_a_function_in_python_is_refused_in_a_sentence(client) -> None:
    with pytest.raises(ClientError, match="Functions run as Node processes here, so python3.13 cannot be run"):
        function(client, "snake", "python3.13")
