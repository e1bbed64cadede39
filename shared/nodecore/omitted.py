"""What stands for an argument that was left out, and for a null, where None is one that may be given."""

from __future__ import annotations

from typing import Any


class _Omitted:
    """Shown as `...` in the signatures that `help()` prints."""

    def __repr__(self) -> str:
        return "..."


OMITTED: Any = _Omitted()


class _Null:
    """False, zero and "null", as JavaScript has it."""

    def __bool__(self) -> bool:
        return False

    def __float__(self) -> float:
        return 0.0

    def __repr__(self) -> str:
        return "null"


NULL: Any = _Null()
"""JavaScript's null, for a function that tells it from undefined, which is None there."""
