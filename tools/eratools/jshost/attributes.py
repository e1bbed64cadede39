"""Attributes of Python objects, modules and containers, as JavaScript reads and changes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .facades import Facades
from .reflect import is_method, listed, to_python

if TYPE_CHECKING:
    from .bridge import Bridge
    from .lifetime import Entry

_NOTHING = object()


def _shown_class(obj: Any) -> type:
    """The class that JavaScript knows an object's by."""
    cls = type(obj)
    return cls.__dict__.get("_js_stands_for", cls)


def _holds(obj: Any, name: str) -> bool:
    """Whether `obj` has that attribute; a property is there without being asked, which may have an effect."""
    return isinstance(getattr(type(obj), name, None), property) or hasattr(obj, name)


class Attributes:
    """What the proxies of js/reflect.js and js/objects.js ask for."""

    def __init__(self, bridge: Bridge, facades: Facades) -> None:
        self._bridge = bridge
        self._facades = facades

    def _python_name(self, obj: Any, name: str) -> str | None:
        """The attribute that JavaScript means: one of the class, or one that only the instance has."""
        cls = type(obj)
        cls = cls.__dict__.get("_js_stands_for", cls)
        found = self._facades.python_names.get(cls, {}).get(name)
        if found is not None:
            return found
        python_name = to_python(name)
        if (
            python_name in getattr(obj, "__dict__", ())
            and self._facades.names.to_js(python_name, cls) is not None
        ):
            return python_name
        return None

    def js_get(self, handle: int, name: str) -> Any:
        """An attribute: a field of the class, or one that only the instance has."""
        bridge = self._bridge
        try:
            entry = bridge.table.entries[handle]
            obj = bridge.table.touch(handle)
            python_name = self._python_name(obj, name)
            value = getattr(obj, python_name, _NOTHING) if python_name else _NOTHING
            if value is _NOTHING:
                return bridge.core["ABSENT"]
            if isinstance(value, (dict, list)):
                return self._show_container(entry, obj, name, value)
            return bridge.write(value)
        except BaseException as error:
            return bridge.throw(error)

    def _show_container(self, entry: Entry, obj: Any, name: str, value: Any) -> Any:
        """The same JavaScript object for as long as Python has the same container."""
        bridge = self._bridge
        if name in listed(type(obj), "js_live"):
            return bridge.show_live(value)
        shown = entry.shown
        if shown is None:
            shown = entry.shown = {}
        elif shown.get(name) is value:
            return bridge.core["KEEP"]
        shown[name] = value
        return bridge.write(value)

    def js_set(self, handle: int, name: str, spec: str, *parts: Any) -> Any:
        """Set an attribute; one that Python only computes stays as it is."""
        try:
            obj = self._bridge.table.touch(handle)
            python_name = self._python_name(obj, name)
            if python_name is not None:
                value = self._bridge.read(spec, parts)[0]
                found = getattr(type(obj), python_name, None)
                if not (isinstance(found, property) and found.fset is None):
                    setattr(obj, python_name, value)
            return None
        except BaseException as error:
            return self._bridge.throw(error)

    def js_extend(self, handle: int, name: str, spec: str, *parts: Any) -> Any:
        """Set an attribute that the class does not know."""
        try:
            value = self._bridge.read(spec, parts)[0]
            setattr(self._bridge.table.touch(handle), to_python(name), value)
            return None
        except BaseException as error:
            return self._bridge.throw(error)

    def js_has(self, handle: int, name: str) -> Any:
        """Whether Python has an attribute of that name, other than a method."""
        try:
            obj = self._bridge.table.touch(handle)
            python_name = self._python_name(obj, name)
            if python_name is None:
                return False
            return python_name in getattr(obj, "__dict__", ()) or (
                _holds(obj, python_name) and not is_method(getattr(type(obj), python_name, None))
            )
        except BaseException as error:
            return self._bridge.throw(error)

    def js_keys(self, handle: int) -> Any:
        """The names of an object's own properties, as JSON."""
        try:
            obj = self._bridge.table.touch(handle)
            cls = _shown_class(obj)
            known = self._facades.python_names.get(cls, {})
            declared = self._facades.own.get(cls)
            fields = (
                [shown for shown, name in known.items() if not is_method(getattr(cls, name, None))]
                if declared is None
                else list(declared)
            )
            held = [shown for shown in fields if self._shows(obj, shown, known.get(shown))]
            own = [self._facades.names.to_js(name, cls) for name in getattr(obj, "__dict__", ())]
            return json.dumps([name for name in dict.fromkeys([*held, *own]) if name is not None])
        except BaseException as error:
            return self._bridge.throw(error)

    def _shows(self, obj: Any, shown: str, python_name: str | None) -> bool:
        """Whether something is there under a name that its class shows as an own property."""
        if python_name is None:
            return True  # JavaScript's to have
        declared = self._facades.own.get(_shown_class(obj))
        if declared is not None and declared[shown].needs_value:
            return getattr(obj, python_name, None) is not None
        return _holds(obj, python_name)

    def js_owns(self, handle: int, name: str) -> Any:
        """Whether an attribute is a property of the object's own, not of its prototype."""
        try:
            obj = self._bridge.table.touch(handle)
            declared = self._facades.own.get(_shown_class(obj))
            if declared is None:
                return self.js_has(handle, name)
            python_name = self._python_name(obj, name)
            if name in declared:
                return self._shows(obj, name, python_name)
            return python_name in getattr(obj, "__dict__", ())
        except BaseException as error:
            return self._bridge.throw(error)

    def js_remove(self, handle: int, name: str) -> Any:
        """Delete an attribute that the instance has."""
        try:
            obj = self._bridge.table.touch(handle)
            python_name = self._python_name(obj, name)
            if python_name is not None and python_name in getattr(obj, "__dict__", ()):
                delattr(obj, python_name)
            return None
        except BaseException as error:
            return self._bridge.throw(error)

    def js_override(self, handle: int, name: str) -> Any:
        """JavaScript put a function in place of a method: Python's own calls go there as well."""
        obj = self._bridge.table.touch(handle)
        python_name = self._python_name(obj, name)
        cls = type(obj)
        if python_name is None or ("_js_stands_for" in cls.__dict__ and python_name in cls.__dict__):
            return  # the class asks JavaScript anyway
        base = getattr(type(obj), python_name)
        bridge = self._bridge

        def call(*args: Any, **options: Any) -> Any:
            entry = bridge.table.entries.get(handle)
            if entry is None:
                return None
            found, value = bridge.call_override(entry, name, args)
            return value if found else base(entry.obj, *args, **options)

        try:
            setattr(obj, python_name, call)
        except AttributeError:
            pass  # an object with slots calls only its own

    def js_restore(self, handle: int, name: str) -> Any:
        """The function in place of a method was deleted."""
        obj = self._bridge.table.touch(handle)
        python_name = self._python_name(obj, name)
        if python_name is not None:
            getattr(obj, "__dict__", {}).pop(python_name, None)

    # -- statics and live containers --------------------------------------------------------------------

    def js_getStatic(self, owner_id: int, name: str) -> Any:
        """An attribute of a module or class."""
        try:
            owner = self._facades.owners[owner_id]
            value = getattr(owner, to_python(name))
            if name in getattr(owner, "js_live", ()) and isinstance(value, (dict, list)):
                return self._bridge.show_live(value)
            return self._bridge.write(value)
        except BaseException as error:
            return self._bridge.throw(error)

    def js_setStatic(self, owner_id: int, name: str, spec: str, *parts: Any) -> Any:
        """Set an attribute of a module or class."""
        try:
            setattr(self._facades.owners[owner_id], to_python(name), self._bridge.read(spec, parts)[0])
            return None
        except BaseException as error:
            return self._bridge.throw(error)

    def js_content(self, handle: int) -> Any:
        """A copy of a live container."""
        try:
            value = self._bridge.table.touch(handle)
            return self._bridge.write(list(value) if isinstance(value, list) else dict(value))
        except BaseException as error:
            return self._bridge.throw(error)

    def js_lookup(self, handle: int, name: str) -> Any:
        """What a dict finds under a name it may not have as a key."""
        try:
            return self._bridge.write(self._bridge.table.touch(handle)[name])
        except KeyError:
            return None
        except BaseException as error:
            return self._bridge.throw(error)

    def js_replace(self, handle: int, spec: str, *parts: Any) -> Any:
        """Change a live container: the whole of a list, one key of a dict."""
        try:
            target = self._bridge.table.touch(handle)
            change = self._bridge.read(spec, parts)
            if isinstance(target, list):
                target[:] = change[0]
                return None
            key = next((found for found in target if str(found) == change[0]), change[0])
            if len(change) > 1:
                target[key] = change[1]
            else:
                target.pop(key, None)
            return None
        except BaseException as error:
            return self._bridge.throw(error)
