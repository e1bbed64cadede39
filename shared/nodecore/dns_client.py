"""Putting a question to DNS servers: over UDP, and over TCP when the answer was too long for that.

What holds here:

- Messages are bytes; nothing but the header and the question of a reply is looked at.
- Each try has a socket, and so a port, of its own. Only the asked server is heard, and what does not repeat
  the id and the question is passed over: a forged or late reply changes nothing.
- The servers are tried in turn, each as often as the configuration says. One that cannot answer gives
  way to the next; what it said counts if no other says more.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .loop import READ, WRITE, get_loop

PORT = 53
HEADER_SIZE = 12
LONGEST = 65535

SERVFAIL, NOTIMP, REFUSED = 2, 4, 5

Done = Callable[[BaseException | None, bytes | None], Any]


@dataclass(frozen=True)
class Servers:
    """Whom to ask, for how many milliseconds to wait for each, and how often to ask it."""

    addresses: tuple[tuple[str, int], ...]
    timeout: float = 5000.0
    attempts: int = 2


def system_servers(path: str = "/etc/resolv.conf") -> Servers:
    """The servers of this machine's configuration; itself, if that names none."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read(LONGEST).splitlines()
    except OSError:
        lines = []
    addresses = []
    options = {"timeout": 5, "attempts": 2}
    for words in map(str.split, lines):
        if words[:1] == ["nameserver"] and len(words) > 1:
            addresses.append((words[1], PORT))
        elif words[:1] == ["options"]:
            pairs = (word.partition(":") for word in words[1:])
            options.update({name: int(value) for name, _, value in pairs if value.isdecimal()})
    return Servers(
        tuple(addresses[:3]) or (("127.0.0.1", PORT),),
        min(max(options["timeout"], 1), 30) * 1000.0,
        min(max(options["attempts"], 1), 5),
    )


def query(message: bytes, servers: Servers, done: Done) -> None:
    """Ask `message`, then `done(error, reply)` in the loop; the error is an OSError."""
    get_loop().call_soon(_Query(message, servers, done).next_try)


class _Query:
    """A question under way: at any time there is at most one server that it waits for."""

    def __init__(self, message: bytes, servers: Servers, done: Done) -> None:
        self.message = message
        self.done = done
        self.timeout = servers.timeout
        self.tries = iter(servers.addresses * servers.attempts)
        self.server: tuple[str, int] = ("", 0)
        self.sock: socket.socket | None = None
        self.watcher: Any = None
        self.received = b""
        self.refusal: bytes | None = None
        self.error: BaseException = TimeoutError("no DNS server answered in time")
        self.timer = get_loop().timer(self.next_try, self.timeout)

    def next_try(self) -> None:
        """Ask the next server over UDP; when there is none left, be done."""
        server = next(self.tries, None)
        if server is None:
            self._finish(self.refusal)
            return
        self.server = server
        self.timer.start(self.timeout)
        self._open(socket.SOCK_DGRAM, READ, self._datagram)

    def _open(self, kind: int, events: int, ready: Callable[[], Any]) -> None:
        self._close()
        try:
            family = socket.AF_INET6 if ":" in self.server[0] else socket.AF_INET
            self.sock = sock = socket.socket(family, kind)
            sock.setblocking(False)
            try:
                sock.connect(self.server)
            except BlockingIOError:
                pass  # it goes on connecting
            if kind == socket.SOCK_DGRAM:
                sock.send(self.message)
        except OSError as error:
            self._fail(error)
            return
        self._watch(events, ready)

    def _watch(self, events: int, ready: Callable[[], Any]) -> None:
        if self.watcher is not None:
            self.watcher.stop()
            self.watcher.close()
        assert self.sock is not None
        self.watcher = get_loop().io(self.sock.fileno(), events)
        get_loop().watch(self.watcher, self._guarded, self.watcher, ready)

    def _guarded(self, watcher: Any, ready: Callable[[], Any]) -> None:
        if watcher is not self.watcher:
            return  # it fired, and then the try it belongs to was given up
        try:
            ready()
        except BlockingIOError:
            pass
        except OSError as error:
            self._fail(error)

    # -- UDP --------------------------------------------------------------------------------------------

    def _datagram(self) -> None:
        assert self.sock is not None
        reply = self.sock.recv(LONGEST)
        if not is_reply_to(self.message, reply):
            return
        if reply[2] & 0x02:  # truncated
            self._open(socket.SOCK_STREAM, WRITE, self._connected)
        else:
            self._replied(reply)

    # -- TCP --------------------------------------------------------------------------------------------

    def _connected(self) -> None:
        sock = self.sock
        assert sock is not None
        number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number:
            raise OSError(number, "connecting to a DNS server failed")
        self.received = b""
        sock.sendall(len(self.message).to_bytes(2, "big") + self.message)
        self._watch(READ, self._piece)

    def _piece(self) -> None:
        assert self.sock is not None
        data = self.sock.recv(LONGEST)
        if not data:
            raise ConnectionResetError("a DNS server closed the connection before its reply was complete")
        self.received += data
        end = 2 + int.from_bytes(self.received[:2], "big")
        if len(self.received) < max(end, 2):
            return
        reply = self.received[2:end]
        if is_reply_to(self.message, reply):
            self._replied(reply)
        else:
            raise ConnectionResetError("a DNS server answered what it was not asked")

    # -- the end ----------------------------------------------------------------------------------------

    def _replied(self, reply: bytes) -> None:
        if reply[3] & 0x0F in (SERVFAIL, NOTIMP, REFUSED):
            self.refusal = reply
            self.next_try()
        else:
            self._finish(reply)

    def _fail(self, error: OSError) -> None:
        self.error = error
        self.next_try()

    def _finish(self, reply: bytes | None) -> None:
        self.timer.cancel()
        self._close()
        # A callback of its own: what it raises is no failure of this query.
        get_loop().call_soon(self.done, None if reply is not None else self.error, reply)

    def _close(self) -> None:
        if self.watcher is not None:
            self.watcher.stop()
            self.watcher.close()
            self.watcher = None
        if self.sock is not None:
            self.sock.close()
            self.sock = None


def is_reply_to(message: bytes, reply: bytes) -> bool:
    """Whether `reply` has the id of `message` and repeats its question, if it repeats one at all."""
    if len(reply) < HEADER_SIZE or reply[:2] != message[:2] or not reply[2] & 0x80:
        return False
    asked = message[HEADER_SIZE:].lower()
    return reply[4:6] == b"\0\0" or reply[HEADER_SIZE : HEADER_SIZE + len(asked)].lower() == asked
