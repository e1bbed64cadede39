"""`process` of 0.1 and the timers."""

import os
import subprocess
import sys as python
import types

import pytest

from eras.node_0_1 import clearInterval, clearTimeout, process, setInterval, setTimeout


def run(source, *args, **options):
    """A program of 0.1 in a process of its own."""
    program = f"from eras.node_0_1 import *\nimport eras\n{source}\neras.run()\n"
    command = [python.executable, "-c", program, *args]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **options)


def test_what_it_says_of_itself():
    assert process.pid == os.getpid()
    assert process.platform == ("linux2" if python.platform == "linux" else python.platform)
    assert process.ENV["PATH"] == os.environ["PATH"]
    assert process.cwd() == os.getcwd()


def test_argv_begins_with_two_absolute_paths():
    done = run("sys.print(sys.inspect(process.ARGV))", "a", "b")
    values = [line.strip(' ,"') for line in done.stdout.splitlines()[1:-1]]
    assert all(os.path.isabs(path) for path in values[:2])
    assert values[2:] == ["a", "b"]


def test_chdir_and_umask(tmp_path):
    before = process.cwd()
    try:
        process.chdir(str(tmp_path))
        assert process.cwd() == str(tmp_path)
    finally:
        process.chdir(before)
    old = process.umask(0o27)
    assert process.umask(old) == 0o27


def test_memory_usage():
    usage = process.memoryUsage()
    assert list(usage) == ["rss", "vsize", "heapTotal", "heapUsed"]
    assert 0 < usage["heapUsed"] <= usage["rss"] <= usage["vsize"]


def test_exit_emits_first_and_ends_with_the_code():
    done = run(
        "process.addListener('exit', lambda code: sys.puts('exit %d' % code))\n"
        "setTimeout(lambda: process.exit(3), 1)\n"
        "setTimeout(lambda: sys.puts('never'), 200)"
    )
    assert (done.stdout, done.returncode) == ("exit 3\n", 3)


def test_exit_is_emitted_when_nothing_is_left():
    done = run("process.addListener('exit', lambda code: sys.puts('exit %d' % code))")
    assert (done.stdout, done.returncode) == ("exit 0\n", 0)


def test_exit_ends_a_wait():
    done = run(
        "setTimeout(lambda: (process.Promise().wait(), sys.puts('never')), 1)\n"
        "setTimeout(lambda: process.exit(4), 5)"
    )
    assert (done.stdout, done.returncode) == ("", 4)


def test_a_wait_that_nothing_can_end_is_an_error():
    done = run("try:\n    process.Promise().wait()\nexcept Exception as error:\n    sys.puts(error.message)")
    assert done.stdout == "promise.wait() would never return: nothing is left that could fire it\n"


def test_an_uncaught_exception_ends_the_program():
    done = run("setTimeout(lambda: 1 / 0, 1)\nsetTimeout(lambda: sys.puts('never'), 200)")
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
    assert done.stdout == ""


def test_an_uncaught_exception_with_a_listener_does_not():
    done = run(
        "process.addListener('uncaughtException', lambda e: sys.puts(type(e).__name__))\n"
        "setTimeout(lambda: 1 / 0, 1)\nsetTimeout(lambda: sys.puts('still here'), 5)"
    )
    assert (done.stdout, done.returncode) == ("ZeroDivisionError\nstill here\n", 0)


def test_a_signal_is_an_event(until):
    seen = []

    def listener():
        seen.append("SIGUSR2")

    process.addListener("SIGUSR2", listener)
    try:
        process.kill(process.pid, "SIGUSR2")
        until(lambda: seen)
    finally:
        process.removeListener("SIGUSR2", listener)
    assert seen == ["SIGUSR2"]


def test_a_signal_does_its_own_again_when_nobody_listens():
    done = run(
        "def heard():\n"
        "    sys.puts('heard')\n"
        "    process.removeListener('SIGUSR1', heard)\n"
        "    process.kill(process.pid, 'SIGUSR1')\n"
        "process.addListener('SIGUSR1', heard)\n"
        "setTimeout(lambda: process.kill(process.pid, 'SIGUSR1'), 1)\n"
        "setTimeout(lambda: sys.puts('never'), 5000)"
    )
    assert (done.stdout, done.returncode) == ("heard\n", -10)


def test_kill_sends_sigterm_and_knows_no_other_names():
    child = subprocess.Popen(["sleep", "10"])
    process.kill(child.pid)
    assert child.wait() == -15
    with pytest.raises(Exception, match="Unknown signal: SIGNONE"):
        process.kill(process.pid, "SIGNONE")


def test_mixin_extends_and_returns_the_target():
    target = {"a": 1}
    result = process.mixin(target, {"b": 2, "gone": None}, {"c": [3]})
    assert result is target == {"a": 1, "b": 2, "c": [3]}


def test_mixin_is_shallow_unless_deep():
    source = {"inner": {"x": [1]}}
    assert process.mixin({}, source)["inner"] is source["inner"]
    deep = process.mixin(True, {"inner": {"kept": 1}}, source)
    assert deep == {"inner": {"kept": 1, "x": [1]}}
    deep["inner"]["x"].append(2)
    assert source == {"inner": {"x": [1]}}


def test_mixin_never_puts_an_object_into_itself():
    target = {}
    assert process.mixin(True, target, {"self": target, "a": 1}) == {"a": 1}


def test_mixin_copies_inherited_members_and_modules():
    class Base:
        inherited = 1

    class Source(Base):
        own = 2

    target = process.mixin(types.SimpleNamespace(), Source(), __import__("eras.node_0_1.sys").node_0_1.sys)
    assert (target.inherited, target.own) == (1, 2)
    assert callable(target.puts)


def test_mixin_without_a_target_extends_the_globals():
    process.mixin({"mixed_in_by_this_test": 5})
    assert globals().pop("mixed_in_by_this_test") == 5


def test_set_timeout_and_clear_timeout(until):
    seen = []
    cleared = setTimeout(lambda: seen.append("cleared"), 1)
    setTimeout(lambda: seen.append("fired"), 2)
    clearTimeout(cleared)
    clearTimeout(None)
    until(lambda: seen)
    assert seen == ["fired"]


def test_set_interval_repeats_until_cleared(until):
    seen = []

    def tick():
        seen.append(1)
        if len(seen) == 3:
            clearInterval(interval)

    interval = setInterval(tick, 1)
    until(lambda: len(seen) == 3)
    done = []
    setTimeout(lambda: done.append(1), 10)
    until(lambda: done)
    assert len(seen) == 3


def test_a_timer_without_a_sane_delay_fires_soon(until):
    seen = []
    for delay in (0, -5, None, float("nan")):
        setTimeout(lambda: seen.append(1), delay)
    until(lambda: len(seen) == 4)
