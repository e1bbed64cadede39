"""What stands for an argument that was left out, where None is one that may be given."""

from __future__ import annotations

from typing import Any


class _Omitted:
    """Shown as `...` in the signatures that `help()` prints."""

    def __repr__(self) -> str:
        return "..."


OMITTED: Any = _Omitted()
