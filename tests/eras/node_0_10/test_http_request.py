"""`http.request` and `http.get`: every option, and the bytes that a request sends."""

import base64

import pytest
from support import HOST, Answering, ask, body, get, head, run

from eras.node_0_10 import http, net, url

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def sent(make, *write, raw=None):
    """The bytes that the request of make(address options), written and ended with `write`, sends."""
    raw = raw or Answering(collect)
    request = make({"host": HOST, "port": raw.port})
    for chunk in write[:-1]:
        request.write(chunk)
    request.end(*write[-1:])
    run()
    (received,) = raw.received
    return received.replace(str(raw.port).encode(), b"PORT")


def collect(peer):
    """Everything a client sends: to the end of its chunks or declared length."""
    received = peer.until(b"\r\n\r\n")
    lines = received.lower()
    if b"transfer-encoding: chunked" in lines:
        received += peer.until(b"0\r\n") + peer.until(b"\r\n")
    elif b"content-length: " in lines:
        length = int(lines.split(b"content-length: ")[1].split(b"\r\n")[0])
        while len(peer.seen) < length:
            peer.seen += peer.sock.recv(length)
        received += peer.seen
        peer.seen = b""
    peer.send(OK).fin()
    return received + peer.rest()


def sent_with(*write, **more):
    return sent(lambda options: http.request(options, **more), *write)


# -- options ---------------------------------------------------------------------------------------


def test_defaults():
    assert head(sent_with()) == ["GET / HTTP/1.1", "Host: 127.0.0.1:PORT", "Connection: keep-alive"]


def test_options_as_a_dict_with_a_callback():
    raw = Answering(OK)
    seen = []
    request = http.request(
        {"host": HOST, "port": raw.port}, lambda response: seen.append(response.statusCode)
    )
    assert type(request) is http.ClientRequest
    request.end()
    run()
    assert seen == [200]


def test_options_as_keywords_with_a_callback():
    raw = Answering(OK)
    seen = []
    http.request(host=HOST, port=raw.port, callback=lambda response: seen.append(response.statusCode)).end()
    run()
    assert seen == [200]


def test_callback_listens_to_response_once():
    raw = Answering(OK)
    seen = []

    def callback(response):
        seen.append(request.listeners("response"))

    request = http.request({"host": HOST, "port": raw.port}, callback)
    request.end()
    run()
    assert seen == [[]]


def test_options_as_a_string():
    received = sent(lambda options: http.request(f"http://{HOST}:{options['port']}/index.html?page=12#here"))
    assert head(received)[0] == "GET /index.html?page=12 HTTP/1.1"


def test_options_as_a_parsed_url():
    received = sent(lambda options: http.request(url.parse(f"http://{HOST}:{options['port']}/parsed")))
    assert head(received)[:2] == ["GET /parsed HTTP/1.1", "Host: 127.0.0.1:PORT"]


def test_a_string_can_have_more_options_as_keywords():
    received = sent(
        lambda options: http.request(f"http://{HOST}:{options['port']}/both", agent=False, headers={"A": "b"})
    )
    assert head(received) == ["GET /both HTTP/1.1", "A: b", "Host: 127.0.0.1:PORT", "Connection: close"]


def test_options_are_not_changed():
    headers = {"A": "b"}
    given = {}

    def make(options):
        given.update(options, headers=headers)
        before = dict(given)
        request = http.request(given)
        request.setHeader("C", "d")
        assert given == before
        return request

    sent(make)
    assert headers == {"A": "b"}


def test_ipv6():
    log = []
    server = http.createServer(lambda request, response: response.end())

    def start():
        log.append(server.address()["family"])
        http.get(host="::1", port=server.address()["port"]).on("response", answered)

    def answered(response):
        log.append(response.socket.remoteAddress)
        response.resume()
        server.close()

    server.on("error", lambda error: pytest.skip(f"no IPv6 here: {error.code}"))
    server.listen(0, "::1", start)
    run()
    assert log == ["IPv6", "::1"]


def test_host_defaults_to_localhost():
    received = sent(lambda options: http.request(port=options["port"]))
    assert head(received)[1] == "Host: localhost:PORT"


def test_hostname_is_preferred_over_host():
    received = sent_with(hostname=HOST, host="nowhere.invalid")
    assert head(received)[1] == "Host: 127.0.0.1:PORT"


def test_port_defaults_to_80():
    class Connecting(Exception):
        pass

    def create(options):
        raise Connecting(options["port"])

    with pytest.raises(Connecting, match=r"^80$"):
        http.request(host=HOST, agent=False, createConnection=create)


def test_port_as_text():
    assert head(sent(lambda options: http.request(host=HOST, port=str(options["port"]))))


def test_local_address():
    addresses = []
    raw = Answering(lambda peer: (addresses.append(peer.sock.getpeername()[0]), collect(peer))[1])
    sent(lambda options: http.request(options, localAddress="127.0.0.9"), raw=raw)
    assert addresses == ["127.0.0.9"]


def test_local_address_without_an_agent():
    addresses = []
    raw = Answering(lambda peer: (addresses.append(peer.sock.getpeername()[0]), collect(peer))[1])
    sent(lambda options: http.request(options, localAddress="127.0.0.9", agent=False), raw=raw)
    assert addresses == ["127.0.0.9"]


def test_socket_path(tmp_path):
    path = str(tmp_path / "sock")
    seen = []

    def listener(request, response):
        seen.append((request.url, request.headers))
        response.end("by path")
        server.close()

    def answered(response):
        response.setEncoding("utf8")
        response.on("data", seen.append)

    server = http.createServer(listener)
    server.listen(path, lambda: http.get({"socketPath": path, "path": "/unix"}, answered))
    run()
    assert seen == [("/unix", {"host": "localhost", "connection": "close"}), "by path"]


@pytest.mark.parametrize(
    "method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "post"]
)
def test_method(method):
    assert head(sent_with(method=method))[0] == f"{method.upper()} / HTTP/1.1"


def test_path_includes_the_query():
    assert head(sent_with(path="/index.html?page=12"))[0] == "GET /index.html?page=12 HTTP/1.1"


def test_headers():
    lines = head(sent_with(headers={"X-b": 1, "x-A": "two", "X-List": ["p", "q"]}))
    assert lines[1:6] == ["X-b: 1", "x-A: two", "X-List: p", "X-List: q", "Host: 127.0.0.1:PORT"]


def test_headers_as_pairs():
    lines = head(sent_with(headers=[["X-P", "1"], ["X-P", "2"], ["Host", "pairs"]]))
    assert lines[1:4] == ["X-P: 1", "X-P: 2", "Host: pairs"]


def test_own_host_header():
    assert [line for line in head(sent_with(headers={"HOST": "mine"})) if "ost" in line.lower()] == [
        "HOST: mine"
    ]


def test_auth():
    lines = head(sent_with(auth="user:pass:word"))
    assert f"Authorization: Basic {base64.b64encode(b'user:pass:word').decode()}" in lines


def test_auth_of_a_url():
    received = sent(lambda options: http.request(f"http://u:p%20q@{HOST}:{options['port']}/"))
    assert f"Authorization: Basic {base64.b64encode(b'u:p q').decode()}" in head(received)


def test_authorization_header_overrides_auth():
    lines = head(sent_with(auth="user:password", headers={"authorization": "Mine"}))
    assert [line for line in lines if "uthorization" in line] == ["authorization: Mine"]


def test_agent_false_opts_out_of_pooling():
    raw = Answering(OK)
    request = http.get(host=HOST, port=raw.port, agent=False)
    assert request.agent is False
    assert not [name for name in http.globalAgent.sockets if name.endswith(f":{raw.port}")]
    run()
    assert "Connection: close" in head(raw.received[0])


def test_agent_undefined_is_the_global_agent():
    raw = Answering(OK)
    request = http.get(host=HOST, port=raw.port)
    assert request.agent is http.globalAgent
    assert len(http.globalAgent.sockets[f"{HOST}:{raw.port}"]) == 1
    run()
    assert f"{HOST}:{raw.port}" not in http.globalAgent.sockets
    assert "Connection: keep-alive" in head(raw.received[0])


def test_own_agent():
    raw = Answering(OK)
    agent = http.Agent()
    request = http.get(host=HOST, port=raw.port, agent=agent)
    assert request.agent is agent
    assert list(agent.sockets) == [f"{HOST}:{raw.port}"]
    run()
    assert "Connection: keep-alive" in head(raw.received[0])


@pytest.mark.parametrize("wrong", ["https://127.0.0.1/", "ftp://127.0.0.1/"])
def test_another_protocol_is_refused(wrong):
    with pytest.raises(Exception, match=r"^Protocol:\w+: not supported\.$"):
        http.get(wrong)


def test_path_cannot_split_the_request():
    with pytest.raises(TypeError, match="unescaped"):
        http.request(host=HOST, path="/\r\nX-Evil: 1")


def test_header_cannot_split_the_request():
    assert "X: aX-Evil: 1" in head(sent_with(headers={"X": "a\r\nX-Evil: 1"}))


# -- get -------------------------------------------------------------------------------------------


def test_get_ends_the_request_itself():
    raw = Answering(OK)
    seen = []
    request = http.get(
        {"host": HOST, "port": raw.port, "path": "/got"}, lambda response: seen.append(response)
    )
    assert type(request) is http.ClientRequest
    run()
    assert head(raw.received[0])[0] == "GET /got HTTP/1.1"
    assert len(seen) == 1


def test_get_with_a_string_and_as_a_decorator():
    raw = Answering(OK)
    seen = []

    @http.get(f"http://{HOST}:{raw.port}/decorated").on("response")
    def answered(response):
        seen.append(response.statusCode)

    run()
    assert seen == [200]
    assert head(raw.received[0])[0] == "GET /decorated HTTP/1.1"


# -- special headers -------------------------------------------------------------------------------


def test_content_length_disables_chunks():
    received = sent_with("four", method="POST", headers={"Content-Length": 4})
    assert "Transfer-Encoding: chunked" not in head(received)
    assert body(received) == b"four"


def test_expect_sends_the_head_at_once():
    seen = []

    def conversation(peer):
        seen.append(peer.until(b"\r\n\r\n"))
        peer.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        seen.append(peer.until(b"0\r\n\r\n"))
        peer.send(OK)

    raw = Answering(conversation)
    request = http.request(host=HOST, port=raw.port, method="POST", headers={"Expect": "100-continue"})
    assert request.headersSent is True

    @request.on("continue")
    def go_on(*args):
        seen.append(args)
        request.end("body")

    run()
    assert head(seen[0])[1] == "Expect: 100-continue"
    assert seen[1:] == [(), b"4\r\nbody\r\n0\r\n\r\n"]


def test_connection_keep_alive_is_sent_as_given():
    lines = head(sent_with(agent=False, headers={"Connection": "keep-alive"}))
    assert [line for line in lines if line.startswith("Connection")] == ["Connection: keep-alive"]


# -- write and end ---------------------------------------------------------------------------------


def test_write_and_end_send_chunks():
    received = sent_with("data\n", b"more\n", "end", method="POST")
    assert "Transfer-Encoding: chunked" in head(received)
    assert body(received) == b"5\r\ndata\n\r\n5\r\nmore\n\r\n3\r\nend\r\n0\r\n\r\n"


def test_end_without_a_body_ends_the_chunks():
    assert body(sent_with(method="POST")) == b"0\r\n\r\n"


def test_a_get_has_no_body_by_default():
    lines = head(sent_with())
    assert not [line for line in lines if line.startswith(("Content-Length", "Transfer-Encoding"))]


def test_write_and_end_take_encodings():
    def make(options):
        request = http.request(options, method="POST", headers={"Content-Length": 7})
        request.write("\u00e9")
        request.write("\u00e9", "binary")
        request.write("YWJj", "base64")
        request.end("64", "hex")
        return request

    assert body(sent(make)) == b"\xc3\xa9\xe9abcd"


def test_write_takes_strings_and_buffers_only():
    request = http.request(host=HOST, port=1, method="POST", agent=False)
    request.on("error", lambda error: None)
    with pytest.raises(TypeError, match=r"^first argument must be a string or Buffer$"):
        request.write(1)
    run()


def test_before_there_is_a_socket_nothing_is_flushed():
    raw = Answering(collect)
    request = http.request(host=HOST, port=raw.port, method="POST")
    assert request.socket is None
    assert [request.write("a"), request.end("b"), request.end(), request.write("c")] == [False] * 4
    run()
    assert body(raw.received[0]) == b"1\r\na\r\n1\r\nb\r\n0\r\n\r\n"


def test_write_returns_false_when_the_server_is_slow_and_drain_follows():
    size = 8 * 1024 * 1024
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        counted = []
        request.on("data", lambda data: counted.append(len(data)))
        request.on("end", lambda: (log.append(sum(counted)), response.end(), server.close()))

    @server.listen(0, HOST).on("listening")
    def listening():
        request = http.request(host=HOST, port=server.address()["port"], method="POST", agent=False)

        @request.on("socket")
        def connected():
            log.append(request.write(b"x" * size))

        request.on("drain", lambda: (log.append("drain"), request.end()))

    run()
    assert log == [False, "drain", size]


def test_trailers_of_a_request():
    def make(options):
        request = http.request(options, method="POST")
        request.addTrailers({"X-Sum": "9"})
        return request

    assert body(sent(make)).startswith(b"0\r\nX-Sum: 9\r\n")


# -- the mutable head ------------------------------------------------------------------------------


def test_header_methods():
    def make(options):
        request = http.request(options, headers={"X-Given": "g", "X-Gone": "x"})
        assert request.getHeader("x-given") == "g"
        assert request.getHeader("missing") is None
        assert request.getHeader("Host") == f"{HOST}:{options['port']}"
        assert request.setHeader("X-Set", ["a", "b"]) is None
        request.setHeader("x-given", "new")
        request.removeHeader("x-GONE")
        assert request.headersSent is False
        return request

    lines = head(sent(make))
    assert lines[1:5] == ["x-given: new", "Host: 127.0.0.1:PORT", "X-Set: a", "X-Set: b"]
    assert not [line for line in lines if line.startswith("X-Gone")]


def test_head_is_fixed_once_the_body_has_begun():
    def make(options):
        request = http.request(options, method="POST")
        request.write("x")
        assert request.headersSent is True
        with pytest.raises(Exception, match=r"^Can't set headers after they are sent\.$"):
            request.setHeader("X-Late", "1")
        with pytest.raises(Exception, match=r"^Can't remove headers after they are sent\.$"):
            request.removeHeader("Host")
        return request

    assert "X-Late" not in str(sent(make))


def test_method_and_path_of_a_request():
    def make(options):
        request = http.request(options, method="put", path="/here")
        assert (request.method, request.path) == ("PUT", "/here")
        return request

    sent(make)


def test_request_is_a_writable_stream_to_pipe_into():
    echo = http.createServer(lambda request, response: request.pipe(response))
    proxy = http.createServer()

    @proxy.on("request")
    def listener(request, response):
        options = {"host": HOST, "port": echo.address()["port"], "method": "POST", "agent": False}
        onward = http.request(options, lambda answer: answer.pipe(response))
        assert onward.writable is True
        request.pipe(onward)
        response.on("finish", echo.close)

    echo.listen(0, HOST)
    assert body(ask(proxy, get(body=b"through"))) == b"7\r\nthrough\r\n0\r\n\r\n"


def test_create_connection_makes_the_socket():
    calls = []

    def create(options):
        calls.append(sorted(options))
        return net.connect(options["port"], options["host"])

    sent_with(agent=False, createConnection=create)
    assert len(calls) == 1
    assert {"host", "port"} <= set(calls[0])
