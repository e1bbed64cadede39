"""Serves the files of a directory, piece by piece."""

from urllib.parse import unquote

import eras
from eras.node_0_1 import http, posix, process, sys

port, root = int(process.ARGV[2]), process.ARGV[3]
types = {"html": "text/html", "txt": "text/plain", "png": "image/png"}


def fail(res, code, text):
    res.sendHeader(code, {"Content-Type": "text/plain", "Content-Length": len(text) + 1})
    res.sendBody(text + "\n")
    res.finish()


def pump(fd, res):
    def sent(data, count):
        if count > 0:
            res.sendBody(data, "binary")
            pump(fd, res)
        else:
            posix.close(fd)
            res.finish()

    posix.read(fd, 16 * 1024, None, "binary").addCallback(sent)


def serve(path, res):
    def found(stats):
        if stats.isDirectory():
            serve(path + "/index.html", res)
        else:
            send(stats.size)

    def send(size):
        def opened(fd):
            type = types.get(path.rpartition(".")[2], "application/octet-stream")
            res.sendHeader(200, [["Content-Type", type], ["Content-Length", size]])
            pump(fd, res)

        opening = posix.open(path, process.O_RDONLY, 0o666)
        opening.addErrback(lambda: fail(res, 403, "Forbidden")).addCallback(opened)

    posix.stat(path).addErrback(lambda: fail(res, 404, "Not Found")).addCallback(found)


def asked(req, res):
    path = unquote(req.uri.path)
    if req.method not in ("GET", "HEAD"):
        fail(res, 405, "Method Not Allowed")
    elif ".." in path.split("/"):
        fail(res, 403, "Forbidden")
    else:
        serve(root + path, res)


http.createServer(asked).listen(port, "127.0.0.1")
sys.puts(f"Serving {root} at http://127.0.0.1:{port}/")
eras.run()
