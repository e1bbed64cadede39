"""What a connection costs that was answered and is kept: a small, fixed amount, given back when it ends."""

from __future__ import annotations

import gc
import re
import socket
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from certificates import self_signed
from nodecore import sockets
from nodecore.http1.request_reader import RequestReader
from support import HOST, PATIENCE, Peer, run, visit

from eras.node_0_10 import child_process, http, https, net, tls

PROGRAM = Path(__file__).with_name("idle_program.py")
CONNECTIONS = 500
REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: test\r\n\r\n"


def resident_kib(pid):
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1])


def connect_and_ask(port):
    """A connection that has had one answer."""
    sock = socket.create_connection((HOST, port), PATIENCE)
    sock.sendall(REQUEST)
    answer = b""
    while not answer.endswith(b"0\r\n\r\n"):
        answer += sock.recv(4096)
    return sock


def bytes_per_connection(command, count):
    """How much the resident memory of a server grows for each idle connection."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    held = []
    try:
        port = int(process.stdout.readline())
        for sock in [connect_and_ask(port) for _ in range(100)]:
            sock.close()
        before = resident_kib(process.pid)
        held = [connect_and_ask(port) for _ in range(count)]
        return (resident_kib(process.pid) - before) * 1024 / count
    finally:
        for sock in held:
            sock.close()
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.parametrize(
    ("arguments", "limit"),
    [([], 6 * 1024), (["--known"], 10 * 1024)],
    ids=["nobody asked for the socket", "the program was given the socket"],
)
def test_an_idle_connection_is_small(arguments, limit):
    assert bytes_per_connection([sys.executable, PROGRAM, *arguments], CONNECTIONS) < limit


def test_connections_and_exchanges_that_are_over_leave_nothing():
    def alive():
        gc.collect()
        kinds = (sockets.Socket, RequestReader, http.IncomingMessage, http.ServerResponse)
        return [sum(type(thing) is kind for thing in gc.get_objects()) for kind in kinds]

    def converse(peer):
        peer.send(REQUEST).until(b"0\r\n\r\n")
        another = Peer.to({"port": peer.sock.getpeername()[1]})
        another.send(REQUEST[:20]).reset()

    def serve(*visits):
        visit(http.createServer(lambda request, response: response.end("x")), *visits)

    serve(converse)  # what other tests left is over then, too
    before = alive()
    serve(*[converse] * 20)
    assert alive() == before


def test_a_finished_exchange_is_freed_without_the_garbage_collector():
    """A server of days must not depend on the collector to come round."""
    seen, alive = [], []

    def count(request, response):
        response.end("x")
        seen.append(weakref.ref(request))
        alive.append(sum(reference() is not None for reference in seen))

    def converse(peer):
        for _ in range(20):
            peer.send(REQUEST).until(b"0\r\n\r\n")

    gc.disable()
    try:
        visit(http.createServer(count), converse)
    finally:
        gc.enable()
    assert (len(alive), max(alive) <= 2) == (20, True)


@pytest.mark.parametrize("connection", ["close", "keep-alive"])
def test_requests_whose_listeners_answer_are_given_back_without_the_collector(connection):
    """A listener of the request holds the response; neither it nor the connection keeps the two."""
    held = []

    def answer(request, response):
        held.extend(map(weakref.ref, (request, response)))
        request.on("data", lambda chunk: None)
        request.on("end", lambda: response.end("x"))

    def converse(peer):
        peer.send(
            b"POST / HTTP/1.1\r\nHost: x\r\nConnection: %s\r\nContent-Length: 1\r\n\r\nx"
            % connection.encode()
        ).until(b"0\r\n\r\n")

    gc.disable()
    try:
        visit(http.createServer(answer), converse, converse)
        alive = [reference() for reference in held if reference() is not None]
    finally:
        gc.enable()
    assert (len(held), alive) == (4, [])


def test_exchanges_of_a_client_are_given_back_without_the_collector():
    server = http.createServer(lambda request, response: response.end("x"))
    agent = http.Agent({"maxSockets": 1})
    held = []

    def answered(response):
        held.append(weakref.ref(response))
        response.on("data", lambda chunk: None)
        response.on("end", server.close if len(held) == 5 else lambda: None)

    def ask():
        for _ in range(5):
            options = {"host": HOST, "port": server.address()["port"], "agent": agent}
            held_requests.append(weakref.ref(http.get(options, answered)))

    held_requests = []
    server.listen(0, HOST, ask)
    gc.disable()
    try:
        run()
        alive = [reference for reference in (*held, *held_requests) if reference() is not None]
    finally:
        gc.enable()
    assert (len(held), alive) == (5, [])


def sockets_asked_for(noted, done):
    """A server and a client ask for their sockets, and for nothing else that would keep them."""

    def serve(request, response):
        noted(request, request.socket, response)
        response.end("x")

    def ask(port):
        request = http.get({"host": HOST, "port": port, "agent": http.Agent()}, answered)
        noted(request)

    def answered(response):
        noted(response, response.socket)
        response.on("data", lambda chunk: None)
        response.on("end", done)

    return http.createServer(serve), ask


def answers_that_end_a_connection(noted, done):
    def ask(port):
        noted(http.get({"host": HOST, "port": port, "agent": False}, answered))

    def answered(response):
        noted(response)
        response.on("data", lambda chunk: None)
        response.on("end", done)

    return http.createServer(lambda request, response: response.end("x")), ask


def requests_aborted(noted, done):
    def serve(request, response):
        noted(request, response)
        request.on("close", lambda: None)
        response.write("x")

    def ask(port):
        request = http.get({"host": HOST, "port": port, "agent": False}, answered)
        request.on("error", lambda error: None)
        noted(request)

    def answered(response):
        noted(response)
        response.on("end", done)
        response.on("data", lambda chunk: None)
        response.req.abort()

    return http.createServer(serve), ask


def requests_refused(noted, done):
    """Nobody listens; and what waits for an answer, or for a timeout, waits in vain."""

    def ask(port):
        server.close()
        options = {"host": HOST, "port": port, "agent": http.Agent({"maxSockets": 1})}
        for _ in range(2):
            request = http.get(options, lambda response: None)
            request.setTimeout(60_000, lambda: None)
            request.on("socket", noted)
            request.on("error", lambda error: None)
            noted(request)

    server = net.createServer()
    return server, ask


def echoes(noted, done):
    def serve(connection):
        noted(connection)
        connection.pipe(connection)

    def ask(port):
        connection = net.connect(port, HOST)
        noted(connection)
        connection.on("data", lambda chunk: None)
        connection.on("close", done)
        connection.end("hello")

    return net.createServer(serve), ask


def encrypted_greetings(noted, done):
    def serve(stream):
        noted(stream)
        stream.end("hello")

    def ask(port):
        stream = tls.connect(port, HOST, {"rejectUnauthorized": False})
        noted(stream)
        stream.on("data", lambda chunk: None)
        stream.on("end", done)

    return tls.createServer(self_signed().options, serve), ask


def encrypted_exchanges(noted, done):
    """With an option of TLS each request has an agent of its own."""

    def serve(request, response):
        noted(request, request.socket, response)
        response.end("x")

    def ask(port):
        options = {"host": HOST, "port": port, "rejectUnauthorized": False}
        request = https.get(options, answered)
        noted(request, request.agent)

    def answered(response):
        noted(response, response.socket)
        response.on("data", lambda chunk: None)
        response.on("end", done)

    return https.createServer(self_signed().options, serve), ask


def children(noted, done):
    def ask(port):
        child = child_process.spawn("/bin/true")
        noted(child, *child.stdio)
        child.on("close", done)

    return net.createServer(), ask


@pytest.mark.parametrize(
    "scene",
    [
        sockets_asked_for,
        answers_that_end_a_connection,
        requests_aborted,
        requests_refused,
        echoes,
        encrypted_greetings,
        encrypted_exchanges,
        children,
    ],
)
def test_what_is_over_is_given_back_without_the_collector(scene):
    """Neither side keeps the other, nor a listener of ours whom it listens to."""
    held = []

    def noted(*things):
        held.extend(map(weakref.ref, things))

    server, ask = scene(noted, lambda: server.close())
    gc.disable()
    try:
        server.listen(0, HOST, lambda: ask(server.address()["port"]))
        run()
        alive = [reference() for reference in held if reference() is not None]
    finally:
        gc.enable()
    assert (len(held) > 1, alive) == (True, [])


if __name__ == "__main__":
    print(f"{bytes_per_connection(sys.argv[2:], int(sys.argv[1])):.0f} bytes for each idle connection")
