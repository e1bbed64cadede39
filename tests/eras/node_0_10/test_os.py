"""`os` of 0.10, in Python."""

import os as system
import socket
import sys

import pytest

from eras.node_0_10 import os


def test_names():
    assert len(os.__all__) == 16
    assert all(hasattr(os, name) for name in os.__all__)


def test_this_machine():
    assert os.hostname() == socket.gethostname()
    assert os.platform() == sys.platform
    assert os.endianness() == {"little": "LE", "big": "BE"}[sys.byteorder]
    assert os.type_() == system.uname().sysname and os.release() == system.uname().release
    assert 0 < os.freemem() < os.totalmem()
    assert os.uptime() > 0 and len(os.loadavg()) == 3 and os.EOL == "\n"
    assert os.arch()


def test_cores():
    cores = os.cpus()
    assert len(cores) == system.cpu_count()
    assert set(cores[0]) == {"model", "speed", "times"}
    assert set(cores[0]["times"]) == {"user", "nice", "sys", "idle", "irq"}


def test_interfaces(capsys):
    found = os.networkInterfaces()
    loopback = [address for addresses in found.values() for address in addresses if address["internal"]]
    assert {"address": "127.0.0.1", "family": "IPv4", "internal": True} in loopback
    assert os.getNetworkInterfaces() == found
    assert "networkInterfaces" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "value"), [("TMPDIR", "/a"), ("TMP", "/b"), ("TEMP", "/c"), (None, "/tmp")])
def test_tmpdir(monkeypatch, name, value):
    for known in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.delenv(known, raising=False)
    if name:
        monkeypatch.setenv(name, value)
    assert os.tmpdir() == os.tmpDir() == value
