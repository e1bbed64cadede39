"""Records what the real binary does: `python make_fixtures.py` renews the files in `fixtures`."""

import json

import real_binary
import streams_scenarios
from url_calls import CALLS

STREAM_SCENARIOS = 60


def main():
    scenarios = [streams_scenarios.make(seed) for seed in range(STREAM_SCENARIOS)]
    logs = real_binary.run("streams_driver.js", scenarios)
    pairs = [{"scenario": scenario, "log": log} for scenario, log in zip(scenarios, logs, strict=True)]
    save("streams.json", [pair for pair in pairs if len(pair["log"]) < real_binary.LONGEST_LOG])
    results = real_binary.run("url_driver.js", CALLS)
    save("url.json", [{"call": call, "result": result} for call, result in zip(CALLS, results, strict=True)])


def save(name, entries):
    lines = ",\n".join(json.dumps(entry) for entry in entries)
    (real_binary.FIXTURES / name).write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
