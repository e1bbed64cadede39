"""`net.Socket`: a connection as a duplex stream."""

from __future__ import annotations

import errno
import math
import os

from nodecore import sockets
from nodecore.encodings import encode
from nodecore.errors import NodeError, NodeTypeError
from nodecore.loop import get_loop
from nodecore.streams2 import WritableState
from nodecore.values import is_number, number_of

from ..errors import system_error
from ..options import merged
from ..stream import Duplex
from .arguments import as_address, connect_arguments, connect_target, local_address
from .handle import handle_of, transport_of_descriptor
from .link import Link

_loop = get_loop()


class Socket(Duplex):
    """One TCP or Unix connection.

    Events: `connect`, `data`, `end`, `timeout`, `drain`, `error`, `close`.
    """

    event_arity = {"connect": 0, "data": 1, "end": 0, "timeout": 0, "drain": 0, "error": 1, "close": 1}

    own_listeners = {"end": 1, "finish": 1}
    _most_own = 2

    allowHalfOpen = False
    readable = True
    writable = True
    server = None

    _ondata = _onend = None
    _can_be_sent = True
    """To another program."""

    js_visible = ("_connecting", "_handle", "_httpMessage")
    js_null = ("address", "_handle")

    _ends_last = False
    """Whether `end` comes after `close`, and so what a request makes of it."""

    _transport = None
    _clock = None
    """A core socket that only watches the time, for as long as there is no connection."""
    _timeout = 0
    _upgraded_by = None
    _consuming = False
    """Whether somebody has read from it."""

    _destroyed = False
    _connecting = False
    _ever_open = False
    _eof = False
    _early = None
    """What was written first, before there was a connection."""
    _write_done = None
    _error_told = False

    def __init__(self, options=None, **more):
        """Options: `fd` of a connected socket, `allowHalfOpen`, `readable`, `writable`."""
        options = merged({"fd": options} if is_number(options) else options, more)
        self.allowHalfOpen = bool(options.get("allowHalfOpen"))
        if options.get("fd") is not None:
            self._take_over(transport_of_descriptor(options["fd"]))
            self._transport.start_reading()
        else:
            self.readable = self.writable = False

    @classmethod
    def _wrap(cls, transport, allow_half_open=False):
        """The Socket of a connected core socket. Whoever calls this decides who handles it."""
        self = cls.__new__(cls)
        self.allowHalfOpen = allow_half_open
        self._transport = transport
        self._ever_open = True
        transport.facade = self
        return self

    def _take_over(self, transport):
        """Hear what happens to `transport`."""
        self._transport = transport
        self._ever_open = True
        transport.facade = self
        transport.handler = Link(self)

    @property
    def destroyed(self):
        """Whether the connection is closed for good."""
        return self._destroyed or (self._transport is not None and self._transport.destroyed)

    @property
    def _httpMessage(self):
        """The HTTP message that has its turn on this connection."""
        handler = getattr(self._transport, "handler", None)
        return self._upgraded_by or getattr(handler, "message", None)

    def own_count(self, event):
        of_handler = getattr(getattr(self._transport, "handler", None), "own_listeners", {})
        return super().own_count(event) + of_handler.get(event, 0)

    # -- connecting -----------------------------------------------------------------------------------

    def connect(self, *args, **more):
        """Connect: `(port, host, listener)`, `(path, listener)` or `(options, listener)`."""
        options, listener = connect_arguments(args, more)
        path, port, host = connect_target(options)
        if self.destroyed:
            self._begin_anew()
        elif self._transport is not None:
            return self._connect_again(listener)
        self.writable = True
        self._connecting = True
        timeout = self._timeout
        if timeout:
            self._watch_time(0)
        transport = sockets.Socket()
        self._take_over(transport)
        self._ever_open = False
        if timeout:
            self._watch_time(timeout)
        if listener is not None:
            self.once("connect", listener)
        if path is not None:
            transport.connect_unix(path)
        else:
            transport.connect(port, host, local_address=local_address(options))
        return self

    def _connect_again(self, listener):
        # To the system a success where there was a connection, wherever it was to go, else a failure.
        if self._connecting:
            self.destroy(system_error(f"Unknown system errno {errno.EALREADY}", "connect"))
            return self
        self._connecting = True
        if listener is not None:
            self.once("connect", listener)
        _loop.call_soon(self._connected)
        return self

    def _begin_anew(self):
        # What was read and how stays, and that the end was told: it is told only once.
        self._destroyed = self._eof = self._error_told = False
        if self._readable_state is not None:
            self._readable_state.reading = self._readable_state.ended = False
        if self._writable_state is not None:
            self._writable_state.ended = self._writable_state.ending = self._writable_state.finished = False

    def _connected(self):
        self._connecting = False
        self._ever_open = self.readable = self.writable = True
        self.emit("connect")
        if not self.destroyed and self._transport is not None:
            self.read(0)

    # -- the readable half ----------------------------------------------------------------------------

    @property
    def bytesRead(self):
        """Bytes received."""
        return self._transport.bytes_read if self._transport is not None else 0

    def _read(self, n):
        if self._connecting or not self._ever_open:
            self.once("connect", lambda: self._read(n))
        elif self._transport is not None:
            self._transport.start_reading()

    def read(self, n=None):
        """`n` bytes of what has arrived, or all of it; None while there is not so much."""
        if n != 0:
            self._consuming = True
        elif self.destroyed:
            return None
        return super().read(n)

    @property
    def ondata(self):
        """As before streams2: `ondata(buffer, start, end)` is given what arrives, and the stream is not.

        On a connection of an HTTP server it is what reads the requests; another may call that one in turn.
        """
        return self._ondata or self._of_handler("take")

    @ondata.setter
    def ondata(self, function):
        self._ondata = function
        if self._of_handler("take"):
            handler = self._transport.handler
            self._transport.deliver_to(handler.data_received if function is None else handler.hand_over)

    @property
    def onend(self):
        """As before streams2: `onend()` is told the end. For HTTP it is as with `ondata`."""
        return self._onend or self._of_handler("take_end")

    @onend.setter
    def onend(self, function):
        self._onend = function

    def _of_handler(self, name):
        """A method that only some handlers of connections have."""
        return getattr(getattr(self._transport, "handler", None), name, None)

    def _received(self, data):
        if self._ondata is not None:
            self._ondata(data, 0, len(data))
        elif not self.push(data):
            self._transport.stop_reading()

    def _ended_by_peer(self):
        self._eof = True
        if self._onend is not None:
            self.once("end", self._onend)
        state = self._readable_state or self._make_readable_state()
        if state.length == 0:
            self._read_side_over()
        self.push(None)
        if state.length or not state.end_emitted:
            self.once("end", self._read_side_over)
            self.read(0)
        if not self.allowHalfOpen:
            self.destroySoon()
        if self._transport is not None and self._transport.write_ended:
            self.destroy()

    def _read_side_over(self):
        self.readable = False
        self._destroy_if_over()

    def _destroy_if_over(self):
        if not self.readable and not self.writable and not self.destroyed and not self._connecting:
            state = self._writable_state
            if state is None or state.length == 0:
                self.destroy()

    # -- the writable half ----------------------------------------------------------------------------

    @property
    def bytesWritten(self):
        """Bytes sent, those that still wait included."""
        waiting = list(self._writable_state.buffer) if self._writable_state is not None else []
        if self._early is not None:
            waiting.append(self._early)
        given = self._transport.bytes_written if self._transport is not None else 0
        return given + sum(_byte_length(chunk, encoding) for chunk, encoding, _ in waiting)

    @property
    def bufferSize(self):
        """Bytes that were written and still wait to be sent; None without a connection."""
        transport = self._transport
        if transport is None or self.destroyed:
            return None
        state = self._writable_state
        return transport.buffered + (state.length if state else 0)

    def write(self, chunk, encoding=None, callback=None):
        """Send `chunk`; returns whether all of it was given to the kernel. `callback` runs once it was."""
        if self._eof and not self.allowHalfOpen:
            error = NodeError("This socket has been ended by the other party", code="EPIPE")
            self.emit("error", error)
            callback = encoding if callable(encoding) else callback
            if callable(callback):
                _loop.next_tick(callback, error)
            return None
        if not isinstance(chunk, (str, bytes, bytearray, memoryview)):
            raise NodeTypeError("invalid data")
        return super().write(chunk, encoding, callback)

    def _new_writable_state(self):
        return WritableState(decode_strings=False)

    def _write(self, chunk, encoding, callback):
        if self._connecting:
            self._early = (chunk, encoding, callback)
            self.once("connect", lambda: self._write(chunk, encoding, callback))
            return
        self._early = None
        if self._transport is None or not self._ever_open or self.destroyed:
            error = NodeError("This socket is closed.")
            callback(error)
            self._fail(error)
            return
        if isinstance(chunk, str):
            chunk = encode(chunk, encoding)
        if self._transport.write(bytes(chunk)):
            callback()
        elif self._transport.destroyed:
            _loop.next_tick(callback, system_error("EPIPE", "write"))
        else:
            self._write_done = callback

    def _drained(self):
        done, self._write_done = self._write_done, None
        if done is not None:
            done()

    def end(self, data=None, encoding=None, callback=None):
        """Half-close, after a last chunk if given: sends a FIN; the peer may go on sending."""
        super().end(data, encoding, callback)
        self.writable = False
        self._finish_half()
        if self.readable and not self._has_all_data():
            self.read(0)  # the end of the other half, should nobody read yet

    def _finish_maybe(self, state):
        if state.may_finish():
            state.finished = True
            self._finish_half()
            self.emit("finish")
        return state.finished

    def _finish_half(self):
        """All was written: send the FIN, or close when the peer has sent its."""
        state = self._writable_state
        if state is None or not state.finished or self.destroyed:
            return
        if self._connecting:
            self.once("connect", self._finish_half)
        elif self._transport is None or not self.readable or self._has_all_data():
            self.destroy()
        else:
            self._transport.end()

    def _has_all_data(self):
        return self._readable_state is not None and self._readable_state.ended

    @property
    def _handle(self):
        return handle_of(self, self._transport)

    def _give_handle(self):
        """A descriptor of this socket for a server to listen on."""
        return os.dup(self._transport.fileno())

    def _give_away(self):
        """What the system has of this connection, for another program; here nothing more happens on it."""
        transport, self._transport = self._transport, None
        return transport.release() if transport is not None else None

    # -- the end --------------------------------------------------------------------------------------

    def destroy(self, exception=None):
        """Close at once; `error` (if `exception` is given) and `close` follow."""
        was_open = self._transport is not None and not self.destroyed
        self._let_go()
        if was_open:
            self._transport.destroy(exception)
        else:
            if self._timeout:
                self._watch_time(0)
            if exception is not None:
                _loop.next_tick(self._tell_error, exception)

    def destroySoon(self):
        """Close once all that was written is sent."""
        if self.writable:
            self.end()
        state = self._writable_state
        if state is not None and state.finished:
            self.destroy()
        else:
            self.once("finish", self.destroy)

    def _let_go(self):
        self._destroyed = True
        self._connecting = self.readable = self.writable = False

    def _fail(self, error):
        _loop.next_tick(self._tell_error, error)
        self.destroy()

    def _tell_error(self, error):
        if not self._error_told:
            self._error_told = getattr(error, "syscall", None) or True
            self.emit("error", error)

    def _closed(self, had_error):
        self._let_go()
        # Neither comes any more; who waits for it is the socket itself.
        self.remove_listener("finish", self.destroy)
        self.remove_listener("end", self._read_side_over)
        self.emit("close", had_error)

    # -- options --------------------------------------------------------------------------------------

    def setTimeout(self, msecs, callback=None):
        """Emit `timeout` after so many milliseconds without traffic; 0 for never."""
        delay = number_of(msecs)
        if delay > 0 and math.isfinite(delay):
            self._watch_time(delay)
            if callback is not None:
                self.once("timeout", callback)
        elif msecs == 0 and msecs is not False:
            self._watch_time(0)
            if callback is not None:
                self.removeListener("timeout", callback)

    def _watch_time(self, timeout):
        self._timeout = timeout
        if self._transport is None and self._clock is None:
            self._clock = sockets.Socket(handler=Link(self))
        (self._transport or self._clock).set_timeout(timeout)

    def setNoDelay(self, noDelay=True):
        """Send small writes at once (Nagle's algorithm off)."""
        if self._transport is not None:
            self._transport.set_no_delay(noDelay is None or bool(noDelay))

    def setKeepAlive(self, enable=False, initialDelay=0):
        """Probe an idle connection, first after `initialDelay` milliseconds."""
        if self._transport is not None:
            self._transport.set_keep_alive(bool(enable), number_of(initialDelay))

    def ref(self):
        """Keep the program alive while the socket is open."""
        if self._transport is not None:
            self._transport.ref()

    def unref(self):
        """Let the program end although the socket is open."""
        if self._transport is not None:
            self._transport.unref()

    # -- addresses ------------------------------------------------------------------------------------

    def address(self):
        """The bound address: `{port, family, address}`."""
        local = self._transport.local_address if self._is_connected else None
        return None if isinstance(local, str) else as_address(local)

    @property
    def _is_connected(self):
        return self._transport is not None and not (self.destroyed or self._connecting)

    @property
    def readyState(self):
        """`opening`, `open`, `readOnly`, `writeOnly` or `closed`."""
        if self._connecting:
            return "opening"
        if self.readable:
            return "open" if self.writable else "readOnly"
        return "writeOnly" if self.writable else "closed"

    @property
    def remoteAddress(self):
        """The peer's address as text; None without a connection, as the three that follow."""
        return _part(self._transport.peer_address if self._is_connected else None, "address")

    @property
    def remotePort(self):
        """The peer's port."""
        return _part(self._transport.peer_address if self._is_connected else None, "port")

    @property
    def localAddress(self):
        """The address of this end."""
        return _part(self._transport.local_address if self._is_connected else None, "address")

    @property
    def localPort(self):
        """The port of this end."""
        return _part(self._transport.local_address if self._is_connected else None, "port")


def _part(address, name):
    return getattr(address, name, None)


def _byte_length(chunk, encoding):
    try:
        return len(encode(chunk, encoding) if isinstance(chunk, str) else chunk)
    except NodeError:  # it will be told when its turn to be sent has come
        return len(chunk)
