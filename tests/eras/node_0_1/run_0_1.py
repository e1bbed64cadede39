"""Programs of 0.1 in a process of their own, run as `eras run` runs them."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import pytest
from gevent import subprocess

NAME_SERVER = """
import sys
from nodecore import dns_client
server = sys.argv.pop(1).split(",")
dns_client.system_servers = lambda: dns_client.Servers(((server[0], int(server[1])),))
from eratools import generations, run
sys.exit(run.run_file(generations.find("0.1"), sys.argv[1], sys.argv[2:]))
"""

needs_javascript = pytest.mark.skipif(find_spec("quickjs") is None, reason="the extra `js` is not installed")

LANGUAGES = [pytest.param("js", marks=needs_javascript), "py"]


def start(folder, source, language="js", name_server=None, **options):
    """The running process of a program; a name server is an address that stands in for the system's."""
    path = folder / f"program.{language}"
    path.write_text(source, encoding="utf-8")
    if name_server is not None:
        command = ["-c", NAME_SERVER, ",".join(map(str, name_server)), str(path)]
    else:
        command = ["-m", "eratools.cli", "run", "--era", "0.1", str(path)]
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen([sys.executable, *command], cwd=folder, **pipes)


def run(folder, source, language="js", name_server=None, stdin=None):
    """What a program prints that ends by itself and without complaint."""
    options = {} if stdin is None else {"stdin": subprocess.PIPE}
    process = start(folder, source, language, name_server, **options)
    out, err = process.communicate(None if stdin is None else stdin.encode())
    assert (err, process.returncode) == (b"", 0), err.decode()
    return out.decode()
