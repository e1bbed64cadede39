"""Why a project cannot be built."""

from __future__ import annotations


class WafError(Exception):
    """What is wrong and what to do about it, in the words that are printed."""
