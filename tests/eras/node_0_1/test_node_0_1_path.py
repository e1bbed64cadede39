"""`path` of 0.1."""

from __future__ import annotations

import gevent.event
import pytest
from hypothesis import given
from hypothesis import strategies as st
from run_0_1 import needs_javascript, run

from eras.node_0_1 import path


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ("/a/b", "/a/b"),
        ("/a//b/./c/..", "/a/b"),
        ("a/../b", "b"),
        ("../a", "../a"),
        ("a/../../b", "../b"),
        ("../../a", "../../a"),
        ("/../a", "/a"),
        ("/..", "/"),
        ("/", "/"),
        ("./a", "a"),
        ("a/", "a"),
        ("a/..", "."),
        ("", "."),
        ("...", "..."),
    ],
)
def test_normalize(given, normal):
    assert path.normalize(given) == normal


@given(st.text("a./", max_size=12))
def test_what_is_normal_stays(text):
    assert path.normalize(path.normalize(text)) == path.normalize(text)


def test_join():
    assert path.join("/a", "b", "../c") == "/a/c"
    assert path.join("a", "", "b/") == "a/b"
    assert path.join("a") == "a"


def test_normalize_array():
    assert path.normalizeArray(["", "a", ".", "", "b", "..", "c"]) == ["", "a", "c"]
    assert path.normalizeArray(["..", "a", "..", ".."]) == ["..", ".."]
    assert path.normalizeArray([]) == []


@pytest.mark.parametrize(
    ("given", "folder", "file"),
    [
        ("/a/b.js", "/a", "b.js"),
        ("/a/b/", "/a", "b"),
        ("a", ".", "a"),
        ("a/b", "a", "b"),
        ("/a", "/", "a"),
        ("//a", "/", "a"),
        ("/", "/", ""),
        ("", ".", ""),
        ("a//b", "a", "b"),
    ],
)
def test_dirname_and_filename(given, folder, file):
    assert (path.dirname(given), path.filename(given)) == (folder, file)


def test_exists(tmp_path):
    (tmp_path / "there").write_text("")
    for name, found in (("there", True), ("", True), ("missing", False)):
        result = gevent.event.AsyncResult()
        path.exists(str(tmp_path / name), result.set)
        assert not result.ready()
        assert result.get() is found


PROGRAM = """
var path = require("path"), sys = require("sys");
sys.puts([path.join("/a", "..", "b"), path.normalize("a//b/.")]);
sys.puts([path.dirname("/a/b"), path.filename("/a/b.js")]);
sys.puts(JSON.stringify(path.normalizeArray(["a", "..", "", "b"])));
path.exists(__filename, function (found) {
  path.exists(__filename + ".missing", function (missing) { sys.puts([found, missing]); });
});
"""


@needs_javascript
def test_javascript(tmp_path):
    assert run(tmp_path, PROGRAM) == '/b,a/b\n/a,b.js\n["b"]\ntrue,false\n'
