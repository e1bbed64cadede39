"""What a server and its program agree on about the sessions of clients that take no tickets.

`newSession(id, data)` hands out a session for a store; `resumeSession(id, callback)` asks for it before the
handshake goes on. Only what this server itself has made can be resumed: today's binding to OpenSSL cannot put
in a session that another process made; that client has a full handshake, and a new session.
"""

from nodecore import tls
from nodecore.tls.hello import TLS_1_3

MOST = 20_480
"""Sessions that OpenSSL keeps for one server."""


class KnownSessions:
    """The ids of the sessions that a server has made."""

    def __init__(self):
        self._ids = {}

    def add(self, session_id):
        if len(self._ids) >= MOST:
            del self._ids[next(iter(self._ids))]
        self._ids[session_id] = None

    def may_be_known(self, hello):
        """Whether a client asks for a session; one that could speak TLS 1.3 names some id in any case."""
        newest = max(hello.versions, default=0)
        return bool(hello.session_id) and (newest < TLS_1_3 or hello.session_id in self._ids)


def resuming(credentials, connection, go_on):
    """What `resumeSession` calls back, once: `(error, data)`; without data the handshake is a full one."""

    def answered(error=None, data=None):
        if error is not None:
            connection.destroy()
        elif data:
            with credentials.finding_sessions():
                go_on()
        else:
            go_on()

    return answered


def new_session(connection, takes_tickets):
    """(id, data) of the session that a handshake has made, None when nothing could be stored."""
    if connection.session_resumed or takes_tickets or connection.protocol_version == "TLSv1.3":
        return None
    data = connection.session
    return (tls.session_id(data), data) if data else None
