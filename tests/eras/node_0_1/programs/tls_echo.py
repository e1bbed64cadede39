"""An echo server with TLS, which greets by name those whose certificate it trusts."""

import eras
from eras.node_0_1 import posix, process, sys, tcp

port = int(process.ARGV[2])
folder = process.ARGV[3]


def pem(name):
    return posix.cat(f"{folder}/{name}.pem").wait()


def accepted(socket):
    def connected():
        verified = socket.verifyPeer()
        if verified == 1:
            socket.send(f"Hello, {socket.getPeerCertificate('DNstring')}\n")
        elif verified == 0:
            socket.send("Hello, stranger\n")
        else:
            sys.puts(f"refused {verified}")
            socket.forceClose()

    def received(data):
        socket.send(data, "binary")
        if "bye\n" in data:
            socket.close()

    socket.setEncoding("binary")
    socket.addListener("connect", connected)
    socket.addListener("receive", received)
    socket.addListener("eof", socket.close)
    socket.addListener("close", lambda had_error: sys.puts("closed " + ("badly" if had_error else "well")))


server = tcp.createServer(accepted)
server.setSecure("X509_PEM", pem("ca"), pem("crl"), pem("key"), pem("cert"))
server.listen(port, "127.0.0.1")
sys.puts(f"TLS echo at {port}")
eras.run()
