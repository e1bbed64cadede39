"""Binary addons: `.node` files, which `node-waf` builds from C++ that was written for `v8.h`.

An addon is a shared library that exports `init`, which is called once with the module's `exports`.
"""

from __future__ import annotations

import ctypes
from typing import Any

from nodecore.errors import NodeError

_MARK = "eras_addon"
"""What the header that comes with `node-waf` puts into every addon: `init` of another kind would crash."""


def load(filename: str, exports: Any) -> None:
    """Load the addon at `filename` and let its `init` fill `exports`."""
    try:
        library = ctypes.PyDLL(filename)
    except OSError as error:
        raise NodeError(str(error)) from None
    if not hasattr(library, "init"):
        raise NodeError(f"{filename} exports no function `init`, which every addon must have")
    if not hasattr(library, _MARK):
        raise NodeError(f"{filename} was not built against the v8.h of `node-waf`; build it again with that")
    init = library.init
    init.argtypes, init.restype = [ctypes.c_void_p], None
    # A handle is passed as C++ passes what has a destructor: by the address of its one field, an object.
    init(ctypes.byref(ctypes.py_object(exports)))
