"""Objects of a class whose shape is known have the properties that they had then, in the order of then."""

# ruff: noqa: E501 (lines of JavaScript)

import importlib
import json
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from eratools.jshost import shapes_0_10
from eratools.jshost.bridge import Bridge
from eratools.jshost.shapes import Own, Shapes, Signature, read_members

from .conftest import World, era_class

PROGRAMS = Path(__file__).parents[2] / "eras/node_0_10/compare/programs"

TABLES = SimpleNamespace(
    CLASSES={
        "things.Base": {
            "constructor": "Base/3",
            "own": "name _state=[] limit+",
            "members": "second/2 shown first:f/1",
        },
        "things.Derived": {"own": "before *things.Base counter() name"},
    },
    MODULES={"things": "Derived -gone/1 Base make/2"},
)


@pytest.fixture
def shapes():
    return Shapes("eras.fake", TABLES)


@pytest.fixture
def things(world_of_shapes):
    world = world_of_shapes

    @era_class
    class Base:
        limit = None
        shown = 1

        def __init__(self, name="n"):
            self.name = name

        def first(self):
            return "first"

        def second(self):
            return "second"

        def unlisted(self):
            return self.name

    @era_class
    class Derived(Base):
        before = 0
        asked = 0

        @property
        def counter(self):
            Derived.asked += 1
            return Derived.asked

    world.define("Base", Base)
    world.define("Derived", Derived)
    world.run(
        "function inherits(sub, base) { sub.prototype = Object.create(base.prototype, { constructor: { value: sub } }); }"
    )
    world.derived = Derived
    return world


@pytest.fixture
def world_of_shapes(shapes):
    world = World(Bridge(shapes=shapes))
    replace = "(function (owner, name, make) { owner[name] = make(owner[name]); })"
    engine = world.bridge.engine
    engine.call(world.bridge.core["showOwn"], engine.evaluate(replace))
    return world


# -- the words --------------------------------------------------------------------------------------


def test_words_of_own_properties(shapes):
    shape = shapes.of_class(era_class(type("Derived", (), {})))
    assert list(shape.own) == ["before", "_state", "limit", "counter", "name"], "what comes again comes later"
    assert shape.own["_state"] == Own("_state", text="[]")
    assert shape.own["counter"] == Own("counter", accessor=True)
    assert shape.own["limit"] == Own("limit", needs_value=True)
    assert (shape.members, shape.statics, shape.constructor) == (None, None, None)


def test_words_of_members():
    found = read_members("a b/2 c:called/1 -d/3 -e")
    assert found.names == ["a", "b", "c", "d", "e"]
    assert found.signatures["b"] == Signature("", 2)
    assert found.signatures["c"] == Signature("called", 1)
    assert found.absent == ["d", "e"]


def test_nothing_is_known_of_what_is_not_named(shapes):
    shape = shapes.of_class(era_class(type("Other", (), {})))
    assert (shape.own, shape.members, shape.constructor) == (None, None, None)
    assert shapes.of_module("eras.fake.other") is None
    assert shapes.of_module("eras.fake.things").names == ["Derived", "gone", "Base", "make"]


# -- objects ----------------------------------------------------------------------------------------


def test_own_properties_are_those_and_in_that_order(things):
    assert things.run("Object.keys(new Base())") == ["name", "_state"]
    assert things.run("var b = new Base('x'); b.limit = 3; b.more = 1; Object.keys(b)") == [
        "name",
        "_state",
        "limit",
        "more",
    ]
    assert json.loads(things.run("JSON.stringify(b)")) == {"name": "x", "_state": [], "limit": 3, "more": 1}
    assert things.run("var all = []; for (var key in b) all.push(key); all") == [
        "name", "_state", "limit", "more", "second", "shown", "first",
    ]  # fmt: skip
    assert things.run("[b.hasOwnProperty('name'), b.hasOwnProperty('shown'), 'shown' in b]") == [
        True,
        False,
        True,
    ]


def test_what_python_has_not_is_the_programs(things):
    assert things.run(
        "var b = new Base(), c = new Base(); b._state.push(1); [b._state.length, c._state.length]"
    ) == [1, 0]
    assert things.run("b._state = 5; [b._state, Object.keys(b)[1]]") == [5, "_state"]
    assert things.run("delete b._state; Object.keys(b)") == ["name"]


def test_an_accessor_is_described_and_not_asked(things):
    described = "var d = new Derived(); var found = Object.getOwnPropertyDescriptor(d, 'counter'); "
    assert things.run(
        described + "[typeof found.get, typeof found.set, found.enumerable, Object.keys(d)]"
    ) == [
        "function",
        "function",
        True,
        ["before", "_state", "counter", "name"],
    ]
    assert things.derived.asked == 0
    assert things.run("Object.getOwnPropertyDescriptor(d, 'name').value") == "n"


def test_objects_that_javascript_made_have_them_too(things):
    source = """
    function Sub() { this.own = 1; this.name = 'is lost'; Base.call(this, 'given'); this.last = 2; }
    inherits(Sub, Base);
    var s = new Sub();
    [Object.keys(s), s.name, Object.keys(Object.getOwnPropertyDescriptor(s, 'name'))]
    """
    assert things.run(source) == [
        ["own", "name", "_state", "last"],
        "given",
        ["value", "writable", "enumerable", "configurable"],
    ]
    assert things.run("s.name = 'set'; [s.unlisted(), s._state]") == ["set", []]
    assert things.run("s").name == "set"


def test_the_prototype_lists_what_it_listed(things):
    assert things.run("Object.keys(Base.prototype)") == ["second", "shown", "first"]
    assert things.run("typeof Base.prototype.unlisted") == "function"
    assert things.run("[Base.length, Base.prototype.second.name, Base.prototype.second.length, Base.prototype.first.name]") == [
        3, "", 2, "f",
    ]  # fmt: skip
    assert things.run("Object.getPrototypeOf(Base.prototype) === Object.prototype")


def test_what_inherits_from_an_object_has_nothing_of_its_own(things):
    source = """
    var child = Object.create(new Base('x')), grown = Object.create(Object.create(child));
    [Object.keys(child), child.name, grown.name]
    """
    assert things.run(source) == [[], "x", "x"]


# -- the shapes of 0.10 -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", shapes_0_10.CLASSES)
def test_there_is_such_a_class(name):
    module, _, cls = name.rpartition(".")
    if module.partition(".")[0] in ("crypto", "https", "tls"):
        pytest.importorskip("OpenSSL", reason="needs the extra `tls`: pip install 'node-eras[tls]'")
    package = "" if module.startswith("eratools.") else "eras.node_0_10."
    assert getattr(importlib.import_module(package + module), cls).__module__ == package + module


def test_the_programs_compare_all_but_what_is_absent():
    """`lib/shape.js` leaves out what has no place here, and not a name more."""
    words = [*shapes_0_10.MODULES.values()]
    words += [
        table[kind]
        for table in shapes_0_10.CLASSES.values()
        for kind in table
        if kind in ("members", "statics")
    ]
    absent = {name for each in words for name in read_members(each).absent}
    source = (PROGRAMS / "lib/shape.js").read_text()
    left_out = re.search(r"LEFT_OUT = \((.*?)\)\.split", source, re.S)[1]
    assert set(re.findall(r"[\w]+", left_out)) == absent


KEPT = """
var EventEmitter = require('events').EventEmitter;
var kept = (function () {
  var emitter = new EventEmitter();
  emitter.on('a', function () {});
  return emitter._events;
})();
function turn(left) {
  for (var i = 0; i < 400; i++) new EventEmitter().on('x', function () {});
  gc();
  if (left) return setImmediate(turn, left - 1);
  kept.b = function () {};
  console.log(Object.keys(kept), kept.a, delete kept.a);
}
turn(5);
"""


def test_a_table_that_outlives_its_emitter_is_empty(tmp_path):
    (tmp_path / "kept.js").write_text(KEPT)
    command = [sys.executable, "-m", "eratools.cli", "run", "--era", "0.10", "--expose-gc", "kept.js"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("[] undefined true\n", "")
