"""`readline` of 0.10: a stream line by line, and in a terminal a line that can be edited."""

import re

from nodecore.emitter import adapt
from nodecore.string_decoder import StringDecoder

from ..errors import NodeTypeError
from ..events import EventEmitter
from .cursor import clearLine, clearScreenDown, cursorTo, moveCursor
from .editing import Editing
from .keys import emitKeypressEvents
from .terminal import is_terminal, set_raw

__all__ = [  # noqa: RUF022 (in the order in which a program that lists them saw them)
    "createInterface",
    "Interface",
    "emitKeypressEvents",
    "cursorTo",
    "moveCursor",
    "clearLine",
    "clearScreenDown",
]

_LINE_END = re.compile("\r\n|\n|\r")
_PROMPT_LINE = re.compile("[\r\n]")


class Interface(EventEmitter, Editing):
    """Emits `line`, `pause`, `resume`, `close`, `SIGINT`, `SIGTSTP`, `SIGCONT`."""

    closed = False
    paused = False
    js_live = ("history",)
    js_visible = (
        *("_prompt", "_promptLength", "_setRawMode", "_onLine", "_refreshLine", "_insertString"),
        *("_tabComplete", "_deleteRight", "_line", "_moveCursor", "_ttyWrite"),
    )
    js_patchable = ("setPrompt",)

    def __init__(self, input=None, output=None, completer=None, terminal=None):
        if output is None and completer is None and terminal is None and _has(input, "input"):
            input, output, completer, terminal = map(input.get, ("input", "output", "completer", "terminal"))
        if completer is not None and not callable(completer):
            raise NodeTypeError("Argument 'completer' must be a function")
        if terminal is None:
            if output is None:
                raise NodeTypeError("Cannot read property 'isTTY' of undefined")
            terminal = is_terminal(output)
        self.input, self.output, self.terminal = input, output, bool(terminal)
        self.completer = _with_callback(completer)
        self.setPrompt("> ")
        self._question = None
        self._saw_return = False
        self._decoder = StringDecoder("utf8")
        self._begin()

    def _begin(self):
        self._heard = ("keypress", self._pressed) if self.terminal else ("data", self._take)
        if self.terminal:
            emitKeypressEvents(self.input)
        self.input.on(*self._heard)
        self.input.on("end", self._ended)
        if self.terminal:
            self.line, self.cursor, self.history = "", 0, []
            self.historyIndex, self.prevRows = -1, 0
            self._setRawMode(True)
            if hasattr(self.output, "on"):
                self.output.on("resize", self._refreshLine)
        else:
            self._pending = ""
        self.input.resume()

    def _setRawMode(self, raw):
        set_raw(self.input, raw)

    def _pressed(self, letter, key):
        self._ttyWrite(letter, key)  # in whose place a program may have put its own

    # -- what a program asks for ----------------------------------------------------------------------

    def setPrompt(self, prompt, length=None):
        """What `prompt` shows; `length` columns, or those of its last line, stand before the cursor."""
        self._prompt = str(prompt)
        self._promptLength = length or len(_PROMPT_LINE.split(self._prompt)[-1])

    def prompt(self, preserve_cursor=None):
        """Ask for a line."""
        self.resume()
        if self.terminal:
            if not preserve_cursor:
                self.cursor = 0
            self._refreshLine()
        else:
            self.output.write(self._prompt)

    def question(self, query, callback):
        """Ask with `query`, and give the next line to `callback`."""
        if not callable(callback):
            return
        if self._question is None:
            self._question, self._usual_prompt = callback, self._prompt
            self.setPrompt(query)
        self.prompt()

    def pause(self):
        """Stop reading."""
        if not self.paused:
            self.input.pause()
            self.paused = True
            self.emit("pause")

    def resume(self):
        """Go on reading."""
        if self.paused:
            self.input.resume()
            self.paused = False
            self.emit("resume")

    def write(self, data, key=None):
        """Take `data`, or a key such as `{ctrl: true, name: 'u'}`, as if it had been typed."""
        self.resume()
        if self.terminal:
            self._ttyWrite(data, key)
        else:
            self._take(data)

    def close(self):
        """Give the streams back."""
        if self.closed:
            return
        self.pause()
        if self.terminal:
            self._setRawMode(False)
        self.closed = True
        self.input.removeListener(*self._heard)
        self.input.removeListener("end", self._ended)
        self.emit("close")

    # -- what comes in --------------------------------------------------------------------------------

    def _take(self, data):
        if data is None:
            return
        text = self._decoder.write(data) if isinstance(data, bytes) else str(data)
        if self._saw_return and text.startswith("\n"):
            text = text[1:]
        if text:
            self._saw_return = text.endswith("\r")
        *lines, self._pending = _LINE_END.split(self._pending + text)
        for line in lines:
            self._onLine(line)

    def _onLine(self, line):
        if self._question is None:
            self.emit("line", line)
            return
        answer, self._question = self._question, None
        self.setPrompt(self._usual_prompt)
        answer(line)

    def _ended(self):
        # What came after the last line end is not given to anybody: it never was.
        self.close()


def createInterface(input=None, output=None, completer=None, terminal=None):
    """A new `Interface` of `input` and `output`, or of options with these names."""
    return Interface(input, output, completer, terminal)


def _has(options, name):
    return isinstance(options, dict) and name in options


def _with_callback(completer):
    """A completer that takes a callback, as one with two parameters does of itself."""
    if completer is None:
        return None
    parameters = getattr(completer, "length", None)
    if parameters is None:
        parameters = getattr(getattr(completer, "__code__", None), "co_argcount", 1)
    if parameters == 2:
        return adapt(completer)
    return lambda line, done: done(None, completer(line))
