"""`domain` in Python. What JavaScript sees of it is compared with the real one in compare/programs."""

import subprocess
import sys
from pathlib import Path

EXPECTED = """\
ran None
value 1
domain given False
3 1 True
domain Uncaught, unspecified "error" event. False
domain timer True
domain emitted True
domain listener True
"""


def test_errors_go_to_the_domain():
    program = Path(__file__).with_name("domain_program.py")
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == (EXPECTED, "")
