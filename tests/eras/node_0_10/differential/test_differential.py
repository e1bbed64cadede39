"""Streams and URLs beside the real binary: recorded results always, random ones where the binary is."""

import json
from pathlib import Path

import argument_programs
import events_scenarios
import pytest
import real_binary
import streams_driver
import streams_scenarios
import values_programs
from real_binary import on_real
from url_calls import random_calls

from eras.node_0_10 import querystring, url

MODULES = {"url": url, "querystring": querystring}
NAMES = {"NodeTypeError": "TypeError"}
SEEDS = range(1000, 6000)


def recorded(name):
    return json.loads(Path(real_binary.FIXTURES, name).read_text())


def call(module, function, arguments):
    try:
        result = getattr(MODULES[module], function)(*arguments)
    except Exception as error:
        name = type(error).__name__
        return {"throws": f"{NAMES.get(name, name)}: {error.message}"}
    if isinstance(result, bytes):
        return {"bytes": result.hex()}
    if isinstance(result, url.Url):
        return {"fields": [[name, value] for name, value in vars(result).items()]}
    return {"value": result}


def as_json(value):
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("entry", recorded("url.json"), ids=lambda entry: json.dumps(entry["call"]))
def test_url_as_recorded(entry):
    assert as_json(call(*entry["call"])) == entry["result"]


def test_url_beside_the_binary():
    calls = random_calls(2000, seed=1)
    for arguments, expected in zip(calls, on_real("url_driver.js", calls), strict=True):
        assert (arguments, as_json(call(*arguments))) == (arguments, expected)


def test_streams_as_recorded():
    entries = recorded("streams.json")
    logs = streams_driver.run_all([entry["scenario"] for entry in entries])
    for entry, log in zip(entries, logs, strict=True):
        assert as_json({**entry, "log": log}) == entry


def test_streams_beside_the_binary():
    scenarios = [streams_scenarios.make(seed) for seed in SEEDS]
    expected = on_real("streams_driver.js", scenarios)
    for seed, want, log in zip(SEEDS, expected, streams_driver.run_all(scenarios), strict=True):
        if len(want) < real_binary.LONGEST_LOG:
            assert (seed, as_json(log)) == (seed, want)


def test_streams_in_javascript():
    pytest.importorskip("quickjs")
    entries = recorded("streams.json")
    logs = real_binary.run_here("streams_driver.js", [entry["scenario"] for entry in entries])
    for entry, log in zip(entries, logs, strict=True):
        assert {**entry, "log": log} == entry


def test_url_in_javascript():
    pytest.importorskip("quickjs")
    entries = recorded("url.json")
    results = real_binary.run_here("url_driver.js", [entry["call"] for entry in entries])
    for entry, result in zip(entries, results, strict=True):
        assert {**entry, "result": result} == entry


@pytest.mark.parametrize(
    "driver, make",
    [
        ("events_driver.js", events_scenarios.make),
        ("values_driver.js", values_programs.make),
        ("values_driver.js", argument_programs.buffers),
        ("values_driver.js", argument_programs.texts),
        ("values_driver.js", argument_programs.assertions),
    ],
)
def test_in_javascript_beside_the_binary(driver, make):
    pytest.importorskip("quickjs")
    jobs = [make(seed) for seed in range(1000)]
    for job, expected, result in zip(
        jobs, on_real(driver, jobs), real_binary.run_here(driver, jobs), strict=True
    ):
        assert (job, result) == (job, expected)
