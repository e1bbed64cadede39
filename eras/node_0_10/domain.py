"""`domain` of 0.10: what happens because of one request, say, has one place where its errors go.

What holds here:

- A domain is active while `run` and bound functions run, and whenever something happens that was started
  while it was active: a timer, a tick, an event of a socket. The loop remembers it for each callback.
- An error that nobody catches goes to the `error` event of the domain that is active then.
- An emitter belongs to the domain that was active when it was made, or that it was added to: its listeners
  run in that domain, and its `error` event goes there when nobody else listens.
- All this costs nothing until the module is first imported.
"""

from functools import partial

from nodecore.emitter import adapt
from nodecore.loop import get_loop
from nodecore.values import is_falsy

from . import timers
from .errors import NodeTypeError
from .events import UNSPECIFIED, EventEmitter

__all__ = ["Domain", "active", "create", "createDomain"]

active = None
"""The domain that is active, None outside of all."""

was_active = False
"""Whether there ever was one."""

_stack = []


def _set_stack(domains):
    global active, was_active
    _stack[:] = domains
    active = _stack[-1] if _stack else None
    was_active = was_active or active is not None


class Domain(EventEmitter):
    """Emits `error` for what goes wrong inside it, and `dispose` when it is given up."""

    _disposed = False

    def __init__(self):
        self._members = []

    @property
    def members(self):
        """The emitters and timers that were added."""
        return list(self._members)

    def enter(self):
        """Make this the active domain."""
        if not self._disposed:
            _set_stack([*_stack, self])

    def exit(self):
        """Leave this domain, and those that were entered since."""
        if not self._disposed and self in _stack:
            _set_stack(_stack[: len(_stack) - 1 - _stack[::-1].index(self)])

    def run(self, function):
        """Call `function` in this domain, and return what it returns."""
        return self._call(function)

    def bind(self, callback):
        """A function that calls `callback` in this domain, which is its `domain`."""
        return self._owner_of(partial(_bound, self, callback))

    def intercept(self, callback):
        """As `bind`, but a first argument that is an error goes to the domain, and the rest to `callback`."""
        return self._owner_of(partial(_intercepting, self, callback))

    def _owner_of(self, function):
        function.domain = self
        return function

    def add(self, emitter):
        """Make an emitter or timer a member of this domain."""
        previous = domain_of(emitter)
        if previous is self:
            return
        if previous is not None:
            previous.remove(emitter)
        if not self._disposed:
            self._members.append(emitter)
            _join(emitter, self)
            _wrap_listeners(emitter)

    def remove(self, emitter):
        """Undo `add`."""
        vars(emitter).pop("_domain", None)
        vars(emitter).pop("add_listener", None)
        if emitter in self._members:
            self._members.remove(emitter)

    def dispose(self):
        """Give up this domain: its members are closed as well as that can be done, and then left alone."""
        if self._disposed:
            return
        self.exit()
        self.emit("dispose")
        for member in list(self._members):
            _give_up(member)
        self._members.clear()
        self.removeAllListeners()
        self._disposed = True

    def _call(self, function, *args):
        # After an exception the domain stays active: that is how the error finds it.
        if self._disposed:
            return None
        self.enter()
        result = function(*args)
        self.exit()
        return result

    def _continue(self, function, *args):
        """As `_call`; but it is called, too, when the domain was given up."""
        return function(*args) if self._disposed else self._call(function, *args)

    def _take(self, error):
        """Whether this domain dealt with an error that nobody caught."""
        if self._disposed:
            return True
        if not self.listener_count("error"):
            return False
        mark(error, {"domain": self, "domainThrown": True})
        try:
            return self.emit("error", error)
        finally:
            _set_stack([])


def _bound(domain, callback, *args):
    return domain._call(callback, *args)


def _intercepting(domain, callback, *args):
    error, rest = (args[0], args[1:]) if args else (None, ())
    if isinstance(error, BaseException):
        mark(error, {"domain": domain, "domainThrown": False, "domainBound": callback})
        domain.emit("error", error)
        return None
    return domain._call(callback, *rest)


def create():
    """A new domain."""
    return Domain()


createDomain = create


def domain_of(member):
    """The domain that an emitter belongs to, None if to none."""
    found = getattr(member, "_domain", None)
    return found if isinstance(found, Domain) else None


def mark(error, marks):
    """Let an error tell what its domain knows of it.

    Whoever runs programs of another language puts a function of its own in this place.
    """
    for name, value in marks.items():
        try:
            setattr(error, name, value)
        except (AttributeError, TypeError):
            return


def _give_up(member):
    if isinstance(member, EventEmitter):
        member.removeAllListeners("error")
        member.on("error", lambda *_: None)
    for name in ("close", "destroy", "end"):
        method = getattr(member, name, None)
        if callable(method):
            try:
                method()
            except Exception:  # it is given up: nobody wants to hear of it
                pass
            return


# -- emitters -------------------------------------------------------------------------------------------


class _InDomain:
    """A listener of a member; `listener` is what was asked for."""

    def __init__(self, listener):
        self.listener = listener

    def listener_for(self, emitter):
        """What an emit calls."""
        call = adapt(self.listener, emitter)

        def run(*args):
            domain = domain_of(emitter)
            return call(*args) if domain is None or domain is active else domain._continue(call, *args)

        return run


def _join(emitter, domain):
    emitter._domain = domain
    if isinstance(emitter, EventEmitter) and not isinstance(emitter, Domain):
        emitter.add_listener = partial(_add_listener, emitter)


def _set_domain(emitter, domain):
    if isinstance(domain, Domain):
        _join(emitter, domain)
        _wrap_listeners(emitter)
    else:
        emitter._domain = domain
        vars(emitter).pop("add_listener", None)


def _add_listener(emitter, event, listener, **options):
    type(emitter).add_listener(emitter, event, _InDomain(listener), **options)


def _wrap_listeners(emitter):
    for listeners in list((getattr(emitter, "_events", None) or {}).values()):
        for index, listener in enumerate(listeners):
            listeners[index] = _InDomain(listener)


def _new_emitter(cls, *_args, **_options):
    emitter = object.__new__(cls)
    if active is not None and not issubclass(cls, Domain):
        _join(emitter, active)
    return emitter


def _unheard(emitter, error=None, *rest):
    """What an `error` event does that nobody listens to."""
    domain = domain_of(emitter)
    if domain is None or isinstance(emitter, Domain):
        _raise_unheard(emitter, error, *rest)
    if is_falsy(error):
        error = NodeTypeError(UNSPECIFIED)
    mark(error, {"domainEmitter": emitter, "domain": domain, "domainThrown": False})
    domain.emit("error", error)


# -- the loop -------------------------------------------------------------------------------------------


def _remembering(method, position):
    """`method`, which is given a callback at `position`: that will run in the domain that is active now."""

    def remember(*args, **options):
        if active is not None:
            if "done" in options:
                options["done"] = partial(active._call, options["done"])
            else:
                callback = partial(active._call, args[position])
                args = (*args[:position], callback, *args[position + 1 :])
        return method(*args, **options)

    return remember


def _remembering_immediate(immediate):
    # They wait in a queue of their own, of which the loop sees one at a time.
    if active is not None:
        immediate._callback = partial(active._continue, immediate._callback)
    _add_immediate(immediate)


def _uncaught(error):
    """Give an error to the active domain; what that throws goes to the domain around it, if there is one.

    Where the outermost one does not deal with it the program ends, by what went wrong first.
    """
    domains, first = list(_stack), error
    if not domains:
        return False
    while domains:
        _set_stack(domains)
        try:
            if domains.pop()._take(error):
                return True
        except Exception as another:
            error = another
    _set_stack([])
    raise first


def _switch_on():
    loop = get_loop()
    for name, position in (
        ("call_soon", 0),
        ("next_tick", 0),
        ("timer", 0),
        ("watch", 1),
        ("in_thread", 0),
    ):
        setattr(loop, name, _remembering(getattr(loop, name), position))
    timers.add_immediate = _remembering_immediate
    loop.uncaught_listeners.insert(0, _uncaught)
    EventEmitter.__new__ = staticmethod(_new_emitter)
    EventEmitter.domain = EventEmitter.domain.setter(_set_domain)
    EventEmitter.raise_unheard = _unheard


_add_immediate = timers.add_immediate
_raise_unheard = EventEmitter.raise_unheard
_switch_on()
