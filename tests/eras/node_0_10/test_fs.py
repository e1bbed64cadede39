"""`fs` of 0.10, in Python."""

import os
import stat
import threading
from datetime import datetime, timezone

import pytest
from nodecore.errors import NodeError, NodeTypeError
from nodecore.threads import THREADS
from support import loop, run

from eras.node_0_10 import fs

TWINS = sorted(name for name in fs.__all__ if f"{name}Sync" in fs.__all__)


@pytest.fixture
def path(tmp_path):
    """The path of a file with ten digits in it."""
    file = tmp_path / "digits"
    file.write_bytes(b"0123456789")
    return str(file)


def called_back(call, *args, **options):
    """What the callback of `call` gets."""
    got = []
    call(*args, lambda *values: got.append(values), **options)
    assert not got, "called back inside the call"
    run()
    assert len(got) == 1
    return got[0]


def test_names():
    assert len(TWINS) == 30
    assert all(callable(getattr(fs, name)) for name in fs.__all__)
    assert fs.stat.__name__ == "stat" and fs.stat.__doc__.startswith(fs.statSync.__doc__)
    assert ("lchmod" in fs.__all__) == hasattr(os, "O_SYMLINK")


def test_read_and_write_whole_files(tmp_path):
    path = str(tmp_path / "file")
    assert called_back(fs.writeFile, path, "héllo") == (None,)
    assert called_back(fs.appendFile, path, b"!\x00", mode=0o600) == (None,)
    assert called_back(fs.readFile, path) == (None, "héllo!\0".encode())
    assert called_back(fs.readFile, path, "utf8") == (None, "héllo!\0")
    assert called_back(fs.readFile, path, encoding="hex") == (None, "héllo!\0".encode().hex())
    assert fs.readFileSync(path, {"encoding": "binary"}) == "hÃ©llo!\0"


def test_a_large_file_is_exact(tmp_path):
    path, data = str(tmp_path / "large"), os.urandom(3 << 20)
    assert called_back(fs.writeFile, path, data) == (None,)
    assert called_back(fs.readFile, path) == (None, data)


@pytest.mark.parametrize(
    ("call", "args", "message", "path"),
    [
        ("open", ("r",), "open", True),
        ("stat", (), "stat", True),
        ("readdir", (), "readdir", True),
        ("rename", ("/elsewhere",), "rename", True),
        ("readFile", (), "open", True),
        ("utimes", (1, 2), "utime", True),
    ],
)
def test_errors(call, args, message, path, tmp_path):
    missing = str(tmp_path / "missing")
    error = called_back(getattr(fs, call), missing, *args)[0]
    assert (str(error), error.code, error.errno) == (f"ENOENT, {message} '{missing}'", "ENOENT", 34)
    assert error.path == missing and error.syscall is None
    with pytest.raises(NodeError) as caught:
        getattr(fs, f"{call}Sync")(missing, *args)
    assert str(caught.value) == f"ENOENT, no such file or directory '{missing}'"
    assert (caught.value.syscall, caught.value.errno, caught.value.path) == (message, 34, missing)


def test_misuse_is_refused_at_once(path):
    for call in (
        lambda: fs.statSync(5),
        lambda: fs.stat(5, print),
        lambda: fs.stat(),
        lambda: fs.openSync(path, None),
        lambda: fs.closeSync("x"),
        lambda: fs.chmodSync(path, None),
        lambda: fs.chownSync(path, -1, 0),
        lambda: fs.readFileSync(path, 5),
        lambda: fs.ftruncateSync(1, "x"),
    ):
        with pytest.raises(NodeTypeError):
            call()
    for call in (
        lambda: fs.openSync(path, "zz"),
        lambda: fs.utimesSync(path, "a", 0),
        lambda: fs.readFileSync(path, "zork"),
        lambda: fs.symlinkSync("a", path, "zork"),
        lambda: fs.statSync("a\0b"),
        lambda: fs.watchFile(path),
    ):
        with pytest.raises(NodeError):
            call()
    assert "null bytes" in str(called_back(fs.stat, "a\0b")[0])


def test_nobody_waits(path, capsys):
    fs.unlink(path)
    fs.unlink("/no/such/file")
    run()
    assert not os.path.exists(path)
    assert capsys.readouterr().err == "fs: missing callback Error: ENOENT, unlink '/no/such/file'\n"


def test_stats(path):
    os.utime(path, (1000.9, 2000))
    error, stats = called_back(fs.stat, path)
    assert error is None and stats.isFile() and not stats.isDirectory() and stats.size == 10
    assert stats.atime == datetime.fromtimestamp(1000, timezone.utc)
    fs.utimesSync(path, stats.mtime, 7)
    assert fs.statSync(path).atime.timestamp() == 2000
    kinds = {name for name in dir(stats) if name.startswith("is") and "_" not in name}
    assert len(kinds) == 7
    assert fs.statSync("/dev/null").isCharacterDevice()


def test_open_files(path):
    error, fd = called_back(fs.open, path, "r+")
    assert error is None and not os.get_inheritable(fd)
    buffer = bytearray(b"....")
    assert called_back(fs.read, fd, buffer, 1, 2, 4) == (None, 2, buffer)
    assert buffer == b".45."
    assert fs.readSync(fd, buffer, 0, 4, None) == 4 and buffer == b"0123"
    assert called_back(fs.write, fd, b"abcdef", 2, 3, 0) == (None, 3, b"abcdef")
    assert fs.writeSync(fd, "text", 6) == 4
    assert fs.readSync(fd, 20, 0, "ascii") == ["cde345text", 10]
    assert called_back(fs.read, fd, 3, 0, "utf8") == (None, "cde", 3)
    assert called_back(fs.ftruncate, fd, 2) == (None,)
    assert fs.fstatSync(fd).size == 2
    assert called_back(fs.futimes, fd, 1, 2) == ()
    assert called_back(fs.fchmod, fd, "600") == (None,)
    assert stat.S_IMODE(fs.fstatSync(fd).mode) == 0o600
    for name in ("fsync", "fdatasync", "close"):
        assert called_back(getattr(fs, name), fd) == (None,)
    with pytest.raises(NodeError, match="Offset is out of bounds"):
        fs.readSync(fd, buffer, 9, 1)
    with pytest.raises(NodeError, match="Length extends beyond buffer"):
        fs.readSync(fd, buffer, 0, 9)
    assert called_back(fs.close, fd)[0].code == "EBADF"


def test_names_of_files(path, tmp_path):
    at = lambda name: str(tmp_path / name)  # noqa: E731
    assert called_back(fs.link, path, at("hard")) == (None,)
    assert called_back(fs.symlink, "digits", at("soft")) == (None,)
    assert called_back(fs.readlink, at("soft")) == (None, "digits")
    assert called_back(fs.realpath, at("soft")) == (None, os.path.realpath(path))
    assert called_back(fs.realpath, path, {path: "/known"}) == (None, "/known")
    assert fs.lstatSync(at("soft")).isSymbolicLink()
    assert called_back(fs.mkdir, at("folder"), 0o700) == (None,)
    assert fs.readdirSync(str(tmp_path)) == ["digits", "folder", "hard", "soft"]
    assert called_back(fs.rmdir, at("folder")) == (None,)
    assert called_back(fs.exists, at("folder")) == (False,)
    assert fs.existsSync(path) and not fs.existsSync(None)
    os.symlink("loop", at("loop"))
    with pytest.raises(NodeError, match="ELOOP"):
        fs.realpathSync(at("loop"))


def test_truncate_loses_what_was_there(path):
    assert called_back(fs.truncate, path, 3) == (None,)
    assert fs.readFileSync(path) == b"\0\0\0"


def test_no_more_calls_at_a_time_than_there_are_threads(monkeypatch):
    now, most, lock = [0], [0], threading.Lock()
    gate = threading.Barrier(THREADS)

    def slow(path):
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        gate.wait(5)
        with lock:
            now[0] -= 1
        return os.lstat(path)

    monkeypatch.setattr("eras.node_0_10.fs.calls.os.stat", slow)
    got = []
    for _ in range(THREADS * 3):
        fs.stat("/", lambda error, stats: got.append(stats.isDirectory()))
    run()
    assert got == [True] * THREADS * 3 and most[0] == THREADS


def followed(stream, *events):
    log = []
    for event in events:
        stream.on(event, lambda *values, event=event: log.append((event, *values)))
    run()
    return log


def test_read_stream(path):
    stream = fs.createReadStream(path, start=2, end=7, highWaterMark=4, encoding="ascii")
    assert stream.fd is None and stream.flags == "r" and stream.autoClose
    log = followed(stream, "open", "data", "end", "close")
    assert [entry[0] for entry in log] == ["open", "data", "data", "end", "close"]
    assert [entry[1] for entry in log if entry[0] == "data"] == ["2345", "67"]
    assert stream.fd is None and stream.closed


def test_read_stream_of_a_descriptor_left_open(path):
    fd = fs.openSync(path, "r")
    stream = fs.ReadStream(None, fd=fd, autoClose=False)
    assert followed(stream, "data", "end", "close") == [("data", b"0123456789"), ("end",)]
    fs.closeSync(fd)


def test_read_stream_errors(path):
    for options in ({"start": "a"}, {"start": 1, "end": "b"}, {"start": 5, "end": 1}):
        with pytest.raises(NodeError):
            fs.createReadStream(path, options)
    [(_event, error)] = followed(fs.createReadStream("/no/such/file"), "error", "close")
    assert str(error) == "ENOENT, open '/no/such/file'"
    fs.createReadStream("/no/such/file")
    with pytest.raises(NodeError, match="ENOENT"):
        run()


def test_read_stream_destroyed_before_it_is_open(path):
    stream = fs.createReadStream(path)
    done = []
    stream.close(lambda: done.append("closed"))
    run()
    assert done == ["closed"]


def test_write_stream(path):
    stream = fs.createWriteStream(path, flags="r+", start=4)
    assert stream.write("ab") and stream.write(b"cd")
    stream.end()
    log = followed(stream, "open", "finish", "close", "error")
    assert [entry[0] for entry in log] == ["open", "finish", "close"]
    assert fs.readFileSync(path) == b"0123abcd89" and stream.bytesWritten == 4
    with pytest.raises(NodeError):
        fs.createWriteStream(path, start=-1)


def test_copy_by_pipe(path, tmp_path):
    data = os.urandom(1 << 20)
    fs.writeFileSync(path, data)
    target = str(tmp_path / "copy")
    fs.createReadStream(path).pipe(fs.createWriteStream(target))
    run()
    assert fs.readFileSync(target) == data


def test_watch(path, tmp_path):
    log = []
    watcher = fs.watch(str(tmp_path))

    @watcher.on("change")
    def changed(event, filename):
        log.append((event, filename))
        if len(log) == 2:
            watcher.close()

    fs.renameSync(path, path + "2")
    run()
    assert log == [("rename", "digits"), ("rename", "digits2")]
    with pytest.raises(NodeError, match="watch ENOENT"):
        fs.watch("/no/such/file")
    fs.watch(path + "2", persistent=False)
    run()


def test_many_watchers(tmp_path):
    """More than there may be instances of inotify; some are of the same file, and some end early."""
    log = []
    for number in range(150):
        (tmp_path / str(number)).touch()
    watchers = [
        fs.watch(str(tmp_path / str(number // 2)), lambda *told: log.append(told)) for number in range(300)
    ]
    watchers[0].close()
    fs.writeFileSync(str(tmp_path / "0"), "x")
    fs.chmodSync(str(tmp_path / "149"), 0o600)
    fs.unlinkSync(str(tmp_path / "7"))

    def end():
        for watcher in watchers:
            watcher.close()

    loop.timer(end, 30)
    run()
    assert [told for told in log if told[1] == "0"] == [("change", "0")]
    assert log.count(("change", "149")) == 2
    assert [event for event, name in log if name == "7"][-2:] == ["rename", "rename"]


def test_real_paths_and_what_is_known_of_them(tmp_path):
    (tmp_path / "to").symlink_to(tmp_path)
    known = {"/somewhere": str(tmp_path)}
    assert fs.realpathSync("/somewhere/to/to", known) == str(tmp_path)
    assert known[str(tmp_path / "to")] == str(tmp_path) and known["/somewhere/to/to"] == str(tmp_path)
    known["/elsewhere/at/all"] = "/known"
    assert fs.realpathSync("/elsewhere/at/all", known) == "/known"


def test_sync_write_stream(path):
    stream = fs.SyncWriteStream(fs.openSync(path, "w"))
    told = []
    stream.on("close", lambda: told.append("close"))
    assert stream.write("é") and stream.write("6162", "hex", lambda: told.append("written"))
    with pytest.raises(NodeError, match="bad arg"):
        stream.write("x", 5)
    stream.end(b"!")
    with pytest.raises(NodeTypeError):
        stream.write("late")
    run()
    assert told == ["close", "written"] and fs.readFileSync(path, "utf8") == "éab!"


def test_watch_by_looking(path, tmp_path):
    from eras.node_0_10.fs.changes import Looking

    log = []

    def changed(event, filename):
        log.append((event, filename))
        looking.close()

    looking = Looking(str(tmp_path), True, changed)
    fs.renameSync(path, path + "2")
    run()
    assert log == [("rename", "digits")]


def test_watch_file(path):
    log = []

    def changed(current, previous):
        log.append((previous.size, current.size))
        fs.unwatchFile(path, changed)

    watcher = fs.watchFile(path, {"interval": 5}, changed)
    loop.timer(lambda: fs.appendFileSync(path, "x"), 15)
    run()
    assert log == [(10, 11)]
    assert watcher.listeners("change") == []
    fs.watchFile(path, {"persistent": False}, changed)
    run()
    fs.unwatchFile(path)


def test_paths_may_be_of_python(tmp_path):
    file = tmp_path / "file"
    fs.writeFileSync(file, "text")
    fs.renameSync(file, tmp_path / "moved")
    assert fs.readdirSync(tmp_path) == ["moved"]
    assert fs.existsSync(tmp_path / "moved")
    assert fs.readFileSync(tmp_path / "moved", encoding="utf8") == "text"
