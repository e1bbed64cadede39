"""`timers` of 0.10. Delays are milliseconds; what is no number from 1 to 2147483647 counts as 1."""

from collections import OrderedDict

from nodecore.errors import NodeTypeError
from nodecore.loop import get_loop

__all__ = [  # noqa: RUF022 (in the order in which a program that lists them saw them)
    "setTimeout",
    "clearTimeout",
    "setInterval",
    "clearInterval",
    "setImmediate",
    "clearImmediate",
]

LONGEST = 2147483647


class Timeout:
    """What `setTimeout` and `setInterval` return."""

    js_null = ("_onTimeout",)
    js_visible = ("_idleTimeout", "_onTimeout", "_repeat")

    def __init__(self, callback, delay, args, repeat):
        self._idleTimeout = _milliseconds(delay)
        self._onTimeout = _function(callback, self, "_onTimeout")
        self._repeat = repeat
        self._args = args
        self._timer = get_loop().timer(self._fire, self._idleTimeout)
        self._timer.kin = self._idleTimeout  # those of one delay were one timer of the system

    def _fire(self):
        self._onTimeout(*self._args)
        # An interval is measured from the end of the callback, and one that throws is the last.
        if self._repeat:
            self._timer.start(self._idleTimeout)

    def close(self):
        """Never fire (again)."""
        self._repeat = False
        self._idleTimeout = -1
        self._onTimeout = None
        self._timer.cancel()

    def ref(self):
        """Keep the program running for this timer, as it does unless `unref` was called."""
        self._timer.ref()

    def unref(self):
        """Let the program end although this timer is active."""
        self._timer.unref()
        self._timer.kin = None


class Immediate:
    """What `setImmediate` returns."""

    def __init__(self, callback, args):
        self._callback = _function(callback, self, "_onImmediate")
        self._args = args
        add_immediate(self)


class _Immediates:
    """Those that wait. One runs in each round of the loop, with I/O and timers before the next."""

    def __init__(self):
        self._waiting = OrderedDict()
        self._scheduled = False

    def add(self, immediate):
        self._waiting[immediate] = None
        self._schedule()

    def drop(self, immediate):
        self._waiting.pop(immediate, None)

    def _schedule(self):
        if self._waiting and not self._scheduled:
            self._scheduled = True
            get_loop().immediate(self._run_first)

    def _run_first(self):
        self._scheduled = False
        if self._waiting:
            first, _ = self._waiting.popitem(last=False)
            self._schedule()
            first._callback(*first._args)


_immediates = _Immediates()
add_immediate = _immediates.add


def setTimeout(callback, delay=1, *args):
    """Call `callback(*args)` once, `delay` milliseconds from now."""
    return Timeout(callback, delay, args, repeat=False)


def setInterval(callback, delay=1, *args):
    """Call `callback(*args)` every `delay` milliseconds."""
    return Timeout(callback, delay, args, repeat=True)


def setImmediate(callback, *args):
    """Call `callback(*args)` after the I/O that is ready now and before timers."""
    return Immediate(callback, args)


def clearTimeout(timeout=None):
    """Stop a timeout or an interval; anything else is ignored."""
    if isinstance(timeout, Timeout):
        timeout.close()


def clearInterval(interval=None):
    """Stop an interval; anything else, a timeout too, is ignored."""
    if isinstance(interval, Timeout) and interval._repeat:
        interval.close()


def clearImmediate(immediate=None):
    """Stop an immediate; anything else is ignored."""
    if isinstance(immediate, Immediate):
        _immediates.drop(immediate)


def _milliseconds(delay):
    try:
        delay = float(delay)
    except (TypeError, ValueError):
        return 1
    return delay if 1 <= delay <= LONGEST else 1


def _function(callback, timer, name):
    """What to call: of a JavaScript function what knows its `this`; of no function, what fails late."""
    foreign = getattr(callback, "listener_for", None)
    if foreign is not None:
        return foreign(timer)
    if callable(callback):
        return callback

    def fail(*_args):
        raise NodeTypeError(f"Property '{name}' of object [object Object] is not a function")

    return fail
