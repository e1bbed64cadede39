"""`http.request` and `http.get`: every option, and the head that comes of it."""

import base64

import pytest
from support import (
    HOST,
    OK,
    Answering,
    collect,
    head,
    run,
    sent,
    sent_with,
)

from eras.node_0_10 import http, url

# -- options ---------------------------------------------------------------------------------------


def test_defaults_of_method_and_path():
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


def test_get_leaves_the_method_that_was_asked_for():
    raw = Answering(collect)
    http.get({"host": HOST, "port": raw.port, "method": "DELETE"})
    run()
    assert head(raw.received[0])[0] == "DELETE / HTTP/1.1"


def test_get_with_a_string_and_as_a_decorator():
    raw = Answering(OK)
    seen = []

    @http.get(f"http://{HOST}:{raw.port}/decorated").on("response")
    def answered(response):
        seen.append(response.statusCode)

    run()
    assert seen == [200]
    assert head(raw.received[0])[0] == "GET /decorated HTTP/1.1"
