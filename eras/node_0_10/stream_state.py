"""`_readableState` and `_writableState`: a stream's state under the names it had in 0.10."""

import math

from nodecore.streams2 import ReadableState, WritableState
from nodecore.values import is_falsy, number_of

_READABLE_OPTIONS = {
    "highWaterMark": "high_water_mark",
    "objectMode": "object_mode",
    "encoding": "encoding",
    "defaultEncoding": "default_encoding",
}
_WRITABLE_OPTIONS = {
    "highWaterMark": "high_water_mark",
    "objectMode": "object_mode",
    "decodeStrings": "decode_strings",
    "defaultEncoding": "default_encoding",
}


def readable_state(options):
    """The state that a readable stream's `options` ask for."""
    return ReadableState(**_translate(options, _READABLE_OPTIONS))


def writable_state(options):
    """The state that a writable stream's `options` ask for."""
    return WritableState(**_translate(options, _WRITABLE_OPTIONS))


def _translate(options, names):
    given = {names[name]: value for name, value in options.items() if name in names and value is not None}
    if "high_water_mark" in given:
        given["high_water_mark"] = _mark(given["high_water_mark"])
    if "decode_strings" in given:
        given["decode_strings"] = given["decode_strings"] is not False
    if "object_mode" in given:
        given["object_mode"] = bool(given["object_mode"])
    return given


def _mark(given):
    """A high-water mark as a whole number, whatever was given; None for the usual one."""
    if is_falsy(given) and (given != 0 or given is False):
        return None
    mark = number_of(given)
    return int(mark) if math.isfinite(mark) else 0


def _field(core_name):
    def get(self):
        return getattr(self._state, core_name)

    def set_(self, value):
        setattr(self._state, core_name, value)

    return property(get, set_)


class _StateView:
    __slots__ = ("_state", "_stream")

    def __init__(self, state, stream):
        self._state = state
        self._stream = stream


class _HalfView(_StateView):
    __slots__ = ()

    length = _field("length")
    highWaterMark = _field("high_water_mark")
    objectMode = _field("object_mode")
    defaultEncoding = _field("default_encoding")
    ended = _field("ended")
    sync = _field("sync")


class ReadableStateView(_HalfView):
    """What `stream._readableState` shows."""

    __slots__ = ()
    js_null = ("pipes", "decoder", "encoding")

    flowing = _field("flowing")
    endEmitted = _field("end_emitted")
    reading = _field("reading")
    calledRead = _field("called_read")
    needReadable = _field("need_readable")
    emittedReadable = _field("emitted_readable")
    readableListening = _field("readable_listening")
    ranOut = _field("ran_out")
    awaitDrain = _field("await_drain")
    readingMore = _field("reading_more")
    decoder = _field("decoder")
    encoding = _field("encoding")

    @property
    def buffer(self):
        """The chunks that wait to be read."""
        return [bytes(chunk) if type(chunk) is memoryview else chunk for chunk in self._state.buffer]

    @property
    def pipes(self):
        """The one destination, a list of several, or None."""
        destinations = [pipe.destination for pipe in self._state.pipes]
        return destinations if len(destinations) > 1 else destinations[0] if destinations else None

    @property
    def pipesCount(self):
        """How many destinations there are."""
        return len(self._state.pipes)


class WritableStateView(_HalfView):
    """What `stream._writableState` shows."""

    __slots__ = ()
    js_null = ("writecb",)

    writecb = _field("write_callback")
    writelen = _field("write_length")
    needDrain = _field("need_drain")
    ending = _field("ending")
    finished = _field("finished")
    decodeStrings = _field("decode_strings")
    writing = _field("writing")
    bufferProcessing = _field("draining_buffer")

    @property
    def buffer(self):
        """The chunks that wait for `_write`, with their encodings and callbacks."""
        names = ("chunk", "encoding", "callback")
        return [dict(zip(names, entry, strict=True)) for entry in self._state.buffer]

    @property
    def onwrite(self):
        """What `_write` calls back."""
        return self._stream._written


class TransformStateView(_StateView):
    """What `stream._transformState` shows."""

    __slots__ = ()
    js_null = ("writecb", "writechunk")

    needTransform = _field("need_transform")
    transforming = _field("transforming")
    writecb = _field("callback")
    writechunk = _field("chunk")
    writeencoding = _field("encoding")

    @property
    def afterTransform(self):
        """What `_transform` calls back."""
        return self._stream._transformed


def show_readable_state(stream):
    """The state of a readable stream, made now if there was none."""
    state = stream._readable_state or stream._make_readable_state()
    return _view(stream, "_readable_view", ReadableStateView, state)


def show_writable_state(stream):
    """The state of a writable stream, made now if there was none."""
    state = stream._writable_state or stream._make_writable_state()
    return _view(stream, "_writable_view", WritableStateView, state)


def show_transform_state(stream):
    """What is between the two halves of a transforming stream."""
    return _view(stream, "_transform_view", TransformStateView, stream._transform_state)


def _view(stream, name, kind, state):
    """The view of `state` that was shown before, if it was."""
    view = vars(stream).get(name)
    if view is None or view._state is not state:
        view = vars(stream)[name] = kind(state, stream)
    return view
