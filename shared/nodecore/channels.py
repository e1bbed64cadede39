"""Lines of text between a program and one that it started, and open descriptors with them.

What holds here:

- A descriptor arrives with, or before, the line it was sent with, and in the order of sending. Which line it
  belongs to is for the reader of the lines to know: `take_descriptor` gives the oldest.
- What the other end does not read waits here, unless the channel was told to wait itself.
"""

from __future__ import annotations

import os
import select
import socket
from array import array
from collections import deque
from collections.abc import Callable
from typing import Any

from .loop import READ, WRITE, get_loop

LONGEST = 1 << 29
"""More bytes than these are no line."""

_READ_SIZE = 65536
_ROOM_FOR_DESCRIPTORS = socket.CMSG_SPACE(16 * array("i").itemsize)
_MOST_UNTAKEN = 256
_CLOSE_ON_EXEC = getattr(socket, "MSG_CMSG_CLOEXEC", 0)


class Channel:
    """One end of a pair of Unix sockets. `received(line)` is told each line, `ended()` once when all is over.

    `patient` channels write at once whatever that takes, so that a program may exit right after.
    """

    def __init__(
        self, fd: int, received: Callable[[str], Any], ended: Callable[[], Any], *, patient: bool = False
    ) -> None:
        self._received, self._ended = received, ended
        self._patient = patient
        self._socket: socket.socket | None = socket.socket(fileno=fd)
        self._socket.setblocking(False)
        self._pieces: list[bytes] = []
        self._length = 0
        self._untaken: deque[int] = deque()
        self._unsent: deque[tuple[memoryview, int | None]] = deque()
        self.buffered = 0
        """Bytes that wait to be sent."""
        self._closing = False
        loop = get_loop()
        self._reader, self._writer = loop.io(fd, READ), loop.io(fd, WRITE)
        loop.watch(self._reader, self._readable)

    def ref(self) -> None:
        """Keep the program alive while the other end is there (the default)."""
        self._reader.ref = True

    def unref(self) -> None:
        """Let the program end although the other end is there."""
        self._reader.ref = False

    # -- receiving --------------------------------------------------------------------------------------

    def take_descriptor(self) -> int | None:
        """The oldest descriptor that arrived and was not taken yet."""
        return self._untaken.popleft() if self._untaken else None

    def _readable(self) -> None:
        if self._socket is None or self._closing:
            return
        try:
            data, ancillary, *_ = self._socket.recvmsg(_READ_SIZE, _ROOM_FOR_DESCRIPTORS, _CLOSE_ON_EXEC)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data, ancillary = b"", []
        for _level, _kind, numbers in ancillary:
            self._untaken.extend(array("i", numbers))
        while len(self._untaken) > _MOST_UNTAKEN:
            os.close(self._untaken.popleft())
        if data:
            self._split(data)
        else:
            self.close()

    def _split(self, data: bytes) -> None:
        first, *lines = data.split(b"\n")
        self._pieces.append(first)
        self._length += len(first)
        if self._length > LONGEST:
            self.close()
            return
        for line in lines:
            whole = b"".join(self._pieces)
            self._pieces, self._length = [line], len(line)
            if whole:
                self._received(whole.decode("utf-8", "replace"))

    # -- sending ----------------------------------------------------------------------------------------

    def send(self, line: str, descriptor: int | None = None) -> None:
        """Send a line, and with it a duplicate of `descriptor`, which must stay open until then."""
        if self._socket is None or self._closing:
            return
        data = memoryview(line.encode("utf-8", "surrogatepass") + b"\n")
        self._unsent.append((data, descriptor))
        self.buffered += len(data)
        if len(self._unsent) == 1:
            self._flush()

    def _flush(self) -> None:
        get_loop().catch_up()
        while self._unsent and self._socket is not None:
            data, descriptor = self._unsent[0]
            try:
                if descriptor is None:
                    taken = self._socket.send(data)
                else:
                    taken = socket.send_fds(self._socket, [data], [descriptor])
            except (BlockingIOError, InterruptedError):
                if not self._patient:
                    break
                select.select((), (self._socket,), ())
                continue
            except OSError:
                self._drop_unsent()  # nobody is there to read it
                break
            self.buffered -= taken
            if taken == len(data):
                self._unsent.popleft()
            else:
                self._unsent[0] = data[taken:], None
        self._go_on_later()

    def _drop_unsent(self) -> None:
        self._unsent.clear()
        self.buffered = 0

    def _go_on_later(self) -> None:
        if self._socket is None:
            return
        if self._unsent:
            if not self._writer.active:
                get_loop().watch(self._writer, self._flush)
        elif self._closing:
            self._close_now()
        else:
            self._writer.stop()

    # -- the end ----------------------------------------------------------------------------------------

    def close(self) -> None:
        """Hear no more, and close once everything is sent. `ended` is called at once."""
        if self._socket is None or self._closing:
            return
        self._closing = True
        self._reader.stop()
        while self._untaken:
            os.close(self._untaken.popleft())
        if not self._unsent:
            self._close_now()
        self._ended()

    def _close_now(self) -> None:
        sock, self._socket = self._socket, None
        for watcher in (self._reader, self._writer):
            watcher.stop()
            watcher.close()
        if sock is not None:
            sock.close()
