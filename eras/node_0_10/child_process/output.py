"""What `exec` and `execFile` do with a child: collect what it writes, and tell how it went."""

from __future__ import annotations

from typing import Any

from nodecore.emitter import adapt
from nodecore.errors import NodeError
from nodecore.loop import get_loop
from nodecore.values import number_of


class Collector:
    """Waits for the end of a child, or makes it end when it takes too long or writes too much."""

    def __init__(self, child: Any, callback: Any, options: dict[str, Any]) -> None:
        self._child = child
        self._callback = adapt(callback) if callable(callback) else None
        self._kill_signal = options.get("killSignal") or "SIGTERM"
        limit = options.get("maxBuffer")
        self._limit = 200 * 1024 if limit is None else number_of(limit)
        self._error: BaseException | None = None
        self._killed = self._over = False
        self._text = {"stdout": "", "stderr": ""}
        timeout = number_of(options.get("timeout"))
        self._timer = get_loop().timer(self._kill, timeout) if timeout > 0 else None
        for name, stream in (("stdout", child.stdout), ("stderr", child.stderr)):
            stream.setEncoding(options.get("encoding"))
            stream.on("data", lambda text, name=name: self._received(name, text))
        child.on("close", self._closed)
        child.on("error", self._failed)

    def _received(self, name: str, text: str) -> None:
        self._text[name] += text
        if len(self._text[name]) > self._limit:
            self._error = NodeError(f"{name} maxBuffer exceeded.")
            self._kill()

    def _kill(self) -> None:
        self._child.stdout.destroy()
        self._child.stderr.destroy()
        self._killed = True
        self._child.kill(self._kill_signal)

    def _failed(self, error: BaseException) -> None:
        self._error = error
        self._child.stdout.destroy()
        self._child.stderr.destroy()
        self._closed(None, None)

    def _closed(self, code: Any, signal_name: Any) -> None:
        if self._over:
            return
        self._over = True
        if self._timer is not None:
            self._timer.cancel()
        error = self._error
        if error is None and (code != 0 or signal_name is not None):
            error = self._command_failed(code, signal_name)
        if self._callback is not None:
            self._callback(error, self._text["stdout"], self._text["stderr"])

    def _command_failed(self, code: Any, signal_name: Any) -> NodeError:
        error = NodeError(f"Command failed: {self._text['stderr']}")
        error.killed = self._child.killed or self._killed  # type: ignore[attr-defined]
        error.code = code
        error.signal = signal_name  # type: ignore[attr-defined]
        return error
