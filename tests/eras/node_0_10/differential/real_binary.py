"""Runs a driver in JavaScript, on the real Node 0.10.15 or on ours."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from eratools.binaries import BinaryUnavailable, real_node

HERE = Path(__file__).parent
FIXTURES = HERE / "fixtures"
# A scenario that runs away: each side stops it where its own stack ends.
LONGEST_LOG = 1000


def run(driver, jobs):
    """What `driver` answers to each of `jobs` on the real Node."""
    return _answers([str(real_node("0.10.15"))], driver, jobs)


def on_real(driver, jobs):
    """The same for a test, which is skipped where there is no real Node."""
    try:
        return run(driver, jobs)
    except BinaryUnavailable as unavailable:
        pytest.skip(str(unavailable))


def run_here(driver, jobs):
    """What `driver` answers to each of `jobs` on our facade."""
    return _answers([sys.executable, "-m", "eratools.cli", "run", "--era", "0.10"], driver, jobs)


def _answers(command, driver, jobs):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "jobs.json")
        source.write_text(json.dumps(jobs))
        done = subprocess.run(
            [*command, str(HERE / driver), str(source)], check=True, timeout=60, stdout=subprocess.PIPE
        )
    return json.loads(done.stdout)
