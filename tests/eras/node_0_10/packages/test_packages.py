"""Packages of 2013, unchanged, on the real Node 0.10.15 and on ours: same output, same exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

NAMES = sorted(path.stem for path in (Path(__file__).parent / "programs").glob("*.js"))


@pytest.mark.parametrize("name", NAMES)
def test_same_as_on_the_real_one(name, program, real, ours):
    expected = real(program(name))
    assert expected.exit_code == 0, expected.stderr
    assert expected.stdout, "the program shows nothing that could be compared"
    observed = ours(program(name))
    assert observed.stdout.splitlines() == expected.stdout.splitlines()
    assert (observed.exit_code, observed.stderr) == (expected.exit_code, expected.stderr)
