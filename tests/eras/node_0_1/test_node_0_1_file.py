"""`file` of 0.1: whole files, and calls in order."""

from __future__ import annotations

import pytest
from run_0_1 import needs_javascript, run

from eras.node_0_1 import file


def test_write_and_read_a_whole_file(tmp_path):
    path = str(tmp_path / "name")
    file.write(path, "gr\u00fc\u00df").wait()
    assert (tmp_path / "name").read_bytes() == "gr\u00fc\u00df".encode()
    assert file.read(path).wait() == "gr\u00fc\u00df"
    file.write(path, "\u00fc", "binary").wait()
    assert file.read(path, "binary").wait() == "\u00fc"
    assert (tmp_path / "name").read_bytes() == b"\xfc"


def test_what_a_file_is_asked_for_is_done_in_order(tmp_path):
    opened = file.File(str(tmp_path / "name"), "w+")
    writes = [opened.write(f"{number:03}") for number in range(100)]
    everything = opened.read(1000, 0)
    closed = opened.close()
    assert [promise.wait() for promise in writes] == [3] * 100
    assert everything.wait() == ["".join(f"{number:03}" for number in range(100)), 300]
    assert closed.wait() is None


def test_appending(tmp_path):
    path = tmp_path / "name"
    path.write_text("one ")
    opened = file.File(str(path), "a")
    opened.write("two")
    opened.close().wait()
    assert path.read_text() == "one two"


def test_a_file_that_cannot_be_opened(tmp_path):
    missing = str(tmp_path / "missing")
    with pytest.raises(Exception, match="No such file"):
        file.read(missing).wait()
    opened = file.File(missing)
    for promise in (opened.read(1), opened.close()):
        with pytest.raises(Exception, match="No such file"):
            promise.wait()
    with pytest.raises(Exception, match="No such file"):
        opened.read(1).wait()
    with pytest.raises(Exception, match="No such file"):
        file.write(str(tmp_path / "no" / "such"), "x").wait()
    with pytest.raises(TypeError, match="mode"):
        file.File(missing, "x")


def test_a_call_that_makes_no_sense_keeps_no_other_from_being_made(tmp_path):
    opened = file.File(str(tmp_path / "name"), "w")
    senseless, sensible = opened.write(object()), opened.write("x")
    with pytest.raises(TypeError):
        senseless.wait()
    assert sensible.wait() == 1
    opened.close().wait()


def test_the_encoding_of_a_file(tmp_path):
    path = tmp_path / "name"
    opened = file.File(str(path), "w", {"encoding": "binary"})
    opened.write("\u00fc")
    opened.close().wait()
    assert path.read_bytes() == b"\xfc"


PROGRAM = """
var file = require("file"), sys = require("sys");
file.write("name", "one").addCallback(function () {
  var opened = new file.File("name", "a+");
  opened.write(" two");
  opened.read(20, 0).addCallback(function (text) { sys.puts(text); });
  opened.close().addCallback(function () {
    file.read("name").addCallback(function (text) { sys.puts(text); });
  });
});
"""


@needs_javascript
def test_javascript(tmp_path):
    assert run(tmp_path, PROGRAM) == "one two\none two\n"
