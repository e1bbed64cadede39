"""What a module is, and the `require` that it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nodecore.loop import get_loop

from ..promise import Promise

if TYPE_CHECKING:
    from .loader import Loader


class Exports:
    """What a module gives to others: `exports.area = area`, or `exports["area"] = area`."""

    # Its names are the program's own, so a host shows them as they are: they follow no rule of a facade.
    __module__ = "exports"

    def __getitem__(self, name: str) -> Any:
        try:
            return getattr(self, name)
        except AttributeError:
            raise KeyError(name) from None

    def __setitem__(self, name: str, value: Any) -> None:
        setattr(self, name, value)

    def __delitem__(self, name: str) -> None:
        self.__dict__.pop(name, None)

    def __contains__(self, name: object) -> bool:
        return name in self.__dict__

    def __repr__(self) -> str:
        return f"<exports {', '.join(self.__dict__) or 'of nothing'}>"


class Module:
    """A loaded file. `exports` may be replaced; `children` are those that it was the first to require."""

    js_live = ("children",)

    def __init__(self, id: str, parent: Any = None, filename: str | None = None) -> None:
        self.id = id
        self.exports: Any = Exports()
        self.parent = parent
        self.filename = filename
        self.loaded = False
        self.children: list[Any] = []
        if isinstance(parent, Module):
            parent.children.append(self)

    def __repr__(self) -> str:
        return f"<module {self.id!r} from {self.filename!r}>"


class Require:
    """The `require` of one module: names that begin with `./` or `../` are relative to its file."""

    def __init__(self, loader: Loader, module: Module) -> None:
        self._loader = loader
        self._module = module

    def __call__(self, name: str) -> Any:
        """What the module `name` exports; it is loaded if nobody has required it before."""
        return self._loader.require(name, self._module)

    def async_(self, name: str, callback: Any = None) -> Promise:
        """A promise of what the module `name` exports (`async` is a word that Python reserves)."""
        promise = Promise()
        if callback is not None:
            promise.addCallback(callback)
        get_loop().timer(lambda: self._fulfil(promise, name), 1)
        return promise

    def _fulfil(self, promise: Promise, name: str) -> None:
        try:
            exports = self(name)
        except Exception as error:
            promise.emitError(error)
        else:
            promise.emitSuccess(exports)

    @property
    def paths(self) -> list[str]:
        """Where names without a leading dot are searched for; all modules share this list."""
        return self._loader.paths

    @property
    def main(self) -> Any:
        """The module that the program began with."""
        return self._loader.main
