"""`posix.Stats` of 0.1."""

import os
import socket
import stat
from datetime import datetime, timezone

import pytest
from programs_0_1 import needs_javascript, run_javascript

from eras.node_0_1 import posix, sys

PREDICATES = {
    "isFile": stat.S_IFREG,
    "isDirectory": stat.S_IFDIR,
    "isBlockDevice": stat.S_IFBLK,
    "isCharacterDevice": stat.S_IFCHR,
    "isSymbolicLink": stat.S_IFLNK,
    "isFIFO": stat.S_IFIFO,
    "isSocket": stat.S_IFSOCK,
}


def true_predicates(stats):
    return [name for name in PREDICATES if getattr(stats, name)()]


@pytest.mark.parametrize(("name", "kind"), PREDICATES.items())
def test_a_predicate_is_true_of_its_kind_alone(name, kind):
    stats = posix.Stats()
    stats.mode = kind | 0o644
    assert true_predicates(stats) == [name]


def test_predicates_of_real_files(tmp_path):
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "fifo")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
    (tmp_path / "link").symlink_to("file")
    found = {name: true_predicates(posix.statSync(str(tmp_path / name))) for name in os.listdir(tmp_path)}
    assert found == {"file": ["isFile"], "fifo": ["isFIFO"], "socket": ["isSocket"], "link": ["isFile"]}
    assert true_predicates(posix.statSync("/dev/null")) == ["isCharacterDevice"]
    assert true_predicates(posix.statSync(str(tmp_path))) == ["isDirectory"]


def test_fields_are_those_of_the_system_in_the_documents_order():
    stats, system = posix.statSync("/"), os.stat("/")
    numbers = ["dev", "ino", "mode", "nlink", "uid", "gid", "rdev", "size", "blksize", "blocks"]
    assert list(vars(stats)) == [*numbers, "atime", "mtime", "ctime"]
    for name in numbers:
        assert getattr(stats, name) == getattr(system, f"st_{name}")
    for name in ("atime", "mtime", "ctime"):
        assert getattr(stats, name).timestamp() == int(getattr(system, f"st_{name}"))


def test_times_are_dates_and_print_as_in_the_document(tmp_path):
    (tmp_path / "file").touch()
    os.utime(tmp_path / "file", (1246273915.9, 1246273900))
    stats = posix.statSync(str(tmp_path / "file"))
    assert stats.atime == datetime(2009, 6, 29, 11, 11, 55, tzinfo=timezone.utc)
    assert str(stats.atime) == "2009-06-29T11:11:55Z"
    assert (stats.atime - stats.mtime).total_seconds() == 15
    assert '"mtime": 2009-06-29T11:11:40Z' in sys.inspect(stats)


def test_of_no_file_all_is_zero():
    stats = posix.Stats()
    assert (stats.size, stats.mode, stats.mtime.timestamp()) == (0, 0, 0)
    assert true_predicates(stats) == []
    assert posix.Stat is posix.Stats


@needs_javascript
def test_in_javascript(tmp_path):
    (tmp_path / "file").touch()
    os.utime(tmp_path / "file", (1246273915.9, 1246273900))
    names = ", ".join(f'"{name}"' for name in PREDICATES)
    source = f"""
    var posix = require("posix"), stats = posix.statSync("file"), names = [{names}], kinds = {{}};
    puts([stats.mtime instanceof Date, stats.mtime.getTime(), stats instanceof posix.Stat].join(" "));
    for (var name in stats) {{ if (stats.hasOwnProperty(name)) print(name + " "); }}
    puts("");
    {list(PREDICATES.values())}.forEach(function (kind) {{
      stats.mode = kind;
      puts(names.filter(function (name) {{ return stats[name](); }}));
    }});
    """
    assert run_javascript(source, tmp_path).splitlines() == [
        "true 1246273900000 true",
        "dev ino mode nlink uid gid rdev size blksize blocks atime mtime ctime ",
        *PREDICATES,
    ]
