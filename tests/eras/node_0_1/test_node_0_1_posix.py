"""The module `posix` of 0.1: each call as a promise and at once."""

import errno
import os
import tempfile

import pytest
from nodecore.loop import get_loop
from programs_0_1 import needs_javascript, run, run_javascript

from eras.node_0_1 import posix, process, setTimeout

WAYS = pytest.mark.parametrize("sync", [False, True], ids=["promise", "sync"])
WRITING = process.O_WRONLY | process.O_CREAT


def call(sync, name, *args):
    """What a call gives: returned by its twin, or handed to the promise's callback."""
    if sync:
        return getattr(posix, f"{name}Sync")(*args)
    values = []
    promise = getattr(posix, name)(*args)
    promise.addCallback(lambda *given: values.append(given))
    promise.wait()
    return None if values == [()] else values[0][0] if len(values[0]) == 1 else list(values[0])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "file").write_bytes(b"h\xc3\xa4llo")
    return tmp_path


@WAYS
def test_rename(folder, sync):
    assert call(sync, "rename", str(folder / "file"), str(folder / "other")) is None
    assert os.listdir(folder) == ["other"]


@WAYS
def test_stat(folder, sync):
    stats = call(sync, "stat", str(folder / "file"))
    assert isinstance(stats, posix.Stats)
    assert (stats.size, stats.ino) == (6, os.stat(folder / "file").st_ino)


@WAYS
def test_unlink(folder, sync):
    assert call(sync, "unlink", str(folder / "file")) is None
    assert os.listdir(folder) == []


@WAYS
def test_mkdir_with_and_without_a_mode_and_rmdir(folder, sync):
    assert call(sync, "mkdir", str(folder / "new"), 0o700) is None
    assert (folder / "new").stat().st_mode & 0o777 == 0o700
    assert call(sync, "rmdir", str(folder / "new")) is None
    call(sync, "mkdir", str(folder / "new"))
    assert (folder / "new").stat().st_mode & 0o700 == 0o700


@WAYS
def test_readdir(folder, sync):
    (folder / "ünlike").mkdir()
    assert sorted(call(sync, "readdir", str(folder))) == ["file", "ünlike"]


@WAYS
def test_open_and_close(folder, sync):
    fd = call(sync, "open", str(folder / "new"), WRITING | process.O_EXCL, 0o600)
    assert os.fstat(fd).st_mode & 0o777 == 0o600
    assert not os.get_inheritable(fd)
    assert call(sync, "close", fd) is None
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(fd)


@WAYS
def test_write_goes_on_or_goes_to_a_position(folder, sync):
    fd = posix.openSync(str(folder / "new"), WRITING)
    assert call(sync, "write", fd, "one ") == 4
    assert call(sync, "write", fd, "two") == 3
    assert call(sync, "write", fd, "T", 4) == 1
    assert call(sync, "write", fd, "!") == 1
    posix.closeSync(fd)
    assert (folder / "new").read_bytes() == b"one Two!"


@WAYS
@pytest.mark.parametrize(
    ("data", "encoding", "written"),
    [
        ("hä", (), b"h\xe4"),
        ("hä", (None,), b"h\xe4"),
        ("hä", ("binary",), b"h\xe4"),
        ("hä", ("utf8",), b"h\xc3\xa4"),
        (b"\xff\0", (), b"\xff\0"),
        ([1, 255], (), b"\x01\xff"),
    ],
)
def test_write_encodes(folder, sync, data, encoding, written):
    fd = posix.openSync(str(folder / "new"), WRITING)
    assert call(sync, "write", fd, data, None, *encoding) == len(written)
    posix.closeSync(fd)
    assert (folder / "new").read_bytes() == written


@WAYS
def test_write_tells_how_much_was_written(sync):
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    written = call(sync, "write", writer, "x" * (1 << 21))
    assert 0 < written < 1 << 21
    os.close(reader)
    os.close(writer)


@WAYS
def test_read_goes_on_or_reads_at_a_position(folder, sync):
    fd = posix.openSync(str(folder / "file"), process.O_RDONLY)
    assert call(sync, "read", fd, 1) == ["h", 1]
    assert call(sync, "read", fd, 2, None) == ["Ã¤", 2]
    assert call(sync, "read", fd, 2, 4) == ["lo", 2]
    assert call(sync, "read", fd, 100, 1, "utf8") == ["ällo", 5]
    assert call(sync, "read", fd, 100) == ["llo", 3]
    assert call(sync, "read", fd, 100) == ["", 0]
    posix.closeSync(fd)


@WAYS
def test_read_of_a_pipe_gives_what_there_is(sync):
    reader, writer = os.pipe()
    os.write(writer, b"some")
    assert call(sync, "read", reader, 1 << 30) == ["some", 4]
    os.close(reader)
    os.close(writer)


@WAYS
def test_a_big_file_is_read_in_pieces(folder, sync):
    data = os.urandom(1 << 20) * 3
    (folder / "big").write_bytes(data)
    fd = posix.openSync(str(folder / "big"), process.O_RDONLY)
    assert call(sync, "read", fd, 1 << 50, 5) == [data[5:].decode("latin-1"), len(data) - 5]
    assert call(sync, "read", fd, len(data) - 1) == [data[:-1].decode("latin-1"), len(data) - 1]
    posix.closeSync(fd)
    assert call(sync, "cat", str(folder / "big"), "binary") == data.decode("latin-1")


@WAYS
def test_cat(folder, sync):
    path = str(folder / "file")
    assert call(sync, "cat", path) == call(sync, "cat", path, None) == "hällo"
    assert call(sync, "cat", path, "binary") == "hÃ¤llo"
    assert int(call(sync, "cat", "/proc/self/stat").split()[0]) == process.pid


@WAYS
def test_sendfile(folder, sync):
    source = posix.openSync(str(folder / "file"), process.O_RDONLY)
    with tempfile.TemporaryFile() as target:
        assert call(sync, "sendfile", target.fileno(), source, 3, 100) == 3
        assert call(sync, "sendfile", target.fileno(), source, None, 1) == 1
        target.seek(0)
        assert target.read() == b"lloh"
    posix.closeSync(source)


FAILING = [
    ("rename", ("/none/a", "/none/b"), errno.ENOENT),
    ("stat", ("/none",), errno.ENOENT),
    ("unlink", ("/",), errno.EISDIR),
    ("rmdir", ("/none",), errno.ENOENT),
    ("mkdir", ("/none/a", 0o700), errno.ENOENT),
    ("readdir", ("/none",), errno.ENOENT),
    ("close", (99999,), errno.EBADF),
    ("open", ("/none", 0), errno.ENOENT),
    ("write", (99999, "x"), errno.EBADF),
    ("read", (99999, 1), errno.EBADF),
    ("cat", ("/",), errno.EISDIR),
    ("sendfile", (99999, 99998, 0, 1), errno.EBADF),
]


@pytest.mark.parametrize(("name", "args", "number"), FAILING, ids=[name for name, *_ in FAILING])
def test_a_failure_is_an_error_with_the_systems_sentence(name, args, number):
    with pytest.raises(Exception) as at_once:
        getattr(posix, f"{name}Sync")(*args)
    errors = []
    promise = getattr(posix, name)(*args).addErrback(errors.append)
    with pytest.raises(Exception) as waited:
        promise.wait()
    assert errors == [waited.value]
    for error in (at_once.value, waited.value):
        assert (error.message, error.errno) == (os.strerror(number), number)
        assert (error.code, error.syscall) == (errno.errorcode[number], name)


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("stat", (None,)),
        ("stat", (1,)),
        ("unlink", ("a\0b",)),
        ("open", ("x", "r")),
        ("open", ("x", None)),
        ("mkdir", ("x", 1.5)),
        ("read", (True, 1)),
        ("read", (0, -1)),
        ("write", (1, {})),
        ("cat", ("x", "klingon")),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(name, args):
    for function in (getattr(posix, name), getattr(posix, f"{name}Sync")):
        with pytest.raises(TypeError):
            function(*args)


def test_a_failure_that_nobody_listens_to_is_silent(until):
    promise = posix.stat("/none")
    until(lambda: promise._outcome is not None)


def test_a_slow_disk_does_not_stop_the_loop(tmp_path, until):
    """Whoever opens a named pipe waits for the one who writes to it."""
    os.mkfifo(tmp_path / "slow")
    seen = []
    posix.cat(str(tmp_path / "slow")).addCallback(seen.append)
    setTimeout(lambda: seen.append("meanwhile"), 1)
    until(lambda: seen)
    (tmp_path / "slow").write_text("at last")
    until(lambda: len(seen) == 2)
    assert seen == ["meanwhile", "at last"]


def test_any_number_of_calls_return_at_once(until):
    stats, order = [], []

    def many():
        order.append("begin")
        for _ in range(100):
            posix.stat("/").addCallback(stats.append)
        order.append("end")

    get_loop().call_soon(many)
    get_loop().call_soon(lambda: order.append("next"))
    until(lambda: len(stats) == 100)
    assert order == ["begin", "end", "next"]


def test_a_call_under_way_keeps_the_program_alive():
    done = run("posix.stat('/').addCallback(lambda stats: sys.puts(stats.isDirectory()))")
    assert (done.stdout, done.stderr) == ("true\n", "")


def test_flags_are_those_of_the_system():
    for name in ("O_RDONLY", "O_WRONLY", "O_RDWR", "O_CREAT", "O_EXCL", "O_TRUNC", "O_APPEND"):
        assert getattr(process, name) == getattr(os, name)
    for name in ("O_SYNC", "O_NOCTTY", "O_DIRECTORY", "O_NOFOLLOW"):
        assert getattr(process, name) == getattr(os, name)


@needs_javascript
def test_every_call_in_javascript(tmp_path):
    source = """
    var posix = require("posix");
    function show() { puts(JSON.stringify(Array.prototype.slice.call(arguments))); }
    posix.mkdirSync("d", 0755);
    posix.mkdir("e", 0700).wait();
    var fd = posix.openSync("d/f", process.O_CREAT | process.O_RDWR, 0644);
    show(posix.writeSync(fd, "h\\u00e4", null, "utf8"), posix.write(fd, "X\\u00e4", 3).wait());
    show(posix.readSync(fd, 2), posix.readSync(fd, 9, 0), posix.read(fd, 3, 0, "utf8").wait());
    posix.read(fd, 1, 0).addCallback(function (data, bytes) { show("two arguments", data, bytes); }).wait();
    var other = posix.open("g", process.O_CREAT | process.O_WRONLY, 0600).wait();
    show(posix.sendfileSync(other, fd, 0, 1), posix.sendfile(other, fd, 1, 2).wait());
    posix.closeSync(fd);
    posix.close(other).addCallback(function () { show("closed", arguments.length); }).wait();
    show(posix.cat("g").wait(), posix.catSync("g", "binary"), posix.stat("g").wait().size);
    show(posix.statSync("d").isDirectory(), posix.statSync("g") instanceof posix.Stats);
    posix.rename("g", "d/h").wait();
    posix.renameSync("d/h", "d/i");
    show(posix.readdir("d").wait().sort(), posix.readdirSync("e"));
    posix.unlinkSync("d/f");
    posix.unlink("d/i").wait();
    posix.rmdirSync("d");
    posix.rmdir("e").wait();
    try { posix.statSync("d"); } catch (e) { show(e instanceof Error, e.message, e.errno); }
    posix.stat("d").addErrback(function (e) { show(e instanceof Error, e.message, e.errno); });
    """
    assert run_javascript(source, tmp_path).splitlines() == [
        "[3,2]",
        '[["Xä",2],["hÃ¤Xä",5],["hä",3]]',
        '["two arguments","h",1]',
        "[1,2]",
        '["closed",0]',
        '["hä","hÃ¤",3]',
        "[true,true]",
        '[["f","i"],[]]',
        '[true,"No such file or directory",2]',
        '[true,"No such file or directory",2]',
    ]
