"""Stream sockets and servers on the loop.

What holds here:

- A `Socket` has one *handler*, which is told what happens: `connected`, `data_received`, `eof_received`,
  `drained`, `errored`, `timed_out`, `closed`. Each is called in a loop greenlet.
- `write` gives to the kernel at once what it takes and keeps the rest; it tells whether all was taken.
- `destroy` is final: `errored` (if there was an error) and then `closed` follow, never inside the call.
- After `eof_received` the socket can still write; after `end` it can still read.
"""

from .address import Address
from .connection import Socket
from .descriptor import adopt
from .handler import Handler
from .server import Server

__all__ = ["Address", "Handler", "Server", "Socket", "adopt"]
