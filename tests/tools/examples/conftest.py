"""What the tests of the examples tool share."""

from pathlib import Path

import pytest

DOCUMENTS = Path(__file__).resolve().parents[4] / "shared" / "documents"


@pytest.fixture
def documents():
    """The folder of the five documents, which lies beside the project."""
    if not DOCUMENTS.is_dir():
        pytest.skip(f"the documents are not at {DOCUMENTS}")
    return DOCUMENTS
