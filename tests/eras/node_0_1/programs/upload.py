"""A form to upload files with; each is written to a directory as it arrives."""

import json
import re

import eras
from eras.node_0_1 import http, multipart, posix, process, sys

port, folder = int(process.ARGV[2]), process.ARGV[3]
FORM = (
    '<form action="/upload" method="post" enctype="multipart/form-data">'
    '<input type="text" name="title"><input type="file" name="file"><input type="submit"></form>\n'
)


def display_form(req, res):
    res.sendHeader(200, {"Content-Type": "text/html"})
    res.sendBody(FORM)
    res.finish()


def upload_file(req, res):
    stream = multipart.Stream(req)
    fields = {}

    def save(part):
        path = f"{folder}/{re.sub(r'[^a-zA-Z0-9_.-]', '_', part.filename)}"
        fd = posix.openSync(path, process.O_CREAT | process.O_WRONLY, 0o644)

        def written(chunk):
            fields[part.name] += posix.writeSync(fd, chunk, None, "binary")

        fields[part.name] = 0
        part.addListener("body", written)
        part.addListener("complete", lambda: posix.closeSync(fd))

    def collect(part):
        pieces = []
        part.addListener("body", pieces.append)
        part.addListener("complete", lambda: fields.update({part.name: "".join(pieces)}))

    def complete():
        fields["received"] = stream.bytesReceived == stream.bytesTotal
        res.sendHeader(200, {"Content-Type": "text/plain"})
        res.sendBody(json.dumps(fields) + "\n", "binary")
        res.finish()

    stream.addListener("part", lambda part: save(part) if part.filename else collect(part))
    stream.addListener("complete", complete)


def serve(req, res):
    uploading = req.uri.path == "/upload" and req.method == "POST"
    (upload_file if uploading else display_form)(req, res)


http.createServer(serve).listen(port, "127.0.0.1")
sys.puts(f"Upload at http://127.0.0.1:{port}/")
eras.run()
