"""`net.Socket` of 0.10: both halves of a connection, and its end."""

from support import HOST, Answering, ask, echo, greet, loop, run, silent, visit, watch, watch_args

from eras.node_0_10 import net, stream

# -- reading ---------------------------------------------------------------------------------------


def test_data_gives_buffers():
    log = []
    socket = net.connect(Answering(greet).port, HOST)
    watch_args(log, socket, "data")
    run()
    assert log == [(b"hi",)]


def test_a_socket_is_a_duplex_stream():
    socket = net.connect(Answering(greet).port, HOST)
    assert isinstance(socket, stream.Duplex)
    log = []
    socket.on("connect", lambda: log.append((socket.readable, socket.writable)))
    socket.resume()
    run()
    assert log == [(True, True)]
    assert (socket.readable, socket.writable) == (False, False)


def test_end_has_no_arguments():
    log = []
    socket = net.connect(Answering(greet).port, HOST)
    watch_args(log, socket, "end")
    socket.resume()
    run()
    assert log == [()]


def test_set_encoding():
    log = []
    socket = net.connect(Answering(greet).port, HOST)
    socket.setEncoding("hex")
    socket.on("data", log.append)
    run()
    assert log == ["6869"]


def test_readable_and_read():
    log = []
    socket = net.connect(Answering(greet).port, HOST)

    @socket.on("readable")
    def readable():
        while (data := socket.read(1)) is not None:
            log.append(data)

    run()
    assert log == [b"h", b"i"]


def test_pause_and_resume():
    log = []
    socket = net.connect(Answering(greet).port, HOST)
    socket.on("data", log.append)
    socket.on("end", lambda: log.append("end"))
    socket.pause()

    def go_on():
        log.append("resume")
        socket.resume()

    socket.on("connect", lambda: loop.timer(go_on, 20))
    run()
    assert log == ["resume", b"hi", "end"]


def test_pause_stops_the_sender():
    size = 16 * 1024 * 1024
    log = []
    socket = net.connect(Answering(lambda peer: (peer.send(b"x" * size), peer.fin(), peer.rest())).port, HOST)
    counted = []
    socket.on("data", lambda data: counted.append(len(data)))
    socket.pause()

    def go_on():
        log.append(socket.bytesRead < size)
        socket.resume()

    loop.timer(go_on, 50)
    run()
    assert log == [True]
    assert sum(counted) == size


def test_pipe():
    server = net.createServer(lambda socket: socket.pipe(socket))
    assert visit(server, lambda peer: peer.send(b"around").fin().rest()) == [b"around"]


def test_pipe_through_a_transform():
    class Upper(stream.Transform):
        def _transform(self, chunk, encoding, callback):
            callback(None, chunk.upper())

    server = net.createServer(lambda socket: socket.pipe(Upper()).pipe(socket))
    assert visit(server, lambda peer: peer.send(b"loud").fin().rest()) == [b"LOUD"]


def test_unpipe():
    sink, log = stream.PassThrough(), []
    socket = net.connect(Answering(greet).port, HOST)
    socket.pipe(sink)
    socket.unpipe(sink)
    watch_args(log, socket, "data")
    run()
    assert log == [(b"hi",)]
    assert sink.read() is None


def test_unshift():
    log = []
    socket = net.connect(Answering(greet).port, HOST)

    @socket.once("readable")
    def readable():
        socket.unshift(b"oh " + socket.read())
        log.append(socket.read())

    run()
    assert log == [b"oh hi"]


# -- writing ---------------------------------------------------------------------------------------


def test_write_before_the_connection_waits():
    raw = Answering(silent)
    log = []
    socket = net.connect(raw.port, HOST)
    socket.on("connect", lambda: log.append("connect"))
    log.append(socket.write("early ", lambda: log.append("written")))
    log.append(socket.bufferSize)
    log.append(socket.bytesWritten)
    socket.end("late")
    run()
    assert log == [True, 6, 6, "connect", "written"]
    assert raw.received == [b"early late"]


def test_write_and_end_take_encodings_and_callbacks():
    raw = Answering(silent)
    log = []
    socket = net.connect(raw.port, HOST)
    socket.write("\u00e9")
    socket.write("\u00e9", "binary")
    socket.write("YWJj", "base64", lambda: log.append("written"))
    socket.end("646566", "hex")
    run()
    assert raw.received == [b"\xc3\xa9\xe9abcdef"]
    assert log == ["written"]


def test_slow_peer_fills_the_buffer_and_drain_follows():
    size = 16 * 1024 * 1024
    log = []
    raw = Answering(silent)
    socket = net.connect(raw.port, HOST)

    @socket.on("connect")
    def connected():
        log.append(socket.write(b"x" * size))
        # What is under way counts until the last of it is sent, and what of it waits counts once more.
        log.append(size < socket.bufferSize < 2 * size)

    @socket.on("drain")
    def drained(*args):
        log.append((args, socket.bufferSize, socket.bytesWritten))
        socket.end()

    run()
    assert log == [False, True, ((), 0, size)]
    assert len(raw.received[0]) == size


def test_bytes_read_and_written():
    seen = []
    server = net.createServer()

    @server.on("connection")
    def connected(socket):
        seen.append((socket.bytesRead, socket.bytesWritten, socket.bufferSize))
        socket.on("data", lambda data: socket.end(b"12345"))
        socket.on("close", lambda: seen.append((socket.bytesRead, socket.bytesWritten)))

    ask(server, b"abc")
    assert seen == [(0, 0, 0), (3, 5)]


def test_finish_after_end():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    watch(log, socket, "connect", "finish", "end", "close")
    socket.end("x")
    assert socket.writable is False
    socket.resume()
    run()
    assert log == ["connect", "finish", "end", "close"]


# -- half-open -------------------------------------------------------------------------------------


def test_end_leaves_the_other_half_open():
    log = []
    socket = net.connect(Answering(echo).port, HOST)
    socket.on("data", log.append)
    socket.end("there and back")
    run()
    assert log == [b"there and back"]


def test_allow_half_open_of_a_client():
    raw = Answering(lambda peer: (peer.fin(), peer.rest())[1])
    socket = net.connect({"port": raw.port, "host": HOST, "allowHalfOpen": True})
    socket.on("end", lambda: socket.end("still writable"))
    socket.resume()
    run()
    assert raw.received == [b"still writable"]


def test_without_half_open_our_side_ends_with_the_peers():
    log = []
    server = net.createServer()

    @server.on("connection")
    def connected(socket):
        socket.on("end", lambda: log.append(socket.writable))
        socket.on("close", log.append)
        socket.resume()

    assert visit(server, lambda peer: peer.fin().rest()) == [b""]
    assert log == [False, False]


# -- destroy and close -----------------------------------------------------------------------------


def test_destroy_closes_at_once():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    watch(log, socket, "end", "finish")
    watch_args(log, socket, "close")
    socket.on("connect", socket.destroy)
    run()
    assert log == [(False,)]
    assert socket.destroyed is True


def test_destroy_with_an_error():
    log = []
    error = ValueError("mine")
    socket = net.connect(Answering(silent).port, HOST)
    watch_args(log, socket, "error")
    watch_args(log, socket, "close")
    socket.on("connect", lambda: (socket.destroy(error), log.append("destroyed")))
    run()
    assert log == ["destroyed", (error,), (True,)]


def test_destroy_while_connecting():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    watch(log, socket, "connect", "error")
    watch_args(log, socket, "close")
    socket.destroy()
    run()
    assert log == [(False,)]


def test_destroy_twice():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    watch(log, socket, "close")
    socket.on("connect", lambda: (socket.destroy(), socket.destroy()))
    run()
    socket.destroy()
    run()
    assert log == ["close"]


def test_destroy_soon_sends_what_was_written():
    raw = Answering(silent)
    socket = net.connect(raw.port, HOST)
    socket.on("connect", lambda: (socket.write("last words"), socket.destroySoon()))
    run()
    assert raw.received == [b"last words"]


def test_write_after_our_end():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    socket.on("error", lambda error: log.append(error.message))
    socket.end("x")
    socket.write("too late")
    run()
    assert log == ["write after end"]
