"""Programs of 0.1 in processes of their own, in Python and in JavaScript."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

HEAD = "from eras.node_0_1 import *\nimport eras\n"

needs_javascript = pytest.mark.skipif(
    importlib.util.find_spec("quickjs") is None, reason="the extra `js` is not installed"
)


def command(source):
    """The command line of a program in Python."""
    return [sys.executable, "-c", f"{HEAD}{source}\neras.run()\n"]


def start(source, **pipes):
    """Start a program in Python, whose standard descriptors are pipes unless told otherwise."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | pipes
    return subprocess.Popen(command(source), **pipes)


def run(source, **options):
    """Run a program in Python to its end."""
    return subprocess.run(command(source), capture_output=True, text=True, timeout=60, check=False, **options)


def run_javascript(source, folder, **options):
    """Run a program in JavaScript to its end, in `folder`; what it wrote to stdout."""
    (folder / "program.js").write_text('process.mixin(GLOBAL, require("sys"));\n' + source)
    line = [sys.executable, "-m", "eratools.cli", "run", "--era", "0.1", "program.js"]
    done = subprocess.run(
        line, cwd=folder, capture_output=True, text=True, timeout=60, check=False, **options
    )
    assert (done.stderr, done.returncode) == ("", 0)
    return done.stdout
