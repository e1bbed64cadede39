"""Programs of 0.10, run as `node` ran them."""

# ruff: noqa: E501 (lines of JavaScript)

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
from eratools.jshost.launcher import launcher


def test_globals_and_arguments(program):
    source = """
    console.log(process.argv.length, process.argv[0], process.argv[2], process.argv[3]);
    console.log(process.argv[1] === __filename, __dirname === process.cwd(), typeof exports, this === module.exports);
    console.log(process.version, global === GLOBAL, typeof setImmediate, typeof Buffer, typeof queueMicrotask);
    """
    code, out, err = program.run("0.10", source, "one", "two words")
    assert (code, err) == (0, "")
    assert out.split("\n")[:3] == [
        f"4 '{launcher('0.10')}' 'one' 'two words'",
        "true true 'object' true",
        "v0.10.15 true function function undefined",
    ]


def test_order_of_ticks_immediates_and_timers_then_exit(program):
    source = """
    setTimeout(function () { console.log('timeout'); }, 300);
    setImmediate(function (x) { console.log('immediate', x); }, 7);
    process.nextTick(function () { console.log('tick'); });
    process.on('exit', function (code) { console.log('exit', code); });
    console.log('main');
    """
    code, out, _ = program.run("0.10", source)
    assert code == 0
    assert out.split() == "main tick immediate 7 timeout exit 0".split()


def test_exit_ends_the_program_at_once(program):
    source = """
    process.on('exit', function (code) { console.log('exit', code); });
    setTimeout(function () {
      process.stdout.write('before ');
      try { process.exit(3); } finally { console.log('after'); }
    }, 1);
    setInterval(function () {}, 1000);
    """
    code, out, err = program.run("0.10", source)
    assert (code, out, err) == (3, "before exit 3\n", "")


def test_exit_within_exit(program):
    code, out, _ = program.run(
        "0.10", "process.on('exit', function () { console.log('x'); process.exit(5); });"
    )
    assert (code, out) == (5, "x\n")


def test_an_uncaught_error_names_the_place(program):
    source = "var a = 1;\n\nfunction fail() {\n  throw new TypeError('bad luck');\n}\nfail();\n"
    code, _, err = program.run("0.10", source)
    path = program.folder / "main.js"
    lines = err.split("\n")
    assert code == 8
    assert lines[:3] == ["", f"{path}:4", "  throw new TypeError('bad luck');"]
    assert set(lines[3]) == {" ", "^"}
    assert lines[4] == "TypeError: bad luck"
    assert lines[5].startswith(f"    at fail ({path}:4:")
    assert lines[6].startswith(f"    at Object.<anonymous> ({path}:6:")


def test_a_syntax_error_names_the_place(program):
    code, _, err = program.run("0.10", "var fine;\nvar = 5;\n")
    assert code == 8
    assert f"{program.folder / 'main.js'}:2\nvar = 5;\n" in err
    assert "SyntaxError: " in err


def test_the_first_line_is_shown_with_the_wrapper_of_modules(program):
    _, _, err = program.run("0.10", "throw new Error('x');")
    wrapper = "(function (exports, require, module, __filename, __dirname) { "
    assert f"{program.folder / 'main.js'}:1\n{wrapper}throw new E" in err
    assert f"main.js:1:{len(wrapper) + len('throw ') + 1})" in err


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            "new (require('events').EventEmitter)().emit('error', new Error('x'))",
            "\nevents.js:72\n        throw er; // Unhandled 'error' event\n              ^\nError: x\n    at ",
        ),
        (
            "require('net').createServer().listen(1, '192.0.2.1')",
            "\nevents.js:72\n        throw er; // Unhandled 'error' event\n              ^\nError: listen EADDRNOTAVAIL\n",
        ),
        (
            "require('./nowhere')",
            "\nmodule.js:340\n    throw err;\n          ^\nError: Cannot find module './nowhere'\n    at ",
        ),
        ("new (require('events').EventEmitter)().on('x', 5)", "\nevents.js:"),
        ("require('http').request(null)", "\nhttp.js:"),
        ("require('fs').readFileSync('/nowhere')", "\nfs.js:"),
    ],
)
def test_what_is_built_in_has_the_names_of_nodes_files(program, source, shown):
    _, _, err = program.run("0.10", source)
    assert err.startswith(shown)
    assert ".py:" not in err


def test_an_uncaught_exception_listener(program):
    source = """
    process.on('uncaughtException', function (error) { console.log('caught', error.message); });
    setTimeout(function () { console.log('still here'); }, 5);
    setTimeout(function () { throw new Error('late'); }, 1);
    nowhere();
    """
    code, out, _ = program.run("0.10", source)
    assert code == 0
    assert out.split("\n")[0].startswith("caught ")
    assert out.split("\n")[1:3] == ["caught late", "still here"]


def test_an_error_event_nobody_hears(program):
    source = "var net = require('net'); var EE = require('events').EventEmitter;\nnew EE().emit('error', new Error('unheard'));"
    code, _, err = program.run("0.10", source)
    assert code == 8
    assert "Error: unheard" in err


def test_a_system_error_has_its_code(program):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        source = f"""
        require('http').createServer().on('error', function (e) {{
          console.log(e instanceof Error, e.code, e.errno, e.syscall, e.message);
        }}).listen({taken.getsockname()[1]}, '127.0.0.1');
        """
        _, out, _ = program.run("0.10", source)
    assert out == "true 'EADDRINUSE' 'EADDRINUSE' 'listen' 'listen EADDRINUSE'\n"


def test_standard_input_and_output(program):
    source = """
    process.stdin.setEncoding('utf8');
    var text = '';
    process.stdin.on('data', function (piece) { text += piece; });
    process.stdin.on('end', function () { process.stdout.write(text.toUpperCase()); process.stderr.write('done'); });
    """
    code, out, err = program.run("0.10", source, input="hello\nw\u00f6rld\n")
    assert (code, out, err) == (0, "HELLO\nW\u00d6RLD\n", "done")


def test_process_facts(program):
    source = """
    var before = process.hrtime(), since = process.hrtime(before);
    console.log(JSON.stringify([
      process.pid > 1, typeof process.title, process.platform, process.env.FROM_TEST, process.env.MISSING === undefined,
      since[0] === 0 && since[1] > 0, process.memoryUsage().rss > 1e6, process.uptime() < 10, process.execArgv,
      typeof process.versions.v8, process.umask() === process.umask(), typeof process.arch,
    ]));
    process.env.SET = 1;
    console.log(process.env.SET === '1', Object.keys(process.env).indexOf('SET') >= 0);
    try { process.kill(process.pid, 'SIGNOTHING') } catch (e) { console.log(e.message) }
    try { process.chdir('/nowhere/at/all') } catch (e) { console.log(e.code) }
    """
    code, out, err = program.run("0.10", source, env={**os.environ, "FROM_TEST": "yes"})
    assert (code, err) == (0, "")
    lines = out.split("\n")
    assert json.loads(lines[0]) == [
        *(True, "string", sys.platform, "yes", True),
        *(True, True, True, [], "string", True, "string"),
    ]
    assert lines[1:4] == ["true true", "Unknown signal: SIGNOTHING", "ENOENT"]


def test_signals(program):
    source = """
    process.on('SIGUSR1', function () { console.log('signalled'); clearInterval(alive); process.removeAllListeners('SIGUSR1'); });
    var alive = setInterval(function () {}, 1000);
    process.kill(process.pid, 'SIGUSR1');
    """
    assert program.run("0.10", source)[:2] == (0, "signalled\n")


def test_requiring(program):
    program.write("data.json", '{"answer": 42}')
    program.write("bad.json", "{")
    program.write("lib/index.js", "exports.name = 'lib'; exports.main = require.main === module.parent;")
    program.write("lib/cycle_a.js", "exports.early = 1; exports.b = require('./cycle_b'); exports.late = 1;")
    program.write("lib/cycle_b.js", "exports.saw = Object.keys(require('./cycle_a'));")
    program.write("node_modules/pack/package.json", '{"main": "./code/start"}')
    program.write("node_modules/pack/code/start.js", "module.exports = function () { return 'pack'; };")
    program.write("elsewhere/far.js", "#!/usr/bin/env node\nexports.far = __filename;")
    source = """
    var assert = require('assert');
    assert.equal(require('./data').answer, 42);
    assert.equal(require('./lib').name, 'lib');
    assert.equal(require('./lib').main, true);
    assert.deepEqual(require('./lib/cycle_a').b.saw, ['early']);
    assert.equal(require('pack')(), 'pack');
    assert.strictEqual(require('./lib'), require('./lib/index.js'));
    assert.equal(require('far').far, require.resolve('far'));
    assert.equal(module.children.length > 3 && module.loaded === false && require.main === module, true);
    assert.ok(require.cache[__filename] === module);
    delete require.cache[require.resolve('./lib')];
    assert.notStrictEqual(require('./lib'), module.children[1].exports);
    assert.throws(function () { require('./bad.json'); }, /bad\\.json/);
    try { require('./missing'); } catch (e) { console.log(e.message, e.code); }
    console.log(require.resolve('http'), Object.keys(require('http')).indexOf('createServer') >= 0);
    """
    path = str(program.folder / "elsewhere")
    code, out, err = program.run("0.10", source, env={**os.environ, "NODE_PATH": path})
    assert (code, err) == (0, "")
    assert out == "Cannot find module './missing' MODULE_NOT_FOUND\nhttp true\n"


HELLO = """
var http = require('http');
var server = http.createServer(function (req, res) {
  res.writeHead(200, {'Content-Type': 'text/plain', 'X-Method': req.method});
  if (req.method === 'GET') return res.end('Hello World ' + req.url + ' ' + req.headers.host.split(':')[0] + '\\n');
  var body = [];
  req.on('data', function (chunk) { body.push(chunk); });
  req.on('end', function () {
    res.end(Buffer.concat(body));
    if (req.url === '/stop') server.close();
  });
});
server.listen(0, '127.0.0.1', function () { console.log(server.address().port); });
"""


@pytest.fixture
def hello(program):
    path = program.write("server.js", HELLO)
    source = (
        f"import sys; from eratools.jshost import run_file; sys.exit(run_file('0.10', {str(path)!r}, []))"
    )
    process = subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE, text=True)
    yield process, f"http://127.0.0.1:{process.stdout.readline().strip()}"
    process.kill()
    process.wait()


def test_a_server(hello):
    process, base = hello
    with urllib.request.urlopen(base + "/a?b") as answer:
        assert answer.read() == b"Hello World /a?b 127.0.0.1\n"
        assert answer.headers["X-Method"] == "GET"
    data = bytes(range(256)) * 1000
    with urllib.request.urlopen(base + "/stop", data) as answer:
        assert answer.read() == data
    assert process.wait(timeout=60) == 0


def test_a_server_ends_by_a_signal(hello):
    process, base = hello
    urllib.request.urlopen(base + "/").read()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 128 + signal.SIGTERM


def test_streams_written_in_javascript(program):
    source = """
    var stream = require('stream'), util = require('util');
    function Count() { stream.Readable.call(this); this.n = 0; }
    util.inherits(Count, stream.Readable);
    Count.prototype._read = function () { this.push(this.n < 3 ? String(this.n++) : null); };
    function Upper() { stream.Transform.call(this); }
    util.inherits(Upper, stream.Transform);
    Upper.prototype._transform = function (chunk, encoding, callback) { callback(null, '<' + chunk + '>'); };
    var out = new stream.Writable();
    out._write = function (chunk, encoding, callback) { process.stdout.write(chunk); callback(); };
    out.on('finish', function () { console.log(' finished'); });
    new Count().pipe(new Upper()).pipe(out);
    """
    code, out, err = program.run("0.10", source)
    assert (code, out, err) == (0, "<0><1><2> finished\n", "")


def test_an_overridden_method_is_seen_by_javascript_callers(program):
    source = """
    var http = require('http');
    var end = http.ServerResponse.prototype.end;
    http.ServerResponse.prototype.end = function (data) { return end.call(this, '[' + data + ']'); };
    var server = http.createServer(function (req, res) { res.end('x'); }).listen(0, function () {
      http.get({ port: server.address().port, agent: false }, function (res) {
        res.setEncoding('utf8');
        res.on('data', function (text) { console.log(text); server.close(); });
      });
    });
    """
    code, out, err = program.run("0.10", source)
    assert (code, out, err) == (0, "[x]\n", "")


def test_output_that_nobody_reads(program):
    source = """
    process.on('uncaughtException', function (error) { console.log(error.code); console.error(error.code); });
    process.stdin.resume();
    process.stdin.on('end', function () { console.log('nobody'); console.log('reads'); });
    """
    path = program.write("main.js", source)
    run = f"import sys; from eratools.jshost import run_file; sys.exit(run_file('0.10', {str(path)!r}, []))"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen([sys.executable, "-c", run], text=True, **pipes)
    process.stdout.close()
    process.stdin.close()
    assert process.stderr.read() == "EPIPE\n"
    assert process.wait(timeout=60) == 0


def test_timers_whose_handles_nobody_keeps(program):
    """Enough objects cross meanwhile to let go of all that seems unused."""
    source = """
    var EE = require('events').EventEmitter, left = 3;
    function done() { if (--left === 0) console.log('all'); }
    (function () { setImmediate(done); setTimeout(done, 1); var i = setInterval(function () { clearInterval(i); done(); }, 1); })();
    for (var n = 0; n < 2000; n++) new EE().on('x', function () {});
    """
    assert program.run("0.10", source) == (0, "all\n", "")
