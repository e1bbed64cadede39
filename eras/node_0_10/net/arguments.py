"""What sockets are given, and addresses as they are shown."""

from nodecore.errors import NodeError


def connect_arguments(args, more):
    """`(options, listener)` from what `connect` was given."""
    args = [arg for arg in args if arg is not None]
    listener = args.pop() if args and callable(args[-1]) else None
    if args and isinstance(args[0], dict):
        return {**args[0], **more}, listener
    if args and _is_path(args[0]):
        return {"path": args[0], **more}, listener
    options = dict(zip(("port", "host"), args, strict=False))
    return {**options, **more}, listener


def _is_path(value):
    return isinstance(value, str) and not value.strip().isdigit()


def port_number(port):
    """`port` as a number; raises for what is none."""
    try:
        number = int(port)
    except (TypeError, ValueError):
        number = -1
    if not 0 <= number < 65536:
        raise NodeError(f"Port should be > 0 and < 65536, not {port!r}")
    return number


def as_address(address):
    """A core address as 0.10 shows it; None when there is none."""
    if address is None or isinstance(address, str):
        return address
    return {"address": address.address, "family": address.family, "port": address.port}
