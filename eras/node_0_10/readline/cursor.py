"""What a terminal is sent to move its cursor."""

from nodecore.errors import NodeError
from nodecore.values import is_number, number_of, text_of


def cursorTo(stream, x, y=None):
    """Move the cursor to a column, and a row if given; both from 0."""
    if not is_number(x):
        if is_number(y):
            raise NodeError("Can't set cursor row without also setting it's column")
        return
    row = f"{text_of(y + 1)};" if is_number(y) else ""
    stream.write(f"\x1b[{row}{text_of(x + 1)}{'H' if row else 'G'}")


def moveCursor(stream, dx, dy):
    """Move the cursor by so many columns and rows."""
    for distance, forth, back in ((number_of(dx), "C", "D"), (number_of(dy), "B", "A")):
        if abs(distance) > 0:
            stream.write(f"\x1b[{text_of(abs(distance))}{forth if distance > 0 else back}")


def clearLine(stream, dir_):
    """Clear the line: left of the cursor (-1), right of it (1), or all of it (0)."""
    direction = number_of(dir_)
    stream.write("\x1b[1K" if direction < 0 else "\x1b[0K" if direction > 0 else "\x1b[2K")


def clearScreenDown(stream):
    """Clear what is below and right of the cursor."""
    stream.write("\x1b[0J")
