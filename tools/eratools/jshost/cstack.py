"""How much of the C stack is used, and how much the engine may use.

The engine measures its stack from the latest entry. So a function that calls Python, which calls
JavaScript and returns, moves that mark with every level of a recursion, and endless recursion would never
be noticed. Hence the true position is asked before each nested entry.
"""

from __future__ import annotations

import ctypes
import resource
import threading
from collections.abc import Callable

WANTED = 192 << 20
"""How far the main thread's stack may grow, where its limits can be raised and it meets no other memory."""
SURE = 96 << 20
"""How far it can grow everywhere: the system leaves so much below it."""
_SPARE = 4 << 20


def room() -> int:
    """How large this thread's stack may become. The main thread's grows up to a limit that can be raised."""
    if threading.current_thread() is not threading.main_thread():
        return threading.stack_size() or 8 << 20
    soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    wanted = min(WANTED, max(SURE, _free_below()))
    if soft == resource.RLIM_INFINITY:
        return wanted
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if wanted > soft:
        try:
            resource.setrlimit(resource.RLIMIT_STACK, (wanted, hard))
            return wanted
        except (OSError, ValueError):
            pass
    return min(soft, wanted)


def _free_below() -> int:
    """How far the main thread's stack is from what lies below it; 0 where that cannot be known."""
    try:
        with open("/proc/self/maps") as maps:
            below = 0
            for line in maps:
                end = int(line.split(" ", 1)[0].partition("-")[2], 16)
                if line.endswith("[stack]\n"):
                    return end - below - _SPARE
                below = end
    except OSError:
        pass
    return 0


def make_probe() -> Callable[[], int]:
    """A function that tells an address at the present end of the C stack, or 0 where that cannot be known."""
    prototype = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p)
    try:
        walk = ctypes.PyDLL(None).dl_iterate_phdr
    except (AttributeError, OSError):
        return lambda: 0
    seen = 0

    def see(info: int, _size: int, _data: int) -> int:
        # What it is told of lies on the stack of the function that tells.
        nonlocal seen
        seen = info
        return 1

    callback = prototype(see)
    walk.argtypes = [prototype, ctypes.c_void_p]
    walk.restype = ctypes.c_int

    def probe() -> int:
        walk(callback, None)
        return seen

    return probe
