"""`process.Promise`: an emitter of one `success` or one `error`.

What holds here:

- `success` and `error` fire once between them; what is emitted later is dropped.
- A listener that is added after the promise fired is never called, but `wait` still returns the outcome.
- Waits nest in one stack: an outer wait returns after every inner one has.
"""

from __future__ import annotations

import sys
from typing import Any

from gevent.exceptions import LoopExit
from greenlet import GreenletExit
from nodecore.emitter import Emitter, Listener
from nodecore.errors import NodeError
from nodecore.loop import Timer, get_loop
from nodecore.omitted import OMITTED

from .events import EventEmitter
from .text import to_text

MANY_WAITS = 10

_waits = 0


class Promise(EventEmitter):
    """The outcome of something under way."""

    _outcome: tuple[str, tuple] | None = None
    _cancelled = False
    _waiters = 0
    _timeout: float | None = None
    _timer: Timer | None = None

    def addCallback(self, listener: Listener = OMITTED) -> Any:
        """Add a listener for `success`."""
        return self.addListener("success", listener)

    def addErrback(self, listener: Listener = OMITTED) -> Any:
        """Add a listener for `error`."""
        return self.addListener("error", listener)

    def addCancelback(self, listener: Listener = OMITTED) -> Any:
        """Add a listener for `cancel`."""
        return self.addListener("cancel", listener)

    def emit(self, event: str, *args: Any) -> bool:
        """Emit an event; `success`, `error` and `cancel` do what their own methods do."""
        if event == "success" or event == "error":
            return self._settle(event, args)
        if event == "cancel":
            self._clear_timeout()
        return Emitter.emit(self, event, *args)

    def emitSuccess(self, *args: Any) -> None:
        """Emit `success`, unless the promise fired before."""
        self._settle("success", args)

    def emitError(self, *args: Any) -> None:
        """Emit `error`, unless the promise fired before."""
        self._settle("error", args)

    def emitCancel(self, *args: Any) -> None:
        """Emit `cancel`: a request to the giver of the promise, who may ignore it."""
        self.emit("cancel", *args)

    def cancel(self) -> None:
        """Forget the listeners for `success` and `error`, then emit `cancel`; a second time does nothing."""
        if self._cancelled:
            return
        self._cancelled = True
        self.listeners("success").clear()
        self.listeners("error").clear()
        self.emitCancel()

    def timeout(self, timeout: float | None = None) -> Any:
        """Fail with `Error("timeout")` in so many milliseconds; without an argument, how many were set."""
        if timeout is None:
            return self._timeout
        self._clear_timeout()
        if self._outcome is None:
            self._timeout = timeout
            self._timer = get_loop().timer(self._time_out, timeout)
        return self

    def wait(self) -> Any:
        """Run the event loop until the promise fires, then return its values or raise its error."""
        if self._outcome is None:
            self._block()
        event, args = self._outcome  # type: ignore[misc]
        if event == "error":
            raise _as_exception(args)
        if len(args) > 1:
            return list(args)
        return args[0] if args else None

    def _settle(self, event: str, args: tuple) -> bool:
        if self._outcome is not None:
            return False
        self._outcome = (event, args)
        self._clear_timeout()
        if self._waiters:
            get_loop().wake()
        return Emitter.emit(self, event, *args)

    def _time_out(self) -> None:
        self.emitError(NodeError("timeout"))

    def _clear_timeout(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = self._timeout = None

    def _block(self) -> None:
        global _waits
        _waits += 1
        self._waiters += 1
        try:
            if _waits > MANY_WAITS:
                sys.stderr.write("WARNING: promise.wait() is being called too often.\n")
            get_loop().run_until(self._fired)
        except LoopExit:
            raise NodeError("promise.wait() would never return: nothing is left that could fire it") from None
        finally:
            _waits -= 1
            self._waiters -= 1
        if self._outcome is None:
            # The program is ending in the middle of this wait, so whoever waits must not go on.
            raise GreenletExit

    def _fired(self) -> bool:
        return self._outcome is not None


def _as_exception(args: tuple) -> BaseException:
    """What `wait` raises for an `error` event; `value` holds an argument that is no exception."""
    if not args:
        return NodeError("Promise completed with error (No arguments given.)")
    if isinstance(args[0], BaseException):
        return args[0]
    error = NodeError(to_text(args[0]))
    error.value = args[0]  # type: ignore[attr-defined]
    return error
