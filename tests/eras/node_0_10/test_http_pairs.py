"""The pairs of server and client that the document shows, in Python, and both ends of long exchanges."""

from support import HOST, run, watch

from eras.node_0_10 import http, net, stream, url


def test_a_tunnel_through_a_proxy():
    """The document's example of `connect`."""
    log = []
    origin = http.createServer(lambda request, response: response.end("origin " + request.url))
    proxy = http.createServer()

    @proxy.on("connect")
    def connect(request, client_socket, head):
        server = url.parse("http://" + request.url)

        def connected():
            client_socket.write("HTTP/1.1 200 Connection Established\r\nProxy-agent: Node-Proxy\r\n\r\n")
            server_socket.write(head)
            server_socket.pipe(client_socket)
            client_socket.pipe(server_socket)

        server_socket = net.connect(server.port, server.hostname, connected)

    def start():
        target = f"{HOST}:{origin.address()['port']}"
        port = proxy.address()["port"]
        request = http.request(port=port, hostname=HOST, method="CONNECT", path=target)
        request.end()

        @request.on("connect")
        def connected(response, socket, head):
            log.append((response.statusCode, response.headers["proxy-agent"]))
            socket.write(f"GET /through HTTP/1.1\r\nHost: {target}\r\nConnection: close\r\n\r\n")
            body = []
            socket.setEncoding("utf8")
            socket.on("data", body.append)
            socket.on("end", lambda: (log.append("".join(body)), proxy.close(), origin.close()))

    origin.listen(0, HOST, lambda: proxy.listen(0, HOST, start))
    run()
    assert log[0] == (200, "Node-Proxy")
    assert log[1].startswith("HTTP/1.1 200 OK\r\n")
    assert "origin /through" in log[1]


def test_an_upgrade_on_both_sides():
    """The document's example of `upgrade`."""
    log = []
    server = http.createServer(lambda request, response: response.end("okay"))

    @server.on("upgrade")
    def upgrade(request, socket, head):
        socket.write(
            "HTTP/1.1 101 Web Socket Protocol Handshake\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\n\r\n"
        )
        socket.pipe(socket)

    def start():
        headers = {"Connection": "Upgrade", "Upgrade": "websocket"}
        request = http.request(port=server.address()["port"], hostname=HOST, headers=headers)
        request.end()

        @request.on("upgrade")
        def upgraded(response, socket, head):
            log.append((response.statusCode, response.headers["upgrade"], head))
            socket.on("data", lambda data: (log.append(data), socket.end(), server.close()))
            socket.write("echo")

    server.listen(0, HOST, start)
    run()
    assert log == [(101, "WebSocket", b""), b"echo"]


def test_an_upload_that_waits_for_continue():
    log = []
    server = http.createServer()

    @server.on("checkContinue")
    def check(request, response):
        log.append("checkContinue")
        response.writeContinue()
        request.pipe(response)

    def start():
        headers = {"Expect": "100-continue"}
        request = http.request(port=server.address()["port"], method="PUT", headers=headers)
        request.on("continue", lambda: (log.append("continue"), request.end("body")))

        @request.on("response")
        def answered(response):
            response.setEncoding("utf8")
            response.on("data", log.append)
            response.on("end", server.close)

    server.listen(0, start)
    run()
    assert log == ["checkContinue", "continue", "body"]


class Source(stream.Readable):
    """So many bytes, made as they are asked for."""

    def __init__(self, size):
        super().__init__()
        self.left = size

    def _read(self, size):
        if self.left == 0:
            self.push(None)
        else:
            taken = min(16384, self.left)
            self.left -= taken
            self.push(b"x" * taken)


def test_an_upload_and_a_download_at_once():
    size = 5_000_000
    log = []
    server = http.createServer(lambda request, response: request.pipe(response))

    def start():
        request = http.request(port=server.address()["port"], host=HOST, method="POST", agent=False)
        Source(size).pipe(request)

        @request.on("response")
        def answered(response):
            counted = []
            response.on("data", lambda data: counted.append(len(data)))
            response.on("end", lambda: (log.append(sum(counted)), server.close()))

    server.listen(0, HOST, start)
    run()
    assert log == [size]


def test_trailers_from_end_to_end():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        def ended():
            log.append(request.trailers)
            response.writeHead(200, {"Trailer": "X-Down"})
            response.write("body")
            response.addTrailers({"X-Down": "2"})
            response.end()

        request.on("end", ended)
        request.resume()

    def start():
        request = http.request(port=server.address()["port"], host=HOST, method="POST")
        request.addTrailers({"X-Up": "1"})
        request.end("body")

        @request.on("response")
        def answered(response):
            response.on("end", lambda: (log.append(response.trailers), server.close()))
            response.resume()

    server.listen(0, HOST, start)
    run()
    assert log == [{"x-up": "1"}, {"x-down": "2"}]


def test_a_client_that_gives_up_is_noticed_by_the_server():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        watch(log, request, "aborted", "close", name="request")
        watch(log, response, "close", "finish", name="response")
        response.on("close", server.close)
        response.write("part")

    def start():
        request = http.get(port=server.address()["port"], host=HOST, agent=False)
        request.on("response", request.abort)

    server.listen(0, HOST, start)
    run()
    assert log == ["request aborted", "request close", "response close"]


def test_many_requests_over_one_agent():
    log = []
    server = http.createServer(lambda request, response: response.end(request.url))

    def start():
        for number in range(200):
            http.get(f"http://{HOST}:{server.address()['port']}/{number}", answered)

    def answered(response):
        response.setEncoding("utf8")
        response.on("data", log.append)
        response.on("end", lambda: server.close() if len(log) == 200 else None)

    server.listen(0, HOST, start)
    run()
    assert sorted(log) == sorted(f"/{number}" for number in range(200))
