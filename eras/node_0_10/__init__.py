"""Node 0.10.15, the generation of streams2 (July 2013).

Its modules are imported one by one, as a program needs them::

    from eras.node_0_10 import http, url
"""

MODULES = (
    "child_process",
    "constants",
    "crypto",
    "dns",
    "domain",
    "events",
    "fs",
    "http",
    "https",
    "net",
    "os",
    "punycode",
    "querystring",
    "readline",
    "stream",
    "string_decoder",
    "timers",
    "tls",
    "url",
    "zlib",
)
"""What `require` finds besides the modules that belong to JavaScript alone."""

VERSION = "v0.10.15"
