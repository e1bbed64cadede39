"""The other end of a connection, spoken to in bytes: over blocking sockets or gevent's."""

from __future__ import annotations


class RawPeer:
    """A connected socket, and what was received and not taken yet."""

    def __init__(self, sock):
        self.sock = sock
        self.seen = b""

    def send(self, data):
        self.sock.sendall(data)
        return self

    def until(self, end):
        """What arrives up to and with `end`, or until the other side closes."""
        while end not in self.seen:
            data = self.sock.recv(65536)
            if not data:
                return self._take(len(self.seen))
            self.seen += data
        return self._take(self.seen.index(end) + len(end))

    def rest(self):
        """What arrives until the other side closes."""
        try:
            while data := self.sock.recv(65536):
                self.seen += data
        except ConnectionResetError:
            pass
        return self._take(len(self.seen))

    def _take(self, length):
        taken, self.seen = self.seen[:length], self.seen[length:]
        return taken

    def close(self):
        self.sock.close()
