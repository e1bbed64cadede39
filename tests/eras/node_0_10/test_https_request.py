"""`https.request`, `get` and `Agent` of 0.10."""

import pytest
from certificates import authority, self_signed, trusted
from nodecore.errors import NodeError
from support import HOST, refused_port, run, watch

from eras.node_0_10 import http, https, tls, url


def exchange(make, listener=None, **server_options):
    """Ask a server with `make(options)`, which returns a request; what came of it."""
    log = []
    server = https.createServer(
        {**trusted().options, **server_options}, listener or (lambda request, response: response.end("hello"))
    )

    def listening():
        request = make({"host": "localhost", "port": server.address()["port"]})
        request.on("response", responded)
        request.on("error", failed)

    def responded(response):
        log.append(response.statusCode)
        response.on("data", log.append)
        response.on("end", lambda: server.close())

    def failed(error):
        log.append((error.message, error.code))
        server.close()

    server.listen(0, HOST, listening)
    run()
    return log


HELLO = [200, b"hello"]
SELF_SIGNED = [("DEPTH_ZERO_SELF_SIGNED_CERT", None)]


def ca():
    return {"ca": authority().cert}


# -- requests --------------------------------------------------------------------------------------


def test_get():
    assert exchange(lambda options: https.get({**options, **ca()})) == HELLO
    assert exchange(lambda options: https.get(options, None, **ca())) == HELLO


def test_request_with_a_body():
    def make(options):
        request = https.request({**options, **ca(), "method": "POST"})
        request.write("one ")
        request.end("two")
        return request

    assert exchange(make, lambda request, response: request.pipe(response)) == [200, b"one ", b"two"]


def test_a_url():
    log = []
    target = f"https://localhost:{refused_port()}/path"
    request = https.get(target)
    request.on("error", lambda error: log.append(error.code))
    run()
    assert (request.path, log) == ("/path", ["ECONNREFUSED"])


def test_what_url_parse_returns():
    def make(options):
        target = url.parse(f"https://localhost:{options['port']}/x?y")
        return https.get(target, None, **ca())

    assert exchange(make, lambda request, response: response.end(request.url)) == [200, b"/x?y"]


def test_the_other_protocol_is_refused():
    for ask in (https.request, https.get):
        with pytest.raises(NodeError, match=r"^Protocol:http: not supported\.$"):
            ask("http://localhost/")
    with pytest.raises(NodeError, match=r"^Protocol:https: not supported\.$"):
        http.request("https://localhost/")


def test_the_default_port_is_443_and_not_in_the_host_header():
    for agent in (None, False, https.Agent()):
        request = https.request({"host": "localhost", "port": 443, "agent": agent})
        request.on("error", lambda error: None)
        assert request.getHeader("host") == "localhost"
        request.abort()
    run()
    assert https.Agent.defaultPort == 443


def test_secure_connect_of_the_socket():
    log = []

    def make(options):
        request = https.get({**options, **ca()})
        request.on("socket", lambda socket: watch(log, socket, "connect", "secureConnect", "close"))
        return request

    exchange(make)
    assert log == ["secureConnect", "close"]


def test_the_connection_of_a_response():
    seen = []

    def make(options):
        return https.get(
            {**options, **ca()},
            lambda response: seen.append(
                (response.socket.authorized, response.socket.getPeerCertificate()["subject"])
            ),
        )

    exchange(make)
    assert seen == [(True, {"CN": "localhost"})]


def test_abort_during_the_handshake():
    log = []

    def make(options):
        request = https.get({**options, **ca()})
        request.on("socket", lambda socket: request.abort())
        return request

    log = exchange(make)
    assert log == [("socket hang up", "ECONNRESET")]


def test_set_timeout():
    log = []

    def make(options):
        request = https.get({**options, **ca()})
        request.setTimeout(40, lambda: log.append("timeout") or request.abort())
        return request

    assert exchange(make, lambda request, response: None) == [("socket hang up", "ECONNRESET")]
    assert log == ["timeout"]


# -- looking at the server -------------------------------------------------------------------------


@pytest.mark.parametrize("agent", [None, False, "own"])
def test_a_server_that_cannot_prove_who_it_is(agent):
    def make(options):
        return https.get({**options, "agent": https.Agent() if agent == "own" else agent})

    assert exchange(make, **self_signed().options) == SELF_SIGNED


@pytest.mark.parametrize("agent", [None, False])
def test_reject_unauthorized_false(agent):
    def make(options):
        return https.get({**options, "agent": agent, "rejectUnauthorized": False})

    assert exchange(make, **self_signed().options) == HELLO


def test_an_agent_that_is_given_ignores_the_requests_options():
    def make(options):
        return https.get({**options, "agent": https.Agent(), "rejectUnauthorized": False})

    assert exchange(make, **self_signed().options) == SELF_SIGNED


def test_options_of_an_agent():
    agent = https.Agent({"rejectUnauthorized": False, "maxSockets": 2})
    assert agent.maxSockets == 2
    assert exchange(lambda options: https.get({**options, "agent": agent}), **self_signed().options) == HELLO


def test_a_certificate_of_the_client():
    seen = []

    def listener(request, response):
        seen.append((request.connection.authorized, request.connection.getPeerCertificate()["subject"]))
        response.end()

    me = trusted("me")
    for show in ({"key": me.key, "cert": me.cert}, {"pfx": me.pfx(b"pw"), "passphrase": "pw"}):
        exchange(
            lambda options, show=show: https.get({**options, **ca(), **show}),
            listener,
            requestCert=True,
            **ca(),
        )
    assert seen == [(True, {"CN": "me"})] * 2


def test_a_client_that_is_not_welcome():
    def make(options):
        return https.get({**options, **ca(), **self_signed().options})

    log = exchange(make, requestCert=True, rejectUnauthorized=True, **ca())
    assert log[0][1] == "ECONNRESET"


def test_the_name_that_is_asked_for():
    names = []

    def listener(request, response):
        names.append(request.connection.servername)
        response.end()

    insecure = {"rejectUnauthorized": False}
    for more in (
        {},
        {"headers": {"Host": "by.header:1"}},
        {"agent": False},
        {"agent": False, "servername": "by.option"},
        {"agent": False, "headers": {"Host": "by.header:1"}},
    ):
        exchange(lambda options, more=more: https.get({**options, **insecure, **more}), listener)
    assert names == ["localhost", "by.header", "localhost", "by.option", "localhost"]


# -- agents ----------------------------------------------------------------------------------------


def test_the_global_agent():
    assert isinstance(https.globalAgent, https.Agent)
    assert isinstance(https.globalAgent, http.Agent)
    assert https.globalAgent.defaultPort == 443
    request = https.request({"port": refused_port()})
    request.on("error", lambda error: None)
    assert request.agent is https.globalAgent
    request.end()
    run()


def test_options_about_tls_get_an_agent_of_their_own():
    request = https.request({"port": refused_port(), **ca()})
    request.on("error", lambda error: None)
    assert request.agent is not https.globalAgent
    request.end()
    run()


def test_requests_that_wait_share_a_connection():
    ports, done = [], []
    agent = https.Agent({"maxSockets": 1, **ca()})
    server = https.createServer(
        trusted().options,
        lambda request, response: ports.append(request.connection.remotePort) or response.end(),
    )

    def responded(response):
        response.resume()
        response.on("end", lambda: done.append(1) or (len(done) == 3 and server.close()))

    def listening():
        port = server.address()["port"]
        for _ in range(3):
            https.get({"host": "localhost", "port": port, "agent": agent}, responded)
        assert list(agent.sockets) == list(agent.requests) == [f"localhost:{port}"]

    server.listen(0, HOST, listening)
    run()
    assert len(ports) == 3
    assert len(set(ports)) == 1


def test_create_connection():
    def make(options):
        def create(given):
            return tls.connect({"host": given["host"], "port": given["port"], **ca()})

        return https.get({**options, "agent": False, "createConnection": create})

    assert exchange(make) == HELLO
