"""What a program of 0.10 has to do with the system: flags, descriptors, signals, memory."""

# ruff: noqa: E501 (lines of JavaScript)

import hashlib
import os
import pty
import shutil
import signal
import socket
import subprocess
import sys
import termios

import pytest
from eratools.jshost.launcher import launcher

COMMAND = [sys.executable, "-m", "eratools.cli", "run", "--era", "0.10"]


def run(command, folder, source, *args, **options):
    (folder / "main.js").write_text(source)
    return subprocess.run(
        [*command, "main.js", *args], cwd=folder, capture_output=True, text=True, timeout=60, **options
    )


def start(folder, source, **options):
    (folder / "main.js").write_text(source)
    return subprocess.Popen([*COMMAND, "main.js"], cwd=folder, stdout=subprocess.PIPE, **options)


def test_exec_path_runs_a_script_of_the_same_era(tmp_path):
    done = run(
        [launcher("0.10")],
        tmp_path,
        "console.log(process.version, process.argv.slice(2), process.execPath);",
        "-x",
    )
    assert done.stdout == f"v0.10.15 [ '-x' ] {launcher('0.10')}\n"
    assert os.path.basename(launcher("0.10")) == "node"


def test_the_launcher_ignores_modules_in_the_working_directory(tmp_path):
    (tmp_path / "json.py").write_text("raise RuntimeError('not ours')")
    assert run([launcher("0.10")], tmp_path, "console.log('ok');").stdout == "ok\n"


def test_flags_of_node_are_told_and_do_what_they_can(tmp_path):
    command = [*COMMAND, "--expose-gc", "--no-deprecation", "--max-old-space-size=200"]
    done = run(
        command,
        tmp_path,
        "console.log(process.execArgv.length, typeof gc, process.noDeprecation, process.argv.slice(2));",
        "--era",
        "x",
    )
    assert done.stdout == "3 'function' true [ '--era', 'x' ]\n"


def test_an_unknown_flag_is_told_and_ignored(tmp_path):
    done = run([*COMMAND, "--nonsense"], tmp_path, "console.log(process.execArgv)")
    assert (done.returncode, done.stdout) == (0, "[ '--nonsense' ]\n")
    assert done.stderr == "Error: unrecognized flag --nonsense\nTry --help for options\n"


def test_standard_input_from_a_pipe_and_a_file(tmp_path):
    source = "process.stdin.setEncoding('utf8'); var all = ''; process.stdin.on('data', function (d) { all += d; }).on('end', function () { console.log(all.length, all.slice(-5)); });"
    assert run(COMMAND, tmp_path, source, input="x" * 200_000 + "caf\u00e9!").stdout == "200005 'café!'\n"
    (tmp_path / "in").write_text("y" * 100_000)
    with open(tmp_path / "in") as file:
        assert run(COMMAND, tmp_path, source, stdin=file).stdout == "100000 'yyyyy'\n"


def test_standard_input_that_nobody_reads_is_left_alone(tmp_path):
    with start(tmp_path, "console.log('done');", stdin=subprocess.PIPE) as child:
        assert child.wait(20) == 0
        assert child.stdout.read() == b"done\n"


def test_a_pipe_into_standard_output_with_a_slow_reader(tmp_path):
    source = "process.stdout.write(new Array(300001).join('z')); console.log('!'); process.exit();"
    with start(tmp_path, source) as child:
        assert len(child.stdout.read()) == 300_002


def test_terminals(tmp_path):
    (tmp_path / "main.js").write_text(
        "console.log(process.stdin.isTTY, process.stdout.isTTY, process.stdout._type, typeof process.stdin.setRawMode, process.stdout.columns > 0, require('tty').isatty(1));"
        "process.stdin.setRawMode(true); process.stdin.once('data', function (key) { console.log('key', key[0]); process.stdin.setRawMode(false); process.exit(); });"
        "console.log('ready');"
    )
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80)) if hasattr(termios, "tcsetwinsize") else None
    with subprocess.Popen([*COMMAND, "main.js"], cwd=tmp_path, stdin=slave, stdout=slave) as child:
        os.close(slave)
        seen = b""
        while b"ready" not in seen:
            seen += os.read(master, 1000)
        os.write(master, b"q")
        while b"key" not in seen:
            seen += os.read(master, 1000)
        assert child.wait(20) == 0
    os.close(master)
    assert b"true true 'tty' 'function'" in seen
    assert b"key 113" in seen


def test_an_interrupt_ends_an_endless_loop(tmp_path):
    with start(tmp_path, "console.log('go'); while (true) {}") as child:
        assert child.stdout.readline() == b"go\n"
        child.send_signal(signal.SIGINT)
        assert child.wait(20) == 128 + signal.SIGINT


def test_a_listener_for_the_interrupt(tmp_path):
    source = "process.on('SIGINT', function () { console.log('heard'); process.exit(5); }); setInterval(function () {}, 1000); console.log('go');"
    with start(tmp_path, source) as child:
        assert child.stdout.readline() == b"go\n"
        child.send_signal(signal.SIGINT)
        assert child.wait(20) == 5
        assert child.stdout.read() == b"heard\n"


def test_endless_recursion_is_a_range_error(tmp_path):
    source = "function f() { return f() + 1; } try { f(); } catch (e) { console.log(String(e)); }"
    assert run(COMMAND, tmp_path, source).stdout == "RangeError: Maximum call stack size exceeded\n"


def test_exhausted_memory_is_told(tmp_path):
    source = "var a = []; while (true) a.push({ a: 1, b: [1, 2, 3] });"
    done = run([*COMMAND, "--max-old-space-size=40"], tmp_path, source)
    assert done.returncode == 5
    assert done.stderr == "FATAL ERROR: JS Allocation failed - process out of memory\n"


def test_sixty_four_mebibytes_cross_exactly(tmp_path):
    source = """
    var b = new Buffer(64 * 1024 * 1024);
    for (var i = 0; i < 4096; i++) b[i] = i * 7;
    for (var n = 4096; n < b.length; n *= 2) b.copy(b, n, 0, n);
    b[b.length - 1] = 1;
    console.log(require('crypto').createHash('md5').update(b).digest('hex'));
    """
    whole = bytearray(bytes(i * 7 & 255 for i in range(4096)) * 16384)
    whole[-1] = 1
    assert run(COMMAND, tmp_path, source).stdout == hashlib.md5(whole).hexdigest() + "\n"


def _resident(pid):
    with open(f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") >> 10


def _ask(connection, count):
    """Send `count` requests in batches and read what is answered."""
    batch = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 50
    for _ in range(count // 50):
        connection.sendall(batch)
        seen = 0
        tail = b""
        while seen < 50:
            data = tail + connection.recv(1 << 16)
            seen += data.count(b"hello world")
            tail = data[-10:]


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
def test_memory_stays_flat_over_many_requests(tmp_path):
    source = """
    var server = require('http').createServer(function (request, response) { response.end('hello world'); });
    server.listen(0, '127.0.0.1', function () { console.log(server.address().port); });
    """
    with start(tmp_path, source) as child:
        try:
            port = int(child.stdout.readline())
            with socket.create_connection(("127.0.0.1", port)) as connection:
                _ask(connection, 6_000)
                before = _resident(child.pid)
                _ask(connection, 14_000)
                assert _resident(child.pid) - before < 6_000
        finally:
            child.kill()


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """A folder with packages of 2013, as npm installs them."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("packages")
    (folder / "package.json").write_text("{}")
    wanted = [
        "underscore@1.4.4",
        "async@0.2.9",
        "mustache@0.7.2",
        "minimist@0.0.1",
        "q@0.9.6",
        "connect@2.7.11",
        "debug@0.7.4",  # of which connect takes any: the newest speaks a later language
    ]
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefer-offline", *wanted]
    try:
        subprocess.run(command, cwd=folder, capture_output=True, timeout=90, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"npm cannot install packages here: {error}")
    return folder


def test_packages_of_the_time_load_and_work(packages):
    source = """
    var _ = require('underscore');
    console.log(_.map([1, 2], function (x) { return x * 2; }), _.template('hi <%= n %>')({ n: 'x' }));
    console.log(require('mustache').render('Hello {{name}}{{#l}}<{{.}}>{{/l}}', { name: 'a&b', l: [1, 2] }));
    console.log(require('minimist')(['-a', '1', '--b=2', 'x']));
    require('async').series([function (cb) { cb(null, 1); }, function (cb) { setTimeout(function () { cb(null, 2); }, 1); }], function (e, r) {
      console.log(e, r);
      require('q').all([1, require('q')(2)]).then(function (r) { console.log(r); }).done();
    });
    """
    done = run(COMMAND, packages, source)
    assert (done.stdout, done.stderr) == (
        "[ 2, 4 ] 'hi x'\nHello a&amp;b<1><2>\n{ _: [ 'x' ], a: 1, b: 2 }\nnull [ 1, 2 ]\n[ 1, 2 ]\n",
        "",
    )


def test_connect_serves(packages):
    source = """
    var connect = require('connect'), http = require('http');
    var app = connect().use(connect.query()).use(connect.json()).use('/files', connect.static(__dirname)).use(function (req, res) {
      res.end(JSON.stringify({ query: req.query, body: req.body }));
    });
    var server = http.createServer(app).listen(0, function () {
      function ask(path, body, next) {
        var request = http.request({ port: server.address().port, method: body ? 'POST' : 'GET', path: path, agent: false, headers: { 'content-type': 'application/json' } }, function (res) {
          var text = ''; res.setEncoding('utf8');
          res.on('data', function (d) { text += d; }).on('end', function () { console.log(res.statusCode, text); next(); });
        });
        request.end(body);
      }
      ask('/?a=1', null, function () { ask('/', '{"b":[2]}', function () { ask('/files/nothing', null, function () { server.close(); }); }); });
    });
    """
    done = run(COMMAND, packages, source)
    assert (done.stdout, done.stderr) == (
        '200 \'{"query":{"a":"1"},"body":{}}\'\n200 \'{"query":{},"body":{"b":[2]}}\'\n200 \'{"query":{},"body":{}}\'\n',
        "",
    )


def test_closed_standard_descriptors_are_not_given_to_connections(tmp_path):
    source = """
    process.stdin.on('end', function () { console.log('goes nowhere'); });
    process.stdin.resume();
    require('net').createServer().listen(0, function () {
      require('fs').writeFileSync('seen', String(this._handle.fd > 2));
      this.close();
    });
    """
    done = run(["sh", "-c", '"$@" <&- >&- 2>&-', "sh", *COMMAND], tmp_path, source)
    assert (done.returncode, (tmp_path / "seen").read_text()) == (0, "true")
