"""`http.ClientRequest`: what goes wrong, and `abort` at every stage."""

import pytest
from nodecore.errors import NodeError
from support import HOST, HUNG_UP, Answering, loop, note_errors, refused_port, run, silent, traced, watch

from eras.node_0_10 import http

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"


# -- errors ----------------------------------------------------------------------------------------


def failing(**options):
    """The log of a request that cannot be made, and its error."""
    log, errors = [], []
    request = http.request(agent=False, **options)
    watch(log, request, "response", "close", "error")
    request.on("error", errors.append)
    request.end()
    assert errors == []
    run()
    (error,) = errors
    assert isinstance(error, Exception)
    return log, (error.message, error.code, error.errno, error.syscall)


def test_connection_refused():
    log, error = failing(host=HOST, port=refused_port())
    assert log == ["error", "close"]
    assert error == ("connect ECONNREFUSED", "ECONNREFUSED", "ECONNREFUSED", "connect")


def test_name_that_does_not_resolve():
    log, error = failing(host="no.such.host.invalid")
    assert log == ["error", "close"]
    assert error[3] == "getaddrinfo"
    assert error[1] in ("ENOTFOUND", "EAI_AGAIN")


def test_socket_path_that_does_not_exist(tmp_path):
    assert failing(socketPath=str(tmp_path / "missing"))[1] == (
        "connect ENOENT",
        "ENOENT",
        "ENOENT",
        "connect",
    )


def test_error_without_a_listener_is_thrown():
    http.get(host=HOST, port=refused_port(), agent=False)
    with pytest.raises(NodeError) as raised:
        run()
    assert raised.value.message == "connect ECONNREFUSED"


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nConte"])
def test_server_that_hangs_up_before_its_response(answer):
    request, log = traced(answer)
    request.end()
    run()
    assert log == ["finish", "socket", ("error", "socket hang up", "ECONNRESET"), "close"]


def test_server_that_resets_the_connection():
    request, log = traced(lambda peer: (peer.until(b"\r\n\r\n"), peer.reset()))
    request.end()
    run()
    assert [entry[0] for entry in log if isinstance(entry, tuple)] == ["error"]
    assert [entry[2] for entry in log if isinstance(entry, tuple)] == ["ECONNRESET"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"rubbish\r\n\r\n", "HPE_INVALID_CONSTANT"),
        (b"HTTP/1.1 abc OK\r\n\r\n", "HPE_INVALID_STATUS"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n", "HPE_INVALID_CONTENT_LENGTH"),
    ],
)
def test_response_that_is_no_http(answer, code):
    request, log = traced(lambda peer: (peer.until(b"\r\n\r\n"), peer.send(answer), peer.rest()))
    errors = []
    request.on("error", errors.append)
    request.end()
    run()
    assert log == ["finish", "socket", ("error", "Parse Error", code), "close"]
    assert isinstance(errors[0].bytesParsed, int)


def test_body_that_becomes_rubbish():
    answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
    request, log = traced(lambda peer: (peer.until(b"\r\n\r\n"), peer.send(answer), peer.rest()))

    @request.on("response")
    def answered(response):
        watch(log, response, "aborted", "end", "close", name="res")
        response.resume()

    request.end()
    run()
    assert log[2:] == [
        "response",
        ("error", "Parse Error", "HPE_INVALID_CHUNK_SIZE"),
        "close",
        "res aborted",
        "res end",
        "res close",
    ]


def test_body_cut_short_is_no_error():
    request, log = traced(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")

    @request.on("response")
    def answered(response):
        watch(log, response, "data", "aborted", "end", "close", name="res")

    request.end()
    run()
    assert sorted(log[2:]) == ["close", "res aborted", "res close", "res data", "res end", "response"]


# -- abort -----------------------------------------------------------------------------------------


def test_abort_before_anything_was_sent():
    request, log = traced(silent)
    assert request.abort() is None
    run()
    assert log == ["socket", "close", HUNG_UP]


def test_abort_after_end():
    request, log = traced(silent)
    request.end()
    request.abort()
    run()
    assert log == ["finish", "socket", "close", HUNG_UP]


def test_abort_when_the_socket_is_assigned():
    request, log = traced(silent)
    request.end()
    request.on("socket", request.abort)
    run()
    assert log == ["finish", "socket", "close", HUNG_UP]


def test_abort_while_waiting_for_the_response():
    request, log = traced(silent)
    request.end()
    request.on("socket", lambda socket: socket.on("connect", lambda: loop.timer(request.abort, 5)))
    run()
    assert log == ["finish", "socket", "close", HUNG_UP]


def endless(peer):
    peer.until(b"\r\n\r\n")
    peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\npart")
    return peer.rest()


def test_abort_at_the_response():
    request, log = traced(endless)

    @request.on("response")
    def answered(response):
        watch(log, response, "end", name="res")
        request.abort()
        request.abort()
        response.resume()

    request.end()
    run()
    assert log == ["finish", "socket", "response", "res end", "close"]


def test_abort_in_the_middle_of_the_body():
    request, log = traced(endless)

    @request.on("response")
    def answered(response):
        watch(log, response, "data", name="res")
        response.on("data", request.abort)

    request.end()
    run()
    assert log == ["finish", "socket", "response", "res data", "close"]


def test_abort_after_the_response_does_nothing():
    request, log = traced(OK)
    request.on("response", lambda response: (response.resume(), response.on("end", request.abort)))
    request.end()
    run()
    assert log == ["finish", "socket", "response", "close"]


def test_abort_of_a_request_that_waits_in_an_agent():
    raw = Answering(OK)
    agent = http.Agent()
    agent.maxSockets = 1
    options = {"host": HOST, "port": raw.port, "agent": agent}
    log = []
    http.get(options, lambda response: response.resume())
    waiting = http.get(options, lambda response: log.append("response"))
    note_errors(log, waiting)
    waiting.abort()
    run()
    assert log == [HUNG_UP]
