"""Classes and modules of an era as JavaScript constructors and objects, and the calls on them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from types import ModuleType
from typing import TYPE_CHECKING, Any

from .reflect import (
    ANY_NUMBER,
    Names,
    bounds,
    class_bounds,
    describe,
    is_method,
    listed,
    module_names,
    overridable,
    own_attributes,
    parent,
)
from .shapes import Own, Shapes

if TYPE_CHECKING:
    from .bridge import Bridge


class Facades:
    """What JavaScript has asked to see of Python's classes and modules."""

    def __init__(self, bridge: Bridge, prefix: str, shapes: Shapes) -> None:
        self._bridge = bridge
        self._shapes = shapes
        self.names = Names(prefix)
        self.owners: list[Any] = []
        self._constructors: dict[type, Any] = {}
        self._foreign: dict[type, type] = {}
        self._extended: dict[type, type] = {}
        self.patched: dict[type, set[str]] = {}
        """JavaScript's names of the methods that were replaced on the prototypes of classes."""
        self._with_patches: dict[type, type] = {}
        self._modules: dict[str, Any] = {}
        self._functions: list[tuple[Callable[..., Any], int, int]] = []
        self.python_names: dict[type, dict[str, str]] = {}
        """Python's names of a class's attributes, by JavaScript's."""
        self.classes: list[type] = []
        self.own: dict[type, dict[str, Own] | None] = {}
        """The properties that objects of a class had themselves; None where they have whatever Python has."""

    # -- describing ---------------------------------------------------------------------------------

    def constructor(self, cls: type) -> Any:
        """The JavaScript constructor of `cls`."""
        found = self._constructors.get(cls)
        if found is None:
            shown = cls.__dict__.get("_js_stands_for", cls)
            if shown is not cls:
                return self.constructor(shown)
            found = self._constructors[cls] = self._define(cls)
            self._add_statics(cls, found)
        return found

    def _define(self, cls: type) -> Any:
        above = parent(cls, self.names)
        above_constructor = self.constructor(above) if above is not None else None
        nulls = listed(cls, "js_null")
        shape = self._shapes.of_class(cls)
        own = self.own[cls] = shape.own if shape.own is not None or above is None else self.own[above]
        class_id = len(self.classes)
        self.classes.append(cls)
        patchable = listed(cls, "js_patchable")
        statics = listed(cls, "js_static")
        methods, fields = [], []
        first_names: dict[Any, str] = {}
        python_names = dict(self.python_names.get(above, {})) if above is not None else {}
        for shown, name, value in own_attributes(cls, above, self.names):
            if shown in statics:
                continue
            python_names[shown] = name
            if isinstance(value, (staticmethod, classmethod, type)):
                continue
            if is_method(value):
                described = self._describe_function(shown, value, shown in nulls, method=True)
                same = first_names.setdefault(value, shown)
                methods.append({**described, "patchable": shown in patchable, "same": same})
            else:
                fields.append(shown)
        self.python_names[cls] = python_names
        text = describe(
            classId=class_id,
            name=cls.__name__,
            length=class_bounds(cls)[1] if class_bounds(cls)[1] != ANY_NUMBER else 0,
            signature=asdict(shape.constructor) if shape.constructor is not None else None,
            withoutNew=shape.without_new,
            methods=methods,
            fields=fields,
            members=asdict(shape.members) if shape.members is not None else None,
            own=[asdict(each) for each in own.values()] if own is not None else None,
            nulls=sorted(nulls),
            open=bool(cls.__dict__.get("js_open")),
        )
        return self._bridge.engine.call(self._bridge.core["defineClass"], text, above_constructor)

    def _describe_function(self, shown: str, function: Any, nullable: bool, method: bool = False) -> dict:
        least, most = bounds(function)
        self._functions.append((function, least, most))
        own = 1 if method else 0
        length = most - own if most != ANY_NUMBER else max(0, least - own)
        return {
            "name": shown,
            "id": len(self._functions) - 1,
            "length": length,
            "least": getattr(function, "js_least", 0),
            "most": most - own if most != ANY_NUMBER else None,
            "nullable": nullable,
            "variadic": most == ANY_NUMBER or hasattr(function, "js_exact"),
            "exact": hasattr(function, "js_exact"),
        }

    def _add_statics(self, cls: type, target: Any) -> None:
        live = []
        for shown, name, value in own_attributes(cls, parent(cls, self.names), self.names):
            if isinstance(value, (type, staticmethod, classmethod)):
                self._put(target, shown, self._static(shown, getattr(cls, name)))
            elif shown in listed(cls, "js_static"):
                live.append({"name": shown, "nullable": shown in listed(cls, "js_null")})
        self._define_live(target, cls, live)
        statics = self._shapes.of_class(cls).statics
        if statics is not None:
            self._bridge.engine.call(
                self._bridge.core["arrange"], target, self._bridge.write(asdict(statics))
            )

    def _static(self, shown: str, value: Any) -> Any:
        if isinstance(value, type):
            return self.constructor(value)
        description = self._describe_function(shown, value, False)
        return self._bridge.engine.call(self._bridge.core["defineFunction"], json.dumps(description))

    def _put(self, target: Any, name: str, value: Any) -> None:
        self._bridge.engine.call(self._bridge.core["fillObject"], target, name, value)

    def _define_live(self, target: Any, owner: Any, names: list[dict]) -> None:
        if names:
            self.owners.append(owner)
            self._bridge.engine.call(
                self._bridge.core["defineLive"], target, len(self.owners) - 1, json.dumps(names)
            )

    def module(self, module: ModuleType) -> Any:
        """What `require` of a Python module gives."""
        found = self._modules.get(module.__name__)
        if found is not None:
            return found
        engine, core = self._bridge.engine, self._bridge.core
        target = self._modules[module.__name__] = engine.call(core["makeObject"])
        nulls = getattr(module, "js_null", ())
        live = []
        functions: dict[Any, Any] = {}
        for shown, name in module_names(module):
            value = getattr(module, name)
            if isinstance(value, type):
                self._put(target, shown, self._bridge.write(value))
            elif is_method(value) and shown not in getattr(module, "js_live", ()):
                if value not in functions:
                    description = self._describe_function(shown, value, shown in nulls)
                    functions[value] = engine.call(core["defineFunction"], json.dumps(description))
                self._put(target, shown, functions[value])
            elif getattr(module, "js_fixed", False):
                self._put(target, shown, self._bridge.write(value))
            else:
                live.append({"name": shown, "nullable": shown in nulls})
        self._define_live(target, module, live)
        return target

    # -- calls ----------------------------------------------------------------------------------------

    def js_invoke(self, function_id: int, handle: int, *args: Any) -> Any:
        """Call a method or function with primitive arguments."""
        try:
            return self._run(function_id, handle, args)
        except BaseException as error:
            return self._bridge.throw(error)

    def js_invokeRich(self, function_id: int, handle: int, spec: str, *parts: Any) -> Any:
        """Call a method or function with encoded arguments."""
        try:
            return self._run(function_id, handle, tuple(self._bridge.read(spec, parts)))
        except BaseException as error:
            return self._bridge.throw(error)

    def js_emit(self, function_id: int, handle: int, raw: Any, spec: str, *parts: Any) -> Any:
        """Call `emit`, whose JavaScript listeners get the very arguments that JavaScript gave."""
        bridge = self._bridge
        try:
            args = tuple(bridge.read(spec, parts))
            bridge.emits.append((args[1:], raw))
            try:
                return self._run(function_id, handle, args)
            finally:
                bridge.emits.pop()
        except BaseException as error:
            return bridge.throw(error)

    def _run(self, function_id: int, handle: int, args: tuple) -> Any:
        function, least, most = self._functions[function_id]
        if handle:
            args = (self._bridge.table.touch(handle), *args)
        if not least <= len(args) <= most:
            args = args[:most] + (None,) * (least - len(args))
        return self._bridge.write(function(*args))

    def js_apply(self, handle: int, spec: str, *parts: Any) -> Any:
        """Call a Python callable that was passed as a value."""
        try:
            function = self._bridge.table.touch(handle)
            return self._bridge.write(function(*self._bridge.read(spec, parts)))
        except BaseException as error:
            return self._bridge.throw(error)

    # -- construction -----------------------------------------------------------------------------------

    def js_construct(
        self, handle: int, class_id: int, wrapper: Any, foreign: bool, spec: str, *parts: Any
    ) -> Any:
        """Make the Python object behind `wrapper`; a *foreign* one lets JavaScript override its methods."""
        try:
            cls = self.classes[class_id]
            args = self._fit(cls, self._bridge.read(spec, parts))
            made = self.foreign_class(cls) if foreign else self.with_patches(self._extensible(cls))
            if cls.__new__ is object.__new__:
                obj: Any = object.__new__(made)
                self._bridge.table.add(obj, wrapper, handle)
                obj.__init__(*args)
            else:
                self._bridge.table.add(made(*args), wrapper, handle)
            return None
        except BaseException as error:
            return self._bridge.throw(error)

    def js_upgrade(self, handle: int, class_id: int, spec: str, *parts: Any) -> Any:
        """Make an adopted object one of another class as well."""
        try:
            obj = self._bridge.table.touch(handle)
            cls = self.classes[class_id]
            args = self._fit(cls, self._bridge.read(spec, parts))
            obj.__class__ = self.foreign_class(cls)
            obj.__init__(*args)
            return None
        except BaseException as error:
            return self._bridge.throw(error)

    def _fit(self, cls: type, args: list[Any]) -> list[Any]:
        while args and args[-1] is None:
            args.pop()
        least, most = class_bounds(cls)
        return args[:most] + [None] * (least - len(args))

    def foreign_class(self, cls: type) -> type:
        """A subclass of `cls` whose methods ask JavaScript first."""
        found = self._foreign.get(cls)
        if found is None:
            found = self._foreign[cls] = self._forwarding(cls, overridable(cls, self.names))
        return found

    def js_patch(self, class_id: int, name: str) -> None:
        """A method was replaced on a prototype: Python's own calls ask JavaScript for it from now on."""
        cls = self.classes[class_id]
        self.patched.setdefault(cls, set()).add(name)
        self._with_patches.clear()
        for entry in self._bridge.table.entries.values():
            if isinstance(entry.obj, cls):
                entry.obj.__class__ = self.with_patches(type(entry.obj))

    def with_patches(self, cls: type) -> type:
        """`cls`, or a subclass of it that asks JavaScript for what was replaced on its prototypes."""
        if not self.patched:
            return cls
        found = self._with_patches.get(cls)
        if found is None:
            shown = cls.__dict__.get("_js_stands_for", cls)
            replaced = {name for base in cls.__mro__ for name in self.patched.get(base, ())}
            names = {name: self.python_names[shown][name] for name in replaced}
            whole = not names or cls is self._foreign.get(shown)
            found = self._with_patches[cls] = cls if whole else self._forwarding(shown, names)
        return found

    def _extensible(self, cls: type) -> type:
        """`cls`, or for a class whose instances get their methods from programs one that finds those."""
        if not cls.__dict__.get("js_extensible"):
            return cls
        found = self._extended.get(cls)
        if found is None:
            found = self._extended[cls] = self._forwarding(cls, {})
        return found

    def _forwarding(self, cls: type, names: dict[str, str]) -> type:
        body: dict[str, Any] = {
            "__module__": cls.__module__,
            "_js_stands_for": cls,
            "__getattr__": self._member,
            "__dir__": self._members,
        }
        for shown, name in names.items():
            body[name] = self._forwarder(shown, getattr(cls, name))
        return type(cls.__name__, (cls,), body)

    @property
    def _member(self) -> Callable[[Any, str], Any]:
        bridge = self._bridge

        def member(obj: Any, name: str) -> Any:
            """What Python does not have, and JavaScript may: `write` of a stream made by hand."""
            if "_" in name or bridge.table.find(obj) is None:
                raise AttributeError(f"{type(obj).__name__!r} object has no attribute {name!r}")
            return bridge.member(obj, name)

        return member

    @property
    def _members(self) -> Callable[[Any], list[str]]:
        bridge = self._bridge
        return lambda obj: [*object.__dir__(obj), *bridge.operate("members", obj)]

    def _forwarder(self, shown: str, base: Callable[..., Any]) -> Callable[..., Any]:
        bridge = self._bridge

        def forward(self: Any, *args: Any, **options: Any) -> Any:
            entry = bridge.table.find(self)
            if entry is not None and not options:
                found, value = bridge.call_override(entry, shown, args)
                if found:
                    return value
            return base(self, *args, **options)

        forward.__name__ = shown
        return forward
