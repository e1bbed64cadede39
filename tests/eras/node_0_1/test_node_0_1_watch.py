"""`process.watchFile` and `process.unwatchFile` of 0.1."""

import os

import pytest
from nodecore.loop import get_loop
from programs_0_1 import needs_javascript, run, run_javascript

from eras.node_0_1 import posix, process


@pytest.fixture
def path(tmp_path):
    path = str(tmp_path / "watched")
    yield path
    process.unwatchFile(path)


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


def test_a_change_gives_the_current_and_the_previous_stats(path, until):
    seen = []
    process.watchFile(path, lambda current, previous: seen.append((current, previous)))
    write(path, "one")
    until(lambda: seen and seen[-1][0].size == 3)
    first = seen[-1][0]
    assert (first.isFile(), seen[0][1].isFile(), seen[0][1].nlink) == (True, False, 0)
    seen.clear()
    write(path, "and two")
    until(lambda: seen and seen[-1][0].size == 7)
    assert vars(seen[0][1]) == vars(first)
    seen.clear()
    os.unlink(path)
    until(lambda: seen)
    current, previous = seen[-1]
    assert isinstance(current, posix.Stats)
    assert (current.nlink, previous.size) == (0, 7)


def test_every_listener_of_a_file_is_called_until_it_is_unwatched(path, until):
    seen = []
    process.watchFile(path, lambda current: seen.append("one"))
    process.watchFile(path, {"interval": 100}, lambda current: seen.append("two"))
    write(path, "text")
    until(lambda: "two" in seen)
    assert seen[:2] == ["one", "two"]
    process.unwatchFile(path)
    process.unwatchFile(path)
    seen.clear()
    other = []
    process.watchFile(path, other.append)
    write(path, "longer text")
    until(lambda: other)
    assert seen == []


def test_a_listener_may_stop_the_watching(path, until):
    seen = []

    def changed(current, previous):
        seen.append(current)
        process.unwatchFile(path)

    process.watchFile(path, changed)
    write(path, "text")
    until(lambda: seen)


def test_reading_is_no_change(path, monkeypatch):
    write(path, "text")
    seen, stats = [], posix.statSync(path)
    process.watchFile(path, seen.append)
    watched = process._watches._watched[path]
    monkeypatch.setattr(watched, "_look", lambda: stats)
    stats.atime = stats.atime.replace(year=1999)
    watched._changed()
    assert seen == []
    stats.size = 5
    watched._changed()
    assert seen == [stats]


def test_a_name_means_the_file_it_meant_at_first(tmp_path, until):
    before, seen = os.getcwd(), []
    os.chdir(tmp_path)
    try:
        process.watchFile("relative", seen.append)
        os.chdir(before)
        write(tmp_path / "relative", "text")
        until(lambda: seen)
    finally:
        os.chdir(before)
        process.unwatchFile("relative")


def test_options_reach_the_watcher(path, monkeypatch):
    made = []
    stat = get_loop().stat
    monkeypatch.setattr(get_loop(), "stat", lambda *args: made.append((args, stat(*args))) or made[-1][1])
    for options in (None, {"persistent": False, "interval": 5007}, {"persistent": True}):
        process.watchFile(path, options, print)
        process.unwatchFile(path)
    assert [args[1] for args, _ in made] == [0, 5007, 0]


def test_a_watcher_keeps_the_program_alive_unless_it_is_not_persistent(tmp_path):
    path = str(tmp_path / "watched")
    done = run(f"process.watchFile({path!r}, dict(persistent=False), lambda *stats: None)")
    assert (done.stdout, done.returncode) == ("", 0)
    done = run(
        f"process.watchFile({path!r}, lambda *stats: (sys.puts('changed'), process.unwatchFile({path!r})))\n"
        f"open({path!r}, 'w').close()"
    )
    assert (done.stdout, done.returncode) == ("changed\n", 0)


def test_watching_needs_a_listener(path):
    with pytest.raises(TypeError):
        process.watchFile(path)


@needs_javascript
def test_in_javascript(tmp_path):
    source = """
    var posix = require("posix");
    process.watchFile("f", {persistent: true, interval: 0}, function (curr, prev) {
      puts([curr.isFile(), prev.isFile(), curr instanceof posix.Stats, prev.mtime.getTime()].join(" "));
      process.unwatchFile("f");
    });
    process.watchFile("never", {persistent: false}, function () {});
    posix.close(posix.openSync("f", process.O_CREAT | process.O_WRONLY, 0644));
    """
    assert run_javascript(source, tmp_path) == "true false true 0\n"
