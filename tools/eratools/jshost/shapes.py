"""How the objects of a generation looked to programs: what properties were their own, what prototypes listed.

A generation tells it in a module with two tables, `CLASSES` and `MODULES`, of words that stand in the order
in which a program enumerated what they name. Among an object's own properties:

    name         an attribute that Python has, or what is on the prototype here
    name+        the same, once it is not None
    name?        the first; an object whose constructor was never called gets it with its first listener
    name()       the same, and it was a getter and a setter
    name=JSON    nothing that Python has: it begins as that value
    *class       what the objects of that class had; what is named once more comes later

Among the members of a prototype, a constructor or a module:

    name         no function, or a constructor
    name/2       a function without a name, of that length
    name:f/2     a function that is called `f`
    -name        the same, which only the real one has
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType


@dataclass(frozen=True)
class Own:
    """One property of an object's own."""

    name: str
    late: bool = False
    needs_value: bool = False
    accessor: bool = False
    text: str | None = None
    """What it begins as where Python has no such attribute, as JSON."""


@dataclass(frozen=True)
class Signature:
    """What a function says of itself."""

    name: str
    length: int


@dataclass(frozen=True)
class Members:
    """What a prototype or a module lists, and how its functions are called."""

    names: list[str] = field(default_factory=list)
    signatures: dict[str, Signature] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Shape:
    """How the objects of one class looked."""

    own: dict[str, Own] | None
    members: Members | None
    statics: Members | None
    constructor: Signature | None
    """It is told as `name/length`."""
    without_new: str | None = None
    """Not None where calling the constructor without `new` makes no object: the method of `this` that it then
    fails for, or nothing."""


class Shapes:
    """The shapes of one generation; of a class that it does not name, nothing is known."""

    def __init__(self, package: str = "", tables: ModuleType | None = None) -> None:
        self._prefix = package + "."
        self._classes: dict[str, dict[str, str]] = getattr(tables, "CLASSES", {})
        self._modules: dict[str, str] = getattr(tables, "MODULES", {})

    def of_class(self, cls: type) -> Shape:
        """What the objects of `cls` and its prototype had."""
        words = self._classes.get(f"{cls.__module__}.{cls.__name__}".removeprefix(self._prefix), {})
        own = self._read_own(words["own"]) if "own" in words else None
        members = read_members(words["members"]) if "members" in words else None
        statics = read_members(words["statics"]) if "statics" in words else None
        constructor = _constructor(words["constructor"]) if "constructor" in words else None
        return Shape(own, members, statics, constructor, words.get("without new"))

    def of_module(self, name: str) -> Members | None:
        """What requiring the module of that name gave, in Python that of the package."""
        words = self._modules.get(name.removeprefix(self._prefix))
        return None if words is None else read_members(words)

    def _read_own(self, words: str) -> dict[str, Own]:
        found: dict[str, Own] = {}
        for each in self._own(words):
            found.pop(each.name, None)
            found[each.name] = each
        return found

    def _own(self, words: str) -> Iterator[Own]:
        for word in words.split():
            name, _, text = word.partition("=")
            if word.startswith("*"):
                yield from self._own(self._classes[word[1:]]["own"])
            elif text:
                yield Own(name, text=text)
            elif word.endswith("()"):
                yield Own(word[:-2], accessor=True)
            else:
                yield Own(word.rstrip("?+"), late=word.endswith("?"), needs_value=word.endswith("+"))


def read_members(words: str) -> Members:
    """The members that `words` name."""
    found = Members()
    for word in words.split():
        name, called, length = _split(word.removeprefix("-"))
        found.names.append(name)
        if word.startswith("-"):
            found.absent.append(name)
        if length is not None:
            found.signatures[name] = Signature(called, length)
    return found


def _constructor(word: str) -> Signature:
    name, _, length = word.partition("/")
    return Signature(name, int(length))


def _split(word: str) -> tuple[str, str, int | None]:
    path, slash, length = word.partition("/")
    name, colon, called = path.partition(":")
    return name, called if colon else "", int(length) if slash else None
