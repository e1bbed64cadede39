"""Memory of idle connections: what a server holds for each one that made a request and stays."""

from __future__ import annotations

import resource
import socket
from collections.abc import Callable
from dataclasses import dataclass

from eratools.bench.contenders import Contender
from eratools.bench.processes import BenchError
from eratools.bench.servers import Server

_REQUEST = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: eras-bench\r\nAccept: */*\r\n\r\n"
_WARM_UP_REQUESTS = 200
_SPARE_DESCRIPTORS = 100


@dataclass(frozen=True)
class Memory:
    """Resident bytes of a server before and after its connections came."""

    contender: Contender
    connections: int
    before: int
    after: int

    @property
    def per_connection(self) -> float:
        return (self.after - self.before) / self.connections


def measure(contender: Contender, connections: int, advance: Callable[[str], None]) -> Memory:
    """Open `connections`, make one request on each, keep them all, and look at the server's memory."""
    allow_descriptors(connections)
    with Server(contender) as server:
        with connect(server) as warm:
            for _ in range(_WARM_UP_REQUESTS):
                ask(warm)
        before = server.resident()
        clients: list[socket.socket] = []
        try:
            for _ in range(connections):
                clients.append(connect(server))
                ask(clients[-1])
            after = server.resident()
        except OSError as error:
            server.check()
            raise BenchError(f"{contender.name}: connection {len(clients) + 1} failed: {error}") from error
        finally:
            for client in clients:
                client.close()
    advance(contender.name)
    return Memory(contender, connections, before, after)


def allow_descriptors(connections: int) -> None:
    """Let this process, and those that it starts, hold so many connections."""
    needed = connections + _SPARE_DESCRIPTORS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < needed:
        if hard != resource.RLIM_INFINITY and hard < needed:
            raise BenchError(f"{connections} connections need {needed} descriptors, the limit is {hard}")
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))


def connect(server: Server) -> socket.socket:
    """A client of `server`, connected."""
    client = socket.create_connection(("127.0.0.1", server.port), timeout=20)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return client


def ask(client: socket.socket) -> None:
    """One request on a connection that stays open; the answer is chunked everywhere."""
    client.sendall(_REQUEST)
    answer = b""
    while not answer.endswith(b"0\r\n\r\n"):
        part = client.recv(65536)
        if not part:
            raise OSError("the server closed the connection")
        answer += part
