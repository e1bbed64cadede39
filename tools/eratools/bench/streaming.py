"""Memory while streaming: the peak of a server, or of a proxy, through which a big body goes."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

from eratools.bench.contenders import Contender, gather
from eratools.bench.processes import BenchError, cores
from eratools.bench.servers import Server

_BLOCK = b"x" * (1 << 20)
_SLOW_READS = 400


@dataclass(frozen=True)
class Stream:
    """One body that went through a server."""

    contender: Contender
    what: str
    size: int
    seconds: float
    cpu: float
    """Seconds of processor time."""
    idle: int
    peak: int

    @property
    def growth(self) -> int:
        return self.peak - self.idle


def upload(port: int, size: int) -> None:
    """Send a body of `size`; the server reads as fast as it can."""
    _upload(port, size, "/")


def slow_upload(port: int, size: int) -> None:
    """Send a body of `size` to a server that pauses after each piece."""
    _upload(port, size, "/?slow")


def download(port: int, size: int) -> None:
    """Receive a body of `size` as fast as it comes."""
    _download(port, size, 0)


def slow_download(port: int, size: int) -> None:
    """Receive a body of `size`, with a pause after each of the first reads."""
    _download(port, size, _SLOW_READS)


WAYS: dict[str, Callable[[int, int], None]] = {
    "upload": upload,
    "upload, slow server": slow_upload,
    "download": download,
    "download, slow client": slow_download,
}

PROXY_WAYS = ("upload", "download", "download, slow client")
"""The ways that go through a proxy: it is the slow one already when those beside it are not."""


def measure(contender: Contender, what: str, size: int, advance: Callable[[str], None]) -> Stream:
    """Let a body of `size` bytes go through a fresh server in the way named `what`."""
    with Server(contender) as server:
        result = _pass(server, what, size)
    advance(contender.name)
    return result


def measure_proxy(contender: Contender, what: str, size: int, advance: Callable[[str], None]) -> Stream:
    """Let a body of `size` bytes go through a fresh proxy to a server, or from it."""
    (upstream_program,), _ = gather("stream", ["0.10"], [])
    with (
        Server(upstream_program, core=cores()[1]) as upstream,
        Server(contender, str(upstream.port)) as proxy,
    ):
        result = _pass(proxy, what, size)
    advance(contender.name)
    return result


def _pass(server: Server, what: str, size: int) -> Stream:
    try:
        upload(server.port, 1 << 16)
        idle, before = server.resident(), server.cpu()
        start = time.perf_counter()
        WAYS[what](server.port, size)
    except OSError as error:
        server.check()
        raise BenchError(f"{server.name}: {what}: {error}") from error
    seconds = time.perf_counter() - start
    return Stream(server.contender, what, size, seconds, server.cpu() - before, idle, server.peak())


def _connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=120)


def _upload(port: int, size: int, path: str) -> None:
    with _connect(port) as client:
        head = f"PUT {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n"
        client.sendall(head.encode())
        for start in range(0, size, len(_BLOCK)):
            client.sendall(_BLOCK[: size - start])
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    if str(size).encode() not in answer.partition(b"\r\n\r\n")[2]:
        raise OSError(f"the server counted something else: {answer[-200:]!r}")


def _download(port: int, size: int, slow_reads: int) -> None:
    buffer = bytearray(1 << 18)
    with _connect(port) as client:
        client.sendall(f"GET /{size} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        head = b""
        received = 1
        while b"\r\n\r\n" not in head and received:
            received = client.recv_into(buffer)
            head += buffer[:received]
        left = size - len(head.partition(b"\r\n\r\n")[2])
        while left > 0 and received:
            if slow_reads > 0:
                slow_reads -= 1
                time.sleep(0.005)
            received = client.recv_into(buffer)
            left -= received
    if left != 0:
        raise OSError(f"{left} bytes are missing at the end")
