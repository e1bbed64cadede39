"""The server of the memory test: answers, and keeps the connections."""

import sys

import eras
from eras.node_0_10 import http


def answer(request, response):
    response.writeHead(200, {"Content-Type": "text/plain"})
    response.end("Hello World\n")


server = http.createServer(answer)
if "--known" in sys.argv:
    server.on("connection", lambda socket: None)
server.listen(0, "127.0.0.1", lambda: print(server.address()["port"], flush=True))
eras.run()
