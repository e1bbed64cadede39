"""`http.ClientRequest`: the events of a request, errors, abort and the socket's settings."""

import socket as raw_sockets

import pytest
from support import HOST, Answering, loop, run, watch, watch_args

from eras.node_0_10 import http, net

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"
EVENTS = ("socket", "response", "continue", "finish", "timeout", "close")


def note_errors(log, emitter):
    emitter.on("error", lambda error: log.append(("error", error.message, error.code)))


def traced(answer, **options):
    """A request to a server that gives `answer`, and the log of its events."""
    raw = Answering(answer)
    log = []
    request = http.request({"host": HOST, "port": raw.port, "agent": False, **options})
    watch(log, request, *EVENTS)
    note_errors(log, request)
    return request, log


def silent(peer):
    """A server that reads and never answers."""
    return peer.rest()


# -- response --------------------------------------------------------------------------------------


def test_order_of_events():
    request, log = traced(OK, method="POST")

    @request.on("response")
    def answered(response):
        watch(log, response, "data", "end", "close", name="res")

    request.end("x")
    assert log == [], "there is no socket yet to hand the request to"
    run()
    assert log == ["finish", "socket", "response", "res data", "res end", "close"]


def test_response_gets_one_message():
    request, log = traced(OK)
    watch_args(log, request, "response")
    request.end()
    run()
    (args,) = [entry for entry in log if isinstance(entry, tuple)]
    assert [type(arg) for arg in args] == [http.IncomingMessage]


def test_response_without_a_listener_is_discarded():
    raw = Answering(OK)
    log = []
    watch(log, http.get(host=HOST, port=raw.port, agent=False), "close")
    run()
    assert log == ["close"]


def test_end_does_not_come_before_the_data_is_consumed():
    request, log = traced(OK)

    @request.on("response")
    def answered(response):
        watch(log, response, "end", name="res")
        loop.timer(lambda: (log.append("resume"), response.resume()), 20)

    request.end()
    run()
    assert log.index("resume") < log.index("res end")


def test_body_until_the_connection_ends():
    request, log = traced(b"HTTP/1.1 200 OK\r\n\r\nuntil the end")

    @request.on("response")
    def answered(response):
        response.setEncoding("utf8")
        watch_args(log, response, "data")
        watch(log, response, "end", name="res")

    request.end()
    run()
    assert ("until the end",) in log
    assert "res end" in log


def test_response_to_head_has_no_body():
    request, log = traced(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", method="HEAD")

    @request.on("response")
    def answered(response):
        watch(log, response, "data", "end", "close", name="res")
        response.resume()

    request.end()
    run()
    assert log == ["finish", "socket", "response", "res end", "close"]


# -- socket ----------------------------------------------------------------------------------------


def test_socket_is_emitted_with_the_socket():
    request, log = traced(OK)
    watch_args(log, request, "socket")

    @request.on("socket")
    def assigned(socket):
        log.append(request.socket is socket and request.connection is socket)

    assert request.socket is None
    request.end()
    run()
    (args,) = [entry for entry in log if isinstance(entry, tuple)]
    assert [type(arg) for arg in args] == [net.Socket]
    assert True in log


# -- continue --------------------------------------------------------------------------------------


def test_continue_comes_before_the_response():
    request, log = traced(b"HTTP/1.1 100 Continue\r\n\r\n" + OK, headers={"Expect": "100-continue"})
    watch_args(log, request, "continue")
    request.end()
    run()
    assert log == ["finish", "socket", "continue", (), "response", "close"]


# -- connect and upgrade ---------------------------------------------------------------------------


def tunnel(peer):
    peer.until(b"\r\n\r\n")
    peer.send(b"HTTP/1.1 200 Established\r\nX-A: b\r\n\r\nfirst")
    return peer.until(b"?")


def switch(peer):
    peer.until(b"\r\n\r\n")
    peer.send(b"HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: chat\r\n\r\nfirst")
    return peer.until(b"?")


LEAVING = [
    ("connect", tunnel, {"method": "CONNECT", "path": "there:80"}, 200),
    ("upgrade", switch, {"headers": {"Connection": "Upgrade", "Upgrade": "chat"}}, 101),
]


@pytest.mark.parametrize(("event", "conversation", "options", "status"), LEAVING)
def test_connect_and_upgrade(event, conversation, options, status):
    request, log = traced(conversation, **options)

    @request.on(event)
    def left(*args):
        response, socket, head = args
        log.append((response.statusCode, head, socket.listeners("data"), socket is request.socket))
        assert type(response) is http.IncomingMessage
        assert type(socket) is net.Socket
        socket.end("enough?")

    request.end()
    run()
    assert (status, b"first", [], True) in log
    assert "response" not in log


@pytest.mark.parametrize(("event", "conversation", "options", "status"), LEAVING)
def test_unheard_connect_and_upgrade_close_the_connection(event, conversation, options, status):
    request, log = traced(conversation, **options)
    request.end()
    run()
    assert log == ["finish", "socket", "close"]


# -- errors ----------------------------------------------------------------------------------------


def refused_port():
    with raw_sockets.create_server((HOST, 0)) as closed:
        return closed.getsockname()[1]


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
    with pytest.raises(Exception, match=r"^connect ECONNREFUSED$"):
        run()


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

HUNG_UP = ("error", "socket hang up", "ECONNRESET")


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


# -- timeouts and socket options -------------------------------------------------------------------


def test_set_timeout_tells_and_ends_nothing():
    request, log = traced(silent)
    calls = []

    def timed_out(*args):
        calls.append((args, request.socket.destroyed))
        request.abort()

    assert request.setTimeout(20, timed_out) is None
    request.end()
    run()
    assert calls == [((), False)]
    assert log == ["finish", "socket", "timeout", "close", HUNG_UP]


def test_set_timeout_without_a_callback_emits_timeout():
    request, log = traced(silent)
    request.setTimeout(20)
    request.on("timeout", request.abort)
    request.end()
    run()
    assert "timeout" in log


def test_set_timeout_once_there_is_a_socket():
    request, log = traced(silent)
    request.on("socket", lambda: request.setTimeout(20, request.abort))
    request.end()
    run()
    assert "timeout" in log


def recorded(request, *names):
    """The calls of the socket's methods `names`, which the request makes once it has its socket."""
    calls = []

    def record(socket, name):
        setattr(socket, name, lambda *args: calls.append((name, *args)))

    @request.on("socket")
    def assigned(socket):
        for name in names:
            record(socket, name)

    return calls


def test_set_no_delay_calls_the_sockets():
    request, _ = traced(OK)
    calls = recorded(request, "setNoDelay")
    assert request.setNoDelay(False) is None
    request.end()
    run()
    assert calls == [("setNoDelay", False)]


def test_set_socket_keep_alive_calls_the_sockets():
    request, _ = traced(OK)
    calls = recorded(request, "setKeepAlive")
    assert request.setSocketKeepAlive(True, 1000) is None
    request.end()
    run()
    assert calls == [("setKeepAlive", True, 1000)]


def test_set_no_delay_and_keep_alive_reach_the_kernel():
    request, _ = traced(OK)
    request.setNoDelay(True)
    request.setSocketKeepAlive(True, 1000)
    seen = []

    @request.on("response")
    def answered(response):
        sock = raw_sockets.socket(fileno=raw_sockets.dup(response.socket._transport.fileno()))
        with sock:
            seen.append(sock.getsockopt(raw_sockets.IPPROTO_TCP, raw_sockets.TCP_NODELAY))
            seen.append(sock.getsockopt(raw_sockets.SOL_SOCKET, raw_sockets.SO_KEEPALIVE))
        response.resume()

    request.end()
    run()
    assert seen == [1, 1]
