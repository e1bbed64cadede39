"""The one event loop: ready callbacks, next-ticks, immediates, timers and what keeps a program alive.

What holds here:

- A hub watcher never runs user code. It queues a callback; a *loop greenlet* runs it. A callback that
  blocks cooperatively parks its greenlet, and another one goes on with the queue.
- Each callback runs to its end, then every next-tick, then the next callback; timers of one kin count as one.
  A generation may limit how deep next-ticks add others: the rest waits until others had their turn.
- Behind a callback or next-tick that throws, the next-ticks wait for the next callback that does not, or
  for the next round.
- A round runs what I/O made ready, then the immediates, then what sockets have to say of their closing, then
  the timers that are due; this is the order of Node's phases. Before the next round the system is polled.
- `run_until` re-enters dispatch in the *same* greenlet, so nested waits unwind last in, first out.
- Nobody but this module touches the hub.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from typing import Any

import gevent
from gevent.exceptions import LoopExit
from gevent.hub import get_hub
from greenlet import getcurrent, greenlet

from .threads import Threads
from .timers import Timer, Timers

Callback = Callable[..., Any]

READ = 1
WRITE = 2


class Immediate:
    """A callback for the end of the current round; made by `Loop.immediate`."""

    __slots__ = ("args", "callback", "cancelled")

    def __init__(self, callback: Callback, args: tuple) -> None:
        self.callback = callback
        self.args = args
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class Loop:
    """Dispatch for one thread. Programs use the shared one that `get_loop()` returns."""

    def __init__(self) -> None:
        self.hub = get_hub()
        self._native = self.hub.loop
        self.io_ready: deque[tuple[Callback, tuple]] = deque()
        """What I/O made ready and now waits for its turn."""
        self._ready: deque[tuple[Callback, tuple]] = deque()
        self._closing: deque[tuple[Callback, tuple]] = deque()
        self._ticks: deque[tuple[Callback, tuple]] = deque()
        self._immediates: deque[Immediate] = deque()
        self.timers = Timers(self._native, self._ensure_scheduled)
        self._due = self.timers.due
        self._threads = Threads(self.hub, self.call_soon)
        # What the native loop is given as a callback would run before it polls.
        self._after_poll = self._native.timer(0)
        self._scheduled = False
        self._stopping = False
        self._idle: list[greenlet] = []
        self._waiting: list[greenlet] = []
        self._main: greenlet | None = None
        self._failure: BaseException | None = None
        self.tick_limit = sys.maxsize
        """How deep ticks may add ticks before others have their turn."""
        self.tick_depth = 0
        """How deep the running tick is: 1 is one that no tick added."""
        self.in_progress: list[Any] = []
        """What the running callback is handing out piece by piece. Should one of its listeners park or wait,
        then `process()` of each goes on with the rest."""
        self.caught_up_listeners: list[Callable[[], Any]] = []
        """Called by `catch_up`: in every round, when no callback waits for its turn any more, and sooner if
        somebody could tell."""
        self.exit_listeners: list[Callable[[], Any]] = []
        """Called, in order, when `run` has nothing left to do and before it returns."""
        self.uncaught_listeners: list[Callable[[BaseException], Any]] = []
        """Called with an exception no callback caught; the first that returns true has handled it.

        The program ends by what one of them raises.
        """

    # -- queueing -------------------------------------------------------------------------------------

    def call_soon(self, callback: Callback, *args: Any) -> None:
        """Run `callback` as a callback of its own, after those that are queued."""
        self._ready.append((callback, args))
        if not self._scheduled:
            self._schedule()

    def call_next(self, callback: Callback, *args: Any) -> None:
        """From a callback: run another as its successor, after its ticks and before all that are ready."""
        self.io_ready.appendleft((callback, args))
        if not self._scheduled:
            self._schedule()

    def next_tick(self, callback: Callback, *args: Any) -> None:
        """Run `callback` as soon as the current one has ended, before anything else."""
        self._ticks.append((callback, args))
        if not self._scheduled:
            self._schedule()

    def immediate(self, callback: Callback, *args: Any) -> Immediate:
        """Run `callback` at the end of this round, after I/O and before timers."""
        immediate = Immediate(callback, args)
        self._immediates.append(immediate)
        if not self._scheduled:
            self._schedule()
        return immediate

    def call_on_close(self, callback: Callback, *args: Any) -> None:
        """Run `callback` at the end of this round, after the immediates: when handles are closed."""
        self._closing.append((callback, args))
        if not self._scheduled:
            self._schedule()

    def timer(self, callback: Callback, delay: float, *args: Any, repeat: float | None = None) -> Timer:
        """Run `callback` in `delay` milliseconds, then every `repeat` milliseconds if given."""
        return Timer(self.timers, callback, args, repeat).start(delay)

    def now(self) -> float:
        """The loop's time in milliseconds: monotonic, cached for a round."""
        return self._native.now() * 1000.0

    def _schedule(self) -> None:
        self._scheduled = True
        self._native.run_callback(self._drain)

    def _ensure_scheduled(self) -> None:
        if not self._scheduled:
            self._schedule()

    # -- what makes callbacks ready -------------------------------------------------------------------

    def io(self, fd: int, events: int) -> Any:
        """A watcher of a file descriptor; `watch(watcher, callback)` starts it, `watcher.stop()` ends it."""
        return self._native.io(fd, events)

    def signal(self, number: int) -> Any:
        """A watcher of a signal that does not keep the program alive."""
        return self._native.signal(number, ref=False)

    def expect_children(self) -> None:
        """Notice the end of children. One that ends before this was called is never noticed."""
        self._native.install_sigchld()

    def child(self, pid: int) -> Any:
        """A watcher of a child process; `rstatus` holds the wait status once it fired."""
        self.expect_children()
        return self._native.child(pid)

    def stat(self, path: str, interval: float = 0.0) -> Any:
        """A watcher of a file's stat data; `interval` is in milliseconds, 0 for the system's choice."""
        return self._native.stat(path, interval / 1000.0)

    def watch(self, watcher: Any, callback: Callback, *args: Any) -> None:
        """Start `watcher`; each time it fires, `callback(*args)` runs in a loop greenlet."""
        watcher.start(self._queue, callback, args)

    def _queue(self, callback: Callback, args: tuple) -> None:
        # The native loop calls its watchers last first; this restores the order in which they became ready.
        self.io_ready.appendleft((callback, args))
        if not self._scheduled:
            self._scheduled = True
            self._native.run_callback(self._drain)

    def in_thread(
        self, function: Callback, *args: Any, done: Callable[[BaseException | None, Any], Any]
    ) -> None:
        """Run a blocking `function(*args)` on the thread pool, then `done(error, value)` in the loop."""
        self.catch_up()
        self._threads.call(function, args, done)

    # -- dispatch -------------------------------------------------------------------------------------

    def _drain(self) -> None:
        """In the hub: hand the queue to loop greenlets until it is empty."""
        self._scheduled = True
        while True:
            self.catch_up()  # whoever ran last may have parked in the middle of a round
            if self._stopping or not self._pending():
                break
            if self._waiting:
                self._waiting.pop().switch()
            elif self._idle:
                self._idle.pop().switch()
            else:
                greenlet(self._work, self.hub).switch()
            if self.in_progress:
                self._go_on_elsewhere()
            if (self._immediates or self._closing or self._ticks) and not (self.io_ready or self._ready):
                self._after_poll.start(self._native.run_callback, self._drain)
                return
        self._scheduled = False

    def _go_on_elsewhere(self) -> None:
        """The callback that ran has parked: what it was handing out does not have to wait for it."""
        for source in self.in_progress:
            self.call_soon(source.process)
        self.in_progress.clear()

    def _pending(self) -> bool:
        callbacks = self.io_ready or self._ready or self._ticks
        return bool(callbacks or self._immediates or self._closing or self._due)

    def _work(self) -> None:
        """Body of a loop greenlet."""
        me = getcurrent()
        while True:
            self._round()
            if len(self._idle) >= 64:
                return
            self._idle.append(me)
            self.hub.switch()

    def _round(self, until: Callable[[], bool] | None = None) -> None:
        """One round of what is pending; stops early when `until()` comes true."""
        io = self.io_ready
        ready = self._ready
        ticks = self._ticks
        if ticks:
            self._run_ticks()
        while io or ready:
            callback, args = io.popleft() if io else ready.popleft()
            try:
                callback(*args)
            except BaseException as error:
                self._uncaught(error)
            else:
                if ticks:
                    self._run_ticks()
            if self._stopping or (until is not None and until()):
                break
        self.catch_up()
        if self._stopping or (until is not None and until()):
            return
        if self._immediates or self._closing:
            self._run_immediates(until)
            self._run_closing(until)
            # The native loop looks at timers together with I/O; next to immediates they come before that.
            self.timers.look()
        if self._due:
            self._run_timers(until)

    def catch_up(self) -> None:
        """Do now what waits for the end of the round, as something else is about to be seen from outside."""
        for listener in self.caught_up_listeners:
            listener()

    def _run_immediates(self, until: Callable[[], bool] | None) -> None:
        """Run the immediates there are now; those they add wait for the next round."""
        for _ in range(len(self._immediates)):
            if self._stopping or (until is not None and until()) or not self._immediates:
                return
            immediate = self._immediates.popleft()
            if not immediate.cancelled:
                self._call(immediate.callback, immediate.args)

    def _run_closing(self, until: Callable[[], bool] | None) -> None:
        self._closing.reverse()  # as libuv did: what was closed last is told first
        for _ in range(len(self._closing)):
            if self._stopping or (until is not None and until()) or not self._closing:
                return
            self._call(*self._closing.popleft())

    def _run_timers(self, until: Callable[[], bool] | None) -> None:
        while not (self._stopping or (until is not None and until())):
            timer = self.timers.take()
            if timer is None:
                return
            self._call(self._run_kin, (timer, until))

    def _run_kin(self, timer: Timer, until: Callable[[], bool] | None = None) -> None:
        """Call a timer that is due and those of its kin; a tick calls what is left behind one that throws."""
        kin, timers = timer.kin, self.timers
        due: Timer | None = timer
        while due is not None:
            try:
                due.callback(*due.args)
            except BaseException:
                self._ticks.append((self._run_left, (kin, timers.leave(kin))))
                raise
            if self._stopping or (until is not None and until()):
                return
            due = timers.take_kin(kin)

    def _run_left(self, kin: Any, left: list[tuple[float, Timer]]) -> None:
        self._due.extendleft(reversed(left))
        timer = self.timers.take_kin(kin)
        if timer is not None:
            self._run_kin(timer)

    def _call(self, callback: Callback, args: tuple) -> None:
        try:
            callback(*args)
        except BaseException as error:
            self._uncaught(error)
        else:
            if self._ticks:
                self._run_ticks()

    def _run_ticks(self) -> None:
        """Run the ticks, those that they add too, until there are none or they were added too deep."""
        ticks = self._ticks
        depth = 0
        while ticks and not self._stopping and (depth == 0 or depth < self.tick_limit):
            self.tick_depth = depth = depth + 1
            for _ in range(len(ticks)):
                if not ticks or self._stopping:
                    break
                callback, args = ticks.popleft()
                try:
                    callback(*args)
                except BaseException as error:
                    self._uncaught(error)
                    self.tick_depth = 0
                    return
        self.tick_depth = 0

    # -- running --------------------------------------------------------------------------------------

    def run(self) -> None:
        """Run until nothing keeps the program alive, then call the exit listeners.

        An exception that no callback caught and no uncaught listener handled ends the loop and is
        raised here. Must be called from the main greenlet.
        """
        me = getcurrent()
        if me is not self.hub.parent:
            raise RuntimeError(
                "eras.run() runs in the main greenlet; a program that drives gevent itself needs no run()"
            )
        if self._main is not None:
            raise RuntimeError("the loop is running; eras.run() cannot be called from a callback")
        self._main = me
        self._stopping = False
        try:
            while True:
                try:
                    self.hub.switch()
                except LoopExit:
                    self._at_exit()
                    if not self._alive():
                        break
                if self._stopping:
                    break
        finally:
            self.catch_up()
            self._main = None
            self._stopping = False
            self._scheduled = False
            if self._pending():
                self._schedule()
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def _alive(self) -> bool:
        return self._pending() or self._native.activecnt > 0

    def _at_exit(self) -> None:
        for listener in list(self.exit_listeners):
            try:
                listener()
            except BaseException as error:
                self._uncaught(error)

    def stop(self, failure: BaseException | None = None) -> None:
        """End `run` after the current callback, raising `failure` from it if given.

        Does nothing when `run` is not running or ends already.
        """
        if self._main is not None and not self._stopping:
            self._failure = failure
            self._stopping = True
            self._native.run_callback(self._main.switch)

    def _uncaught(self, error: BaseException) -> None:
        if isinstance(error, Exception):
            for listener in list(self.uncaught_listeners):
                try:
                    if listener(error):
                        return
                except BaseException as another:
                    error = another
                    break
        if isinstance(error, gevent.GreenletExit):
            return
        if self._main is None:
            # Nobody is in run(): the program drives gevent itself, so report as gevent does.
            self.catch_up()  # what ends the program does not come back from that
            self.hub.handle_error(self, type(error), error, error.__traceback__)
        else:
            self.stop(error)

    def run_until(self, done: Callable[[], bool]) -> None:
        """Dispatch callbacks in this greenlet until `done()` is true; calls may nest.

        Whoever makes `done()` true from outside a loop callback calls `wake()`.
        """
        me = getcurrent()
        self._go_on_elsewhere()
        while not done() and not self._stopping:
            self._round(done)
            if done() or self._stopping:
                break
            if self.io_ready or self._ready or self._ticks:
                continue
            self._waiting.append(me)
            try:
                self.hub.switch()
            finally:
                if me in self._waiting:
                    self._waiting.remove(me)

    def wake(self) -> None:
        """Make the innermost `run_until` look at its condition again."""
        self.call_soon(_nothing)


def _nothing() -> None:
    """What `wake` queues: its being dispatched is the effect."""


_loop: Loop | None = None


def get_loop() -> Loop:
    """The loop that everything in this process shares."""
    global _loop
    if _loop is None:
        _loop = Loop()
    return _loop


def run() -> None:
    """Run the shared loop until nothing keeps the program alive. See `Loop.run`."""
    get_loop().run()
