"""Node 0.1.24 of December 2009: promises, `sendHeader`, `sendBody`, `finish`, and a `process` for the rest.

    from eras.node_0_1 import http, sys

def hello(request, response):
    response.sendHeader(200, {"Content-Type": "text/plain"})
    response.sendBody("Hello World\\n")
    response.finish()

http.createServer(hello).listen(8000)
sys.puts("Server running at http://127.0.0.1:8000/")
eras.run()
"""

from importlib import import_module
from typing import Any

VERSION = "v0.1.24"

MODULES = ("assert_", "dns", "file", "http", "multipart", "path", "posix", "repl", "sys", "tcp", "uri")
"""The modules that a program of this generation gets with `require`."""

_HOMES = {
    "process": "process_object",
    "setTimeout": "timers",
    "clearTimeout": "timers",
    "setInterval": "timers",
    "clearInterval": "timers",
}

__all__ = [*MODULES, *_HOMES]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for, so that a program pays for nothing else."""
    if name in MODULES:
        return import_module(f"{__name__}.{name}")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
    return value
