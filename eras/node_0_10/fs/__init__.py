"""`fs` of 0.10: files and folders.

Each call exists twice. With a callback, its last argument, it is made in a thread; the callback gets an error
or None first. Named `…Sync` it is made at once and raises. Options are a dict or keywords.
"""

import os as _system

from nodecore.errors import NodeError

from . import calls as _calls
from .arguments import path_of as _path_of
from .arguments import seconds_of as _toUnixTimestamp
from .reading import read, readSync, write, writeSync
from .stats import Stats
from .streams import ReadStream, WriteStream, createReadStream, createWriteStream
from .sync_stream import SyncWriteStream
from .twins import at_once as _at_once
from .twins import later as _later
from .twins import split_callback as _split_callback
from .watching import unwatchFile, watch, watchFile

readFile, readFileSync = _later(_calls.readFile), _at_once(_calls.readFile)
close, closeSync = _later(_calls.close), _at_once(_calls.close)
open, openSync = _later(_calls.open_), _at_once(_calls.open_)
rename, renameSync = _later(_calls.rename), _at_once(_calls.rename)
truncate, truncateSync = _later(_calls.truncate), _at_once(_calls.truncate)
ftruncate, ftruncateSync = _later(_calls.ftruncate), _at_once(_calls.ftruncate)
rmdir, rmdirSync = _later(_calls.rmdir), _at_once(_calls.rmdir)
fdatasync, fdatasyncSync = _later(_calls.fdatasync), _at_once(_calls.fdatasync)
fsync, fsyncSync = _later(_calls.fsync), _at_once(_calls.fsync)
mkdir, mkdirSync = _later(_calls.mkdir), _at_once(_calls.mkdir)
readdir, readdirSync = _later(_calls.readdir), _at_once(_calls.readdir)
fstat, fstatSync = _later(_calls.fstat), _at_once(_calls.fstat)
lstat, lstatSync = _later(_calls.lstat), _at_once(_calls.lstat)
stat, statSync = _later(_calls.stat), _at_once(_calls.stat)
readlink, readlinkSync = _later(_calls.readlink), _at_once(_calls.readlink)
symlink, symlinkSync = _later(_calls.symlink), _at_once(_calls.symlink)
link, linkSync = _later(_calls.link), _at_once(_calls.link)
unlink, unlinkSync = _later(_calls.unlink), _at_once(_calls.unlink)
fchmod, fchmodSync = _later(_calls.fchmod), _at_once(_calls.fchmod)
chmod, chmodSync = _later(_calls.chmod), _at_once(_calls.chmod)
fchown, fchownSync = _later(_calls.fchown), _at_once(_calls.fchown)
chown, chownSync = _later(_calls.chown), _at_once(_calls.chown)
utimes, utimesSync = _later(_calls.utimes, plain=True), _at_once(_calls.utimes)
futimes, futimesSync = _later(_calls.futimes, plain=True), _at_once(_calls.futimes)
writeFile, writeFileSync = _later(_calls.writeFile), _at_once(_calls.writeFile)
appendFile, appendFileSync = _later(_calls.appendFile), _at_once(_calls.appendFile)
realpath, realpathSync = _later(_calls.realpath), _at_once(_calls.realpath)


def exists(path, callback=None) -> None:
    """Tell `callback` whether there is something at `path`."""
    _args, callback = _split_callback((callback,), {})

    def done(error=None, _stats=None):
        callback(error is None)

    stat(path, done)


def existsSync(path) -> bool:
    """Whether there is something at `path`."""
    try:
        return _system.path.exists(_path_of(path))
    except NodeError:
        return False


FileReadStream, FileWriteStream = ReadStream, WriteStream

__all__ = [  # noqa: RUF022 (in the order in which a program that lists them saw them)
    "Stats",
    "exists",
    "existsSync",
    "readFile",
    "readFileSync",
    "close",
    "closeSync",
    "open",
    "openSync",
    "read",
    "readSync",
    "write",
    "writeSync",
    "rename",
    "renameSync",
    "truncate",
    "truncateSync",
    "ftruncate",
    "ftruncateSync",
    "rmdir",
    "rmdirSync",
    "fdatasync",
    "fdatasyncSync",
    "fsync",
    "fsyncSync",
    "mkdir",
    "mkdirSync",
    "readdir",
    "readdirSync",
    "fstat",
    "lstat",
    "stat",
    "fstatSync",
    "lstatSync",
    "statSync",
    "readlink",
    "readlinkSync",
    "symlink",
    "symlinkSync",
    "link",
    "linkSync",
    "unlink",
    "unlinkSync",
    "fchmod",
    "fchmodSync",
    "chmod",
    "chmodSync",
    "fchown",
    "fchownSync",
    "chown",
    "chownSync",
    "_toUnixTimestamp",
    "utimes",
    "utimesSync",
    "futimes",
    "futimesSync",
    "writeFile",
    "writeFileSync",
    "appendFile",
    "appendFileSync",
    "watch",
    "watchFile",
    "unwatchFile",
    "realpathSync",
    "realpath",
    "createReadStream",
    "ReadStream",
    "FileReadStream",
    "createWriteStream",
    "WriteStream",
    "FileWriteStream",
    "SyncWriteStream",
]

if hasattr(_system, "O_SYMLINK"):
    # Only where a symbolic link itself can be opened; elsewhere this generation lacks them.
    lchmod, lchmodSync = _later(_calls.lchmod), _at_once(_calls.lchmod)
    lchown, lchownSync = _later(_calls.lchown), _at_once(_calls.lchown)
    __all__ += ["lchmod", "lchmodSync", "lchown", "lchownSync"]
