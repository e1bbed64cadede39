"""Runs one example in a process of its own, plays the world around it, and checks what it did."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from eratools.examples.certificate import write_pair
from eratools.examples.manifest import Conversation, Example
from eratools.examples.standin import LOOPBACK
from eratools.examples.talk import Mismatch, Talk
from eratools.examples.world import World, in_thread

ENDING_TIME = 2.0
"""Seconds between asking a process to end and ending it."""


@dataclass(frozen=True)
class Program:
    """A program to run: its file's name and text, and the files that lie beside it."""

    era: str
    name: str
    text: str
    files: dict[str, str]


def check(program: Program, example: Example) -> str:
    """Run `program` and hold it against `example`; returns what is wrong, or an empty string."""
    with tempfile.TemporaryDirectory(prefix="eras-example-") as folder:
        for name, text in {**program.files, program.name: program.text}.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        if example.certificate:
            write_pair(folder)
        if example.addon and (wrong := _build(folder)):
            return wrong
        with Trial(program, example, folder) as trial:
            try:
                trial.observe()
            except Mismatch as mismatch:
                return trial.explain(str(mismatch))
    return ""


def _build(folder: str) -> str:
    """Build the addon in `folder`; what is wrong with it."""
    command = [sys.executable, "-m", "eratools.node_waf.cli", "configure", "build"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return f"node-waf ended with code {done.returncode}\nstderr: {done.stderr}" if done.returncode else ""


class Trial:
    """One running example. Everything is waited for against one deadline; nothing sleeps."""

    def __init__(self, program: Program, example: Example, folder: str) -> None:
        self.example = example
        self.deadline = time.monotonic() + example.timeout
        self.changed = threading.Condition()
        self.output: dict[str, bytes] = {"stdout": b"", "stderr": b""}
        self.ports: dict[int, int] = {}
        self.open_pipes = 3
        self.world = World(example.peers, example.hosts, self)
        self.process, events = self._spawn(program, folder)
        self.world.start()
        in_thread(self._type, self.process.stdin)
        for pipe, take in (
            (self.process.stdout, self._output("stdout")),
            (self.process.stderr, self._output("stderr")),
            (events, self._listening),
        ):
            in_thread(self._read, pipe, take)

    def __enter__(self) -> Trial:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._end()
        self.world.close()

    def _spawn(self, program: Program, folder: str) -> tuple[subprocess.Popen[bytes], IO[bytes]]:
        reading, writing = os.pipe()
        command = [sys.executable, "-m", "eratools.examples.child", self.world.as_json(), str(writing)]
        try:
            process = subprocess.Popen(
                [*command, program.era, program.name, *self.example.args],
                cwd=folder,
                stdin=subprocess.PIPE if self.example.stdin else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=[writing],
            )
        finally:
            os.close(writing)
        return process, os.fdopen(reading, "rb", buffering=0)

    def _type(self, pipe: IO[bytes] | None) -> None:
        if pipe is None:
            return
        try:
            with pipe:
                pipe.write(self.example.stdin.encode())
        except BrokenPipeError:
            pass  # the program has closed its input, or ended

    # -- what the process tells -----------------------------------------------------------------

    def _read(self, pipe: IO[bytes], take: Callable[[bytes], None]) -> None:
        with pipe:
            while data := os.read(pipe.fileno(), 65536):
                with self.changed:
                    take(data)
                    self.changed.notify_all()
        with self.changed:
            self.open_pipes -= 1
            self.changed.notify_all()

    def _output(self, name: str) -> Callable[[bytes], None]:
        def take(data: bytes) -> None:
            self.output[name] += data

        return take

    def _listening(self, data: bytes) -> None:
        # One write of a short line arrives as a whole.
        for line in data.splitlines():
            event = json.loads(line)
            self.ports[event["asked"]] = event["real"]

    def wait(self, condition: Callable[[], bool]) -> bool:
        """Wait until `condition` holds, the process has ended or time is up; tells whether it holds."""
        with self.changed:
            left = max(0.0, self.deadline - time.monotonic())
            self.changed.wait_for(lambda: condition() or self.open_pipes == 0, left)
            return condition()

    def text(self, name: str) -> str:
        """What the program has written so far."""
        return self.output[name].decode("utf-8", "replace")

    # -- observing ------------------------------------------------------------------------------

    def observe(self) -> None:
        """Probe the program, see it end (or end it), and compare its output."""
        for number, probe in enumerate(self.example.probes, 1):
            self._probe(number, probe)
        self.world.finish()
        if self.example.exit is None:
            self.wait(lambda: self._matches("stdout") and self._matches("stderr"))
            if self.open_pipes == 0:
                raise Mismatch(f"the program ended by itself, with code {self.process.wait()}")
            self._end()
        elif not self.wait(lambda: self.open_pipes == 0):
            raise Mismatch(f"the program did not end within {self.example.timeout:g} s")
        elif (code := self.process.wait()) != self.example.exit:
            raise Mismatch(f"the program ended with code {code}, not {self.example.exit}")
        self._compare("stdout")
        self._compare("stderr")

    def _probe(self, number: int, probe: Conversation) -> None:
        if not self.wait(lambda: probe.port in self.ports):
            raise Mismatch(f"the program does not listen on port {probe.port}")
        try:
            with socket.create_connection((LOOPBACK, self.ports[probe.port]), timeout=5) as connection:
                self.talk(connection, probe)
        except Mismatch as mismatch:
            raise Mismatch(f"probe {number} of port {probe.port}, {mismatch}") from None

    def talk(self, connection: socket.socket, conversation: Conversation) -> None:
        """Hold `conversation` over `connection`."""
        Talk(connection, self.deadline, self._prints).follow(conversation.talk)

    def _prints(self, text: str) -> bool:
        return self.wait(lambda: self.text("stdout").endswith(text))

    def _matches(self, name: str) -> bool:
        text = self.text(name)
        pattern = getattr(self.example, f"{name}_like")
        if pattern:
            return re.fullmatch(pattern, text, re.DOTALL) is not None
        return text == getattr(self.example, name)

    def _compare(self, name: str) -> None:
        if not self._matches(name):
            pattern = getattr(self.example, f"{name}_like")
            expected = f"like {pattern!r}" if pattern else repr(getattr(self.example, name))
            raise Mismatch(f"expected {name} {expected}, but it was {self.text(name)!r}")

    def explain(self, mismatch: str) -> str:
        """`mismatch`, with what the program said on stderr, where the cause mostly stands."""
        self._end()
        said = "\n".join(self.text("stderr").strip().splitlines()[-6:])
        return f"{mismatch}\nstderr: {said}" if said and "expected stderr" not in mismatch else mismatch

    def _end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(ENDING_TIME)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        with self.changed:
            self.changed.wait_for(lambda: self.open_pipes == 0, ENDING_TIME)
