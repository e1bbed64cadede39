"""Fixtures of the loop's tests."""

from __future__ import annotations

import pytest
from live import loop


@pytest.fixture
def log():
    return []


@pytest.fixture
def forgiving():
    """Errors that no callback caught are taken as handled."""
    loop.uncaught_listeners.append(lambda error: True)
    yield
    loop.uncaught_listeners.clear()
