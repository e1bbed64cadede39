"""Whether something open keeps the program alive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class Referenced:
    """What keeps the program alive while it is open, unless it is told not to."""

    __slots__ = ("_ref",)

    _ref: bool

    def ref(self) -> None:
        """Keep the program alive while this is open (the default)."""
        self._set_ref(True)

    def unref(self) -> None:
        """Let the program end although this is open."""
        self._set_ref(False)

    def _set_ref(self, ref: bool) -> None:
        self._ref = ref
        for watcher in self._open_watchers():
            watcher.ref = ref

    def _open_watchers(self) -> Sequence[Any]:
        raise NotImplementedError
