"""What a function printed, kept as a file per function where a folder is named; CloudWatch Logs has it in any case."""

import threading
from pathlib import Path

from localstack_standstill import settings

_lock = threading.Lock()


def append(function_name: str, text: str) -> None:
    folder = settings.text("LOGS")
    if folder is None or not text:
        return
    with _lock:
        Path(folder).mkdir(parents=True, exist_ok=True)
        with open(Path(folder, f"{function_name}.log"), "a", encoding="utf-8") as file:
            file.write(text if text.endswith("\n") else f"{text}\n")
