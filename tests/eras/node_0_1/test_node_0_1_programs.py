"""Programs as they were written in 2009, in both languages, with real clients: end to end."""

import json
import os
import socket
from pathlib import Path
from urllib.parse import quote, urlencode

import gevent
import pytest
from openssl_0_1 import curl, needs_curl, needs_openssl, pem, s_client
from run_0_1 import LANGUAGES
from servers_0_1 import free_ports, serving

__all__ = ["serving"]  # a fixture

PROGRAMS = Path(__file__).parent / "programs"

in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def program(serving, language):
    """`program(name, *arguments)`: a running program and the address that it serves."""

    def start(name, *arguments):
        running = serving(PROGRAMS / f"{name}.{language}", *arguments)
        return running, f"http://127.0.0.1:{running.port}"

    return start


def status(*arguments):
    """The status that curl gets."""
    return int(curl("-o", os.devnull, "-w", "%{http_code}", *arguments))


@needs_curl
@in_both_languages
def test_chat(program):
    running, url = program("chat")

    def ask(page, **parameters):
        return json.loads(curl(f"{url}{page}?{urlencode(parameters, quote_via=quote)}"))

    assert ask("/join", nick="ann") == {"since": 1}
    assert ask("/join", nick="ann") == {"error": "Bad nick."}
    assert ask("/join", nick="bob") == {"since": 2}
    listeners = [gevent.spawn(ask, "/recv", since="2") for _ in range(2)]
    assert [running.line(), running.line()] == ["1 waiting\n", "2 waiting\n"]
    assert ask("/send", nick="eve", text="psst") == {"error": "Join first."}
    assert ask("/send", nick="ann", text="hi & hi, b\u00f6b") == {}
    news = [{"id": 3, "nick": "ann", "text": "hi & hi, b\u00f6b"}]
    assert [listener.get() for listener in listeners] == [news, news]
    assert [message["nick"] for message in ask("/recv", since="0")] == ["ann", "bob", "ann"]
    assert status(url + "/") == 404


@needs_curl
@in_both_languages
def test_files(program, tmp_path):
    contents = os.urandom(300_000)
    (tmp_path / "a b.png").write_bytes(contents)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "index.html").write_text("<h1>index</h1>")
    _, url = program("files", tmp_path)
    assert curl(url + "/a%20b.png") == contents
    assert curl(url + "/sub", url + "/sub/index.html") == b"<h1>index</h1>" * 2
    head = curl("-I", url + "/a%20b.png").decode()
    assert "Content-Length: 300000\r\n" in head and "Content-Type: image/png\r\n" in head
    assert status("--path-as-is", url + "/../secret") == 403
    assert status("--path-as-is", url + "/%2e%2e/secret") == 403
    assert [status(url + "/nowhere"), status("-X", "DELETE", url + "/sub")] == [404, 405]


@needs_curl
@in_both_languages
def test_upload(program, tmp_path):
    contents = os.urandom(300_000) + b"\r\n--"
    (tmp_path / "given").write_bytes(contents)
    (tmp_path / "kept").mkdir()
    _, url = program("upload", tmp_path / "kept")
    assert b'enctype="multipart/form-data"' in curl(url)
    upload = ["-F", "title=a b", "-F", f"file=@{tmp_path / 'given'};filename=../pic 1.bin"]
    answer = json.loads(curl(*upload, url + "/upload"))
    assert answer == {"title": "a b", "file": len(contents), "received": True}
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "kept").iterdir()] == [
        (".._pic_1.bin", contents)
    ]


@needs_curl
@in_both_languages
def test_proxy(program, tmp_path):
    (tmp_path / "big.txt").write_bytes(contents := os.urandom(300_000))
    _, files = program("files", tmp_path)
    (tmp_path / "kept").mkdir()
    _, upload = program("upload", tmp_path / "kept")
    running, proxy = program("proxy")
    assert curl("-x", proxy, files + "/big.txt") == contents
    assert running.line() == "GET /big.txt\n"
    form = ["-F", "title=a b", "-F", f"file=@{tmp_path / 'big.txt'}"]
    answer = json.loads(curl("-x", proxy, *form, upload + "/upload"))
    assert answer == {"title": "a b", "file": 300_000, "received": True}
    assert (tmp_path / "kept" / "big.txt").read_bytes() == contents
    assert status("-x", proxy, files + "/nowhere") == 404
    assert "Content-Length" in curl("-x", proxy, "-I", files + "/big.txt").decode().title()
    assert status("-x", proxy, f"http://127.0.0.1:{free_ports(1)[0]}/") == 502


@needs_openssl
@in_both_languages
def test_tls_echo(program, tmp_path):
    certificates = pytest.importorskip("certificates", reason="needs the extra `tls`")
    trusted, authority = certificates.trusted(), certificates.authority()
    expelled = certificates.identity("expelled", authority)
    crl = authority.crl(expelled)
    pem(tmp_path, ca=authority.cert, crl=crl, key=trusted.key, cert=trusted.cert)
    running, _ = program("tls_echo", tmp_path)

    def talk(name, *options, show=None):
        (folder := tmp_path / name).mkdir()
        paths = pem(folder, key=show.key, cert=show.cert) if show else {}
        shown = ["-key", paths["key"], "-cert", paths["cert"]] if show else []
        trusting = ["-CAfile", str(tmp_path / "ca.pem"), "-verify_return_error"]
        return s_client(running.port, *trusting, *shown, *options, send=b"gr\xfc\xdf\x00bye\n")[0].decode(
            "latin-1"
        )

    ann = certificates.identity("ann", authority)
    assert talk("ann", show=ann) == "Hello, CN=ann\ngr\xfc\xdf\0bye\n"
    assert talk("stranger", "-tls1_2") == "Hello, stranger\ngr\xfc\xdf\0bye\n"
    assert [running.line(), running.line()] == ["closed well\n", "closed well\n"]
    assert talk("expelled", show=expelled) == ""
    assert [running.line(), running.line()] == ["refused -105\n", "closed well\n"]
    with socket.create_connection(("127.0.0.1", running.port)) as plain:
        plain.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert running.line() == "closed badly\n"
    assert talk("another") == "Hello, stranger\ngr\xfc\xdf\0bye\n"
