"""Errors with Node's fields."""

import errno
import os
import socket

import pytest
from nodecore.errors import NodeError, NodeTypeError, describe, error_code, error_number


def test_only_what_is_given_is_an_own_property():
    assert vars(NodeError("a")) == {"message": "a"}
    assert vars(NodeError("a", "b", 3, "d")) == {"message": "a", "code": "b", "errno": 3, "syscall": "d"}
    assert NodeError("a").code is None
    assert str(NodeError("a")) == "a"
    assert isinstance(NodeTypeError("a"), TypeError)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errno.ECONNREFUSED, "ECONNREFUSED"),
        (-errno.EPIPE, "EPIPE"),
        ("ENOTFOUND", "ENOTFOUND"),
        (ConnectionResetError(errno.ECONNRESET, "reset"), "ECONNRESET"),
        (TimeoutError("took too long"), "ETIMEDOUT"),
        (socket.gaierror(socket.EAI_NONAME, "no such name"), "ENOTFOUND"),
        (99999, "UNKNOWN"),
    ],
)
def test_error_code(error, code):
    assert error_code(error) == code


def test_number_and_sentence():
    assert error_number("EPIPE") == errno.EPIPE
    assert error_number(OSError(errno.EPIPE, "x")) == errno.EPIPE
    assert error_number("ENOTFOUND") == 0
    assert describe(errno.EPIPE) == os.strerror(errno.EPIPE)
    assert describe("ENOTFOUND") == "ENOTFOUND"
