"""What a function printed, kept as a file per function beside LocalStack's own log."""

import os
import threading
from pathlib import Path

_lock = threading.Lock()


def _folder() -> Path | None:
    state = os.environ.get("SAFE_RETURN_STATE_DIR")
    return Path(state, "logs") if state else None


def append(function_name: str, text: str) -> None:
    folder = _folder()
    if folder is None or not text:
        return
    with _lock:
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / f"{function_name}.log", "a", encoding="utf-8") as file:
            file.write(text if text.endswith("\n") else f"{text}\n")
