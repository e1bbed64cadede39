"""The commands `openssl` and `curl` as peers of the programs of 0.1."""

from __future__ import annotations

import re
import shutil

import pytest
from gevent import subprocess

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="the command openssl is missing")
needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="the command curl is missing")

PATIENCE = 10


def pem(folder, **texts):
    """Write PEM files; their paths by the same names."""
    paths = {}
    for name, text in texts.items():
        paths[name] = str(folder / f"{name}.pem")
        (folder / f"{name}.pem").write_text(text)
    return paths


class SServer:
    """`openssl s_server`, which sends each line back reversed, on a port of its own."""

    def __init__(self, folder, identity, *options, chain=()):
        folder.mkdir(exist_ok=True)
        paths = pem(folder, key=identity.key, cert=identity.cert, chain="".join(each.cert for each in chain))
        command = ["openssl", "s_server", "-accept", "127.0.0.1:0", "-rev", *options]
        command += ["-key", paths["key"], "-cert", paths["cert"]]
        if chain:
            command += ["-cert_chain", paths["chain"]]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        self.said = b""
        self.port = int(self.until(rb"ACCEPT \S+:(\d+)")[1])

    def until(self, pattern):
        """Read what it prints until `pattern` is there."""
        while not (found := re.search(pattern, self.said)):
            line = self.process.stdout.readline()
            assert line, self.said
            self.said += line
        return found

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.process.stdin.close()


def s_client(port, *options, send=b""):
    """What `openssl s_client` receives, until the other side closes, and what it complains of."""
    command = ["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-quiet", *options]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate(send, timeout=PATIENCE)
    return out, err


def curl(*arguments):
    """What curl receives."""
    done = subprocess.run(
        ["curl", "-sS", "--max-time", str(PATIENCE), *arguments], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
