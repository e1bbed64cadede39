"""What the facade does not as Node 0.10.15 does: exactly what `differences.toml` lists, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

try:
    import tomllib
except ImportError:  # Python 3.10
    import tomli as tomllib

HERE = Path(__file__).parent
LISTED = tomllib.loads((HERE / "differences.toml").read_text())
PROGRAMS = sorted((HERE / "programs").glob("*.js"))


def outcomes(done):
    """What a program printed, a line for each case: `name: outcome`."""
    assert (done.exit_code, done.stderr) == (0, "")
    return dict(line.split(":", 1) for line in done.stdout.splitlines())


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_the_differences_are_those_listed(program, real, ours):
    node, eras = outcomes(real(program)), outcomes(ours(program))
    assert node.keys() == eras.keys()
    seen = {case: [node[case].strip(), eras[case].strip()] for case in node if node[case] != eras[case]}
    listed = {case: both for group in LISTED[program.stem] for case, both in group["cases"].items()}
    assert seen == listed


def test_each_list_has_a_program_and_each_difference_a_reason():
    assert LISTED.keys() == {program.stem for program in PROGRAMS}
    assert all(group["reason"] and group["cases"] for groups in LISTED.values() for group in groups)
