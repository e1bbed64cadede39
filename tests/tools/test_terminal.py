"""Tables, and what only a terminal sees."""

import io
import sys

from eratools import terminal


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def test_table():
    text = terminal.table([["name", "count"], ["a", 1], ["longer", 10]], right=(1,))
    assert text == "name    count\na           1\nlonger     10"


def test_progress_is_for_terminals(monkeypatch):
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        with terminal.Progress(2, "things") as progress:
            progress.advance("first")
        shown = stream.getvalue()
        assert bool(shown) == stream.isatty()
        if shown:
            assert "[###############...............] 1/2 first" in shown
            assert shown.endswith("\r\x1b[K")


def test_colour_is_for_terminals_that_want_it(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert terminal.colour("x", "red", Terminal()) == "\x1b[31mx\x1b[0m"
    assert terminal.colour("x", "red", io.StringIO()) == "x"
    monkeypatch.setenv("NO_COLOR", "1")
    assert terminal.colour("x", "red", Terminal()) == "x"
