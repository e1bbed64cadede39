"""What a terminal is sent to move its cursor."""


def cursorTo(stream, x, y=None):
    """Move the cursor to a column, and a row if given; both from 0."""
    if isinstance(x, (int, float)):
        stream.write(f"\x1b[{int(x) + 1}G" if y is None else f"\x1b[{int(y) + 1};{int(x) + 1}H")


def moveCursor(stream, dx, dy):
    """Move the cursor by so many columns and rows."""
    if dx:
        stream.write(f"\x1b[{abs(int(dx))}{'C' if dx > 0 else 'D'}")
    if dy:
        stream.write(f"\x1b[{abs(int(dy))}{'B' if dy > 0 else 'A'}")


def clearLine(stream, dir_):
    """Clear the line: left of the cursor (-1), right of it (1), or all of it (0)."""
    stream.write("\x1b[1K" if dir_ < 0 else "\x1b[0K" if dir_ > 0 else "\x1b[2K")


def clearScreenDown(stream):
    """Clear what is below and right of the cursor."""
    stream.write("\x1b[0J")
