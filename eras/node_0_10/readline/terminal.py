"""The modes of a terminal, and what is known of it."""

import atexit
import termios

_usual = {}


def _attribute(stream, name):
    return getattr(stream, name, None)


_look_up = _attribute


def use(look_up):
    """Let a host of another language say what a program has put on its streams."""
    global _look_up
    _look_up = look_up


def is_terminal(stream):
    """Whether a stream says that it leads to a terminal."""
    return bool(_look_up(stream, "isTTY"))


def columns_of(stream):
    """How wide a stream says that it is; None if it does not."""
    columns = _look_up(stream, "columns")
    return columns if isinstance(columns, int) and columns > 0 else None


def set_raw(stream, raw):
    """Whether each key is handed over at once and unseen; back to what it was when the program ends."""
    own = getattr(stream, "setRawMode", None)
    if callable(own):
        own(raw)
        return
    fd = getattr(stream, "fd", None)
    if not isinstance(fd, int) or not is_terminal(stream):
        return
    if fd not in _usual:
        _usual[fd] = termios.tcgetattr(fd)
        atexit.register(_restore, fd)
    if raw:
        termios.tcsetattr(fd, termios.TCSADRAIN, _raw(termios.tcgetattr(fd)))
    else:
        _restore(fd)


def _raw(mode):
    mode[0] &= ~(termios.BRKINT | termios.ICRNL | termios.INPCK | termios.ISTRIP | termios.IXON)
    mode[1] |= termios.OPOST | termios.ONLCR
    mode[2] |= termios.CS8
    mode[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    return mode


def _restore(fd):
    termios.tcsetattr(fd, termios.TCSADRAIN, _usual[fd])
