"""Each call of `fs` twice: with a callback, made in a thread, and named `…Sync`, made at once."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable
from typing import Any

from nodecore.emitter import adapt, positional_bounds
from nodecore.loop import get_loop

from .calls import Work
from .failures import Failure, PathError, told_at_once, told_later

Call = Callable[..., Work]

PACKAGE = __name__.rpartition(".")[0]


def later(call: Call, *, name: str | None = None, plain: bool = False) -> Callable[..., None]:
    """`call` with a callback, its last argument. `plain` callbacks get no null when all went well."""

    required = positional_bounds(call)[0]

    def ask(*args: Any, **options: Any) -> None:
        args, callback = split_callback(args, options)
        if not options:
            args += (None,) * (required - len(args))
        try:
            work = call(*args, **options)
        except PathError as error:
            get_loop().next_tick(callback, error)
            return
        submit(work, callback, plain)

    ask = _shape(ask, call, name or _name(call), "callback")
    ask.__doc__ = f"{call.__doc__}\n\n    `callback` is given an error or None, and what came of it."
    return ask


def at_once(call: Call, *, name: str | None = None) -> Callable[..., Any]:
    """`call`, returning what it gives."""

    def do(*args: Any, **options: Any) -> Any:
        return perform(call(*args, **options))

    return _shape(do, call, f"{name or _name(call)}Sync")


def perform(work: Work) -> Any:
    """Do the work now."""
    get_loop().catch_up()
    try:
        return work()
    except Failure as failure:
        raise told_at_once(failure) from None


def submit(work: Work, callback: Callable[..., Any], plain: bool = False) -> None:
    """Do the work in a thread, then call back."""

    def done(error: BaseException | None, value: Any) -> None:
        if error is not None:
            callback(told_later(error) if isinstance(error, Failure) else error)
        elif value is not None:
            callback(None, value)
        elif plain:
            callback()
        else:
            callback(None)

    get_loop().in_thread(work, done=done)


def split_callback(args: tuple, options: dict[str, Any]) -> tuple[tuple, Callable[..., Any]]:
    """The arguments before the callback, and the callback: the last argument, however many there are."""
    callback = options.pop("callback", None)
    while callback is None and args:
        if callable(args[-1]):
            callback, args = args[-1], args[:-1]
        elif args[-1] is None:
            args = args[:-1]
        else:
            break
    return args, adapt(callback) if callable(callback) else missing_callback


def missing_callback(error: Any = None, *_values: Any) -> None:
    """What happens to an error that nobody asked to hear of."""
    if isinstance(error, BaseException):
        print(f"fs: missing callback Error: {getattr(error, 'message', error)}", file=sys.stderr)


def _name(call: Call) -> str:
    return call.__name__.rstrip("_")


def _shape(function: Any, call: Call, name: str, *more: str) -> Any:
    """`function` under `name`, with the parameters and the documentation of `call`, and `more` ones."""
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [*inspect.signature(call).parameters.values()]
    parameters = [parameter for parameter in parameters if parameter.kind is kind]
    parameters += [inspect.Parameter(extra, kind, default=None) for extra in more]
    if more:
        # An optional argument may be left out although the callback follows.
        parameters = [parameter.replace(default=None) for parameter in parameters]
    functools.update_wrapper(function, call)
    del function.__wrapped__
    function.__signature__ = inspect.Signature(parameters)
    function.__name__ = function.__qualname__ = name
    function.__module__ = PACKAGE
    return function
