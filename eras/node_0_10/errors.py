"""System errors as 0.10 reported them: `connect ECONNREFUSED`, the same name as code and as errno."""

from nodecore.errors import NodeError, NodeTypeError, error_code

__all__ = ["NodeError", "NodeTypeError", "URIError", "system_error"]


class URIError(NodeError, ValueError):
    """Text that cannot be part of a URI: it holds half a surrogate pair."""


def system_error(error: int | str | OSError, syscall: str) -> NodeError:
    """The Error for a failed `syscall`; `error` is an errno, its name, or what the system raised."""
    code = error_code(error)
    return NodeError(f"{syscall} {code}", code=code, errno=code, syscall=syscall)
