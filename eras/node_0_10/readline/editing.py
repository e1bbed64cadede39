"""A line that is being edited in a terminal: its text, its cursor, its history, and how they look."""

import os
import re
import signal
from functools import partial
from itertools import groupby

from nodecore import processes
from nodecore.loop import get_loop

from .cursor import clearScreenDown, cursorTo, moveCursor
from .terminal import columns_of

LONGEST_HISTORY = 30
_UNBOUNDED = 1 << 30
"""Columns of what does not tell how wide it is: no row of it begins, and so none is shown."""
# Letters with accents belong to no word.
_WORD_BEFORE = re.compile(r"(?:[^a-zA-Z0-9_\s]+|[a-zA-Z0-9_]+|)\s*\Z")
_WORD_AFTER = re.compile(r"(?:\s+|[^a-zA-Z0-9_]+|[a-zA-Z0-9_]+)\s*")
_LINE_END = re.compile("\r\n|\n|\r")


def _common_start(texts):
    first, last = min(texts, default=""), max(texts, default="")
    same = next((at for at, letter in enumerate(first) if letter != last[at]), len(first))
    return first[:same]


class Editing:
    """What a key does to the line of an interface."""

    def _refreshLine(self):
        """Show prompt and line anew."""
        shown = self._prompt + self.line
        columns = self._columns()
        rows, last_column = divmod(len(shown), columns)
        row, column = self._position()
        if self.prevRows:
            moveCursor(self.output, 0, -self.prevRows)
        cursorTo(self.output, 0)
        clearScreenDown(self.output)
        self.output.write(shown)
        if last_column == 0:
            self.output.write(" ")  # so that the terminal really begins the next row
        cursorTo(self.output, column)
        if rows > row:
            moveCursor(self.output, 0, row - rows)
        self.prevRows = row

    def _columns(self):
        return columns_of(self.output) or _UNBOUNDED

    def _position(self):
        # A prompt may have colours, which take up no room: how long it looks is what it says.
        return divmod(self._promptLength + self.cursor, self._columns())

    def _moveCursor(self, distance):
        before, (row, _) = self.cursor, self._position()
        self.cursor = int(min(max(self.cursor + distance, 0), len(self.line)))
        if self._position()[0] != row:
            self._refreshLine()
        elif self.cursor != before:
            moveCursor(self.output, self.cursor - before, 0)

    def _insertString(self, text):
        at_end = self.cursor == len(self.line)
        self.line = self.line[: self.cursor] + text + self.line[self.cursor :]
        self.cursor += len(text)
        row, column = self._position()
        if at_end and column:
            self.output.write(text)
            self.prevRows = row
        else:
            self._refreshLine()

    def _remove(self, start, end):
        if start < end:
            self.line = self.line[:start] + self.line[end:]
            self.cursor = start
            self._refreshLine()

    def _deleteRight(self):
        self._keep(self.line[: self.cursor] + self.line[self.cursor + 1 :], self.cursor)

    def _keep(self, text, cursor):
        self.line, self.cursor = text, cursor
        self._refreshLine()

    # -- words, lines, history ------------------------------------------------------------------------

    def _word_start(self):
        return _WORD_BEFORE.search(self.line[: self.cursor]).start()

    def _word_end(self):
        found = _WORD_AFTER.match(self.line[self.cursor :])
        return self.cursor + (found.end() if found else 0)

    def _line(self):
        """The line is complete: remember it, and hand it over."""
        line = self.line
        if line and (not self.history or self.history[0] != line):
            self.history.insert(0, line)
            del self.history[LONGEST_HISTORY:]
        self.historyIndex = -1
        self.clearLine()
        self._onLine(line)

    def clearLine(self):
        """Leave the line as it looks, and begin an empty one below it."""
        self._moveCursor(len(self.line))
        self.output.write("\r\n")
        self.line, self.cursor, self.prevRows = "", 0, 0

    def _recall(self, step):
        at = self.historyIndex + step
        if not -1 <= at < len(self.history) or at == self.historyIndex:
            return
        self.historyIndex = at
        self.line = self.history[at] if at >= 0 else ""
        self.cursor = len(self.line)
        self._refreshLine()

    def _tabComplete(self):
        if self.completer is None:
            return
        self.pause()
        self.completer(self.line[: self.cursor], self._completed)

    def _completed(self, error=None, found=None):
        self.resume()
        if error is not None or not found or not found[0]:
            return
        completions, word = found[0], found[1]
        if len(completions) == 1:
            self._insertString(completions[0][len(word) :])
        else:
            self.output.write("\r\n")
            self._show(completions)
            common = _common_start([completion for completion in completions if completion])
            if len(common) > len(word):
                self._insertString(common[len(word) :])
        self._refreshLine()

    def _show(self, completions):
        """Show them in columns, those behind an empty one as a group of their own."""
        cell = max(map(len, completions)) + 2
        fit = self._columns() // cell or 1
        for is_group, group in groupby(completions, bool):
            if is_group:
                self._show_group(list(group), cell, fit)

    def _show_group(self, group, cell, fit):
        rows = range(0, len(group), fit) if fit < _UNBOUNDED // cell else ()
        for start in rows:
            row = group[start : start + fit]
            cells = [item.ljust(cell) if column < fit - 1 else item for column, item in enumerate(row)]
            self.output.write("".join(cells) + "\r\n")
        self.output.write("\r\n")

    # -- keys -----------------------------------------------------------------------------------------

    def _ttyWrite(self, text, key):
        key = key or {}
        name = key.get("name")
        if name == "escape":
            return
        if key.get("ctrl"):
            action = _CTRL.get(name)
        elif key.get("meta"):
            action = _META.get(name)
        elif name == "enter" and self._saw_return:
            self._saw_return = False
            return
        else:
            self._saw_return = name == "return"
            action = _PLAIN.get(name)
            if action is None:
                action = partial(Editing._type, text=text)
        if action is not None:
            action(self)

    def _type(self, text):
        text = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        first, *others = _LINE_END.split(text or "")
        if first:
            self._insertString(first)
        for line in others:
            self._line()
            if line:
                self._insertString(line)

    def _interrupt(self):
        if self.listener_count("SIGINT"):
            self.emit("SIGINT")
        else:
            self.close()

    def _end_or_delete(self):
        if not self.line:
            self.close()
        elif self.cursor < len(self.line):
            self._deleteRight()

    def _suspend(self):
        if self.listener_count("SIGTSTP"):
            self.emit("SIGTSTP")
            return
        self.pause()
        self._setRawMode(False)
        watcher = get_loop().signal(signal.SIGCONT)

        def awake():
            watcher.stop()
            self._setRawMode(True)
            self.resume()
            self.emit("SIGCONT")
            self._refreshLine()

        get_loop().watch(watcher, awake)
        processes.kill(os.getpid(), signal.SIGTSTP)

    def _clear_screen(self):
        cursorTo(self.output, 0, 0)
        clearScreenDown(self.output)
        self.prevRows = 0
        self._refreshLine()


def _to_word_left(line):
    return line._moveCursor(line._word_start() - line.cursor)


def _to_word_right(line):
    return line._moveCursor(line._word_end() - line.cursor)


def _cut_word_left(line):
    return line._remove(line._word_start(), line.cursor)


def _cut_word_right(line):
    return line._remove(line.cursor, line._word_end())


def _cut_left(line):
    return line._remove(max(line.cursor - 1, 0), line.cursor)


def _to_start(line):
    return line._moveCursor(-line.cursor)


def _to_end(line):
    return line._moveCursor(len(line.line))


def _to_left(line):
    return line._moveCursor(-1)


def _to_right(line):
    return line._moveCursor(1)


def _recall_older(line):
    return line._recall(1)


def _recall_newer(line):
    return line._recall(-1)


_CTRL = {
    "a": _to_start,
    "b": _to_left,
    "backspace": _cut_word_left,
    "c": Editing._interrupt,
    "d": Editing._end_or_delete,
    "delete": _cut_word_right,
    "e": _to_end,
    "f": _to_right,
    "h": _cut_left,
    "k": lambda line: line._keep(line.line[: line.cursor], line.cursor),
    "l": Editing._clear_screen,
    "left": _to_word_left,
    "n": _recall_newer,
    "p": _recall_older,
    "right": _to_word_right,
    "u": lambda line: line._keep(line.line[line.cursor :], 0),
    "w": _cut_word_left,
    "z": Editing._suspend,
}
_META = {
    "b": _to_word_left,
    "backspace": _cut_word_left,
    "d": _cut_word_right,
    "delete": _cut_word_right,
    "f": _to_word_right,
}
_PLAIN = {
    "backspace": _cut_left,
    "delete": Editing._deleteRight,
    "down": _recall_newer,
    "end": _to_end,
    "enter": Editing._line,
    "home": _to_start,
    "left": _to_left,
    "return": Editing._line,
    "right": _to_right,
    "tab": Editing._tabComplete,
    "up": _recall_older,
}
