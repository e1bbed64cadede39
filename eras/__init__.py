"""Every documented generation of Node's HTTP API, executable from Python.

Import a generation and write against the API of its time::

    from eras.node_0_10 import http

    def handler(request, response):
        response.writeHead(200, {"Content-Type": "text/plain"})
        response.end("Hello World\\n")

    http.createServer(handler).listen(8000)
    eras.run()
"""

from nodecore.loop import run

__all__ = ["run"]
