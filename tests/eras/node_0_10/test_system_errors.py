"""System errors as 0.10 reported them."""

import errno
import socket

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
    assert node_0_10.MODULES == (
        "events",
        "http",
        "net",
        "querystring",
        "stream",
        "string_decoder",
        "timers",
        "url",
    )
    assert node_0_10.VERSION == "v0.10.15"
