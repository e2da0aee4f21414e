"""One Node process running the bootstrap: started, talked to, listened to, killed."""

import json
import os
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

from localstack import config

from localstack_standstill import settings
from localstack_standstill.clock.movable_clock import CLOCK

BOOTSTRAP = Path(__file__).with_name("bootstrap.mjs")
LOG_MARKER = "~standstill-end~"


def heap_limit(memory_mb: int) -> int:
    """The share of a function's memory that V8 may fill, leaving the rest to Node itself and to buffers."""
    return max(64, memory_mb * 9 // 10)


def _trust() -> dict[str, str]:
    """A function that calls back in over HTTPS meets LocalStack's certificate."""
    return {"NODE_EXTRA_CA_CERTS": config.CUSTOM_SSL_CERT_PATH} if config.CUSTOM_SSL_CERT_PATH else {}


class ProcessGone(Exception):
    """The process ended without an answer."""


class NodeProcess:
    def __init__(self, env: dict[str, str], folder: str, memory_mb: int) -> None:
        self.lines: list[str] = []
        self.log_ended = threading.Event()
        self._answers: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._write_lock = threading.Lock()
        answers_in, answers_out = os.pipe()
        self._process = subprocess.Popen(
            self._command(memory_mb),
            cwd=folder,
            env={
                **_trust(),
                **env,
                "STANDSTILL_CLOCK_READING": json.dumps(CLOCK.reading()),
                "STANDSTILL_ANSWERS": str(answers_out),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=(answers_out,),
        )
        os.close(answers_out)
        threading.Thread(target=self._read_log, daemon=True).start()
        threading.Thread(target=self._read_answers, args=(answers_in,), daemon=True).start()

    @staticmethod
    def _command(memory_mb: int) -> list[str]:
        node = settings.text("NODE") or "node"
        return [node, f"--max-old-space-size={heap_limit(memory_mb)}", "--no-warnings", str(BOOTSTRAP)]

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def send(self, message: dict[str, Any]) -> None:
        try:
            with self._write_lock:
                assert self._process.stdin is not None
                self._process.stdin.write(f"{json.dumps(message)}\n".encode())
                self._process.stdin.flush()
        except (BrokenPipeError, ValueError):
            # It has ended; whoever waits for its answer is told by ProcessGone.
            pass

    def answer(self, within_seconds: float) -> dict[str, Any]:
        """The next answer. Raises queue.Empty when it takes too long, ProcessGone when there will be none."""
        message = self._answers.get(timeout=max(0.001, within_seconds))
        if message is None:
            raise ProcessGone
        return message

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def ending(self) -> str:
        """How it ended, in Lambda's words."""
        code = self._process.wait()
        return f"signal: {-code}" if code < 0 else f"exit status {code}"

    def _read_log(self) -> None:
        assert self._process.stdout is not None
        for raw in self._process.stdout:
            line = raw.decode(errors="replace")
            if line.startswith(LOG_MARKER):
                # The bootstrap breaks the line before its marker, which may have been broken already.
                if self.lines and self.lines[-1] == "\n":
                    self.lines.pop()
                self.log_ended.set()
            else:
                self.lines.append(line)
        self.log_ended.set()

    def _read_answers(self, answers_in: int) -> None:
        with os.fdopen(answers_in, encoding="utf-8") as answers:
            for line in answers:
                self._answers.put(json.loads(line))
        self._answers.put(None)
