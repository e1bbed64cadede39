"""`eras bench`: that it measures and reports; how fast anything is, no test decides."""

import json
import shutil
import sys

import pytest
from eratools import binaries, cli
from eratools.bench import (
    clients,
    contenders,
    endurance,
    hello,
    memory,
    processes,
    rates,
    report,
    servers,
    streaming,
    wrk,
)

PYTHON_ERAS = ["0.10", "0.1"]


@pytest.fixture
def load_generator():
    if shutil.which("wrk") is None:
        pytest.skip("needs wrk: apt install wrk")


def contender(program, name="odd"):
    return contenders.Contender(name, (sys.executable, "-c", program), is_peer=False)


def bench(capsys, *arguments):
    """The lines that `eras bench` printed, as lists of words."""
    assert cli.main(["bench", *arguments]) == 0
    return [line.split() for line in capsys.readouterr().out.splitlines()]


def test_rates(load_generator, capsys, tmp_path):
    file = tmp_path / "rates.json"
    arguments = ["--rounds", "1", "--seconds", "1", "--connections", "2", "--json", str(file)]
    assert cli.main(["bench", "http", "--era", "0.10", "--peer", "bare", *arguments]) == 0
    head, ours, bare = capsys.readouterr().out.splitlines()
    assert head.split() == "server requests/s lowest highest µs CPU to bare by CPU".split()
    assert ours.startswith("eras 0.10 ")
    assert bare.startswith("bare ") and bare.split()[-2:] == ["1.00", "1.00"]
    written = json.loads(file.read_text())
    assert [result["name"] for result in written["results"]] == ["eras 0.10", "bare"]
    assert all(len(result["samples"]) == 1 and result["failures"] == 0 for result in written["results"])
    assert all(0 < result["cpu_median"] < 0.1 for result in written["results"])
    assert written["settings"] == {"connections": 2, "seconds": 1, "rounds": 1}


def test_a_client(capsys):
    head, ours = bench(capsys, "client", "--era", "0.10", "--rounds", "1", "--seconds", "1")
    assert head == "server requests/s lowest highest µs CPU".split()
    assert ours[:2] == ["eras", "0.10"]


def test_bodies(load_generator, capsys):
    arguments = ["--era", "0.10", "--rounds", "1", "--seconds", "1", "--connections", "2"]
    _, *rows = bench(capsys, "bodies", *arguments)
    assert [" ".join(row[2:-4]) for row in rows] == ["upload", "download in pieces", "download at once"]


def test_tls(load_generator, capsys):
    pytest.importorskip("OpenSSL", reason="needs the extra `tls`: pip install 'node-eras[tls]'")
    arguments = ["--era", "0.10", "--rounds", "1", "--seconds", "1", "--connections", "2"]
    _, ours = bench(capsys, "tls", *arguments)
    assert ours[:2] == ["eras", "0.10"]


def test_starts(capsys):
    head, *ours = bench(capsys, "start", "--era", "0.10", "--era", "0.1", "--rounds", "2")
    assert head == "program ms lowest highest ms CPU MiB peak".split()
    assert [row[1] for row in ours] == ["0.10", "0.1"]


def test_memory_over_many_requests(load_generator, capsys):
    _, *marks = bench(capsys, "requests", "--era", "0.10", "--requests", "1000", "--connections", "2")
    assert len(marks) == endurance.MARKS
    assert int(marks[-1][2].replace(",", "")) >= 1000


def test_slow_clients(capsys):
    _, ours = bench(capsys, "slow", "--era", "0.10", "--connections", "50", "--seconds", "1")
    assert ours[:3] == ["eras", "0.10", "50"]


@pytest.mark.parametrize("era", PYTHON_ERAS)
def test_memory(era, capsys):
    assert cli.main(["bench", "memory", "--era", era, "--connections", "50"]) == 0
    head, ours = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["server", "KiB/connection"]
    assert ours.startswith(f"eras {era} ")


def test_a_proxy(capsys):
    _, *rows = bench(capsys, "proxy", "--era", "0.10", "--mib", "4")
    assert [" ".join(row[2:-7]) for row in rows] == list(streaming.PROXY_WAYS)


def test_stream(capsys):
    assert cli.main(["bench", "stream", "--era", "0.10", "--mib", "4"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[9:32].strip() for line in lines[1:]] == list(streaming.WAYS)


@pytest.mark.parametrize("program", ["hello", "stream", "proxy"])
def test_javascript_programs_answer(program):
    found, missing = contenders.gather(program, ["0.10"], [], js=True)
    if missing:
        pytest.skip(missing[0].reason)
    if program == "proxy":
        assert streaming.measure_proxy(found[1], "upload", 1 << 20, lambda label: None).size == 1 << 20
        return
    with servers.Server(found[1]) as server:
        if program == "hello":
            hello.check_answer(server)
        else:
            streaming.upload(server.port, 1 << 20)
            streaming.slow_upload(server.port, 1 << 20)
            streaming.download(server.port, 1 << 20)


@pytest.mark.parametrize("what", ["client", "tls"])
def test_javascript_programs_do_the_same(what, load_generator, capsys):
    if contenders.gather(what, ["0.10"], [], js=True)[1]:
        pytest.skip("needs the extra `js`")
    _, _, ours = bench(capsys, what, "--era", "0.10", "--js", "--rounds", "1", "--seconds", "1")
    assert ours[2] == "(js)"


def test_uvicorn_answers_the_same():
    found, missing = contenders.gather("hello", [], ["uvicorn"])
    if missing:
        pytest.skip(str(missing[0]))
    with servers.Server(found[0]) as server:
        hello.check_answer(server)


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
    assert missing[0].command == "pip install 'node-eras[bench]'"


def test_eras_without_a_program_are_left_out():
    found, missing = contenders.gather("stream", ["0.1", "10"], [])
    assert found == []
    assert [absent.name for absent in missing] == ["eras 0.1", "eras 10"]


def test_nothing_to_measure(capsys):
    assert cli.main(["bench", "memory", "--peer", "nginx"]) == 1
    assert "nothing is left to measure" in capsys.readouterr().err


def test_server_that_ends_says_why():
    with (
        pytest.raises(processes.BenchError, match="ended with code 3: no luck"),
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
        pytest.raises(processes.BenchError, match="answers something else"),
    ):
        hello.check_answer(server)


def test_more_connections_than_the_system_allows(monkeypatch):
    monkeypatch.setattr(memory.resource, "getrlimit", lambda kind: (100, 100))
    with pytest.raises(processes.BenchError, match="the limit is 100"):
        memory.measure(contender(""), 1000, lambda label: None)


def test_output_of_wrk():
    output = (
        "  122469 requests in 2.00s, 9.00MB read\n"
        "  Socket errors: connect 1, read 2, write 3, timeout 4\n"
        "  Non-2xx or 3xx responses: 5\nRequests/sec:  61234.56\nTransfer/sec: 9.00MB\n"
    )
    assert wrk.parse(output) == wrk.Load(122469, 61234.56, 15)
    assert wrk.parse("14 requests in 2s\nRequests/sec: 7.00") == wrk.Load(14, 7.0, 0)
    with pytest.raises(processes.BenchError, match="unable to connect"):
        wrk.parse("unable to connect to 127.0.0.1:1")


def test_failures_are_told():
    result = rates.Rates(contender("", "mine"), [10.0, 30.0, 20.0], [1e-6], failures=4)
    assert result.median == 20
    assert report.rates_table([result], "requests").splitlines()[-1] == "mine: 4 requests failed"


def test_a_client_that_ends_says_why():
    failing = contender("import sys; sys.exit('no luck')")
    with pytest.raises(processes.BenchError, match="ended with code 1: no luck"):
        list(clients.asking(1)(failing))
