"""Takes and gives big bodies: PUT counts what comes, GET /BYTES sends so many; `?slow` reads with
pauses, `?once` sends all of it with one call."""

import sys
from functools import cache, partial

from eras.node_0_10 import http
from eras.node_0_10.timers import setTimeout

CHUNK = b"x" * 65536


def answer(request, response):
    if request.method == "PUT":
        take(request, response)
    else:
        size, _, once = request.url[1:].partition("?")
        response.writeHead(200, {"Content-Length": size})
        if once:
            response.end(whole(int(size)))
        else:
            give(response, int(size))


@cache
def whole(size):
    return b"x" * size


def take(request, response):
    slow = request.url.endswith("?slow")
    size = 0

    @request.on("data")
    def data(chunk):
        nonlocal size
        size += len(chunk)
        if slow:
            request.pause()
            setTimeout(request.resume, 1)

    request.on("end", lambda: response.end(str(size)))


def give(response, left):
    while left > 0:
        chunk = CHUNK if left >= len(CHUNK) else CHUNK[:left]
        left -= len(chunk)
        if not response.write(chunk) and left > 0:
            response.once("drain", partial(give, response, left))
            return
    response.end()


http.createServer(answer).listen(int(sys.argv[1]), "127.0.0.1")
