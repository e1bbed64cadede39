"""`os` of 0.10: what kind of machine this is."""

from __future__ import annotations

import ipaddress
import os
import platform as machine
import socket
import sys
import time

from nodecore.interfaces import addresses

js_fixed = True

__all__ = [  # noqa: RUF022 (in the order in which a program that lists them saw them)
    "endianness",
    "hostname",
    "loadavg",
    "uptime",
    "freemem",
    "totalmem",
    "cpus",
    "type_",
    "release",
    "networkInterfaces",
    "arch",
    "platform",
    "tmpdir",
    "tmpDir",
    "getNetworkInterfaces",
    "EOL",
]

EOL = "\n"

_ARCHITECTURES = {"x86_64": "x64", "amd64": "x64", "i686": "ia32", "i386": "ia32", "armv7l": "arm"}
_CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


def tmpdir() -> str:
    """The folder for temporary files."""
    return os.environ.get("TMPDIR") or os.environ.get("TMP") or os.environ.get("TEMP") or "/tmp"


tmpDir = tmpdir


def endianness() -> str:
    """`BE` or `LE`."""
    return "LE" if sys.byteorder == "little" else "BE"


def hostname() -> str:
    """The name of this machine."""
    return socket.gethostname()


def type_() -> str:
    """The name of the operating system."""
    return machine.system()


def platform() -> str:
    """The name of the operating system, as `process.platform`."""
    return sys.platform


def arch() -> str:
    """The architecture, as `process.arch`."""
    name = machine.machine().lower()
    return _ARCHITECTURES.get(name, name)


def release() -> str:
    """The release of the operating system."""
    return machine.release()


def uptime() -> float:
    """Seconds since the machine was started."""
    try:
        with open("/proc/uptime") as file:
            return float(file.read().split()[0])
    except OSError:
        return time.monotonic()


def loadavg() -> list[float]:
    """The load of the last 1, 5 and 15 minutes."""
    return list(os.getloadavg())


def totalmem() -> int:
    """Bytes of memory."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def freemem() -> int:
    """Bytes of memory that nothing uses."""
    try:
        with open("/proc/meminfo") as file:
            line = next(line for line in file if line.startswith("MemFree:"))
        return int(line.split()[1]) * 1024
    except (OSError, StopIteration):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES")


def cpus() -> list[dict]:
    """Each core: `model`, `speed` in MHz, and `times` in milliseconds by what it spent them on."""
    descriptions = _processors()
    cores = []
    for number, times in enumerate(_processor_times()):
        described = descriptions[number] if number < len(descriptions) else {}
        user, nice, system, idle, _iowait, irq = [ticks * 1000 // _CLOCK_TICKS for ticks in times[:6]]
        cores.append(
            {
                "model": described.get("model name", "unknown"),
                "speed": int(float(described.get("cpu MHz", 0))),
                "times": {"user": user, "nice": nice, "sys": system, "idle": idle, "irq": irq},
            }
        )
    return cores


def _processors() -> list[dict[str, str]]:
    try:
        with open("/proc/cpuinfo") as file:
            blocks = file.read().strip().split("\n\n")
    except OSError:
        return []
    pairs = [[line.partition(":") for line in block.splitlines()] for block in blocks]
    return [{name.strip(): value.strip() for name, _colon, value in block} for block in pairs]


def _processor_times() -> list[list[int]]:
    try:
        with open("/proc/stat") as file:
            lines = [line.split() for line in file if line.startswith("cpu") and line[3].isdigit()]
    except OSError:
        return [[0] * 6] * (os.cpu_count() or 1)
    return [[int(ticks) for ticks in line[1:]] for line in lines]


def networkInterfaces() -> dict[str, list[dict]]:
    """The addresses of each interface that is up: `address`, `family`, `internal`."""
    found: dict[str, list[dict]] = {}
    for name, address, internal in addresses():
        family = f"IPv{ipaddress.ip_address(address).version}"
        found.setdefault(name, []).append({"address": address, "family": family, "internal": internal})
    return found


def getNetworkInterfaces() -> dict[str, list[dict]]:
    """The deprecated name of `networkInterfaces`."""
    print("getNetworkInterfaces is now called `os.networkInterfaces`.", file=sys.stderr)
    return networkInterfaces()
