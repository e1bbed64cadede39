"""Programs of 0.1, run as `node` ran them."""

# ruff: noqa: E501 (lines of JavaScript)

import http.server
import os
import re
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

DOCUMENT = Path(__file__).parents[4] / "shared" / "documents" / "node-0.1.24.txt"


def test_globals_and_arguments(program):
    source = """
    var sys = require('sys');
    sys.puts([process.ARGV.length, process.ARGV[1] === __filename, process.ARGV[2]].join(' '));
    sys.puts([typeof Buffer, typeof console, typeof module, GLOBAL === (function () { return this; })()].join(' '));
    sys.puts(module.id + ' ' + (module.filename === __filename) + ' ' + (require.main === module));
    """
    code, out, err = program.run("0.1", source, "one")
    assert (code, err) == (0, "")
    assert out == "3 true one\nundefined undefined object true\n. true true\n"


@pytest.mark.parametrize(
    "call", ["puts('x')", "print('x')", "p('x')", "include('x')", "node.http", "node.tcp.x"]
)
def test_old_names_say_where_they_went(program, call):
    source = f"try {{ {call} }} catch (e) {{ require('sys').puts(e instanceof Error && e.message); }}"
    code, out, _ = program.run("0.1", source)
    assert code == 0
    assert call.split("(")[0].split(".")[0] in out


def test_mixin(program):
    source = """
    process.mixin(GLOBAL, require('sys'));
    puts(inspect(process.mixin({ a: 1 }, { b: undefined, c: { d: 1 } })));
    var deep = { x: { y: 1 } }, from = { x: { z: [1] } };
    process.mixin(true, deep, from);
    from.x.z.push(2);
    puts(JSON.stringify(deep));
    """
    code, out, _ = program.run("0.1", source)
    assert code == 0
    assert out == '{\n "a": 1,\n "c": {\n  "d": 1\n }\n}\n{"x":{"y":1,"z":[1]}}\n'


def test_output(program):
    source = """
    var sys = require('sys'), cyclic = { f: function () {} };
    cyclic.me = cyclic;
    sys.print('a'); sys.puts(undefined); sys.puts(1.5); sys.puts({}); sys.puts([1, [2, null]]);
    sys.puts(sys.inspect([1, 'q"', null, undefined, []]));
    sys.puts(sys.inspect(cyclic));
    sys.debug('d'); sys.error('e'); sys.p({ a: 'b' });
    """
    code, out, err = program.run("0.1", source)
    assert code == 0
    inspected = '[\n 1,\n "q\\"",\n null,\n undefined,\n []\n]\n{\n "f": [Function],\n "me": [Circular]\n}\n'
    assert out == "aundefined\n1.5\n[object Object]\n1,2,\n" + inspected
    assert err == 'DEBUG: d\ne\n{\n "a": "b"\n}\n'


def test_promises_wait_while_callbacks_run(program):
    source = """
    var sys = require('sys'), order = [];
    function later(ms, value) {
      var promise = new process.Promise();
      setTimeout(function () { promise.emitSuccess(value); }, ms);
      return promise;
    }
    setTimeout(function () { order.push('timer ' + later(5, 'inner').wait()); }, 1);
    order.push(later(20, 'outer').wait());
    sys.puts(order.join(', '));
    var failed = new process.Promise();
    setTimeout(function () { failed.emitError(new Error('failed')); }, 1);
    try { failed.wait(); } catch (e) { sys.puts(e instanceof Error && e.message); }
    new process.Promise().timeout(5).addErrback(function (e) { sys.puts(e instanceof Error && e.message); });
    """
    code, out, err = program.run("0.1", source)
    assert (code, err) == (0, "")
    assert out == "timer inner, outer\nfailed\ntimeout\n"


def test_events(program):
    source = """
    var sys = require('sys');
    function Mine() { process.EventEmitter.call(this); }
    sys.inherits(Mine, process.EventEmitter);
    var mine = new Mine(), f = function (a, b) { sys.puts(a + b + ' ' + (this === mine)); };
    mine.addListener('newListener', function (event) { sys.puts('new ' + event); });
    mine.addListener('x', f);
    mine.emit('x', 1, 2);
    sys.puts(mine.listeners('x').length + ' ' + (mine.listeners('x')[0] === f));
    mine.listeners('x').splice(0, 1);
    mine.emit('x', 3, 4);
    """
    assert program.run("0.1", source)[:2] == (0, "new x\n3 true\n1 true\n")


def test_timers(program):
    source = """
    var sys = require('sys'), n = 0;
    var id = setInterval(function () { if (++n === 3) { clearInterval(id); sys.puts('three'); } }, 1);
    clearTimeout(setTimeout(function () { sys.puts('never'); }, 1));
    process.addListener('exit', function (code) { sys.puts('exit ' + code); });
    """
    assert program.run("0.1", source)[:2] == (0, "three\nexit 0\n")


def test_exit(program):
    source = """
    process.addListener('exit', function (code) { require('sys').puts('exit ' + code); });
    setInterval(function () { process.exit(4); require('sys').puts('never'); }, 1);
    """
    assert program.run("0.1", source)[:2] == (4, "exit 4\n")


def test_an_uncaught_error_prints_its_stack(program):
    code, out, err = program.run("0.1", "\nfunction f() { null.x; }\nf();")
    path = program.folder / "main.js"
    assert (code, out) == (1, "")
    assert err.startswith("TypeError: ")
    assert f"at f ({path}:2:" in err
    assert f"({path}:3:" in err


def test_a_syntax_error_names_the_place(program):
    code, _, err = program.run("0.1", "\nvar = 1;")
    assert code == 1
    assert "SyntaxError" in err
    assert f"{program.folder / 'main.js'}:2:" in err


def test_modules(program):
    program.write(
        "circle.js", "var PI = 3.14; exports.area = function (r) { return PI * r * r; }; exports.m = module;"
    )
    program.write(
        "folder/index.js", "#!/usr/bin/node\nexports.name = 'folder'; exports.parent = module.parent.id;"
    )
    program.write("libs/far.js", "exports.far = require.paths.length;")
    program.write("broken.js", "throw new Error('broken')")
    source = """
    process.mixin(GLOBAL, require('sys'));
    var circle = require('./circle');
    puts(circle.area(4) + ' ' + circle.m.loaded + ' ' + circle.m.id + ' ' + (circle === require('./circle')));
    puts(require('./folder').name + ' ' + require('./folder').parent);
    ['./circle.js', 'x.node', 'nothing', './broken'].forEach(function (name) {
      try { require(name); } catch (e) { puts(e.message); }
    });
    require.paths.unshift(process.cwd() + '/libs');
    puts(require('far').far > 1);
    require.async('./circle').addCallback(function (c) { puts('async ' + (c === circle)); });
    require.async('./nowhere').addErrback(function (e) { puts(e.message); });
    puts(module.children.length);
    puts(process.compile('1 + 2', 'sum.js'));
    try { process.compile('\\n\\nthrow new Error("c")', 'origin.js'); } catch (e) { puts(/origin\\.js:3/.test(e.stack)); }
    """
    code, out, err = program.run("0.1", source, env={**os.environ, "NODE_PATH": "/nowhere"})
    assert (code, err) == (0, "")
    no = "No longer accepting filename extension in module names\n"
    found = f"{no}{no}Cannot find module 'nothing'\nbroken\n"
    assert out == (
        f"50.24 true ./circle true\nfolder .\n{found}true\n4\n3\ntrue\nasync true\nCannot find module './nowhere'\n"
    )


def first_example():
    text = DOCUMENT.read_text()
    return re.search(r"^-{20,}\n(var sys = .*?)^-{20,}$", text, re.DOTALL | re.MULTILINE).group(1)


@pytest.mark.skipif(not DOCUMENT.exists(), reason="the document node-0.1.24.txt is not at hand")
def test_the_first_example_of_the_document(program):
    """Unchanged; the port it names is mapped by the network, for it may be taken."""
    path = program.write("example.js", first_example())
    source = f"""
import sys
from nodecore import network

class Elsewhere(network.Network):
    def listen(self, host, port, backlog=511):
        found = super().listen("127.0.0.1", 0, backlog)
        print(found[0].getsockname()[1], flush=True)
        return found

network.use(Elsewhere())
from eratools.jshost import run_file
sys.exit(run_file("0.1", {str(path)!r}, []))
"""
    process = subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE, text=True)
    try:
        port = process.stdout.readline().strip()
        assert process.stdout.readline() == "Server running at http://127.0.0.1:8000/\n"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
            assert answer.headers["Content-Type"] == "text/plain"
            assert answer.read() == b"Hello World\n"
    finally:
        process.kill()
        process.wait()


def test_a_server_and_a_client(program):
    source = """
    var sys = require('sys'), http = require('http');
    var server = http.createServer(function (request, response) {
      var body = '';
      request.setBodyEncoding('utf8');
      request.addListener('body', function (chunk) { body += chunk; });
      request.addListener('complete', function () {
        response.sendHeader(200, [['X-A', request.headers['x-a']], ['X-B', request.headers['X-A']]]);
        response.sendBody(request.method + ' ' + request.uri.path + ' ' + request.uri.params.q + ' ' + body, 'utf8');
        response.finish();
        server.close();
      });
    });
    server.listen(PORT, '127.0.0.1');
    var request = http.createClient(PORT, '127.0.0.1').post('/p?q=1', { 'X-A': 'yes' });
    """
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    source = source.replace("PORT", str(port)).replace(".post(", ".request('POST', ")
    source += """
    request.sendBody('h\\u00e9', 'utf8');
    request.finish(function (response) {
      response.setBodyEncoding('utf8');
      response.addListener('body', function (text) {
        sys.puts(response.statusCode + ' ' + text + ' ' + response.headers['x-b']);
      });
    });
    """
    code, out, err = program.run("0.1", source)
    assert (code, err) == (0, "")
    assert out == "200 POST /p 1 h\u00e9 yes\n"


def test_a_module_at_a_url(program):
    files = {
        "/lib/far.js": "exports.near = require('./near').name;",
        "/lib/near.js": "exports.name = 'near';",
    }

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = files[self.path].encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/lib/far"
        code, out, err = program.run("0.1", f"require('sys').puts(require('{url}').near);")
        server.shutdown()
    assert (code, out, err) == (0, "near\n", "")
