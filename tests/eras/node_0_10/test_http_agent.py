"""`http.Agent`: pools, queues, reuse, and sockets that leave."""

from support import HOST, Answering, run, watch

from eras.node_0_10 import events, http, net


class Farm:
    """A server that counts connections and notes what it is asked, and requests to it through one agent."""

    def __init__(self, max_sockets=None):
        self.agent = http.Agent()
        if max_sockets is not None:
            self.agent.maxSockets = max_sockets
        self.log = []
        self.connections = 0
        self.server = http.createServer(self.listener)
        self.server.on("connection", self.connected)
        self.open = 0

    def connected(self):
        self.connections += 1

    def listener(self, request, response):
        if request.url == "/cut":
            request.socket.destroy()
            return
        if request.url == "/close":
            response.setHeader("Connection", "close")
        response.end(request.url)

    @property
    def name(self):
        return f"{HOST}:{self.server.address()['port']}"

    def get(self, path, **more):
        """Ask for `path`; the server closes after the last of such requests."""
        options = {
            "host": HOST,
            "port": self.server.address()["port"],
            "path": path,
            "agent": self.agent,
            **more,
        }
        self.open += 1

        def over(what):
            self.log.append(what)
            self.open -= 1
            if self.open == 0:
                self.server.close()

        def answered(response):
            response.on("end", lambda: over(path))
            response.resume()

        request = http.get(options, answered)
        request.on("error", lambda error: over((path, error.code)))
        return request

    def run(self, start):
        self.server.listen(0, HOST, start)
        run()
        return self.log


def counts(table):
    return {name: len(entries) for name, entries in table.items()}


def test_defaults():
    agent = http.Agent()
    assert isinstance(agent, events.EventEmitter)
    assert agent.maxSockets == 5
    assert http.globalAgent.maxSockets == 5
    assert agent.sockets == {}
    assert agent.requests == {}


def test_max_sockets_option():
    assert http.Agent({"maxSockets": 2}).maxSockets == 2


def test_options_as_keywords():
    assert http.Agent(maxSockets=2).maxSockets == 2


def test_sockets_and_requests_hold_at_most_max_sockets_per_host():
    farm = Farm()
    seen = []

    def start():
        for number in range(7):
            farm.get(f"/{number}")
        seen.append(counts(farm.agent.sockets) == {farm.name: 5})
        seen.append(counts(farm.agent.requests) == {farm.name: 2})
        seen.append(type(farm.agent.requests[farm.name][0]) is http.ClientRequest)

    log = farm.run(start)
    assert sorted(log) == [f"/{number}" for number in range(7)]
    assert seen == [True, True, True]
    assert farm.connections == 5
    assert farm.agent.sockets == farm.agent.requests == {}


def test_queued_requests_reuse_the_socket_in_order():
    farm = Farm(max_sockets=1)
    log = farm.run(lambda: [farm.get(f"/{number}") for number in range(4)])
    assert log == ["/0", "/1", "/2", "/3"]
    assert farm.connections == 1


def test_socket_without_waiting_requests_is_closed():
    farm = Farm(max_sockets=1)
    log = []

    def start():
        request = farm.get("/")
        request.on("socket", lambda socket: watch(log, socket, "free", "close"))

    farm.run(start)
    assert log == ["free", "close"]
    assert farm.agent.sockets == {}


def test_several_hosts_are_pooled_apart():
    farm = Farm(max_sockets=1)
    names = []

    def start():
        farm.get("/1")
        farm.get("/2", host="localhost")
        names.extend(sorted(name.split(":")[0] for name in farm.agent.sockets))

    farm.run(start)
    assert names == ["127.0.0.1", "localhost"]
    assert farm.agent.requests == {}


def test_local_address_has_a_pool_of_its_own():
    farm = Farm(max_sockets=1)
    names = []

    def start():
        farm.get("/local", localAddress=HOST)
        names.append(list(farm.agent.sockets) == [f"{farm.name}:{HOST}"])

    farm.run(start)
    assert names == [True]


def test_connection_that_closes_is_replaced_for_the_next_request():
    farm = Farm(max_sockets=1)
    log = farm.run(lambda: [farm.get(path) for path in ("/1", "/close", "/2")])
    assert log == ["/1", "/close", "/2"]
    assert farm.connections == 2


def test_request_that_asks_to_close():
    farm = Farm(max_sockets=1)
    log = farm.run(lambda: [farm.get("/1", headers={"Connection": "close"}), farm.get("/2")])
    assert log == ["/1", "/2"]
    assert farm.connections == 2


def test_a_failed_request_does_not_stop_the_queue():
    farm = Farm(max_sockets=1)
    log = farm.run(lambda: [farm.get(path) for path in ("/1", "/cut", "/2")])
    assert log == ["/1", ("/cut", "ECONNRESET"), "/2"]
    assert farm.connections == 2


def test_every_queued_request_hears_of_a_server_that_is_not_there():
    raw = Answering()
    run()
    agent = http.Agent()
    agent.maxSockets = 1
    codes = []
    for _ in range(3):
        http.get(host=HOST, port=raw.port, agent=agent).on("error", lambda error: codes.append(error.code))
    run()
    assert codes == ["ECONNREFUSED"] * 3
    assert agent.sockets == agent.requests == {}


def test_agent_remove_takes_a_socket_out_of_the_pool():
    farm = Farm(max_sockets=1)
    seen = []

    def start():
        request = farm.get("/long")

        @request.on("socket")
        def assigned(socket):
            socket.emit("agentRemove")
            seen.append(farm.agent.sockets)
            seen.append(socket.destroyed)
            request.on("response", lambda response: response.on("end", socket.end))

        farm.get("/next")

    assert sorted(farm.run(start)) == ["/long", "/next"]
    assert seen[1] is False
    assert farm.connections == 2


def test_agent_remove_empties_sockets():
    farm = Farm()
    seen = []

    def start():
        request = farm.get("/")

        @request.on("socket")
        def assigned(socket):
            seen.append(list(farm.agent.sockets) == [farm.name])
            socket.emit("agentRemove")
            seen.append(farm.agent.sockets == {})
            request.on("response", lambda response: response.on("end", socket.end))

    farm.run(start)
    assert seen == [True, True]


def test_an_agent_of_the_programs_own():
    """Whatever has `addRequest` can be an agent: it gives the request its socket, connected or not."""
    raw = Answering(*[b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nmine"] * 2)
    log = []

    class Mine:
        defaultPort = 8080

        def addRequest(self, request, host, port, localAddress):
            log.append((host, port))
            socket = net.connect(raw.port, HOST)
            if request.path == "/connected":
                socket.on("connect", lambda: request.onSocket(socket))
            else:
                request.onSocket(socket)

    def answered(response):
        response.setEncoding("utf8")
        response.on("data", log.append)
        response.on("end", lambda: log.append("end"))

    http.get({"host": "elsewhere", "agent": Mine()}, answered)
    http.get({"host": "elsewhere", "agent": Mine(), "path": "/connected"}, answered)
    run()
    assert log == [("elsewhere", 80)] * 2 + ["mine", "end"] * 2
    assert b"Host: elsewhere\r\n" in raw.received[0]


def test_agent_false_never_waits():
    farm = Farm(max_sockets=1)
    farm.run(lambda: [farm.get(f"/{number}", agent=False) for number in range(8)])
    assert farm.connections == 8


def test_max_sockets_can_be_raised_later():
    farm = Farm(max_sockets=1)
    seen = []

    def start():
        farm.get("/1")
        farm.get("/2")
        farm.agent.maxSockets = 3
        farm.get("/3")
        seen.append(counts(farm.agent.sockets) == {farm.name: 2})

    assert sorted(farm.run(start)) == ["/1", "/2", "/3"]
    assert seen == [True]


def test_request_of_a_queue_says_connection_keep_alive():
    farm = Farm(max_sockets=1)
    connections = []
    farm.server.on("request", lambda request: connections.append(request.headers["connection"]))
    farm.run(lambda: [farm.get("/1"), farm.get("/2"), farm.get("/3", agent=False)])
    assert sorted(connections) == ["close", "keep-alive", "keep-alive"]


def test_default_port():
    assert http.globalAgent.defaultPort == 80


def test_free_tells_of_a_socket_its_host_and_its_port():
    farm = Farm()
    told = []
    farm.agent.on("free", lambda socket, host, port: told.append((type(socket), host, port)))
    ports = []

    def start():
        ports.append(farm.server.address()["port"])
        farm.get("/")

    farm.run(start)
    assert told == [(net.Socket, HOST, ports[0])]
