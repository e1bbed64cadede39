"""Running an example: what passes, and that everything which is not as expected is told."""

import textwrap

import pytest
from eratools.examples import runner
from eratools.examples.manifest import Conversation, Example

SERVER = """
    import sys
    from nodecore import network
    (listening,) = network.current().listen(None, 80, 5)
    assert listening.getsockname()[1] == 80
    listening.setblocking(True)
    print("listening", flush=True)
    while True:
        connection, _ = listening.accept()
        while data := connection.recv(100):
            print("got", data.decode(), flush=True)
            connection.sendall(data.upper())
        connection.sendall(b"bye")
        connection.close()
"""

CLIENT = """
    import socket
    from nodecore import loop, network

    def found(error, addresses):
        if error:
            print("not found")
            return
        connection, _ = network.current().connect(socket.AF_INET, (addresses[0][1], 80))
        connection.setblocking(True)
        connection.sendall(b"ping")
        print(connection.recv(100).decode())

    network.current().lookup("far.example", 4, found)
"""


def check(text, **expected):
    program = runner.Program("0.10", "example.py", textwrap.dedent(text), expected.pop("beside", {}))
    return runner.check(program, Example(("aa",), **expected))


def talk(*steps):
    return (Conversation(80, list(steps)),)


def peer(*steps):
    return (Conversation(80, list(steps), "far.example"),)


def test_output_and_exit_code():
    text = "import sys; print('a'); print('b', file=sys.stderr); sys.exit(3)"
    assert check(text, stdout="a\n", stderr="b\n", exit=3) == ""
    assert check(text, stdout_like="[a]\n", stderr_like=".", exit=3).startswith("expected stderr like '.'")
    assert check(text, stdout="a\n", stderr="b\n", exit=0).startswith("the program ended with code 3, not 0")
    assert "expected stdout 'A\\n', but it was 'a\\n'" in check(text, stdout="A\n", stderr="b\n", exit=3)


def test_unexpected_stderr_fails():
    assert "expected stderr ''" in check("import sys; print('no', file=sys.stderr)", stdout="", exit=0)


def test_arguments_and_files_beside_the_program():
    text = "import sys, beside; print(beside.value, sys.argv[1:], __name__)"
    expected = {"args": ("x", "-y"), "stdout": "1 ['x', '-y'] __main__\n", "exit": 0}
    assert check(text, beside={"beside.py": "value = 1"}, **expected) == ""


def test_a_program_that_does_not_end_in_time():
    wrong = check("from nodecore import loop\nloop.get_loop().timer(print, 60000)", exit=0, timeout=1)
    assert wrong == "the program did not end within 1 s"


def test_a_program_that_should_go_on_but_ends():
    assert check("print('x')", stdout="y\n") == "the program ended by itself, with code 0"


def test_a_probe_of_a_server():
    there = ({"send": "ab"}, {"wire": "AB"}, {"prints": "got ab\n"})
    back = ({"end": True}, {"like": "b.e"}, {"closed": True})
    assert check(SERVER, stdout="listening\ngot ab\n", probes=talk(*there, *back)) == ""


@pytest.mark.parametrize(
    ("steps", "complaint"),
    [
        (({"send": "ab"}, {"wire": "Ab"}), "step 2: expected the bytes b'Ab', but b'AB' came"),
        (({"send": "ab"}, {"like": "x"}), "step 2: expected bytes like 'x', but b'AB' came"),
        (({"send": "ab"}, {"closed": True}), "step 2: expected the connection to end, but b'AB' came"),
        (({"closed": True},), "step 1: expected the connection to end, but it stayed open"),
        (({"prints": "never"},), "step 1: expected the program to print 'never' by now"),
    ],
)
def test_a_probe_that_sees_something_else(steps, complaint):
    wrong = check(SERVER, stdout_like=".*", probes=talk(*steps), timeout=1.5)
    assert wrong.startswith("probe 1 of port 80") and complaint in wrong


def test_a_server_that_never_listens():
    assert check("print(1)", stdout="1\n", probes=talk({"end": True})).startswith(
        "the program does not listen on port 80"
    )


def test_an_error_of_the_program_is_shown():
    assert "ZeroDivisionError" in check("1 / 0", stdout="1\n", exit=0)


def test_a_peer_plays_the_outside_world():
    assert check(CLIENT, stdout="pong\n", exit=0, peers=peer({"wire": "ping"}, {"send": "pong"})) == ""


def test_a_peer_that_hears_something_else():
    wrong = check(CLIENT, stdout="pong\n", exit=0, peers=peer({"wire": "PING"}))
    assert "peer far.example:80, step 1: expected the bytes b'PING', but b'ping' came" in wrong


def test_a_peer_nobody_connects_to():
    wrong = check("print('pong')", stdout="pong\n", exit=0, peers=peer({"wire": "ping"}))
    assert wrong == "peer far.example:80, the program never connected"


def test_there_is_no_other_world():
    assert check(CLIENT, stdout="not found\n", exit=0) == ""
    refused = """
        import socket
        from nodecore import network
        connection, _ = network.current().connect(socket.AF_INET, ("127.0.0.1", 80))
        connection.setblocking(True)
        try:
            connection.send(b"x")
        except ConnectionError:
            print("refused")
    """
    assert check(refused, stdout="refused\n", exit=0) == ""


def test_a_port_is_taken_once():
    text = """
        from nodecore import network
        first = network.current().listen(None, 80, 5)
        try:
            network.current().listen(None, 80, 5)
        except OSError as error:
            print(error.strerror)
        first[0].close()
        network.current().listen(None, 80, 5)
        print(network.current().listen(None, 0, 5)[0].getsockname()[1] > 0)
    """
    assert check(text, stdout="Address already in use\nTrue\n", exit=0) == ""


def test_what_is_typed():
    text = "import sys; print(sys.stdin.read().upper(), end='')"
    assert check(text, stdin="typed\n", stdout="TYPED\n", exit=0) == ""
    assert check("print('not read')", stdin="x" * 200_000, stdout="not read\n", exit=0) == ""


def test_the_name_server_of_the_world():
    text = """
        from nodecore import dns_messages, network

        def ask(name, kind):
            query = dns_messages.question(name, kind)
            network.current().query_dns(query, lambda error, reply: tell(query, reply))

        def tell(query, reply):
            try:
                print(dns_messages.answer(query, reply).values)
            except dns_messages.DnsError as error:
                print(error.code)

        ask("Far.example", "A")
        ask("far.example", "AAAA")
        ask(dns_messages.reverse_name("192.0.2.1"), "PTR")
        ask("elsewhere.example", "A")
    """
    stdout = "['192.0.2.1']\nNODATA\n['far.example']\nNXDOMAIN\n"
    assert check(text, hosts=("far.example",), stdout=stdout, exit=0) == ""
