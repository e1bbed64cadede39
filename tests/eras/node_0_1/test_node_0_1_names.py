"""The public names of 0.1, held against its document."""

import importlib
import re
from pathlib import Path

import pytest

from eras import node_0_1
from eras.node_0_1 import assert_, dns, file, http, multipart, path, posix, process, repl, sys, tcp, uri

EMITTER = {"addListener", "removeListener", "listeners", "emit"}
SECURITY = {"setSecure", "verifyPeer", "getPeerCertificate"}
INCOMING = EMITTER | {"headers", "setBodyEncoding", "pause", "resume"}

OPEN_FLAGS = {
    *("O_RDONLY", "O_WRONLY", "O_RDWR", "O_CREAT", "O_EXCL", "O_TRUNC", "O_APPEND"),
    *("O_SYNC", "O_NOCTTY", "O_DIRECTORY", "O_NOFOLLOW"),
}
POSIX_CALLS = {
    *("rename", "stat", "unlink", "rmdir", "mkdir", "readdir", "close", "open", "write", "read", "cat"),
    "sendfile",
}
PATH_CALLS = {"join", "normalize", "normalizeArray", "dirname", "filename", "exists"}
URI_CALLS = {"parse", "decode", "resolve"}
WHOLE_FILES = {"read", "write"}
POSIX_TWINS = {f"{name}Sync" for name in POSIX_CALLS}

CLASSES = [
    (process.EventEmitter, EMITTER),
    (
        process.Promise,
        EMITTER
        | {"addCallback", "addErrback", "addCancelback", "emitSuccess", "emitError", "emitCancel"}
        | {"cancel", "timeout", "wait"},
    ),
    (
        type(process),
        EMITTER
        | {
            "EventEmitter",
            "Promise",
            "Module",
            "mixin",
            "pid",
            "memoryUsage",
            "exit",
            "cwd",
            "chdir",
            "umask",
            "kill",
        }
        | {"ChildProcess", "createChildProcess", "watchFile", "unwatchFile", "compile"}
        | OPEN_FLAGS,
    ),
    (process.ChildProcess, EMITTER | {"pid", "write", "close", "kill"}),
    (type(process.stdio), EMITTER | {"open", "write", "writeError", "close"}),
    (
        posix.Stats,
        {"isFile", "isDirectory", "isBlockDevice", "isCharacterDevice", "isSymbolicLink", "isFIFO"}
        | {"isSocket"},
    ),
    (multipart.Stream, EMITTER),
    (multipart.Part, EMITTER | {"name", "filename"}),
    (tcp.Server, EMITTER | {"listen", "close", "setSecure"}),
    (
        tcp.Connection,
        EMITTER
        | {"connect", "remoteAddress", "readyState", "setEncoding", "send", "close", "forceClose"}
        | {"readPause", "readResume", "setTimeout", "setNoDelay"}
        | SECURITY,
    ),
    (http.Server, EMITTER | {"listen", "close", "setSecure"}),
    (http.ServerRequest, INCOMING | {"uri", "connection"}),
    (http.ServerResponse, EMITTER | {"sendHeader", "sendBody", "finish"}),
    (http.Client, EMITTER | SECURITY | {"request", "get", "head", "post", "put", "del_"}),
    (http.ClientRequest, EMITTER | {"sendBody", "finish"}),
    (http.ClientResponse, INCOMING),
]

MODULES = [
    (
        assert_,
        {"fail", "ok", "equal", "notEqual", "deepEqual", "notDeepEqual", "strictEqual", "notStrictEqual"}
        | {"throws", "doesNotThrow", "AssertionError"},
    ),
    (
        dns,
        {"resolve4", "resolve6", "reverse"}
        | {"TEMPFAIL", "PROTOCOL", "NXDOMAIN", "NODATA", "NOMEM", "BADQUERY"},
    ),
    (file, {"File"} | WHOLE_FILES),
    (multipart, {"parse", "Stream", "Part"}),
    (path, PATH_CALLS),
    (repl, {"start", "scope"}),
    (uri, URI_CALLS),
    (posix, {"Stats", "Stat"} | POSIX_CALLS | POSIX_TWINS),
    (sys, {"puts", "print", "debug", "inspect", "exec", "error", "p", "inherits"}),
    (tcp, {"Server", "Connection", "createServer", "createConnection"}),
    (
        http,
        {
            "Server",
            "ServerRequest",
            "ServerResponse",
            "Client",
            "ClientRequest",
            "ClientResponse",
            "Connection",
        }
        | {"createServer", "createClient", "cat"},
    ),
]

GLOBALS = {"process", "setTimeout", "clearTimeout", "setInterval", "clearInterval"}

LATER = (
    "nextTick on once removeAllListeners setMaxListeners writeHead write end addTrailers headersSent "
    "statusMessage rawHeaders trailers "
    "setHeader getHeader removeHeader setImmediate argv env Agent STATUS_CODES "
    "createReadStream pipe setEncoding url destroy abort"
)


def visible(kind):
    """What a program sees of a class: what its era's classes define, without what is private."""
    found = set()
    for base in kind.__mro__:
        if base.__module__.startswith("eras."):
            found |= {
                name for name in vars(base) if not name.startswith("_") and not re.match("[a-z]+_[a-z]", name)
            }
    return found


@pytest.mark.parametrize(("kind", "names"), CLASSES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_class_has_what_the_document_names_and_no_more(kind, names):
    assert visible(kind) == names


@pytest.mark.parametrize(("module", "names"), MODULES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_module_exports_what_the_document_names_and_no_more(module, names):
    assert set(module.__all__) == names
    assert all(getattr(module, name) is not None for name in names)


def test_the_package_offers_its_modules_and_globals():
    assert set(node_0_1.__all__) == {*node_0_1.MODULES, *GLOBALS}
    for name in node_0_1.MODULES:
        assert getattr(node_0_1, name) is importlib.import_module(f"eras.node_0_1.{name}")
    with pytest.raises(AttributeError, match="nextTick"):
        _ = node_0_1.nextTick


def test_the_process_has_its_documented_values():
    assert {name for name in vars(process) if not name.startswith("_")} == {
        "ARGV",
        "ENV",
        "platform",
        "stdio",
    }


def test_an_emitter_has_no_later_method_from_beneath_either():
    assert [name for name in LATER.split(" ") if hasattr(process.EventEmitter(), name)] == []


@pytest.mark.parametrize("name", LATER.split(" "))
def test_no_name_of_a_later_generation(name):
    message_classes = (http.ServerRequest, http.ServerResponse, http.ClientRequest, http.ClientResponse)
    for kind in (type(process), http.Server, *message_classes):
        assert name not in visible(kind)


def test_the_documented_names_stand_in_the_document():
    document = Path(__file__).parents[4] / "shared" / "documents" / "node-0.1.24.txt"
    if not document.exists():
        pytest.skip(f"the document is not there: {document}")
    text = document.read_text()
    beyond_the_document = (
        {"get", "head", "post", "put", "del_", "p", "inherits"} | {"sendfile"} | POSIX_TWINS | OPEN_FLAGS
    )
    beyond_the_document |= {"AssertionError"} | PATH_CALLS | URI_CALLS
    names = set().union(*(names for _, names in CLASSES), *(names for _, names in MODULES))
    missing = {name for name in names - beyond_the_document if not re.search(rf"\b{name}\b", text)}
    assert missing == set()
