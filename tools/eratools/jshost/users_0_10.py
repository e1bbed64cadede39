"""Whom the process belongs to: what `process` of 0.10 has of users and groups."""

from __future__ import annotations

import grp
import os
import pwd
from collections.abc import Callable
from typing import Any

from nodecore.values import is_number

from eras.node_0_10.errors import NodeError, NodeTypeError
from eras.node_0_10.fs.failures import Failure, told_at_once

_NEITHER = "must be a number or a string"


class Users:
    """The calls that ask for or change an identity, each by its number or its name."""

    def getuid(self) -> int:
        """The numeric user identity."""
        return os.getuid()

    def getgid(self) -> int:
        """The numeric group identity."""
        return os.getgid()

    def getgroups(self) -> list[int]:
        """The supplementary groups."""
        return [*os.getgroups(), *({os.getegid()} - set(os.getgroups()))]

    def setuid(self, user: Any) -> None:
        """Set the user identity."""
        _check(user, f"setuid argument {_NEITHER}")
        _change(os.setuid, "setuid", _number(user, _user, "setuid user id does not exist"))

    def setgid(self, group: Any) -> None:
        """Set the group identity."""
        _check(group, f"setgid argument {_NEITHER}")
        _change(os.setgid, "setgid", _number(group, _group, "setgid group id does not exist"))

    def setgroups(self, groups: Any) -> None:
        """Set the supplementary groups."""
        if not isinstance(groups, list):
            raise NodeTypeError("argument 1 must be an array")
        _change(
            os.setgroups, "setgroups", [_number(group, _group, "group name not found") for group in groups]
        )

    def initgroups(self, user: Any, group: Any) -> None:
        """Set the supplementary groups to those of a user, and one more."""
        for position, value in enumerate((user, group), 1):
            _check(value, f"argument {position} {_NEITHER}")
        name = user if isinstance(user, str) else _name(user)
        _change(os.initgroups, "initgroups", name, _number(group, _group, "initgroups extra group not found"))


def _is_number(value: Any) -> bool:
    return is_number(value) and 0 <= value < 1 << 32 and value == value // 1


def _check(value: Any, complaint: str) -> None:
    if not (isinstance(value, str) or _is_number(value)):
        raise NodeTypeError(complaint)


def _number(given: Any, find: Callable[[Any], int], complaint: str) -> int:
    if _is_number(given):
        return int(given)
    try:
        return find(given)
    except (KeyError, TypeError):
        raise NodeError(complaint) from None


def _user(name: Any) -> int:
    return pwd.getpwnam(name).pw_uid


def _group(name: Any) -> int:
    return grp.getgrnam(name).gr_gid


def _name(user: float) -> str:
    try:
        return pwd.getpwuid(int(user)).pw_name
    except KeyError:
        raise NodeError("initgroups user not found") from None


def _change(call: Callable[..., Any], syscall: str, *values: Any) -> None:
    try:
        call(*values)
    except OSError as error:
        raise told_at_once(Failure(error, syscall, None)) from None
