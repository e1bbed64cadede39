"""`stream` of 0.10, the generation of streams2: `read()` and `readable`, and `data` for those who listen.

A source defines `_read`, a sink `_write`, a filter `_transform` and perhaps `_flush`: in a subclass, or
on one stream by assignment. Options are a dict or keywords.
"""

from nodecore import streams2

from .emitter_like import as_emitter
from .events import EventEmitter
from .options import merged
from .stream_state import (
    readable_state,
    show_readable_state,
    show_transform_state,
    show_writable_state,
    writable_state,
)

__all__ = ["Duplex", "PassThrough", "Readable", "Stream", "Transform", "Writable"]


class Stream(EventEmitter):
    """What every stream is. By itself it has only the `pipe` of old streams, which follows `data` events."""

    js_extensible = True  # as programs made streams before 0.10: by putting `write` and `end` on one of these

    def pipe(self, destination, options=None):
        """Write each `data` to `destination`, pausing while it is full, and end it at the end."""
        streams2.pipe_old(self, as_emitter(destination), options)
        return destination


class Readable(Stream, streams2.Readable):
    """A stream that can be read from. Define `_read(size)`, which calls `push(chunk)`."""

    js_visible = ("_read", "_readableState")

    readable = True
    js_null = ("read",)

    def __init__(self, options=None, **more):
        self._readable_state = readable_state(merged(options, more))
        self.readable = True

    push = streams2.Readable.push
    unshift = streams2.Readable.unshift
    setEncoding = streams2.Readable.set_encoding
    read = streams2.Readable.read
    _read = streams2.Readable._read
    unpipe = streams2.Readable.unpipe
    on = addListener = EventEmitter.addListener
    resume = streams2.Readable.resume
    pause = streams2.Readable.pause
    _readableState = property(show_readable_state)

    def pipe(self, destination, options=None):
        """Write everything to `destination` at its pace, then end it unless `options` has `end` false."""
        streams2.Readable.pipe(self, as_emitter(destination), options)
        return destination

    def wrap(self, stream):
        """Take the chunks from `stream`, an old one that emits `data` and `end`."""
        return streams2.Readable.wrap(self, as_emitter(stream))


class Writable(Stream, streams2.Writable):
    """A stream that can be written to. Define `_write(chunk, encoding, callback)`."""

    js_visible = ("_write", "_writableState")

    writable = True

    def __init__(self, options=None, **more):
        self._writable_state = writable_state(merged(options, more))
        self.writable = True

    pipe = streams2.Writable.pipe
    write = streams2.Writable.write
    _write = streams2.Writable._write
    end = streams2.Writable.end
    _writableState = property(show_writable_state)


class Duplex(Readable, streams2.Duplex):
    """A stream with two independent halves. Define `_read` and `_write`."""

    js_visible = ("_read", "_readableState", "_write", "_writableState")
    allowHalfOpen = True
    writable = True

    def __init__(self, options=None, **more):
        given = merged(options, more)
        self._make_halves(given, streams2.Duplex)

    def _make_halves(self, options, kind):
        kind.__init__(
            self,
            readable_state=readable_state(options),
            writable_state=writable_state(options),
            allow_half_open=options.get("allowHalfOpen") is not False,
        )
        if options.get("readable") is False:
            self.readable = False
        if options.get("writable") is False:
            self.writable = False

    @property
    def allow_half_open(self):
        """The core's name of `allowHalfOpen`."""
        return self.allowHalfOpen

    @allow_half_open.setter
    def allow_half_open(self, allowed):
        self.allowHalfOpen = allowed

    write = streams2.Writable.write
    _write = streams2.Writable._write
    end = streams2.Writable.end
    _writableState = property(show_writable_state)


class Transform(Duplex, streams2.Transform):
    """What is written comes out transformed. Define `_transform(chunk, encoding, callback)`."""

    js_visible = (*Duplex.js_visible, "_flush", "_transform", "_transformState")

    def __init__(self, options=None, **more):
        self._make_halves(merged(options, more), streams2.Transform)

    push = streams2.Transform.push
    _transform = streams2.Transform._transform
    _flush = streams2.Transform._flush
    _write = streams2.Transform._write
    _read = streams2.Transform._read
    _transformState = property(show_transform_state)


class PassThrough(Transform, streams2.PassThrough):
    """What is written comes out as it is."""

    _transform = streams2.PassThrough._transform
