"""Hello world on the 0.1 generation."""

import sys

from eras.node_0_1 import http


def answer(request, response):
    response.sendHeader(200, {"Content-Type": "text/plain"})
    response.sendBody("Hello World\n")
    response.finish()


http.createServer(answer).listen(int(sys.argv[1]), "127.0.0.1")
