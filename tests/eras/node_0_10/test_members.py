"""The table of what the document names: every name is there and shown by a test, and none beside them."""

from pathlib import Path

import pytest
from support import HOST, run

from eras.node_0_10 import http, net

try:
    import tomllib
except ImportError:  # Python 3.10
    import tomli as tomllib

HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "members.toml").read_text())
LATER = TABLE.pop("later")

EMITTER = {
    "addListener",
    "emit",
    "listeners",
    "on",
    "once",
    "removeAllListeners",
    "removeListener",
    "setMaxListeners",
}


def public_names(thing):
    """The names a program finds on an object: its own, and those that the era's classes give it."""
    names = set(vars(thing))
    for cls in type(thing).__mro__:
        if cls.__module__.startswith("eras."):
            names.update(
                name
                for name, value in vars(cls).items()
                if not isinstance(value, (staticmethod, classmethod, type))
            )
    return {name.rstrip("_") for name in names if is_public(name)}


def is_public(name):
    return not name.startswith("_") and not ("_" in name.rstrip("_") and name.islower())


@pytest.fixture(scope="module")
def objects():
    """All the names that an object of each class ever showed in a live exchange."""
    shown = {}

    def note(name, thing):
        shown.setdefault(name, set()).update(public_names(thing))

    def listener(request, response):
        note("http.IncomingMessage", request)
        note("http.ServerResponse", response)
        response.write("x")
        note("net.Socket", request.socket)
        note("http.ServerResponse", response)
        request.on("end", response.end)
        response.on("finish", lambda: note("http.ServerResponse", response))
        request.resume()

    def start():
        note("http.Server", server)
        options = {"host": HOST, "port": server.address()["port"], "method": "POST", "agent": agent}
        request = http.request(options)
        note("http.ClientRequest", request)
        note("http.Agent", agent)
        request.on("response", lambda response: answered(request, response))
        request.end("x")

    def answered(request, response):
        note("http.ClientRequest", request)
        note("http.IncomingMessage", response)
        response.on("end", server.close)
        response.resume()

    agent = http.Agent()
    server = http.createServer(listener)
    server.listen(0, HOST, start)
    run()
    note("net.Server", net.createServer())
    note("net.Socket", net.Socket())
    return shown


def rows(*kinds):
    """(class, kind, name, test) of every row of the table."""
    return [
        pytest.param(owner, name, test, id=f"{owner}-{kind}-{name}")
        for owner, table in TABLE.items()
        for kind in kinds
        for name, test in table.get(kind, {}).items()
    ]


CLASSES = [name for name in TABLE if "." in name]
MODULES = {"http": http, "net": net}


@pytest.mark.parametrize(("owner", "name", "test"), rows("members", "events", "options"))
def test_a_test_shows_it(owner, name, test):
    module, function = test.split("::")
    source = (HERE / f"{module}.py").read_text()
    assert f"\ndef {function}(" in source


@pytest.mark.parametrize(("owner", "name", "test"), rows("members"))
def test_the_member_exists(owner, name, test, objects):
    if owner in MODULES:
        assert name in MODULES[owner].__all__
        assert hasattr(MODULES[owner], name)
    else:
        assert name in objects[owner]


@pytest.mark.parametrize("owner", CLASSES)
def test_nothing_undocumented_is_public(owner, objects):
    table = TABLE[owner]
    assert objects[owner] - set(table["members"]) - set(table["also"]) - EMITTER == set()


@pytest.mark.parametrize("owner", CLASSES)
def test_every_class_is_an_emitter(owner, objects):
    assert objects[owner] >= EMITTER


@pytest.mark.parametrize("name", MODULES)
def test_modules_offer_only_what_is_documented(name):
    assert set(MODULES[name].__all__) == set(TABLE[name]["members"])


@pytest.mark.parametrize("owner", LATER)
def test_nothing_of_a_later_generation_is_there(owner, objects):
    later = set(LATER[owner])
    if owner in MODULES:
        assert [name for name in later if hasattr(MODULES[owner], name)] == []
    else:
        assert objects[owner] & later == set()
