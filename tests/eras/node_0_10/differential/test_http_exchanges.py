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
    scenarios = [maker.make(seed) for seed in range(500)]
    for scenario, expected, log in zip(
        scenarios, on_real(driver, scenarios), run_here(driver, scenarios), strict=True
    ):
        if ENDED_TOO_EARLY not in str(expected):
            assert (scenario, log) == (scenario, expected)
