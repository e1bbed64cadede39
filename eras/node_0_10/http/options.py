"""The options of a request, however they were given."""

from __future__ import annotations

from nodecore.errors import NodeError, NodeTypeError
from nodecore.omitted import NULL
from nodecore.values import text_of

_FIELDS = tuple(
    "protocol host hostname port defaultPort localAddress socketPath method path headers auth agent setHost"
    " createConnection".split()
)


def request_options(options, more=None):
    """A dict of options from a dict, a URL, or what `url.parse` returned, and the keywords `more`.

    An option that is null is left out; a header is sent.
    """
    if options is None or options is NULL:
        if not more:
            raise NodeTypeError(f"Cannot read property 'protocol' of {text_of(options)}")
        options = {}
    if isinstance(options, str):
        from .. import url

        options = url.parse(options)
    if not isinstance(options, dict):
        options = dict(vars(options)) if hasattr(options, "__dict__") else _read(options)
    if NULL in options.values():
        options = {name: value for name, value in options.items() if value is not NULL}
    return {**options, **more} if more else options


def _read(options):
    """What a JavaScript object of a class of its own has, and what it inherits."""
    found = {name: getattr(options, name, None) for name in (*_FIELDS, *dir(options))}
    return {name: value for name, value in found.items() if value is not None}


def check_protocol(options, protocol):
    """Refuse a URL that belongs to another module."""
    given = options.get("protocol")
    if given and given != protocol:
        raise NodeError(f"Protocol:{given} not supported.")
