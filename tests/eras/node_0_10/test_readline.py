"""`readline` in Python. What JavaScript sees of it is compared with the real one in compare/programs."""

import pytest

from eras.node_0_10 import readline
from eras.node_0_10.stream import PassThrough, Writable


class Screen(Writable):
    """Keeps what is written to it."""

    columns = 80

    def __init__(self):
        super().__init__()
        self.text = ""

    def _write(self, chunk, encoding, callback):
        self.text += chunk.decode()
        callback()


@pytest.fixture
def make():
    def interface(terminal, **options):
        made = readline.createInterface(
            {"input": PassThrough(), "output": Screen(), "terminal": terminal, **options}
        )
        made.lines = []
        made.on("line", made.lines.append)
        return made

    return interface


def test_lines_of_pieces(make):
    lines = make(False)
    lines.write("one\ntw")
    lines.write(b"o\r\nthree\r")
    lines.write("\nfour")
    assert lines.lines == ["one", "two", "three"]


def test_a_question_takes_the_next_line(make):
    lines, answers = make(False), []
    lines.question("why? ", answers.append)
    lines.write("because\nmore\n")
    assert (answers, lines.lines, lines.output.text) == (["because"], ["more"], "why? ")


def test_pause_and_resume_are_told_once(make):
    lines, seen = make(False), []
    for event in ("pause", "resume", "close"):
        lines.on(event, lambda event=event: seen.append(event))
    lines.pause()
    lines.pause()
    lines.resume()
    lines.close()
    lines.close()
    assert seen == ["pause", "resume", "pause", "close"]


def test_editing(make):
    line = make(True)
    line.write("word wurd")
    line.write(None, {"ctrl": True, "name": "w"})
    line.write("more")
    line.write(None, {"name": "home"})
    line.write("A ")
    line.write(None, {"name": "return"})
    assert line.lines == ["A word more"]
    line.write(None, {"name": "up"})
    assert (line.line, line.cursor) == ("A word more", 11)


def test_completion(make):
    line = make(True, completer=lambda text: ([w for w in ("help", "hello") if w.startswith(text)], text))
    line.write("h")
    line.write(None, {"name": "tab"})
    assert line.line == "hel"
    assert "help  " in line.output.text


def test_a_completer_is_a_function():
    with pytest.raises(TypeError, match="completer"):
        readline.createInterface({"input": PassThrough(), "output": Screen(), "completer": 5})


def test_keypress_tells_letters_and_keys():
    source, seen = PassThrough(), []
    readline.emitKeypressEvents(source)
    source.on("keypress", lambda letter, key: seen.append((letter, key and key["name"])))
    for sent in ("a", b"\x1b[A", "5", "no"):
        source.write(sent)
    assert seen == [("a", "a"), (None, "up"), ("5", None), ("n", "n"), ("o", "o")]


def test_streams_may_be_named():
    lines, answers = readline.createInterface(input=PassThrough(), output=Screen(), terminal=False), []
    lines.on("line", answers.append)
    lines.input.write("one\n")
    assert answers == ["one"]
