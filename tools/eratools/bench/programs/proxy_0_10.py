"""A proxy on the 0.10 generation: pipes each request to the server whose port is its second argument."""

import sys

from eras.node_0_10 import http


def forward(request, response):
    def answered(upstream):
        response.writeHead(upstream.statusCode, upstream.headers)
        upstream.pipe(response)

    options = {"host": "127.0.0.1", "port": int(sys.argv[2]), "path": request.url}
    options.update(method=request.method, headers=request.headers)
    request.pipe(http.request(options, answered))


http.createServer(forward).listen(int(sys.argv[1]), "127.0.0.1")
