"""`child_process` of 0.10: other programs, with their streams and their end.

Options are a dict or keywords.
"""

import os as _os

from nodecore.values import is_falsy as _is_falsy
from nodecore.values import lacks as _lacks

from ..options import merged as _merged
from .hosting import execution as _execution
from .output import Collector as _Collector
from .process import ChildProcess as _ChildProcess

__all__ = ["execFile", "exec_", "fork", "spawn"]


def spawn(command, args=None, options=None, **more):
    """Start a program; options: `cwd`, `env`, `stdio`, `detached`, `uid`, `gid`."""
    if not (_is_falsy(args) or isinstance(args, (list, tuple))):
        missing = "unshift" if isinstance(args, str) else "slice"
        raise _lacks(args, missing)
    child = _ChildProcess()
    child._spawn(command, list(args or ()), _merged(options, more))
    return child


def exec_(command, options=None, callback=None, **more):
    """Run a command of the shell; the callback gets (error, stdout, stderr).

    Options: `cwd`, `env`, `encoding`, `timeout`, `maxBuffer`, `killSignal`.
    """
    if callable(options):
        options, callback = None, options
    return execFile("/bin/sh", ["-c", command], _merged(options, more), callback)


def execFile(file, args=None, options=None, callback=None, **more):
    """Run a program; the callback gets (error, stdout, stderr). Options as of `exec`."""
    given = [args, options, callback]
    callback = next((value for value in reversed(given) if callable(value)), None)
    args = next((value for value in given if isinstance(value, (list, tuple))), ())
    options = next((value for value in given if isinstance(value, dict)), {})
    options = {**options, **more}
    child = spawn(file, args, {name: options.get(name) for name in ("cwd", "env")})
    _Collector(child, callback, options)
    return child


def fork(modulePath, args=None, options=None, **more):
    """Run another program of this generation, connected by messages: `send` and the event `message`.

    Options: `cwd`, `env`, `silent`, `execPath`, `execArgv`.
    """
    if isinstance(args, dict):
        args, options = None, args
    options = _merged(options, more)
    path, flags = _execution()
    flags = flags if options.get("execArgv") is None else options["execArgv"]
    options["stdio"] = [*(["pipe"] * 3 if options.get("silent") else [0, 1, 2]), "ipc"]
    argv = [*flags, _os.fspath(modulePath), *(args if isinstance(args, (list, tuple)) else ())]
    return spawn(options.get("execPath") or path, argv, options)
