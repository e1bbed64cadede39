"""Members of 0.1 in JavaScript: each program checks some, prints their names, and ends by itself."""

import os
import re
from pathlib import Path

from run_0_1 import needs_javascript
from servers_0_1 import Program

PROGRAMS = Path(__file__).parent / "programs" / "members"


def checked(name, *arguments, code=0, complaint=b"", **options):
    """The names that a program printed."""
    program = Program(PROGRAMS / f"{name}.js", *arguments, ports=2, **options)
    rest, err = program.process.communicate()
    assert (err, program.process.returncode) == (complaint, code), err.decode()
    return {program.first_line.rstrip(), *rest.decode().splitlines()}


def wanted(name):
    """The names that a program checks, as its source has them."""
    return set(re.findall(r'ok\("([^"]+)"', (PROGRAMS / f"{name}.js").read_text()))


@needs_javascript
def test_process():
    env = {**os.environ, "COLOUR": "blue"}
    assert checked("process", "last", code=7, env=env) == wanted("process")


@needs_javascript
def test_events_and_timers():
    assert checked("events") == wanted("events")


@needs_javascript
def test_promise():
    assert checked("promise") == wanted("promise")


@needs_javascript
def test_tcp():
    assert checked("tcp") == wanted("tcp")


@needs_javascript
def test_http():
    assert checked("http") == wanted("http")


@needs_javascript
def test_sys():
    assert checked("sys", complaint=b"complaint") == {*wanted("sys"), "write"}
