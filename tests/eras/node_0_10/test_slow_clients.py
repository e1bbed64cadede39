"""10,000 clients that send one byte a second do not keep others waiting."""

import statistics

import pytest
from eratools.bench import contenders, slow
from eratools.bench.processes import BenchError

CLIENTS = 10_000
ENOUGH = 0.1
"""Seconds within which others are answered."""


@pytest.mark.timeout(150)
def test_ten_thousand_slow_clients_keep_nobody_waiting():
    (server,), _ = contenders.gather("hello", ["0.10"], [])
    try:
        waits = slow.measure(server, CLIENTS, 2, lambda name: None)
    except BenchError as error:
        if "descriptors" in str(error):
            pytest.skip(str(error))
        raise
    # How long a loaded machine lets anybody wait shows in the same run, without the slow ones.
    noise = max(waits.alone)
    assert statistics.median(waits.beside) < ENOUGH
    assert sorted(waits.beside)[len(waits.beside) * 9 // 10] < ENOUGH + 2 * noise
    assert waits.busy < 0.9, "the slow ones take all of the server's time"
