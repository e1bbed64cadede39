"""The modules of 0.1: how they are found, loaded, shared between Python and JavaScript."""

from __future__ import annotations

import builtins
import http.server
import os
import threading
from types import SimpleNamespace

import pytest
from run_0_1 import LANGUAGES, needs_javascript, run, start

from eras.node_0_1 import process, sys
from eras.node_0_1.modules import Exports, Loader, Module

CIRCLE = """#!/usr/bin/env python
PI = 3.14

exports.area = lambda r: PI * r * r

def circumference(r):
    return 2 * PI * r

exports.circumference = circumference
"""

CIRCLE_JS = """#!/usr/bin/env node
var PI = 3.14;

exports.area = function (r) { return PI * r * r; };
this.circumference = function (r) { return 2 * PI * r; };
"""


@pytest.fixture
def files(tmp_path):
    """Writes files into a folder of their own; `here(name)` is the path of one."""

    def write(name, text=""):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    write.here = lambda name: str(tmp_path / name)
    write.folder = tmp_path
    return write


@pytest.fixture
def main(files):
    """A loader, and the `require` of a main module beside the files."""
    loader = Loader()
    names = {}
    module = loader.begin(files.here("main.py"), names)
    return SimpleNamespace(loader=loader, module=module, names=names, require=names["require"])


# -- finding --------------------------------------------------------------------------------------


def test_a_name_is_searched_for_in_the_order_of_the_document(files, main):
    main.loader.paths[:] = [files.here("one"), files.here("two")]
    order = [
        *("one/mjsunit.js", "one/mjsunit.node", "one/mjsunit/index.js", "one/mjsunit/index.node"),
        *("two/mjsunit.js", "two/mjsunit.node", "two/mjsunit/index.js", "two/mjsunit/index.node"),
    ]
    for name in reversed(order):
        path = files(name)
        assert main.loader.find("mjsunit", "/x/foo.js") == path


def test_python_stands_beside_javascript_and_a_module_s_own_language_comes_first(files, main):
    for name in ("m.node", "m/index.py"):
        files(name)
    assert main.loader.find("./m", files.here("a.js")) == files.here("m.node")
    files("m.py")
    assert main.loader.find("./m", files.here("a.js")) == files.here("m.py")
    files("m.js")
    assert main.loader.find("./m", files.here("a.js")) == files.here("m.js")
    assert main.loader.find("./m", files.here("a.py")) == files.here("m.py")


def test_relative_and_absolute_names(files, main):
    path = files("folder/m.py")
    below = files.here("folder/deep/x.py")
    assert main.loader.find("../m", below) == path
    assert main.loader.find("./folder/../folder/m", files.here("x.py")) == path
    assert main.loader.find(files.here("folder/m"), "/elsewhere/x.py") == path
    for name in ("m", "./m"):
        with pytest.raises(Exception, match=f"^Cannot find module '{name}'$"):
            main.require(name)


@pytest.mark.parametrize("name", ["./m.js", "m.node", "./m.py"])
def test_a_name_with_an_extension(files, main, name):
    files("m.js")
    with pytest.raises(Exception, match=r"^No longer accepting filename extension in module names$"):
        main.require(name)


def test_the_paths_of_the_environment(monkeypatch):
    monkeypatch.setenv("NODE_PATH", "/one:/two")
    monkeypatch.setenv("HOME", "/home/ryan")
    assert Loader().paths == [
        *("/one", "/two"),
        *("/home/ryan/.node_libraries", "/usr/local/lib/node/libraries"),
    ]


def test_paths_may_be_added_while_the_program_runs(files, main):
    files("libs/far.py", "exports.far = require.paths")
    assert main.require.paths is main.loader.paths
    main.require.paths.insert(0, files.here("libs"))
    assert main.require("far").far is main.loader.paths


# -- loading --------------------------------------------------------------------------------------


def test_a_module_of_python(files, main):
    files("circle.py", CIRCLE)
    circle = main.require("./circle")
    assert (circle.area(4), circle["circumference"](1)) == (50.24, 6.28)
    assert not hasattr(circle, "PI")
    assert main.require("./circle") is circle


def test_what_a_module_knows_of_itself(files, main):
    files("child.py", "exports.seen = [module, module.loaded, require.main, __filename, __file__]")
    module, loaded, of_main, *names = main.require("./child").seen
    assert isinstance(module, process.Module) and isinstance(module, Module)
    assert (module.id, module.filename, module.parent) == ("./child", files.here("child.py"), main.module)
    assert (loaded, module.loaded) == (False, True)
    assert module.exports is main.require("./child")
    assert names == [files.here("child.py")] * 2
    assert of_main is main.module and main.module.id == "." and main.module.parent is None
    assert main.module.children == [module]


def test_exports_may_be_replaced(files, main):
    files("one.py", "module.exports = lambda: 'replaced'")
    assert main.require("./one")() == "replaced"


def test_a_cycle_sees_what_was_exported_so_far(files, main):
    files("a.py", "exports.early = 1\nb = require('./b')\nexports.late = b.seen")
    files("b.py", "a = require('./a')\nexports.seen = (a.early, hasattr(a, 'late'))")
    assert main.require("./a").late == (1, False)


def test_a_module_that_failed_is_loaded_again(files, main):
    files("flaky.py", "raise ValueError('not yet')")
    for _ in range(2):
        with pytest.raises(ValueError, match="not yet"):
            main.require("./flaky")
    files("flaky.py", "exports.fine = True")
    assert main.require("./flaky").fine


def test_a_syntax_error_names_file_and_line(files, main):
    path = files("broken.py", "x = 1\ndef f(:\n")
    with pytest.raises(SyntaxError) as caught:
        main.require("./broken")
    assert (caught.value.filename, caught.value.lineno) == (path, 2)


def test_builtin_modules(main):
    assert main.require("sys") is sys
    assert callable(main.require("assert").ok)
    assert main.names["__filename"] == main.module.filename


def test_variables_of_a_module_are_its_own_and_global_is_everyone_s(files, main):
    files("one.py", "mine = 1\nGLOBAL.ours = 2\nprocess.mixin({'mixed': 3})")
    files("two.py", "exports.seen = [ours, mixed, 'mine' in globals(), GLOBAL.setTimeout is setTimeout]")
    main.require("./one")
    assert main.require("./two").seen == [2, 3, False, True]
    assert not hasattr(builtins, "ours")


@pytest.mark.parametrize("call", ["puts('x')", "p('x')", "include('x')", "node.http", "node.tcp.x"])
def test_old_names_say_where_they_went(files, main, call):
    files("old.py", call)
    with pytest.raises(Exception, match=call.split("(")[0].split(".")[0]):
        main.require("./old")


def test_a_promise_of_a_module(files, main):
    files("circle.py", CIRCLE)
    assert main.require.async_("./circle").wait() is main.require("./circle")
    with pytest.raises(Exception, match=r"Cannot find module './nowhere'"):
        main.require.async_("./nowhere").wait()
    heard = []
    main.require.async_("./circle", heard.append).wait()
    assert heard == [main.require("./circle")]


def test_exports_by_item():
    exports = Exports()
    exports["a"] = 1
    assert exports.a == exports["a"] == 1
    assert "a" in exports and "b" not in exports and "a" in repr(exports)
    del exports["a"]
    with pytest.raises(KeyError):
        exports["a"]


# -- from the web ---------------------------------------------------------------------------------


@pytest.fixture
def site():
    """A web server: `site.pages` by path, `site.asked`, `site.url`."""
    pages, asked = {}, []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            body = pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            """Nothing is printed."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield SimpleNamespace(pages=pages, asked=asked, url=f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


def test_a_url_is_a_module_s_name_too(site, main):
    site.pages["/lib/far.py"] = "exports.near = require('./near').name; exports.file = __filename"
    site.pages["/lib/near.py"] = "exports.name = 'n\u00e9ar'"
    far = main.require(site.url + "/lib/far")
    assert (far.near, far.file) == ("n\u00e9ar", site.url + "/lib/far.py")
    assert main.require(site.url + "/lib/far") is far
    assert site.asked.count("/lib/far.py") == 1


def test_a_url_that_is_not_there(site, main):
    name = site.url + "/nowhere"
    with pytest.raises(Exception, match=f"^Cannot find module '{name}'$"):
        main.require(name)
    assert site.asked == ["/nowhere.py", "/nowhere.js", "/nowhere"]


@needs_javascript
def test_a_url_in_each_language(site, files):
    site.pages["/js"] = "#!x\nexports.language = 'js ' + __filename;"
    site.pages["/snake.py"] = "exports.language = 'py'"
    for language in ("js", "py"):
        source = f"""
require("sys").puts(require("{site.url}/js").language)
require("sys").puts(require("{site.url}/snake").language)
"""
        assert run(files.folder, source, language) == f"js {site.url}/js\npy\n"


# -- programs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("circle", ["js", "py"])
def test_the_circle_in_both_languages(files, language, circle):
    if circle == "js" and language == "py":
        pytest.importorskip("quickjs", reason="the extra `js` is not installed")
    files(f"circle.{circle}", {"js": CIRCLE_JS, "py": CIRCLE}[circle])
    source = """
process.mixin(GLOBAL, require("./circle"), require("sys"))
puts(area(4))
puts(circumference(1))
puts(require("./circle").area(4))
"""
    assert run(files.folder, source, language) == "50.24\n6.28\n50.24\n"


def test_a_program_of_python_is_a_module(files):
    files("plain.py", "VALUE = 'plain import'")
    source = """
import __main__, plain
puts = require("sys").puts
puts(plain.VALUE)
puts("%s %s %s" % (module.id, require.main is module, __filename == process.ARGV[1]))
puts("%s %s" % (__name__, __main__.exports is exports is module.exports))
puts(module.loaded)
setTimeout(lambda: puts(module.loaded), 1)
"""
    assert run(files.folder, source, "py") == "plain import\n. True True\n__main__ True\nfalse\ntrue\n"


@needs_javascript
def test_modules_of_both_languages_in_a_cycle(files):
    files("a.js", "exports.early = 1; exports.b = require('./b'); exports.late = exports.b.seen;")
    files(
        "b.py",
        "a = require('./a')\nexports.seen = 'early' in a and 'late' not in a\nexports.a = lambda: a.late",
    )
    for language in ("js", "py"):
        source = """
a = require("./a")
puts = require("sys").puts
puts(a.late)
puts(a.b.a())
puts(a.b == require("./b"))
"""
        assert run(files.folder, source, language) == "true\n" * 3


@needs_javascript
def test_modules_know_each_other_across_languages(files):
    files(
        "child.js",
        "exports.parent = module.parent; exports.main = require.main; exports.paths = require.paths;",
    )
    source = """
child = require("./child")
puts = require("sys").puts
puts(child.parent is module)
puts(child.main is module)
puts(child is require("./child"))
puts(module.children[0].filename == __filename.replace("program.py", "child.js"))
require.paths.insert(0, "/new")
puts(child.paths[0])
"""
    assert run(files.folder, source, "py") == "true\ntrue\ntrue\ntrue\n/new\n"
    files(
        "snake.py",
        "exports.parent = module.parent\nexports.main = require.main\nexports.paths = require.paths",
    )
    source = """
var sys = require("sys"), snake = require("./snake");
sys.puts(snake.parent === module);
sys.puts(snake.main === module);
sys.puts(snake === require("./snake"));
sys.puts(module.children.length + " " + module.children[0].id + " " + module.children[0].loaded);
require.paths.unshift("/new");
sys.puts(snake.paths[0] + " " + Array.isArray(require.paths));
"""
    assert run(files.folder, source, "js") == "true\ntrue\ntrue\n1 ./snake true\n/new true\n"


@needs_javascript
def test_what_python_exports_is_at_home_in_javascript(files):
    files(
        "snake.py",
        """
class Shape:
    def __init__(self, side):
        self.side = side
    def area_of(self, factor):
        return self.side * factor
exports.Shape = Shape
exports.snake_case = {"a": [1]}
exports.apply = lambda f: f(2)
def fail():
    raise ValueError("failed")
exports.fail = fail
""",
    )
    source = """
var snake = require("./snake"), sys = require("sys"), shape = new snake.Shape(3);
sys.puts(shape.area_of(2) + " " + (shape instanceof snake.Shape) + " " + snake.snake_case.a[0]);
sys.puts(snake.apply(function (n) { return n * 2; }));
sys.puts(Object.keys(snake).join(" "));
try { snake.fail(); } catch (e) { sys.puts(e instanceof Error && e.message); }
"""
    expected = "6 true 1\n4\nShape snake_case apply fail\nfailed\n"
    assert run(files.folder, source, "js") == expected


@needs_javascript
def test_an_error_in_a_javascript_module_names_its_line_and_nothing_of_ours(files):
    files("boom.js", "\nfunction f() { throw new TypeError('boom'); }\nf();")
    process = start(files.folder, "def load():\n    require('./boom')\nload()\n", "py")
    _, err = process.communicate()
    assert process.returncode == 1
    assert f"at f ({files.here('boom.js')}:2:" in err.decode()
    assert "line 2, in load" in err.decode() and "TypeError: boom" in err.decode()
    assert f"eratools{os.sep}" not in err.decode() and f"modules{os.sep}" not in err.decode()


@needs_javascript
def test_a_missing_module_is_reported_where_it_was_required(files):
    process = start(files.folder, "\nrequire('./nowhere');", "js")
    _, err = process.communicate()
    assert "Error: Cannot find module './nowhere'" in err.decode()
    assert f"{files.here('program.js')}:2:" in err.decode()


def test_javascript_without_a_host(files, main):
    files("x.js")
    with pytest.raises(Exception, match=r"eras run --era 0\.1"):
        main.require("./x")


def test_javascript_without_its_extra(files):
    files("x.js")
    source = "import sys\nsys.modules['quickjs'] = None\nrequire('./x')\n"
    process = start(files.folder, source, "py")
    _, err = process.communicate()
    assert process.returncode == 1 and "pip install 'node-eras[js]'" in err.decode()
