"""What the core's live tests share: runs that cannot hang, and raw peers in threads."""

from __future__ import annotations

import socket
import struct

from nodecore.loop import get_loop

PATIENCE = 30.0
HOST = "127.0.0.1"

loop = get_loop()


class StillRunningError(AssertionError):
    """Something kept the loop alive long after it should have been over."""


def run():
    """Run the loop until nothing keeps it alive; fail after a few seconds."""

    def give_up():
        raise StillRunningError(f"the loop still runs after {PATIENCE} s: an event did not come")

    watchdog = loop.timer(give_up, PATIENCE * 1000).unref()
    try:
        loop.run()
    finally:
        watchdog.cancel()


def in_thread(function, *args, then=None):
    """Run a blocking `function` beside the loop; its error fails the test, its value goes to `then`."""

    def over(error, value):
        if error is not None:
            raise error
        if then is not None:
            then(value)

    loop.in_thread(function, *args, done=over)


def dial(address):
    """A blocking socket connected to a port or to a path."""
    if isinstance(address, str):
        sock = socket.socket(socket.AF_UNIX)
        sock.settimeout(PATIENCE)
        sock.connect(address)
        return sock
    return socket.create_connection((HOST, address), PATIENCE)


def read_all(sock):
    """What arrives until the other side closes."""
    parts = []
    while data := sock.recv(65536):
        parts.append(data)
    return b"".join(parts)


def reset(sock):
    """Close with a RST instead of a FIN."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()
