"""The outside world of an example, as seen from the process that started it: servers that play its hosts."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from eratools.examples.manifest import Conversation
from eratools.examples.standin import LOOPBACK
from eratools.examples.talk import Mismatch

if TYPE_CHECKING:
    from eratools.examples.runner import Trial

FAREWELL_TIME = 2.0
"""Seconds that a conversation may go on after the program has ended."""


class World:
    """The servers that play the hosts of an example's outside world.

    The connections to one address are given to its peers in the manifest's order, each with a thread.
    """

    def __init__(self, peers: tuple[Conversation, ...], hosts: tuple[str, ...], trial: Trial) -> None:
        self.trial = trial
        names = dict.fromkeys([*(peer.host for peer in peers), *hosts])
        # Addresses that are set aside for documentation, so that no real one is ever meant.
        self.hosts = {name: f"192.0.2.{number}" for number, name in enumerate(names, 1)}
        self.hosts.update({name: LOOPBACK for name in names if name in ("localhost", LOOPBACK)})
        self.peers: dict[str, list[Conversation]] = {}
        for peer in peers:
            self.peers.setdefault(f"{self.hosts[peer.host]}:{peer.port}", []).append(peer)
        self.listeners = {address: socket.create_server((LOOPBACK, 0)) for address in self.peers}
        self.failures: list[str] = []
        self.unfinished = len(peers)

    def as_json(self) -> str:
        """What the example's network has to know."""
        ports = {address: listener.getsockname()[1] for address, listener in self.listeners.items()}
        return json.dumps({"hosts": self.hosts, "peers": ports})

    def start(self) -> None:
        """Begin to accept connections."""
        for address, listener in self.listeners.items():
            in_thread(self._accept, listener, self.peers[address])

    def _accept(self, listener: socket.socket, peers: list[Conversation]) -> None:
        for peer in peers:
            try:
                listener.settimeout(max(0.001, self.trial.deadline - time.monotonic()))
                connection, _ = listener.accept()
            except OSError:
                self._finished(peer, "the program never connected")
            else:
                in_thread(self._converse, connection, peer)

    def _converse(self, connection: socket.socket, peer: Conversation) -> None:
        with connection:
            try:
                self.trial.talk(connection, peer)
            except Mismatch as mismatch:
                self._finished(peer, str(mismatch))
            else:
                self._finished(peer)

    def _finished(self, peer: Conversation, failure: str = "") -> None:
        with self.trial.changed:
            self.unfinished -= 1
            if failure:
                self.failures.append(f"peer {peer.host}:{peer.port}, {failure}")
            self.trial.changed.notify_all()

    def finish(self) -> None:
        """Wait for every conversation; raises `Mismatch` if one failed."""
        if not self.trial.wait(lambda: self.unfinished == 0):
            self._stop_accepting()  # whoever has not connected will not
        with self.trial.changed:
            self.trial.changed.wait_for(lambda: self.unfinished == 0, FAREWELL_TIME)
        if self.failures:
            raise Mismatch("; ".join(self.failures))
        if self.unfinished:
            raise Mismatch("a conversation with the outside world did not end")

    def _stop_accepting(self) -> None:
        for listener in self.listeners.values():
            try:
                listener.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # it was stopped before

    def close(self) -> None:
        """Stop listening."""
        self._stop_accepting()
        for listener in self.listeners.values():
            listener.close()


def in_thread(function: Callable[..., None], *args: Any) -> None:
    """Run `function` beside everything else; it does not keep the process alive."""
    threading.Thread(target=function, args=args, daemon=True).start()
