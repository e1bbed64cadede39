"""Hello world on the 0.10 generation."""

import sys

from eras.node_0_10 import http


def answer(request, response):
    response.writeHead(200, {"Content-Type": "text/plain"})
    response.end("Hello World\n")


http.createServer(answer).listen(int(sys.argv[1]), "127.0.0.1")
