"""A proxy: asks the server that the client named, and passes on what comes, both ways, as it comes."""

import re

import eras
from eras.node_0_1 import http, process, sys

port = int(process.ARGV[2])
HOP_BY_HOP = ("connection", "proxy-connection", "keep-alive", "te", "upgrade", "expect")


def passed_on(headers):
    return [(name, value) for name, value in headers.items() if name not in HOP_BY_HOP]


def serve(req, res):
    host, _, host_port = req.headers["Host"].partition(":")
    path = re.sub("^http://[^/]*", "", req.uri.full) or "/"
    client = http.createClient(int(host_port or 80), host)
    sys.puts(f"{req.method} {path}")

    def failed():
        res.sendHeader(502, {"Content-Type": "text/plain"})
        res.sendBody("Nobody answers there.\n")
        res.finish()

    def answered(response):
        res.sendHeader(response.statusCode, passed_on(response.headers))
        response.addListener("body", lambda chunk: res.sendBody(chunk, "binary"))
        response.addListener("complete", res.finish)

    client.addListener("error", failed)
    request = client.request(req.method, path, [*passed_on(req.headers), ("Via", "1.1 node")])
    req.addListener("body", lambda chunk: request.sendBody(chunk, "binary"))
    req.addListener("complete", lambda: request.finish(answered))


http.createServer(serve).listen(port, "127.0.0.1")
sys.puts(f"Proxy at http://127.0.0.1:{port}/")
eras.run()
