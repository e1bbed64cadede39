"""Addons of 0.1: C++ that was written for v8.h, called from Python and from JavaScript."""

from __future__ import annotations

import gc
import math
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from run_0_1 import LANGUAGES, needs_javascript, run

from eras.node_0_1 import addons
from eras.node_0_1.modules import Exports, Loader

node_waf = pytest.importorskip("eratools.node_waf.cli")
find_compiler = pytest.importorskip("eratools.node_waf.configuring").find_compiler

pytestmark = pytest.mark.skipif(not find_compiler(), reason="there is no C++ compiler")

HERE = Path(__file__).parent
DOCUMENT = HERE.parents[3] / "shared" / "documents" / "node-0.1.24.txt"

WSCRIPT = """
def configure(conf):
    conf.check_tool("compiler_cxx node_addon")

def build(bld):
    bld.new_task_gen("cxx", "shlib", "node_addon", target="addon", source="addon.cc", cxxflags="-O0 -Werror")
"""


def build(folder, source, wscript=WSCRIPT):
    """Build an addon in `folder`; the path of what came of it."""
    (folder / "addon.cc").write_text(source, encoding="utf-8")
    (folder / "wscript").write_text(wscript, encoding="utf-8")
    command = [sys.executable, "-m", "eratools.node_waf.cli", "configure", "build"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "build" / "default" / "addon.node"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The addon in addon_0_1.cc."""
    return build(tmp_path_factory.mktemp("addon"), (HERE / "addon_0_1.cc").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def addon(built):
    """What that addon exports."""
    exports = Exports()
    addons.load(str(built), exports)
    return exports


# -- the document's own ---------------------------------------------------------------------------


@pytest.mark.skipif(not DOCUMENT.exists(), reason="the document node-0.1.24.txt is not at hand")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_s_addon(tmp_path, language):
    listings = re.findall(r"^-{20,}\n(.*?)^-{20,}$", DOCUMENT.read_text(), re.DOTALL | re.MULTILINE)
    (source,) = (text for text in listings if text.startswith("#include <v8.h>"))
    (wscript,) = (text for text in listings if "set_options" in text)
    (tmp_path / "hello.cc").write_text(source)
    (tmp_path / "wscript").write_text(wscript)
    command = [sys.executable, "-m", "eratools.node_waf.cli", "configure", "build"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 0
    assert (tmp_path / "build" / "default" / "hello.node").exists()
    source = """
sys = require("sys")
sys.puts(require("./hello").hello)
sys.puts(require("./build/default/hello").hello)
"""
    assert run(tmp_path, source, language) == "World\nWorld\n"


# -- values ---------------------------------------------------------------------------------------


def test_arguments_and_results(addon):
    assert addon.answer == 42
    assert (addon.add(1, 2), addon.add(0.5, 0.25)) == (3, 0.75)
    assert isinstance(addon.add(1, 2), int)
    assert addon.nothing() is addon.empty() is addon.echo() is None
    assert addon.data() == "given"
    assert addon.pointer() is True


@pytest.mark.parametrize("value", [None, True, -1, 2**70, 1.5, "h\u00e9\0\U0001f600", [1], {"a": 1}, print])
def test_values_come_back_as_they_went(addon, value):
    assert addon.echo(value) is value


@pytest.mark.parametrize("text", ["", "plain", "a\0b", "h\u00e9\0\U0001f600", "\u20ac" * 1000])
def test_text_is_exact(addon, text):
    assert addon.copy(text) == text


def test_text_in_its_units(addon):
    text = "h\u00e9\U0001f600"
    assert addon.text(text) == [4, 7, "h\u00e9\0", text, ord("h"), text + "!"]
    assert addon.text("\u0141")[4] == 0x41
    assert addon.text("\ud83d")[0:2] == [1, 3]
    assert addon.text(1.0)[3] == "1"


def test_kinds(addon):
    values = [None, True, False, 1, 1.0, 1.5, 2**31, "x", [1], (1,), print, {}, Exports()]
    assert [addon.kind(value) for value in values] == [
        *("undefined", "true", "false", "int32", "int32", "number", "number", "string", "array", "array"),
        *("function", "object", "object"),
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (-1.5, [-1, -1, 2**32 - 1, -1.5, True]),
        (2**33 + 5, [2**33 + 5, 5, 5, 2**33 + 5, True]),
        (math.inf, [2**63, 0, 0, math.inf, True]),
        ("12.5", [12, 12, 12, 12.5, True]),
        ("", [0, 0, 0, 0, False]),
        (True, [1, 1, 1, 1, True]),
        (0.0, [0, 0, 0, 0, False]),
    ],
)
def test_numbers(addon, value, expected):
    assert addon.numbers(value) == expected


@pytest.mark.parametrize(("value", "truth"), [(None, False), ("x", True), ({}, True), (math.nan, False)])
def test_what_is_no_number(addon, value, truth):
    *whole, number, boolean = addon.numbers(value)
    assert (whole, boolean) == ([0, 0, 0], truth) and math.isnan(number)


def test_objects(addon):
    assert addon.make() == {"list": [1, "two\0three"], "nothing": None, "yes": True, "half": 0.5}
    plain = {"name": "n"}
    assert addon.look(plain, [1, 2]) == [["name"], "n", True, 2, 2]
    assert plain == {"name": "n", "changed": True}
    exports = Exports()
    assert addon.look(exports, []) == [[], None, False, None, 0]
    assert exports.changed is True


def test_what_is_strictly_the_same(addon):
    one = [1]
    assert addon.same(one, one) and addon.same(1, 1.0) and addon.same("a", "a") and addon.same(None, None)
    assert not any(addon.same(*pair) for pair in ((one, [1]), (1, True), (1, "1"), (None, False), ({}, {})))


# -- functions and errors ---------------------------------------------------------------------------


def test_errors_that_an_addon_throws(addon):
    with pytest.raises(TypeError, match="two numbers, please"):
        addon.add("x")
    with pytest.raises(Exception, match="far") as caught:
        addon.failRange("far")
    assert type(caught.value).__name__ == "RangeError"
    mine = ValueError("mine")
    with pytest.raises(ValueError) as caught:
        addon.fail(mine)
    assert caught.value is mine
    with pytest.raises(Exception, match="plain") as caught:
        addon.fail("plain")
    assert caught.value.value == "plain"


def test_functions_that_an_addon_calls(addon):
    mine = ValueError("mine")

    def fail(*_args):
        raise mine

    assert addon.attempt(lambda number, text: [number, text]) == [[40, "x"], None]
    assert addon.attempt(fail) == [None, mine]
    with pytest.raises(ValueError) as caught:
        addon.failAgain(fail)
    assert caught.value is mine


def test_a_function_that_an_addon_keeps(addon):
    addon.keep(lambda: "kept")
    gc.collect()
    assert addon.kept() == "kept"
    addon.release()


def test_an_addon_leaves_no_references_behind(addon):
    def fail(*_args):
        raise ValueError("x")

    def use(number):
        for _ in range(number):
            addon.make()
            addon.look({"name": [1]}, [1, 2])
            addon.text("text" * 20)
            addon.attempt(fail)
            addon.attempt(lambda *args: list(args))
            addon.keep(lambda: None)
            addon.kept()
            with pytest.raises(Exception, match="plain"):
                addon.fail("plain")

    use(10)
    gc.collect()
    before = sys.getallocatedblocks()
    use(3000)
    gc.collect()
    assert sys.getallocatedblocks() - before < 250  # one block every twelfth turn would be more
    addon.release()


@needs_javascript
def test_an_addon_in_javascript(tmp_path, built):
    shutil.copy(built, tmp_path / "addon.node")
    source = r"""
var sys = require("sys"), addon = require("./addon"), error = new Error("mine"), object = { name: "n" };
function caught(f) { try { f(); } catch (e) { return e; } }
sys.puts([addon.add(1, 2), addon.add(0.5, 0.25), addon.answer, addon.data(), addon.nothing()].join(" "));
sys.puts(addon.copy("h\u00e9\0\u{1F600}") === "h\u00e9\0\u{1F600}");
sys.puts([undefined, true, 1, 1.5, "x", [1], caught, {}].map(addon.kind).join(" "));
sys.puts(caught(function () { addon.add("x"); }) instanceof TypeError);
sys.puts(caught(function () { addon.failRange("x"); }) instanceof RangeError);
sys.puts(caught(function () { addon.fail("plain"); }) === "plain");
sys.puts(caught(function () { addon.fail(error); }) === error);
sys.puts(addon.attempt(function (a, b) { return a + b + (this === GLOBAL); }));
sys.puts(addon.attempt(function () { throw error; })[1] === error);
sys.puts(addon.callOn(function () { return this === object; }, object));
sys.puts(JSON.stringify(addon.make()));
sys.puts(JSON.stringify(addon.look(object, [1, 2])) + object.changed);
function Place() { this.origin = 1; this.name = "p"; }
var place = new Place();
sys.puts(JSON.stringify(addon.look(place, [1, 2])) + place.changed);
sys.puts([addon.same(place, place), addon.same(object, object), addon.same(caught, caught)]);
sys.puts([addon.same(place, new Place()), addon.same({}, {}), addon.same(caught, object)]);
sys.puts(module.children[0].filename === __filename.replace("program.js", "addon.node"));
"""
    assert run(tmp_path, source, "js").splitlines() == [
        "3 0.75 42 given ",
        "true",
        "undefined true int32 number string array function object",
        *["true"] * 4,
        "40xtrue,",
        *["true"] * 2,
        '{"list":[1,"two\\u0000three"],"nothing":null,"yes":true,"half":0.5}',
        '[["name"],"n",true,2,2]true',
        '[["name","origin"],"p",true,2,2]true',
        "true,true,true",
        "false,false,false",
        "true",
    ]


# -- what cannot be loaded --------------------------------------------------------------------------


def require(path):
    """Require the addon at `path` as a program would."""
    loader = Loader()
    names = {}
    loader.begin(str(path.with_name("main.py")), names)
    return names["require"](f"./{path.stem}")


def test_an_addon_without_init(tmp_path):
    path = build(tmp_path, "#include <v8.h>\n")
    with pytest.raises(Exception, match=f"{path} exports no function `init`"):
        require(path)


def test_a_library_that_was_built_for_something_else(tmp_path):
    path = build(tmp_path, 'extern "C" void init(int) { __builtin_trap(); }\n')
    with pytest.raises(Exception, match=f"{path} was not built against the v8.h of `node-waf`"):
        require(path)


@pytest.mark.parametrize("content", [b"", b"no library at all\n" * 100])
def test_a_broken_library(tmp_path, content):
    path = tmp_path / "broken.node"
    path.write_bytes(content)
    with pytest.raises(Exception, match=str(path)) as caught:
        require(path)
    assert caught.value.message


def test_an_init_that_throws(tmp_path):
    source = """#include <v8.h>
using namespace v8;
extern "C" void init(Handle<Object> target) { ThrowException(Exception::Error(String::New("no luck"))); }
"""
    with pytest.raises(Exception, match="no luck"):
        require(build(tmp_path, source))
