"""The server and the client of the streaming tests, each in a process of its own, whose peak memory counts.

python streaming_programs.py server
python streaming_programs.py client PORT BYTES
"""

import json
import re
import sys

import eras
from eras.node_0_10 import http, stream, timers

PIECE = b"x" * 16_384
COUNTS = {"full": 0, "drain": 0, "pauses": 0}
"""How often a write returned False, how often `drain` followed, how often a reader paused."""


def peak_kib():
    """The most memory this process ever had resident."""
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read())[1])


class Source(stream.Readable):
    """So many bytes, made as they are asked for."""

    def __init__(self, size):
        super().__init__()
        self.left = size

    def _read(self, size):
        if self.left <= 0:
            self.push(None)
        else:
            piece = PIECE[: self.left]
            self.left -= len(piece)
            self.push(piece)


class SlowSink(stream.Writable):
    """Counts bytes, and takes a turn of the loop for each piece."""

    def __init__(self):
        super().__init__()
        self.size = 0

    def _write(self, chunk, encoding, callback):
        self.size += len(chunk)
        timers.setImmediate(callback)


def serve(request, response):
    path, _, size = request.url.partition("?")
    {"/upload": take, "/download": give, "/echo": echo, "/stats": tell}[path](
        request, response, int(size or 0)
    )


def take(request, response, _size):
    """Read an upload with pauses."""
    received = 0

    def data(chunk):
        nonlocal received
        received += len(chunk)
        COUNTS["pauses"] += 1
        request.pause()
        timers.setImmediate(request.resume)

    request.on("data", data)
    request.on("end", lambda: response.end(str(received)))


def give(request, response, size):
    """Write a download at the reader's pace."""
    left = size

    def more():
        nonlocal left
        while left > 0:
            piece = PIECE[:left]
            left -= len(piece)
            if not response.write(piece):
                COUNTS["full"] += 1
                response.once("drain", drained)
                return
        response.end()

    def drained():
        COUNTS["drain"] += 1
        more()

    more()


def echo(request, response, _size):
    request.pipe(response)


def tell(request, response, _size):
    response.end(json.dumps({"peak": peak_kib(), **COUNTS}))


def run_server():
    server = http.createServer(serve)
    server.listen(0, "127.0.0.1", lambda: print(server.address()["port"], flush=True))
    eras.run()


def run_client(port, size):
    """Send so many bytes through `/echo`, reading what comes back slowly."""
    sink = SlowSink()
    before = peak_kib()
    request = http.request(host="127.0.0.1", port=port, path="/echo", method="POST", agent=False)
    request.on("response", lambda response: response.pipe(sink))
    Source(size).pipe(request)
    sink.on("finish", lambda: print(json.dumps({"received": sink.size, "growth": peak_kib() - before})))
    eras.run()


if __name__ == "__main__":
    if sys.argv[1] == "server":
        run_server()
    else:
        run_client(int(sys.argv[2]), int(sys.argv[3]))
