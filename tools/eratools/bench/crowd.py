"""A crowd of slow clients, as a program of its own: `crowd.py PORT HOW_MANY`.

Each connects and begins a request whose head never ends: one byte a second follows, those of different
clients at different times. Prints `ready` once all have connected.
"""

from __future__ import annotations

import socket
import sys
import time

_TICKS = 100
"""The clients send in so many groups, one after another within a second."""

_BEGINNING = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "


def main(port: int, how_many: int) -> None:
    clients = [_connect(port) for _ in range(how_many)]
    print("ready", flush=True)
    start = time.monotonic()
    tick = 0
    while True:
        for client in clients[tick % _TICKS :: _TICKS]:
            _send_a_byte(client)
        tick += 1
        time.sleep(max(0.0, start + tick / _TICKS - time.monotonic()))


def _connect(port: int) -> socket.socket:
    client = socket.socket()
    client.settimeout(30)
    client.connect(("127.0.0.1", port))
    client.sendall(_BEGINNING)
    return client


def _send_a_byte(client: socket.socket) -> None:
    try:
        client.send(b"x")
    except OSError:
        pass  # the server does not want it any more, which whoever counts its descriptors will see


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
