"""Programs of 0.10 at their limits: without end, without bottom, without room, without a reader."""

# ruff: noqa: E501 (lines of JavaScript)

import fcntl
import os
import pty
import signal
import socket
import struct
import subprocess
import sys
import termios

import pytest

COMMAND = [sys.executable, "-m", "eratools.cli", "run", "--era", "0.10"]


def run(*words, **options):
    return subprocess.run([*COMMAND, *words], capture_output=True, text=True, timeout=60, **options)


def start(*words, **options):
    return subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, **options)


class Terminal:
    """A program in a terminal, and what it shows."""

    def __init__(self, *words):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(COMMAND[0], [*COMMAND, *words], {**os.environ, "TERM": "xterm"})

    def until(self, text):
        shown = ""
        while text not in shown:
            shown += os.read(self.fd, 4096).decode()
        return shown

    def type(self, keys):
        os.write(self.fd, keys.encode())

    def resize(self, columns, rows):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def end(self):
        """The exit code."""
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.fd)
        return code


# -- without end --------------------------------------------------------------------------------------


def test_an_interrupt_ends_an_endless_request_handler():
    source = "require('http').createServer(function () { console.log('in'); while (true) {} }).listen(0, function () { console.log(this.address().port); })"
    with start("-e", source) as child:
        port = int(child.stdout.readline())
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            assert child.stdout.readline() == b"in\n"
            child.send_signal(signal.SIGINT)
            assert child.wait(20) == 128 + signal.SIGINT


@pytest.mark.parametrize(
    "doing", ["setInterval(function () {}, 1000)", "while (true);", "/(a+)+b/.test(new Array(60).join('a'))"]
)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_program_exits_at_a_signal_whatever_it_is_doing(number, doing):
    with start(
        "-e", f"process.on('exit', function () {{ console.log('told') }}); console.log('go'); {doing}"
    ) as child:
        assert child.stdout.readline() == b"go\n"
        child.send_signal(number)
        assert child.wait(20) == 128 + number
        assert child.stdout.read() == b""


def test_a_terminal_gets_its_mode_back_at_a_signal():
    terminal = Terminal(
        "-e", "setInterval(function () {}, 1000); process.stdin.setRawMode(true); console.log('raw')"
    )
    terminal.until("raw")
    assert not termios.tcgetattr(terminal.fd)[3] & termios.ICANON
    os.kill(terminal.pid, signal.SIGINT)
    code = os.waitstatus_to_exitcode(os.waitpid(terminal.pid, 0)[1])
    assert termios.tcgetattr(terminal.fd)[3] & termios.ICANON
    assert code == 128 + signal.SIGINT
    os.close(terminal.fd)


@pytest.mark.parametrize("name", ["SIGHUP", "SIGUSR2"])
def test_signals_end_a_program_that_does_not_listen(name):
    with start("-e", "setInterval(function () {}, 1000); console.log('go')") as child:
        assert child.stdout.readline() == b"go\n"
        child.send_signal(signal.Signals[name])
        assert child.wait(20) == -signal.Signals[name]


def test_ctrl_c_ends_what_was_typed_and_not_the_prompt():
    terminal = Terminal()
    terminal.until("> ")
    for endless in ("while (true) {}", "(function f() { return f; while (1); })(); for (;;) {}"):
        # Ctrl-C is a key until the line is evaluated, and a signal from then on.
        terminal.type(f"console.log('be' + 'gun'); {endless}\r")
        terminal.until("begun")
        terminal.type("\x03")
        terminal.until("interrupted")
        terminal.until("> ")
    terminal.type("'still ' + 'here'\r")
    terminal.until("still here")
    terminal.type("\x04")
    assert terminal.end() == 0


# -- without bottom -----------------------------------------------------------------------------------

RECURSIONS = {
    "plain": "function f() { f(); } f();",
    "emitter": "var e = new (require('events').EventEmitter)(); e.on('x', function () { e.emit('x'); }); e.emit('x');",
    "through Python": "var q = require('querystring'); (function f(s) { return q.stringify({ a: 1 }) + f(s); })('x');",
    "listener of Python": "var s = new (require('stream').Writable)(); s.on('drain', function () { s.emit('drain'); }); s.emit('drain');",
    "getter": "var o = { get a() { return this.a; } }; o.a;",
    "toString": "var o = { toString: function () { return '' + this; } }; '' + o;",
    "sort": "(function f() { [2, 1].sort(function () { f(); }); })();",
    "replace": "(function f() { 'a'.replace(/a/, f); })();",
    "vm": "var vm = require('vm'); (function f() { vm.runInThisContext('1'); f(); })();",
    "inspect": "var d = {}, p = d; for (var i = 0; i < 100000; i++) p = p.a = {}; require('util').inspect(d, false, null);",
    "deepEqual": "var d = {}, p = d, e = {}, q = e; for (var i = 0; i < 100000; i++) { p = p.a = {}; q = q.a = {}; } require('assert').deepEqual(d, e);",
    "JSON": "JSON.parse(new Array(1000001).join('[') + new Array(1000001).join(']'));",
}


@pytest.mark.parametrize("name", RECURSIONS)
def test_deep_recursion_is_a_range_error(name):
    source = f"try {{ {RECURSIONS[name]} }} catch (e) {{ console.log(e instanceof RangeError, e.message); }} console.log('on')"
    assert run("-e", source).stdout == "true 'Maximum call stack size exceeded'\non\n"


# -- without room -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "var a = []; while (true) a.push(new Array(1e5));",
        "var s = 'x'; while (true) s += s;",
        "var a = []; while (true) { var b = new Buffer(1 << 20); b.fill(1); a.push(b); }",
        "var a = []; while (true) a.push('x' + a.length);",
        "var a = []; setInterval(function () { for (var i = 0; i < 1e5; i++) a.push({ i: i }); }, 0);",
        "process.nextTick(function f() { f.all = (f.all || []).concat([1, 2, 3], f.all); process.nextTick(f); });",
    ],
)
def test_exhausted_memory_ends_the_program_and_says_so(source):
    done = run("--max-old-space-size=60", "-e", source)
    assert done.stderr.splitlines()[-1] == "FATAL ERROR: JS Allocation failed - process out of memory"
    assert done.returncode == 5


def test_there_is_a_limit_without_a_flag():
    from eratools.jshost.engine import Engine

    assert Engine().memory_limit == 1400


CYCLES = {
    "timers": "for (var i = 0; i < 100; i++) clearTimeout(setTimeout(function () {}, 1e6)); setImmediate(next);",
    "fired timers": "var left = 50; for (var i = 0; i < 50; i++) setTimeout(function () { if (--left === 0) next(); }, 1);",
    "intervals": "var k = 0, t = setInterval(function () { if (++k === 3) { clearInterval(t); next(); } }, 1);",
    "immediates": "for (var i = 0; i < 200; i++) clearImmediate(setImmediate(function () {})); setImmediate(next);",
    "domains": "for (var i = 0; i < 50; i++) { var d = require('domain').create(); d.run(function () { process.nextTick(function () {}); }); d.dispose(); } setImmediate(next);",
    "files": "var left = 50; for (var i = 0; i < 50; i++) require('fs').stat('/nonexistent', function () { if (--left === 0) next(); });",
    "children": "require('child_process').execFile('/bin/true', next);",
    "scripts": "for (var i = 0; i < 20; i++) require('vm').runInThisContext('1 + ' + Math.random()); setImmediate(next);",
    "contexts": "require('vm').runInNewContext('a + 1', { a: 1 }); setImmediate(next);",
    "output": "for (var i = 0; i < 100; i++) process.stdout.write('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\\n'); setImmediate(next);",
}


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
@pytest.mark.parametrize("name", CYCLES)
def test_memory_stays_flat_over(name):
    source = f"""
    var rounds = 0, before;
    (function next() {{
      if (++rounds === 40) before = process.memoryUsage().rss;
      if (rounds === 80) return console.error((process.memoryUsage().rss - before) >> 10);
      {CYCLES[name]}
    }})();
    """
    done = run("-e", source)
    assert int(done.stderr) < 6000


def test_thousands_of_listeners_may_go_in_one_callback():
    source = """
        var EventEmitter = require('events').EventEmitter;
        for (var i = 0; i < 5000; i++) {
          var emitter = new EventEmitter(), listener = function () {};
          emitter.on('x', listener);
          emitter.removeListener('x', listener);
        }
        console.log('done');
    """
    done = run("-e", source)
    assert (done.stdout, done.stderr, done.returncode) == ("done\n", "", 0)


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
def test_an_empty_program_takes_little():
    done = run("-p", "process.memoryUsage().rss / (1 << 20)")
    assert float(done.stdout) < 60


# -- without a reader ---------------------------------------------------------------------------------


def test_a_reader_that_leaves_ends_the_program():
    source = "(function next() { console.log('line'); setImmediate(next); })();"
    with start("-e", source, stderr=subprocess.PIPE) as child:
        assert child.stdout.readline() == b"line\n"
        child.stdout.close()
        assert child.wait(20) == 8
        assert b"Error: write EPIPE" in child.stderr.read()


def test_ten_megabytes_and_an_exit_arrive_whole():
    source = "process.stdout.write(new Array(10 * 1024 * 1024 + 1).join('z')); process.stderr.write('!'); process.exit(3);"
    done = run("-e", source)
    assert (len(done.stdout), done.stderr, done.returncode) == (10 * 1024 * 1024, "!", 3)


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
def test_a_reader_that_never_reads_holds_the_program_up():
    source = "console.error('go'); for (;;) console.log(new Array(1000).join('x'));"
    with start("-e", source, stderr=subprocess.PIPE) as child:
        assert child.stderr.readline() == b"go\n"
        assert _stays_below(child.pid, 80)
        child.kill()


def _stays_below(pid, mebibytes):
    """Whether a program that waits for its reader has not grown; it is asleep once it waits."""
    while True:
        with open(f"/proc/{pid}/stat") as file:
            state = file.read().rpartition(")")[2].split()[0]
        if state == "S":
            break
    with open(f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") < mebibytes << 20


# -- terminals ----------------------------------------------------------------------------------------


def test_a_terminal_that_changes_its_size():
    source = "process.stdout.on('resize', function () { console.log('now', process.stdout.columns, process.stdout.rows, process.stdout.getWindowSize()); process.exit(); }); setInterval(function () {}, 1000); console.log('ready', process.stdout.isTTY);"
    terminal = Terminal("-e", source)
    terminal.until("ready true")
    terminal.resize(100, 30)
    terminal.until("now 100 30 [ 100, 30 ]")
    assert terminal.end() == 0


def test_raw_mode_is_left_when_the_program_ends():
    source = "process.stdin.setRawMode(true); console.log('raw', process.stdin.isRaw); process.stdin.once('data', function (d) { console.log('key', d.toString('hex')); process.exit(4); });"
    terminal = Terminal("-e", source)
    terminal.until("raw true")
    terminal.type("\x03")
    terminal.until("key 03")
    assert terminal.end() == 4
