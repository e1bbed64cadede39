"""System errors as 0.10 reported them."""

import errno
import importlib
import socket
import subprocess
import sys

import pytest

from eras import node_0_10
from eras.node_0_10.errors import NodeError, system_error


@pytest.mark.parametrize(
    ("error", "syscall", "code"),
    [
        (errno.ECONNREFUSED, "connect", "ECONNREFUSED"),
        ("EADDRINUSE", "listen", "EADDRINUSE"),
        (OSError(errno.ENOENT, "no such file"), "connect", "ENOENT"),
        (socket.gaierror(socket.EAI_NONAME, "unknown"), "getaddrinfo", "ENOTFOUND"),
    ],
)
def test_system_error(error, syscall, code):
    made = system_error(error, syscall)
    assert isinstance(made, NodeError)
    assert vars(made) == {"message": f"{syscall} {code}", "code": code, "errno": code, "syscall": syscall}


def test_the_package_names_its_modules_and_imports_none():
    for name in node_0_10.MODULES:
        assert importlib.import_module(f"eras.node_0_10.{name}").__all__, name
    listed = "import sys, eras.node_0_10; print([name for name in sys.modules if 'node_0_10.' in name])"
    assert subprocess.check_output([sys.executable, "-c", listed], text=True) == "[]\n"
    assert node_0_10.VERSION == "v0.10.15"
