"""`https` and `tls` of ours against those of the real Node 0.10.15, in both directions."""

import json
import subprocess

import pytest
from certificates import authority, trusted
from eratools.binaries import BinaryUnavailable, real_node
from support import HOST, loop, run

from eras.node_0_10 import https, tls

SECONDS = 60

CLIENT = """
var https = require('https'), options = %s;
https.get(options, function(res) {
  var text = '', socket = res.socket;
  res.on('data', function(data) { text += data; });
  res.on('end', function() {
    var cert = socket.getPeerCertificate();
    console.log(JSON.stringify([res.statusCode, text, socket.authorized, cert]));
  });
}).on('error', function(error) { console.log(JSON.stringify(error.message)); });
"""

SERVER = """
var tls = require('%s'), options = %s;
var server = tls.createServer(options, %s);
server.listen(0, '127.0.0.1', function() { console.log(server.address().port); });
process.stdin.resume();
process.stdin.on('end', function() { process.exit(); });
"""


@pytest.fixture(scope="module")
def node():
    try:
        return str(real_node("0.10.15"))
    except BinaryUnavailable as unavailable:
        pytest.skip(str(unavailable))


@pytest.fixture
def real_server(node):
    """`real_server(module, listener, options)`: the port of a server of the real Node."""
    running = []

    def start(module, listener, **options):
        program = SERVER % (module, json.dumps({**trusted().options, **options}), listener)
        process = subprocess.Popen(
            [node, "-e", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        running.append(process)
        port = process.stdout.readline()
        assert port, process.stderr.read().decode()
        return int(port)

    yield start
    for process in running:
        process.communicate(timeout=SECONDS)


def asked_by_real(node, server, **options):
    """What the real client says of our `server`."""
    said = []

    def listening():
        given = {"host": "localhost", "port": server.address()["port"], **options}
        loop.in_thread(_run, [node, "-e", CLIENT % json.dumps(given)], done=over)

    def over(error, text):
        server.close()
        assert error is None
        said.append(json.loads(text))

    server.listen(0, HOST, listening)
    run()
    return said[0]


def _run(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS).stdout


def test_its_client_asks_our_server(node):
    shown = []

    def listener(request, response):
        shown.append(request.connection.getPeerCertificate().get("subject"))
        response.end("hello")

    server = https.createServer({**trusted().options, "requestCert": True, "ca": authority().cert}, listener)
    me = trusted("me")
    answer = asked_by_real(node, server, ca=authority().cert, **me.options)
    assert answer[:3] == [200, "hello", True]
    assert shown == [{"CN": "me"}]


def test_it_sees_in_a_certificate_what_we_see(node, real_server):
    server = https.createServer(trusted().options, lambda request, response: response.end())
    theirs = asked_by_real(node, server, rejectUnauthorized=False, agent=False)[3]
    ours = []
    port = real_server("tls", "function(stream) { stream.end(); }")

    def secured():
        ours.append(client.getPeerCertificate())

    client = tls.connect({"port": port, "host": "localhost", "ca": authority().cert}, secured)
    run()
    assert ours == [theirs]


def test_its_client_does_not_trust_our_server(node):
    server = https.createServer(trusted().options, lambda request, response: response.end())
    assert asked_by_real(node, server) == "UNABLE_TO_VERIFY_LEAF_SIGNATURE"


def test_our_client_asks_its_server(real_server):
    port = real_server(
        "https",
        "function(req, res) {"
        "  res.setHeader('x-me', req.connection.getPeerCertificate().subject.CN); req.pipe(res); }",
        requestCert=True,
        ca=authority().cert,
    )
    log = []
    options = {"host": "localhost", "port": port, "method": "POST", "ca": authority().cert}
    request = https.request({**options, **trusted("me").options})

    @request.on("response")
    def responded(response):
        log.append((response.statusCode, response.headers["x-me"], response.socket.authorized))
        response.on("data", log.append)

    request.end("ping")
    run()
    assert log == [(200, "me", True), b"ping"]


def test_our_client_does_not_trust_its_server(real_server):
    log = []
    request = https.get({"host": "localhost", "port": real_server("https", "null")})
    request.on("error", lambda error: log.append(error.message))
    run()
    assert log == ["UNABLE_TO_VERIFY_LEAF_SIGNATURE"]


def test_megabytes_through_its_echo(real_server):
    sent = bytes(range(256)) * 4096
    received = []
    port = real_server("tls", "function(stream) { stream.pipe(stream); }")
    client = tls.connect({"port": port, "rejectUnauthorized": False})
    client.write(sent)

    @client.on("data")
    def data(chunk):
        received.append(chunk)
        if sum(map(len, received)) == len(sent):
            client.end()

    run()
    assert b"".join(received) == sent


def test_tls_1_0_with_its_server_when_the_program_allows_it(real_server):
    port = real_server("tls", "function(s) { s.end(s.getCipher().name); }", secureProtocol="TLSv1_method")
    log = []
    for ciphers in ("HIGH:@SECLEVEL=0", "HIGH"):
        client = tls.connect({"port": port, "rejectUnauthorized": False, "ciphers": ciphers})
        client.on("data", log.append)
        client.on("error", lambda error: log.append(error.message.rpartition(":")[2]))
        run()
    assert log[0] == b"AES256-SHA"
    assert len(log) == 2
    assert b"SHA" not in str(log[1]).encode()
