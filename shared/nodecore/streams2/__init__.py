"""The streams of Node 0.10: a consumer reads when it wants to, or listens to `data` as before.

What holds here:

- A stream's state is made when it is first needed. A class that inherits from these need not call
  their constructors, and an instance that nobody reads from or writes to carries no state.
- A source gives chunks with `push`; when that is false the source is the one that has to stop.
- A stream is in one of three modes: being read, being piped, or, once somebody listens to `data`,
  pauses or resumes it, in *old mode*, which it never leaves.
- Chunks are bytes; str after `set_encoding`; anything in object mode.
"""

from .old_mode import pipe_old
from .readable import Readable
from .readable_state import ReadableState
from .transform import Duplex, PassThrough, Transform
from .writable import Writable, WritableState

__all__ = [
    "Duplex",
    "PassThrough",
    "Readable",
    "ReadableState",
    "Transform",
    "Writable",
    "WritableState",
    "pipe_old",
]
