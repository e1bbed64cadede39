"""What `configure` found out: variables that `build` reads, kept in the build folder between the two."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eratools.node_waf.errors import WafError

_FILE = "c4che.json"


class Environment:
    """Variables, as attributes or as items. One that was never set is an empty list."""

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        self.__dict__.update(values or {})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return []

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)

    def __setitem__(self, name: str, value: Any) -> None:
        setattr(self, name, value)

    def append_value(self, name: str, value: Any) -> None:
        """Add one value or several to a list."""
        self[name] = [*as_list(self[name]), *as_list(value)]

    append_unique = append_value

    def prepend_value(self, name: str, value: Any) -> None:
        """Add one value or several before the others of a list."""
        self[name] = [*as_list(value), *as_list(self[name])]


def as_list(value: Any) -> list[Any]:
    """A list as it is; the words of a string."""
    return value.split() if isinstance(value, str) else list(value)


def store(env: Environment, folder: Path) -> None:
    """Keep what was configured."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _FILE).write_text(json.dumps(vars(env), indent=1) + "\n", encoding="utf-8")


def restore(folder: Path) -> Environment:
    """What was configured before."""
    try:
        return Environment(json.loads((folder / _FILE).read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise WafError("the project is not configured: run `node-waf configure` first") from None
    except ValueError:
        raise WafError(f"{folder / _FILE} is damaged: run `node-waf configure` again") from None
