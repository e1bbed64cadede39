"""The modes of a terminal."""

import atexit
import termios

_usual = {}


def set_raw(stream, raw):
    """Whether each key is handed over at once and unseen; back to what it was when the program ends."""
    own = getattr(stream, "setRawMode", None)
    if callable(own):
        own(raw)
        return
    fd = getattr(stream, "fd", None)
    if not isinstance(fd, int) or not getattr(stream, "isTTY", None):
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
