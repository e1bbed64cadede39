"""The options of a request, however they were given."""

from __future__ import annotations

from nodecore.errors import NodeError

_FIELDS = (
    "protocol",
    "host",
    "hostname",
    "port",
    "localAddress",
    "socketPath",
    "method",
    "path",
    "headers",
    "auth",
    "agent",
    "defaultPort",
    "createConnection",
    "setHost",
)


def request_options(options):
    """A dict of options from a dict, a URL, or what `url.parse` returned."""
    if isinstance(options, str):
        from .. import url

        options = url.parse(options)
    if not isinstance(options, dict):
        options = {name: getattr(options, name, None) for name in _FIELDS}
    return options


def check_protocol(options, protocol):
    """Refuse a URL that belongs to another module."""
    given = options.get("protocol")
    if given and given != protocol:
        raise NodeError(f"Protocol:{given} not supported.")
