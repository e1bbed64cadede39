"""The reason phrases of 0.10 (document: http.STATUS_CODES)."""

from nodecore.http1.reasons import FIRST_REASONS

__all__ = ["STATUS_CODES"]

_SINCE = {
    102: "Processing",
    207: "Multi-Status",
    307: "Temporary Redirect",
    416: "Requested Range Not Satisfiable",
    417: "Expectation Failed",
    418: "I'm a teapot",
    422: "Unprocessable Entity",
    423: "Locked",
    424: "Failed Dependency",
    425: "Unordered Collection",
    426: "Upgrade Required",
    428: "Precondition Required",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    505: "HTTP Version Not Supported",
    506: "Variant Also Negotiates",
    507: "Insufficient Storage",
    509: "Bandwidth Limit Exceeded",
    510: "Not Extended",
    511: "Network Authentication Required",
}

STATUS_CODES = dict(sorted({**FIRST_REASONS, **_SINCE}.items()))
