"""The network object: it can be replaced, and resolving names never blocks the loop."""

from __future__ import annotations

import errno
import socket
import threading

import pytest
from live import HOST, loop, run
from nodecore import network, sockets


@pytest.fixture
def log():
    return []


@pytest.fixture
def replaced():
    """Puts another network in use for one test."""
    before = network.current()
    yield network.use
    network.use(before)


@pytest.mark.parametrize(
    ("text", "version"), [("127.0.0.1", 4), ("::1", 6), ("localhost", 0), ("1.2.3", 0), ("", 0)]
)
def test_ip_version(text, version):
    assert network.ip_version(text) == version


def test_lookup_resolves_off_the_loop(log, monkeypatch):
    asked, may_answer = threading.Event(), threading.Event()

    def slow_resolver(host, *rest):
        log.append(threading.current_thread() is threading.main_thread())
        asked.set()
        may_answer.wait(5)
        return [(socket.AF_INET6, 1, 6, "", ("::1", 0, 0, 0)), (socket.AF_INET, 1, 6, "", ("1.2.3.4", 0))] * 2

    monkeypatch.setattr(socket, "getaddrinfo", slow_resolver)
    network.current().lookup("name.example", 0, lambda *outcome: log.append(outcome))
    loop.call_soon(may_answer.set)
    run()
    assert asked.is_set()
    assert log == [False, (None, [(4, "1.2.3.4"), (6, "::1")])]


@pytest.mark.parametrize("name", ["x" * 99, "a..b", "nul\0", "\ud800"], ids=ascii)
def test_lookup_of_what_is_no_name(log, name):
    network.current().lookup(name, 0, lambda *outcome: log.append(outcome))
    run()
    [(error, addresses)] = log
    assert isinstance(error, socket.gaierror)
    assert addresses == []


def test_lookup_of_a_name_that_does_not_exist(log):
    network.current().lookup("no-such-host.invalid", 0, lambda *outcome: log.append(outcome))
    run()
    [(error, addresses)] = log
    assert isinstance(error, socket.gaierror)
    assert addresses == []


def test_connect_refused_raises_or_is_in_progress():
    closed = socket.create_server((HOST, 0))
    port = closed.getsockname()[1]
    closed.close()
    sock, in_progress = network.current().connect(socket.AF_INET, (HOST, port))
    assert in_progress
    sock.close()


def test_connect_to_a_path_that_is_not_there(tmp_path):
    with pytest.raises(OSError) as caught:
        network.current().connect(socket.AF_UNIX, str(tmp_path / "none"))
    assert caught.value.errno == errno.ENOENT


def test_listening_sockets_do_not_block_and_can_be_rebound():
    [first] = network.current().listen(None, 0, 5)
    port = first.getsockname()[1]
    assert first.getblocking() is False
    with pytest.raises(OSError) as caught:
        network.current().listen(None, port, 5)
    assert caught.value.errno == errno.EADDRINUSE
    first.close()
    [again] = network.current().listen(HOST, port, 5)
    again.close()


def test_sockets_ask_the_network_that_is_in_use(log, replaced):
    """A stand-in for the outside world: any name leads to a server on an ephemeral port."""
    [listener] = network.current().listen(HOST, 0, 5)

    class StandIn(network.Network):
        def lookup(self, host, family, done):
            log.append(("lookup", host, family))
            loop.call_soon(done, None, [(4, "93.184.216.34")])

        def connect(self, family, address, local_address=None):
            log.append(("connect", address))
            return super().connect(family, listener.getsockname())

    class Told(sockets.Handler):
        def connected(self):
            log.append("connected")
            sock.destroy()

    replaced(StandIn())
    sock = sockets.Socket(handler=Told())
    sock.connect(80, "www.example.com")
    run()
    listener.close()
    assert log == [("lookup", "www.example.com", 0), ("connect", ("93.184.216.34", 80)), "connected"]


def test_servers_ask_the_network_that_is_in_use(replaced):
    class Unprivileged(network.Network):
        def listen(self, host, port, backlog):
            return super().listen(HOST, 0, backlog)

    replaced(Unprivileged())
    server = sockets.Server(lambda socket: None)
    server.listen(80)
    assert server.address().port not in (0, 80)
    server.close()


def test_use_returns_what_was_in_use(replaced):
    another = network.Network()
    before = replaced(another)
    assert replaced(before) is another
    assert network.current() is before
