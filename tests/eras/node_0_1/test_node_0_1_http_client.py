"""The client of 0.1, before a raw server."""

import gevent
import pytest

from eras.node_0_1 import http

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


class Log(list):
    """What a request's listeners heard."""

    def response(self, response):
        self.append(response.statusCode)
        response.addListener("body", self.append)
        response.addListener("complete", lambda: self.append("complete"))


@pytest.fixture
def client(listener):
    return http.createClient(listener.port, "127.0.0.1")


def test_the_request_of_the_document(listener, client, until):
    log = Log()
    request = client.request("GET", "/", {"host": "www.google.com"})
    request.finish(log.response)
    peer = listener.accept()
    assert peer.until(b"\r\n\r\n") == b"GET / HTTP/1.1\r\nhost: www.google.com\r\nConnection: close\r\n\r\n"
    peer.send(OK)
    until(lambda: "complete" in log)
    assert log == [200, "ok", "complete"]


def test_method_and_headers_are_optional(listener, client):
    client.request("/only").finish()
    assert listener.accept().until(b"\r\n\r\n") == b"GET /only HTTP/1.1\r\nConnection: close\r\n\r\n"


def test_path_and_headers(listener, client):
    client.request("/p", {"A": "b", "Connection": "keep-alive"}).finish()
    assert (
        listener.accept().until(b"\r\n\r\n") == b"GET /p HTTP/1.1\r\nA: b\r\nConnection: keep-alive\r\n\r\n"
    )


def test_no_connection_before_something_is_sent(listener, client):
    request = client.request("POST", "/")
    gevent.sleep(0.01)
    with gevent.Timeout(0.02, False):
        pytest.fail(f"connected too early: {listener.accept()}")
    request.sendBody("x")
    assert listener.accept().until(b"x\r\n").endswith(b"\r\n\r\n1\r\nx\r\n")
    request.finish()


def test_a_body_is_chunked_unless_it_has_a_length(listener, client):
    request = client.request("POST", "/", {"A": "b"})
    request.sendBody("one")
    request.sendBody([1, 2])
    request.finish()
    assert listener.accept().until(b"0\r\n\r\n") == (
        b"POST / HTTP/1.1\r\nA: b\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3\r\none\r\n2\r\n\x01\x02\r\n0\r\n\r\n"
    )


def test_a_body_with_a_length(listener, client):
    request = client.request("PUT", "/", [["Content-Length", "4"]])
    request.sendBody("äü", "utf8")
    request.finish()
    assert listener.accept().until("äü".encode()) == (
        b"PUT / HTTP/1.1\r\nContent-Length: 4\r\nConnection: close\r\n\r\n\xc3\xa4\xc3\xbc"
    )


def test_a_get_has_a_body_only_with_a_framing_header(listener, client):
    with pytest.raises(Exception, match="Content-Length or Transfer-Encoding"):
        client.request("/").sendBody("x")
    request = client.request("/", {"Transfer-Encoding": "chunked"})
    request.sendBody("x")
    request.finish()
    assert listener.accept().until(b"0\r\n\r\n").endswith(b"1\r\nx\r\n0\r\n\r\n")


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/a b"), ("GET", "/\r\nX: y"), ("G T", "/"), ("", "/\n"), ("GET", "")]
)
def test_a_request_cannot_be_split(client, method, path):
    with pytest.raises(Exception, match="no request"):
        client.request(method, path)


def test_one_request_at_a_time_each_over_a_new_connection(listener, client, until):
    log = Log()
    for path in ("/1", "/2"):
        client.request(path).finish(log.response)
    first = listener.accept()
    first.until(b"/1 HTTP/1.1\r\nConnection: close\r\n\r\n")
    with gevent.Timeout(0.03, False):
        pytest.fail(f"did not wait: {listener.accept()}")
    first.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no")
    until(lambda: log)
    first.send(b"k")
    second = listener.accept()
    assert log == [200, "o", "k", "complete"]
    second.until(b"/2 HTTP/1.1\r\nConnection: close\r\n\r\n")
    second.send(OK)
    until(lambda: log.count("complete") == 2)
    assert first.rest() == b""


def test_a_request_that_is_never_sent_holds_up_none(listener, client):
    client.request("/never")
    client.request("/sent").finish()
    assert listener.accept().until(b"\r\n").startswith(b"GET /sent")


def test_sent_is_emitted(listener, client, until):
    sent = []
    request = client.request("/")
    request.addListener("sent", lambda: sent.append(True))
    request.finish()
    assert sent == []
    listener.accept().until(b"\r\n\r\n")
    until(lambda: sent)


@pytest.mark.parametrize(
    ("wire", "body"),
    [
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nh\xc3\r\n2\r\n\xa9!\r\n0\r\n\r\n",
            "hé!",
        ),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil the end", "until the end"),
        (b"HTTP/1.0 200 OK\r\n\r\nold", "old"),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", "x"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", ""),
    ],
)
def test_bodies(listener, client, until, wire, body):
    log = Log()

    def response(response):
        response.setBodyEncoding("utf8")
        log.response(response)

    client.request("/").finish(response)
    peer = listener.accept()
    peer.until(b"\r\n\r\n")
    peer.send(wire).fin()
    until(lambda: "complete" in log)
    assert "".join(log[1:-1]) == body


def test_a_response_to_head(listener, client, until):
    log = Log()
    client.request("HEAD", "/").finish(log.response)
    peer = listener.accept()
    assert peer.until(b"\r\n\r\n") == b"HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n"
    peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    until(lambda: "complete" in log)
    assert log == [200, "complete"]


def test_what_a_response_says_of_itself(listener, client, until):
    responses = []
    client.request("/").finish(responses.append)
    peer = listener.accept()
    peer.until(b"\r\n\r\n")
    peer.send(b"HTTP/1.0 404 Gone Fishing\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 0\r\n\r\n")
    until(lambda: responses)
    response = responses[0]
    assert isinstance(response, http.ClientResponse)
    assert (response.statusCode, response.httpVersion) == (404, "1.0")
    assert response.client is client
    assert response.headers["X-A"] == "1, 2"


def test_pause_and_resume(listener, client, until):
    log = Log()
    responses = []

    def response(response):
        responses.append(response)
        log.response(response)
        response.pause()

    client.request("/").finish(response)
    peer = listener.accept()
    peer.until(b"\r\n\r\n")
    peer.send(OK).fin()
    gevent.sleep(0.02)
    assert log == [200]
    responses[0].resume()
    until(lambda: "complete" in log)
    assert log == [200, "ok", "complete"]


def test_a_refused_connection_is_an_error_of_the_client(listener, until):
    listener.close()
    client = http.createClient(listener.port)
    errors = []
    client.addListener("error", errors.append)
    client.request("/1").finish()
    client.request("/2").finish()
    until(lambda: len(errors) == 2)
    assert "ECONNREFUSED" in errors[0].message


@pytest.mark.parametrize(
    "wire",
    [b"", b"no http at all\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", b"HTTP/1.1 2"],
)
def test_a_response_that_is_none_is_an_error_of_the_client(listener, client, until, wire):
    errors = []
    log = Log()
    client.addListener("error", errors.append)
    client.request("/").finish(log.response)
    peer = listener.accept()
    peer.until(b"\r\n\r\n")
    peer.send(wire).close()
    until(lambda: errors)
    assert "complete" not in log
    client.request("/next").finish()
    assert listener.accept().until(b"\r\n").startswith(b"GET /next")


@pytest.mark.parametrize("name", ["get", "head", "post", "put", "del_"])
def test_the_old_methods_name_the_new_one(client, name):
    with pytest.raises(Exception, match=r"client\.request\("):
        getattr(client, name)("/")


# -- cat -------------------------------------------------------------------------------------------


def test_cat_gives_the_body(listener):
    promise = http.cat(f"http://127.0.0.1:{listener.port}/a?b=c#d")
    peer = listener.accept()
    assert peer.until(b"\r\n\r\n") == (
        f"GET /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:{listener.port}\r\nConnection: close\r\n\r\n".encode()
    )
    peer.send("HTTP/1.1 201 Created\r\n\r\nhé".encode()).close()
    assert promise.wait() == "hé"


def test_cat_in_an_encoding_and_with_headers(listener):
    promise = http.cat(f"http://127.0.0.1:{listener.port}", "binary", {"hOst": "other", "A": 1})
    peer = listener.accept()
    assert peer.until(b"\r\n\r\n") == b"GET / HTTP/1.1\r\nhOst: other\r\nA: 1\r\nConnection: close\r\n\r\n"
    peer.send("HTTP/1.1 200 OK\r\n\r\nhé".encode()).close()
    assert promise.wait() == "h\xc3\xa9"


@pytest.mark.parametrize("code", [199 + 101, 404, 500])
def test_cat_fails_with_the_status(listener, until, code):
    failures = []
    http.cat(f"http://127.0.0.1:{listener.port}/").addErrback(lambda *args: failures.append(args))
    peer = listener.accept()
    peer.until(b"\r\n\r\n")
    peer.send(b"HTTP/1.1 %d Whatever\r\nContent-Length: 0\r\n\r\n" % code)
    until(lambda: failures)
    assert failures == [(code,)]


def test_cat_fails_with_the_error_of_a_connection(listener):
    listener.close()
    with pytest.raises(Exception, match="ECONNREFUSED"):
        http.cat(f"http://127.0.0.1:{listener.port}/").wait()


def test_cat_knows_no_other_urls():
    with pytest.raises(Exception, match="no http:// URL"):
        http.cat("ftp://example.com/")


def test_cat_of_a_server_of_this_generation(listening):
    def listener(request, response):
        response.sendHeader(200, {})
        response.sendBody(request.uri.params["q"], "utf8")
        response.finish()

    server = listening(http.createServer(listener))
    assert http.cat(f"http://127.0.0.1:{server._address().port}/?q=%C3%A4").wait() == "ä"
