"""A server under measurement: told its port, ready when it listens."""

from __future__ import annotations

import socket
import time

from eratools.bench.contenders import Contender
from eratools.bench.processes import BenchError, Program

_READY_SECONDS = 30


class Server(Program):
    """A contender's process while it runs: `with Server(contender) as server: …`."""

    def __init__(self, contender: Contender, *arguments: str, core: int | None = None) -> None:
        """The server gets its port and then `arguments`."""
        self.contender = contender
        self.port = _free_port()
        super().__init__(contender.name, (*contender.command, str(self.port), *arguments), core=core)

    def __enter__(self) -> Server:
        super().__enter__()
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _wait(self) -> None:
        deadline = time.monotonic() + _READY_SECONDS
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
                return
            except OSError:
                self.check()
                time.sleep(0.02)
        raise BenchError(f"{self.name} does not listen after {_READY_SECONDS} seconds")


def _free_port() -> int:
    # A server of 0.1 cannot tell which port it got, so it is told one.
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]
