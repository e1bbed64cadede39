"""Outgoing messages and both sides of a connection, without a socket."""

from __future__ import annotations

import re
import time

import pytest
from nodecore.http1 import server as server_module
from nodecore.http1 import writer
from nodecore.http1.events import ReadError
from nodecore.http1.outgoing import Outgoing
from wire import Client, Response, Server, Transport, send

GET = b"GET / HTTP/1.1\r\n\r\n"
OK = "HTTP/1.1 200 OK\r\n\r\n"
LENGTH_2 = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"


# -- the writer -------------------------------------------------------------------------------------------


def test_a_header_line_and_what_it_says():
    assert writer.header_line("X-A", "b") == ("X-A: b\r\n", 0)
    assert writer.header_line("Connection", "Close")[1] == writer.CONNECTION | writer.CLOSE
    assert writer.header_line("connection", "keep-alive, Upgrade")[1] == (
        writer.CONNECTION | writer.KEEP_ALIVE | writer.UPGRADE
    )
    assert writer.header_line("TRANSFER-ENCODING", "chunked")[1] == writer.TRANSFER_ENCODING | writer.CHUNKED
    assert writer.header_line("Content-Length", "1")[1] == writer.CONTENT_LENGTH
    assert writer.header_line("Expect", "100-Continue")[1] == writer.EXPECT | writer.CONTINUE
    assert writer.header_line("Date", "now")[1] == writer.DATE


def test_a_value_cannot_split_the_head():
    line, _ = writer.header_line("X", "a\r\nSet-Cookie: evil\r\n\r\n<html>\0\n\tb")
    assert line.count("\r\n") == 1
    assert line.endswith("\r\n")
    assert "\0" not in line


@pytest.mark.parametrize("name", ["", "a b", "a:", "a\r\nb", "é"])
def test_a_name_must_be_a_token(name):
    with pytest.raises(ValueError, match="invalid header name"):
        writer.header_line(name, "x")


def test_the_memory_of_header_lines_is_bounded():
    for number in range(10_000):
        writer.header_line("X", str(number))
    writer.header_line("X", "y" * 100_000)
    assert len(writer._lines) <= 4096
    assert all(len(value) <= 256 for _, value in writer._lines)


def test_the_date_is_made_once_a_second(monkeypatch):
    now = 784111777.5
    monkeypatch.setattr(time, "time", lambda: now)
    assert writer.http_date() == "Sun, 06 Nov 1994 08:49:37 GMT"
    assert writer.http_date() is writer.http_date()
    now += 1
    assert writer.http_date() == "Sun, 06 Nov 1994 08:49:38 GMT"


def test_chunks():
    assert writer.chunk(b"x" * 26) == b"1a\r\n" + b"x" * 26 + b"\r\n"
    assert writer.last_chunk() == b"0\r\n\r\n"
    assert writer.last_chunk("A: b\r\n") == b"0\r\nA: b\r\n\r\n"


# -- outgoing messages ------------------------------------------------------------------------------------


class Line:
    """A connection that notes each write."""

    def __init__(self):
        self.writes = []
        self.done = []

    def write(self, data):
        self.writes.append(data)
        return True

    def message_sent(self, message):
        self.done.append(message)


def outgoing(head, chunked=False):
    message = Outgoing()
    message.head_text = head
    message.is_chunked = chunked
    message.sends_to = Line()
    return message


def test_head_and_first_piece_go_out_in_one_write():
    message = outgoing(LENGTH_2)
    message.send_body(b"o")
    message.send_end(b"k")
    assert message.sends_to.writes == [LENGTH_2.encode() + b"o", b"k"]
    assert message.sends_to.done == [message]


@pytest.mark.parametrize(("size", "writes"), [(64 * 1024, 1), (128 * 1024, 2)])
def test_only_a_large_first_piece_is_not_copied_behind_the_head(size, writes):
    message = outgoing(LENGTH_2)
    message.send_body(bytes(size))
    assert len(message.sends_to.writes) == writes
    assert b"".join(message.sends_to.writes) == LENGTH_2.encode() + bytes(size)


def test_a_whole_message_is_one_write():
    message = outgoing(OK, chunked=True)
    message.send_end(b"body", "X: y\r\n")
    assert message.sends_to.writes == [OK.encode() + b"4\r\nbody\r\n0\r\nX: y\r\n\r\n"]


def test_a_head_alone():
    message = outgoing(LENGTH_2)
    message.send_end()
    assert message.sends_to.writes == [LENGTH_2.encode()]


def test_an_empty_piece_is_no_last_chunk():
    message = outgoing(OK, chunked=True)
    message.send_body(b"")
    message.send_body(b"a")
    message.send_end()
    assert b"".join(message.sends_to.writes) == OK.encode() + b"1\r\na\r\n0\r\n\r\n"


def test_what_is_sent_before_its_turn_waits():
    message = Response()
    message.head_text = OK
    assert message.send_body(b"early") is False
    assert message.waiting_bytes == len(OK) + 5
    line = Line()
    message.take_turn(line)
    assert line.writes == [OK.encode() + b"early"]
    assert message.told == ["drained"]
    assert message.waiting_bytes == 0


def test_what_is_sent_after_the_connection_is_lost_goes_nowhere():
    message = Response()
    message.head_text = OK
    message.send_body(b"early")
    message.drop_waiting()
    for _ in range(100):
        assert message.send_body(b"late" * 1000) is False
    assert message.waiting_bytes == 0


# -- the server's side ------------------------------------------------------------------------------------


def test_a_request_and_its_response():
    server = Server(lambda request, response: send(response, LENGTH_2, b"ok"))
    server.data_received(b"POST /p HTTP/1.1\r\nContent-Length: 4\r\n\r\nbo")
    server.data_received(b"dy")
    [(request, response)] = server.exchanges
    assert request.head[:3] == ("POST", b"/p", "1.1")
    assert (request.body, request.ending) == (b"body", ["end"])
    assert server.transport.writes == [LENGTH_2.encode() + b"ok"]
    assert response.told == ["sent"]
    assert not server.transport.over


def test_responses_go_out_in_the_order_of_their_requests():
    server = Server()
    server.data_received(GET * 3)
    (_, first), (_, second), (_, third) = server.exchanges
    send(third, LENGTH_2, b"33")
    send(second, LENGTH_2, b"22")
    assert server.transport.sent == b""
    assert server.unanswered == 3
    send(first, LENGTH_2, b"11")
    assert re.findall(rb"\r\n\r\n(..)", server.transport.sent) == [b"11", b"22", b"33"]
    assert server.unanswered == 0
    assert [response.told for response in (first, second, third)] == [["sent"]] * 3


def test_the_connection_ends_after_the_last_response():
    server = Server(lambda request, response: send(response, LENGTH_2, b"ok"))
    server.data_received(b"GET / HTTP/1.0\r\n\r\n")
    assert server.transport.over


def test_a_slow_reader_stops_the_reading_until_it_resumes():
    server = Server()
    server.data_received(b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n")
    [(request, _)] = server.exchanges
    request.wants = False
    server.data_received(b"01234")
    assert not server.transport.reading
    server.data_received(b"56789")  # had been received before the reading stopped
    assert request.body == b"01234"
    server.drained()
    assert request.body == b"01234"
    request.wants = True
    server.resume()
    assert (request.body, request.ending) == (b"0123456789", ["end"])
    assert server.transport.reading


def test_an_answer_that_is_drained_does_not_wake_a_request_that_waits():
    server = Server()
    server.data_received(b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 100)
    [(request, response)] = server.exchanges
    request.wants = False
    server.data_received(b"1\r\na\r\n" * 100)
    before = len(request.body)
    for _ in range(50):
        response.send_body(b"x")
        server.drained()
    assert len(request.body) == before


def test_a_peer_that_never_reads_is_not_read_from():
    def answer(request, response):
        send(response, OK, b"x" * 10_000)

    server = Server(answer, Transport(accepts=0))
    fed = 0
    while server.transport.reading:
        server.data_received(GET * 10)
        fed += 10
        assert fed < 1000
    answered = len(server.exchanges)
    assert server.transport.buffered < 2 * server_module.MAX_UNSENT
    server.transport.flush(server)
    assert len(server.exchanges) > answered
    assert server.transport.reading


def test_a_body_still_arrives_while_its_answer_is_not_read():
    server = Server(transport=Transport(accepts=0))
    server.data_received(b"POST / HTTP/1.1\r\nContent-Length: 6\r\n\r\n")
    [(request, response)] = server.exchanges
    response.head_text = OK
    response.send_body(b"x" * 10 * server_module.MAX_UNSENT)
    server.data_received(b"upload")
    assert request.body == b"upload"
    assert server.transport.reading


def test_too_many_unanswered_requests_stop_the_reading():
    server = Server()
    for _ in range(100):
        if not server.transport.reading:
            break
        server.data_received(GET * 10)
    assert server.unanswered == server_module.MAX_UNANSWERED
    send(server.exchanges[0][1], LENGTH_2, b"ok")
    assert server.unanswered == server_module.MAX_UNANSWERED
    for _, response in list(server.exchanges)[1:]:
        send(response, LENGTH_2, b"ok")
    assert server.transport.reading


def test_too_much_that_waits_for_its_turn_stops_the_reading():
    def answer(request, response):
        if len(server.exchanges) > 1:
            send(response, OK, b"x" * 100_000)

    server = Server(answer)
    for _ in range(100):
        if not server.transport.reading:
            break
        server.data_received(GET)
    assert server.unanswered < 20
    send(server.exchanges[0][1], LENGTH_2, b"ok")
    assert server.transport.reading


def test_an_upgrade_is_handed_over_with_what_follows():
    server = Server()
    server.data_received(b"GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\nraw")
    incoming, rest = server.upgraded
    assert incoming.ending == ["end"]
    assert rest == b"raw"
    server.data_received(b"not HTTP")
    assert server.error is None


def test_an_upgrade_nobody_wants_closes_the_connection():
    server = Server()
    server.upgrade_received = lambda *args: type(server).__mro__[1].upgrade_received(server, *args)
    server.data_received(b"CONNECT a:1 HTTP/1.1\r\n\r\n")
    assert server.transport.over


def test_what_is_no_http_is_told_after_what_was():
    server = Server()
    server.data_received(GET + b"garbage\r\n\r\n")
    assert len(server.exchanges) == 1
    assert isinstance(server.error, ReadError)
    assert server.transport.over
    server.data_received(GET)
    assert len(server.exchanges) == 1


def test_the_peers_end_closes_the_connection_when_everything_is_answered():
    server = Server()
    server.eof_received()
    assert server.transport.over
    server = Server()
    server.data_received(GET)
    server.eof_received()
    assert not server.transport.over
    send(server.exchanges[0][1], LENGTH_2, b"ok")
    assert server.transport.over


def test_a_connection_that_is_lost_aborts_what_is_under_way():
    server = Server()
    server.data_received(GET + b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf")
    (_, first), (request, second) = server.exchanges
    second.head_text = OK
    second.send_body(b"waits")
    server.closed(True)
    assert request.ending == "aborted"
    assert first.told == second.told == ["lost"]
    assert second.waiting_bytes == 0
    assert first.send_body(b"into the void") is False


# -- the client's side ------------------------------------------------------------------------------------


def asking(method="GET", data=b"", **how):
    """A client that has sent one request and was given `data`."""
    client = Client(**how)
    request = Response()
    request.head_text = f"{method} / HTTP/1.1\r\n\r\n"
    request.send_end()
    client.start(request, method)
    if data:
        client.data_received(data)
    return client, request


def test_a_request_goes_out_and_its_response_comes_in():
    client, request = asking(data=b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    assert client.transport.writes == [GET]
    assert request.told == ["sent"]
    [response] = client.responses
    assert (response.head[0], response.body, response.ending) == (200, b"ok", ["end"])
    assert client.complete == [response]


def test_one_request_after_the_other():
    client, _ = asking(data=b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    client.outgoing = None
    second = Response()
    client.start(second, "HEAD")
    client.data_received(b"HTTP/1.1 201 OK\r\nContent-Length: 9\r\n\r\n")
    assert [response.head[0] for response in client.complete] == [200, 201]


def test_informational_responses():
    client, _ = asking(data=b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    assert client.information == [100]
    assert [response.head[0] for response in client.responses] == [200]


@pytest.mark.parametrize(
    "extra", [b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"]
)
def test_a_response_nobody_asked_for(extra):
    client, _ = asking(data=b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    client.outgoing = None
    client.data_received(extra)
    assert client.error == "unexpected"
    assert client.transport.over
    assert len(client.responses) == 1


def test_a_second_response_to_one_request():
    client, _ = asking(data=b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" * 2)
    assert client.error == "unexpected"
    assert len(client.responses) == len(client.complete) == 1


def test_a_response_before_any_request():
    client = Client()
    client.data_received(b"HTTP/1.1 408 Too Slow\r\nContent-Length: 0\r\n\r\n")
    assert client.error == "unexpected"


def test_a_slow_reader_of_a_response():
    client, _ = asking(data=b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
    [response] = client.responses
    response.wants = False
    client.data_received(b"ab")
    assert not client.transport.reading
    client.data_received(b"cd")
    client.eof_received()
    assert response.body == b"ab"
    response.wants = True
    client.resume()
    assert (response.body, response.ending) == (b"abcd", ["end"])


def test_a_response_that_ends_with_the_connection():
    client, _ = asking(data=b"HTTP/1.1 200 OK\r\n\r\nall of it")
    client.eof_received()
    [response] = client.complete
    assert (response.body, response.ending) == (b"all of it", ["end"])


def test_a_response_that_is_no_http():
    client, _ = asking(data=b"SSH-2.0-OpenSSH_9.6\r\n")
    assert isinstance(client.error, ReadError)
    assert client.transport.over


def test_an_upgrade_and_the_answer_to_connect():
    switching = b"HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\nraw"
    for method, data in (("GET", switching), ("CONNECT", b"HTTP/1.1 200 OK\r\n\r\nraw")):
        client, _ = asking(method, data)
        incoming, rest = client.upgraded
        assert incoming is client.responses[0]
        assert rest == b"raw"
        assert client.complete == []


def test_drained_is_for_the_request_that_is_being_sent():
    client = Client(Transport(accepts=0))
    request = Response()
    request.head_text = "POST / HTTP/1.1\r\n\r\n"
    client.start(request, "POST")
    assert request.send_body(b"piece") is False
    client.transport.flush(client)
    assert request.told == ["drained"]
    request.send_end()
    client.drained()
    assert request.told == ["drained", "sent"]
