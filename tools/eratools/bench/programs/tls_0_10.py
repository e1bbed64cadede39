"""Hello world over TLS on the 0.10 generation; its key is in the folder that is its second argument."""

import sys

from eras.node_0_10 import fs, https

FOLDER = sys.argv[2]
OPTIONS = {
    "key": fs.readFileSync(f"{FOLDER}/key.pem"),
    "cert": fs.readFileSync(f"{FOLDER}/cert.pem"),
}


def answer(request, response):
    response.writeHead(200, {"Content-Type": "text/plain"})
    response.end("Hello World\n")


https.createServer(OPTIONS, answer).listen(int(sys.argv[1]), "127.0.0.1")
