"""DynamoDB Local from jars that somebody fetched already, instead of a download when the first table is made."""

import os
import shutil
from pathlib import Path

from localstack.services.dynamodb.packages import DynamoDBLocalPackageInstaller
from localstack.services.dynamodb.server import DynamodbServer
from localstack.utils import run

from localstack_standstill import settings
from localstack_standstill.replace import replace

MAIN_CLASS = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner"


def java_command() -> str:
    home = os.environ.get("JAVA_HOME")
    candidate = Path(home, "bin", "java") if home else None
    if candidate and candidate.exists():
        return str(candidate)
    return shutil.which("java") or "java"


def server_command(jars: str, port: int, heap: str, shared: bool) -> list[str]:
    return [
        java_command(),
        f"-Xmx{heap}",
        # One small server on a shared machine: these two halve its start-up time.
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        f"-Djava.library.path={jars}",
        "-cp",
        f"{jars}{os.sep}*",
        MAIN_CLASS,
        "-port",
        str(port),
        "-inMemory",
        *(["-sharedDb"] if shared else []),
    ]


def use_own_jars() -> None:
    jars = settings.text("DYNAMODB_JARS")
    if not jars:
        return
    # LocalStack would give the server a session of its own; in ours it is ended with the group when the host stops.
    replace(run, "is_linux", lambda: False)
    replace(run, "is_mac_os", lambda: False)
    replace(DynamoDBLocalPackageInstaller, "install", lambda self, *args, **kwargs: None)
    replace(DynamoDBLocalPackageInstaller, "get_java_env_vars", lambda self: {})
    replace(
        DynamodbServer,
        "_create_shell_command",
        lambda self: server_command(jars, self.port, self.heap_size, self.share_db),
    )
