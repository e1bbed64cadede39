"""Whole HTTP exchanges in JavaScript, random ones, on the real binary and on ours: same bytes and events."""

import http_client_scenarios
import http_server_scenarios
import pytest
from real_binary import on_real, run_here

# Where a response closes the connection while its request still arrives, 0.10.15 ends the request, and each
# further piece of the body is an `error`, which ends a process that did not expect it. Here they are dropped.
ENDED_TOO_EARLY = "stream.push() after EOF"


@pytest.mark.parametrize(
    "driver, maker",
    [("http_server_driver.js", http_server_scenarios), ("http_client_driver.js", http_client_scenarios)],
)
def test_exchanges_beside_the_binary(driver, maker):
    pytest.importorskip("quickjs")
    differing = _differing(driver, [maker.make(seed) for seed in range(500)])
    # Each step waits some turns for what the last one led to; a busy kernel may take longer, but not twice.
    again = _differing(driver, [scenario for scenario, _, _ in differing]) if differing else []
    for scenario, expected, log in again:
        assert (scenario, log) == (scenario, expected)


def _differing(driver, scenarios):
    """Those that end otherwise here than on the binary, with what happened there and here."""
    outcomes = zip(scenarios, on_real(driver, scenarios), run_here(driver, scenarios), strict=True)
    return [
        (scenario, expected, log)
        for scenario, expected, log in outcomes
        if log != expected and ENDED_TOO_EARLY not in str(expected)
    ]
