"""What `http` itself offers: STATUS_CODES, createServer, createClient, globalAgent and the classes."""

import subprocess
import sys

from support import HOST, Answering, ask, get, head, run

from eras.node_0_10 import events, http, net, stream


def test_status_codes_give_the_short_description_of_each():
    assert http.STATUS_CODES[404] == "Not Found"
    assert http.STATUS_CODES[302] == "Moved Temporarily"
    assert http.STATUS_CODES[408] == "Request Time-out"
    assert http.STATUS_CODES[418] == "I'm a teapot"
    assert len(http.STATUS_CODES) == 56


def test_create_server_adds_its_listener_to_the_request_event():
    def listener(request, response):
        response.end()

    server = http.createServer(listener)
    assert isinstance(server, http.Server)
    assert server.listeners("request") == [listener]
    assert b"200 OK" in ask(server, get())


def test_create_server_without_a_listener():
    server = http.createServer()
    assert server.listeners("request") == []

    @server.on("request")
    def listener(request, response):
        response.end("later")

    assert b"later" in ask(server, get())


def test_classes_are_emitters_and_streams():
    assert issubclass(http.Server, net.Server)
    assert issubclass(http.Agent, events.EventEmitter)
    assert issubclass(http.IncomingMessage, stream.Readable)
    assert issubclass(http.ServerResponse, stream.Stream)
    assert issubclass(http.ClientRequest, stream.Stream)
    assert isinstance(http.globalAgent, http.Agent)


def test_create_client_makes_requests_to_one_server():
    raw = Answering(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nold")
    client = http.createClient(raw.port, HOST)
    request = client.request("POST", "/old", {"X-Old": "yes"})
    seen = []

    @request.on("response")
    def answered(response):
        response.setEncoding("utf8")
        response.on("data", seen.append)

    request.end("hi")
    run()
    assert seen == ["old"]
    assert head(raw.received[0])[:3] == ["POST /old HTTP/1.1", "X-Old: yes", f"Host: {HOST}:{raw.port}"]


def test_create_client_defaults():
    client = http.createClient()
    assert (client.port, client.host) == (80, "localhost")


def test_create_client_request_defaults_to_get():
    raw = Answering(b"HTTP/1.1 204 No Content\r\n\r\n")
    http.createClient(raw.port, HOST).request("/only-path").end()
    run()
    assert head(raw.received[0])[0] == "GET /only-path HTTP/1.1"


def test_create_client_tells_once_that_it_is_deprecated():
    program = "from eras.node_0_10 import http; http.createClient(); http.createClient(80, 'localhost')"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert ended.stderr == "http.createClient is deprecated. Use `http.request` instead.\n"
