"""The engine and the rules that keep it whole.

What holds here:

- One greenlet at a time is inside the engine. Another one waits until it has left, so that the engine's
  stack unwinds last in, first out. A greenlet that is inside may enter again.
- Every entry moves the mark from which the engine measures its stack. So a nested entry first asks how much
  stack is used in truth; else endless recursion would crash instead of throwing. See cstack.py.
- No exception crosses a callable. It is kept, and a mark that the JavaScript side knows is returned.
- Jobs (promises, finalizers) run when the outermost entry leaves.
- An engine object is released in the thread of the engine: see `Held`.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from sys import getrecursionlimit
from typing import Any

import gevent
from greenlet import getcurrent

from . import cstack
from .library import Library
from .objects import JSError

_OVERFLOW = "Maximum call stack size exceeded"
FIRST_LINE = 10_001
"""Lines before this one belong to what a program itself evaluates; see js/stack.js."""

MEMORY_LIMIT = 1400
"""How many MiB the engine may use: as many as V8 took by default."""

_FRAMES = 12
"""How many of Python's frames a level of a recursion through both languages is taken to need."""
_SPARE_FRAMES = 250
"""Frames that are left then: what unwinds must be able to call."""

LITTLE_SHARE = 304 << 10
"""Bytes of stack for a text of JSON: it may nest some 2,730 times, as in V8."""

LARGEST_SHARE = 32 << 20
"""Bytes of stack for one entry: functions call each other about as deep as in V8 by default."""

_SCRIPTS = Path(__file__).parent


class EngineMissing(ImportError):
    """The JavaScript engine is not installed."""

    def __init__(self) -> None:
        super().__init__("running JavaScript needs the engine: pip install 'node-eras[js]'")


def script(name: str) -> str:
    """The source of one of the host's own JavaScript files."""
    return (_SCRIPTS / name).read_text("utf-8")


class Engine:
    """One JavaScript context, entered safely from any greenlet of one thread."""

    def __init__(self) -> None:
        try:
            import quickjs
        except ImportError as error:
            raise EngineMissing() from error
        self.context = quickjs.Context()
        # One share for an entry, one to spare for Python, and the rest for what is used before an entry.
        room = cstack.room()
        share = max(256 << 10, min(room // 3, LARGEST_SHARE))
        self._share = share
        self.context.set_max_stack_size(share)
        self.limit_memory(MEMORY_LIMIT)
        self._probe = cstack.make_probe()
        self._stack_floor = self._probe() - max(share, room - 2 * share)
        self.object_type: type = quickjs.Object
        self._library: Library | None = None
        self._failure = quickjs.JSException
        self._overflow = quickjs.StackOverflow
        self.graveyard: deque[Any] = deque()
        self.on_leave: Callable[[], Any] | None = None
        self._collect = self.context.gc
        self._run_job = self.context.execute_pending_job
        self._thread = threading.get_ident()
        self._owner: Any = None
        self._depth = 0
        self._waiting: deque[Any] = deque()

    def limit_memory(self, mebibytes: int) -> None:
        """Let what would need more fail with an `InternalError: out of memory`."""
        self.memory_limit = mebibytes
        self.context.set_memory_limit(mebibytes << 20)

    @property
    def library(self) -> Library:
        """What the engine can do beyond its Python module."""
        if self._library is None:
            self._library = Library(self.context)
        return self._library

    def evaluate(self, source: str, first_line: int = 1) -> Any:
        """Run a script of the host's own at the outermost level."""
        return self.context.eval("\n" * (first_line - 1) + source)

    def expose(self, name: str, function: Callable[..., Any]) -> Any:
        """`function` as a JavaScript function. It must not raise."""
        self.context.add_callable(name, function)
        return self.context.get(name)

    def memory(self, size: int) -> tuple[Any, memoryview]:
        """An ArrayBuffer, and its memory, which is there as long as the buffer is.

        NotImplementedError where the library does not tell.
        """
        self.context.eval(f"globalThis.__eras_memory = new ArrayBuffer({size}); undefined")
        try:
            return self.context.get("__eras_memory"), self.library.memory("__eras_memory")
        finally:
            self.context.eval("delete globalThis.__eras_memory")

    def call(self, function: Any, *args: Any) -> Any:
        """Call a JavaScript function; each argument is a primitive or an engine object."""
        if self._owner is not None:
            if self._owner is getcurrent():
                return self._call_nested(function, args)
            self._wait()
        self._owner = getcurrent()
        try:
            return self._run(function, args)
        finally:
            self._leave()

    def make(self, function: Any, *args: Any) -> Any:
        """Call a function of the host's own that runs nothing of the program: nothing is left to tidy."""
        return self._run(function, args) if self.is_free else self.call(function, *args)

    def _call_nested(self, function: Any, args: tuple) -> Any:
        if self._probe() < self._stack_floor or self._depth * _FRAMES > getrecursionlimit() - _SPARE_FRAMES:
            raise RecursionError(_OVERFLOW)
        self._depth += 1
        try:
            return self._run(function, args)
        finally:
            self._depth -= 1

    def _run(self, function: Any, args: tuple) -> Any:
        try:
            return function(*args)
        except self._overflow:
            raise RecursionError(_OVERFLOW) from None
        except self._failure as error:
            raise JSError(str(error)) from None

    def call_on_little_stack(self, function: Any) -> None:
        """Call a JavaScript function that may recurse a little, not as deep as the others."""
        self.context.set_max_stack_size(min(LITTLE_SHARE, self._share))
        try:
            self.call(function)
        finally:
            self.context.set_max_stack_size(self._share)

    @property
    def busy(self) -> bool:
        """Whether some greenlet is inside."""
        return self._owner is not None

    @property
    def is_free(self) -> bool:
        """Whether this greenlet may enter without waiting for another to leave."""
        return self._owner is None or self._owner is getcurrent()

    def collect(self) -> None:
        """Collect the engine's garbage, and run the jobs that tell what was found dead."""
        self.call(self._collect)

    # -- leaving and waiting ------------------------------------------------------------------------

    def _leave(self) -> None:
        while self._run_job():
            pass
        if self.graveyard:
            self.graveyard.clear()
        self._owner = None
        if self.on_leave is not None:
            self.on_leave()
        if self._waiting and self._owner is None:
            gevent.get_hub().loop.run_callback(self._waiting.popleft().switch)

    def _wait(self) -> None:
        """Park this greenlet until no other one is inside."""
        hub = gevent.get_hub()
        while self._owner is not None:
            self._waiting.append(getcurrent())
            hub.switch()

    # -- releasing ----------------------------------------------------------------------------------

    def bury(self, held: Any) -> None:
        """Release an engine object; from another thread, later and in the engine's own."""
        if threading.get_ident() != self._thread:
            self.graveyard.append(held)
