"""`eras bench`: that it measures and reports; how fast anything is, no test decides."""

import json
import shutil
import sys

import pytest
from eratools import binaries, cli
from eratools.bench import contenders, memory, rates, report, servers, streaming

PYTHON_ERAS = ["0.10", "0.1"]


@pytest.fixture
def wrk():
    if shutil.which("wrk") is None:
        pytest.skip("needs wrk: apt install wrk")


def contender(program, name="odd"):
    return contenders.Contender(name, (sys.executable, "-c", program), is_peer=False)


def test_rates(wrk, capsys, tmp_path):
    file = tmp_path / "rates.json"
    arguments = ["--rounds", "1", "--seconds", "1", "--connections", "2", "--json", str(file)]
    assert cli.main(["bench", "http", "--era", "0.10", "--peer", "bare", *arguments]) == 0
    head, ours, bare = capsys.readouterr().out.splitlines()
    assert head.split() == ["server", "requests/s", "lowest", "highest", "to", "bare"]
    assert ours.startswith("eras 0.10 ")
    assert bare.startswith("bare ") and bare.endswith(" 1.00")
    written = json.loads(file.read_text())
    assert [result["name"] for result in written["results"]] == ["eras 0.10", "bare"]
    assert all(len(result["samples"]) == 1 and result["failures"] == 0 for result in written["results"])
    assert written["settings"] == {"connections": 2, "seconds": 1, "rounds": 1}


@pytest.mark.parametrize("era", PYTHON_ERAS)
def test_memory(era, capsys):
    assert cli.main(["bench", "memory", "--era", era, "--connections", "50"]) == 0
    head, ours = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["server", "KiB/connection"]
    assert ours.startswith(f"eras {era} ")


def test_stream(capsys):
    assert cli.main(["bench", "stream", "--era", "0.10", "--mib", "4"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[9:32].strip() for line in lines[1:]] == list(streaming.WAYS)


@pytest.mark.parametrize("program", ["hello", "stream"])
def test_javascript_programs_answer(program):
    found, missing = contenders.gather(program, ["0.10"], [], js=True)
    if missing:
        pytest.skip(missing[0].reason)
    with servers.Server(found[1]) as server:
        if program == "hello":
            rates.check_answer(server)
        else:
            streaming.upload(server.port, 1 << 20)
            streaming.slow_upload(server.port, 1 << 20)
            streaming.download(server.port, 1 << 20)


def test_uvicorn_answers_the_same():
    found, missing = contenders.gather("hello", [], ["uvicorn"])
    if missing:
        pytest.skip(str(missing[0]))
    with servers.Server(found[0]) as server:
        rates.check_answer(server)


def test_missing_peers_are_named_and_left_out(monkeypatch, capsys):
    def unavailable(version):
        raise binaries.BinaryUnavailable(version, "npm is not installed", "apt install npm")

    monkeypatch.setattr(binaries, "real_node", unavailable)
    arguments = ["--peer", "node@0.10.48", "--peer", "nginx", "--peer", "bare", "--connections", "5"]
    assert cli.main(["bench", "memory", *arguments]) == 0
    seen = capsys.readouterr()
    assert "node@0.10.48 is left out: npm is not installed; to have it: apt install npm" in seen.err
    assert "nginx is left out: not a peer for 'hello'" in seen.err
    assert [line.split()[0] for line in seen.out.splitlines()] == ["server", "bare"]


def test_missing_python_peer(monkeypatch):
    monkeypatch.setattr(contenders.importlib.util, "find_spec", lambda name: None)
    _, missing = contenders.gather("hello", [], ["uvicorn"])
    assert missing[0].command == "pip install uvicorn uvloop httptools"


def test_eras_without_a_program_are_left_out():
    found, missing = contenders.gather("stream", ["0.1", "10"], [])
    assert found == []
    assert [absent.name for absent in missing] == ["eras 0.1", "eras 10"]


def test_nothing_to_measure(capsys):
    assert cli.main(["bench", "memory", "--peer", "nginx"]) == 1
    assert "nothing is left to measure" in capsys.readouterr().err


def test_server_that_ends_says_why():
    with (
        pytest.raises(servers.BenchError, match="ended with code 3: no luck"),
        servers.Server(contender("import sys; print('no luck', file=sys.stderr); sys.exit(3)")),
    ):
        pass


def test_server_that_says_something_else():
    program = (
        "import sys; from http.server import BaseHTTPRequestHandler, HTTPServer; "
        "HTTPServer(('127.0.0.1', int(sys.argv[1])), BaseHTTPRequestHandler).serve_forever()"
    )
    with (
        servers.Server(contender(program)) as server,
        pytest.raises(servers.BenchError, match="answers something else"),
    ):
        rates.check_answer(server)


def test_more_connections_than_the_system_allows(monkeypatch):
    monkeypatch.setattr(memory.resource, "getrlimit", lambda kind: (100, 100))
    with pytest.raises(servers.BenchError, match="the limit is 100"):
        memory.measure(contender(""), 1000, lambda label: None)


def test_output_of_wrk():
    output = (
        "  Socket errors: connect 1, read 2, write 3, timeout 4\n"
        "  Non-2xx or 3xx responses: 5\nRequests/sec:  61234.56\nTransfer/sec: 9.00MB\n"
    )
    assert rates.parse(output) == (61234.56, 15)
    assert rates.parse("Requests/sec: 7.00") == (7.0, 0)
    with pytest.raises(servers.BenchError, match="unable to connect"):
        rates.parse("unable to connect to 127.0.0.1:1")


def test_failures_are_told():
    result = rates.Rates(contender("", "mine"), [10.0, 30.0, 20.0], failures=4)
    assert result.median == 20
    assert report.rates_table([result]).splitlines()[-1] == "mine: 4 requests failed"
