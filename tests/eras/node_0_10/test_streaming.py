"""Bodies far larger than what may be in memory, at the pace of whoever is slower."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from support import HOST, PATIENCE

PROGRAMS = Path(__file__).with_name("streaming_programs.py")
SIZE = 64 << 20
GROWTH_KIB = 12 << 10
SECONDS = 60


@pytest.fixture
def server():
    """A server in a process of its own; `server.stats()` are its peak memory and its counts."""
    process = subprocess.Popen([sys.executable, PROGRAMS, "server"], stdout=subprocess.PIPE)
    try:
        yield Server(int(process.stdout.readline()))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


class Server:
    def __init__(self, port):
        self.port = port

    def dial(self, receive_buffer=None):
        sock = socket.socket()
        if receive_buffer is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        sock.settimeout(PATIENCE)
        sock.connect((HOST, self.port))
        return sock

    def stats(self):
        with self.dial() as sock:
            sock.sendall(b"GET /stats HTTP/1.0\r\n\r\n")
            return json.loads(read_all(sock).split(b"\r\n\r\n")[1])


def read_all(sock):
    parts = []
    while data := sock.recv(65536):
        parts.append(data)
    return b"".join(parts)


def test_an_upload_that_is_read_with_pauses(server):
    before = server.stats()
    with server.dial() as sock:
        sock.sendall(f"POST /upload HTTP/1.1\r\nConnection: close\r\nContent-Length: {SIZE}\r\n\r\n".encode())
        piece = b"u" * (1 << 20)
        for _ in range(SIZE // len(piece)):
            sock.sendall(piece)
        assert str(SIZE).encode() in read_all(sock)
    after = server.stats()
    assert after["peak"] - before["peak"] < GROWTH_KIB
    assert after["pauses"] > 100


def test_a_download_whose_reader_is_slow(server):
    before = server.stats()
    with server.dial(receive_buffer=16_384) as sock:
        sock.sendall(f"GET /download?{SIZE} HTTP/1.0\r\n\r\n".encode())
        received = 0
        while data := sock.recv(8192):
            received += len(data)
    assert received > SIZE
    after = server.stats()
    assert after["peak"] - before["peak"] < GROWTH_KIB
    assert after["full"] > 10
    assert after["drain"] == after["full"]


def test_an_echo_through_pipes_on_both_sides(server):
    before = server.stats()
    client = subprocess.run(
        [sys.executable, PROGRAMS, "client", str(server.port), str(SIZE)],
        capture_output=True,
        timeout=SECONDS,
        check=True,
    )
    result = json.loads(client.stdout)
    assert result["received"] == SIZE
    assert result["growth"] < GROWTH_KIB
    assert server.stats()["peak"] - before["peak"] < GROWTH_KIB
