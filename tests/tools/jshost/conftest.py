"""A bridge with a fake era, and programs run as `eras run` runs them."""

import json
import subprocess
import sys

import pytest

pytest.importorskip("quickjs", reason="the extra `js` is not installed")

from eratools.jshost.bridge import Bridge
from nodecore.emitter import Emitter


def era_class(cls):
    """Make a class look as if an era's package defined it."""
    cls.__module__ = "eras.fake.things"
    return cls


class World:
    """A bridge whose global scope programs of a test share."""

    def __init__(self, bridge=None):
        self.bridge = bridge or Bridge()
        engine = self.bridge.engine
        self._define = engine.evaluate("(function (name, value) { globalThis[name] = value; })")
        self._evaluate = engine.evaluate("(function (source) { return (0, eval)(source); })")

    def define(self, name, value):
        """Make a Python value a global of JavaScript."""
        self.bridge.engine.call(self._define, name, self.bridge.write(value))

    def run(self, source):
        """Evaluate a script; its value as Python sees it."""
        bridge = self.bridge
        call = bridge.core["call"]
        return bridge.finish(bridge.engine.call(call, self._evaluate, None, bridge.write(source)))

    def sweep(self):
        """Let go of everything that nobody needs."""
        for _ in range(3):
            self.bridge.table.sweep(everything=True)


@pytest.fixture
def world():
    return World()


@pytest.fixture
def emitter_class():
    @era_class
    class Thing(Emitter):
        """An emitter of the fake era."""

        limit = 10
        emit = Emitter.emit

        def __init__(self, name="thing", *more):
            self.name = name
            self.more = list(more)
            self.headers = {"host": "example.com"}
            self._hidden = 1
            self.snake_case = 2

        def on(self, event, listener):
            self.add_listener(event, listener)
            return self

        def removeListener(self, event, listener):
            self.remove_listener(event, listener)
            return self

        def greet(self, who, loudly=False):
            text = f"{self.name} greets {who}"
            return text.upper() if loudly else text

        def itself(self):
            return self

        def greetAll(self, *names):
            return [self.greet(name) for name in names]

        @property
        def size(self):
            return len(self.name)

    return Thing


RUN = "import json, sys; from eratools import jshost; sys.exit(jshost.run_file(*json.loads(sys.argv[1])))"


class Program:
    """Runs files of a folder as the era's programs."""

    def __init__(self, folder):
        self.folder = folder

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run(self, era, text, *args, name="main.js", **options):
        """(exit code, stdout, stderr) of a program."""
        path = self.write(name, text)
        command = [sys.executable, "-c", RUN, json.dumps([era, str(path), list(args)])]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=self.folder, **options)
        return done.returncode, done.stdout, done.stderr


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path)
