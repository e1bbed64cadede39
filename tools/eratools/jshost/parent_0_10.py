"""The channel to the program that forked this one."""

from __future__ import annotations

import os
from typing import Any


def channel_to_parent(process: Any) -> Any:
    """The channel that `process` sends and gets messages through; None when this is no fork.

    It keeps the program alive only while somebody listens to it.
    """
    number = os.environ.pop("NODE_CHANNEL_FD", None)
    if not number or not number.isdigit():
        return None
    from eras.node_0_10.child_process.channel import Channel

    channel = Channel(process, int(number), patient=True)
    channel.unref()
    return channel
