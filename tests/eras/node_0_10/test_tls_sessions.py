"""Sessions of TLS in 0.10: resumed by tickets or from a store, and never past a look at the peer."""

import pytest
from certificates import authority, self_signed, trusted
from support import HOST, run
from tls_support import secure_server, trusting

from eras.node_0_10 import constants, tls

NO_TICKET = {"secureOptions": constants.SSL_OP_NO_TICKET}


def visits(server, count, more=None, *, keep=None):
    """Connect `count` times, each offering the session of the one before; what each client found."""
    seen, sessions = [], list(keep or [None])

    def next_one():
        if len(seen) == count:
            server.close()
            return
        client = tls.connect(trusting(server.address()["port"], session=sessions[-1], **(more or {})))
        client.on("secureConnect", lambda: note(client))
        client.on("error", lambda error: seen.append(error.message))
        client.on("close", next_one)
        client.resume()

    def note(client):
        sessions.append(client.getSession())
        seen.append((client.isSessionReused(), client.authorized))

    server.listen(0, HOST, next_one)
    run()
    return seen, sessions


def bye(stream):
    stream.end("bye")


def test_a_client_offers_the_session_it_had():
    seen, sessions = visits(secure_server(bye), 3)
    assert seen == [(False, True), (True, True), (True, True)]
    assert all(isinstance(session, str) for session in sessions[1:])


def test_a_session_may_be_a_buffer_and_nonsense_is_no_session():
    _seen, sessions = visits(secure_server(bye), 1)
    assert visits(secure_server(bye), 1, keep=[sessions[1].encode("latin-1")])[0] == [(False, True)]
    assert visits(secure_server(bye), 1, keep=["nonsense"])[0] == [(False, True)]


def test_a_resumed_server_is_as_welcome_as_it_was():
    loose = {"ca": None, "rejectUnauthorized": False}
    seen, sessions = visits(secure_server(bye), 2, loose)
    assert seen == [(False, False), (True, False)]
    del loose["rejectUnauthorized"]
    server = secure_server(bye)
    # Even with a session that was made when nobody minded.
    assert visits(server, 1, loose, keep=sessions)[0] == ["UNABLE_TO_VERIFY_LEAF_SIGNATURE"]


def test_a_closed_stream_has_no_session():
    server = secure_server(bye)
    closed = []

    def visit():
        client = tls.connect(trusting(server.address()["port"]))
        client.on("close", lambda: closed.append((client.getSession(), client.isSessionReused())))
        client.on("close", lambda: server.close())
        client.resume()

    server.listen(0, HOST, visit)
    run()
    assert closed == [(None, None)]


# -- a store ---------------------------------------------------------------------------------------


def storing(server, answer):
    """Have `server` store sessions; `answer(stored, id, callback)` finds them. What it was told and asked."""
    log, stored = [], {}

    @server.on("newSession")
    def made(session_id, data):
        log.append("new")
        stored[session_id] = data
        assert (type(session_id), len(session_id), type(data)) == (bytes, 32, bytes)

    @server.on("resumeSession")
    def asked(session_id, callback):
        log.append(f"resume {session_id in stored}")
        answer(stored, session_id, callback)

    return log


def test_without_tickets_a_server_resumes_what_its_program_has_stored():
    server = secure_server(bye, **NO_TICKET)
    log = storing(server, lambda stored, name, callback: callback(None, stored.get(name)))
    assert visits(server, 3)[0] == [(False, True), (True, True), (True, True)]
    assert log == ["new", "resume True", "resume True"]


def test_the_answer_may_come_later():
    from nodecore.loop import get_loop

    server = secure_server(bye, **NO_TICKET)
    log = storing(server, lambda stored, name, callback: get_loop().timer(callback, 5, None, stored[name]))
    assert visits(server, 2)[0] == [(False, True), (True, True)]
    assert log == ["new", "resume True"]


def test_a_store_that_has_forgotten():
    server = secure_server(bye, **NO_TICKET)
    log = storing(server, lambda stored, name, callback: callback(None, None))
    assert visits(server, 2)[0] == [(False, True), (False, True)]
    assert log == ["new", "resume True", "new"]


def test_a_store_that_fails_ends_the_connection():
    server = secure_server(bye, **NO_TICKET)
    storing(server, lambda stored, name, callback: callback(OSError("no store")))
    seen, _sessions = visits(server, 2)
    assert seen == [(False, True), "socket hang up"]


def test_without_tickets_and_without_a_store_nothing_is_resumed():
    assert visits(secure_server(bye, **NO_TICKET), 2)[0] == [(False, True), (False, True)]


def test_with_tickets_there_is_nothing_to_store():
    server = secure_server(bye)
    log = storing(server, lambda stored, name, callback: callback(None, stored.get(name)))
    assert visits(server, 2)[0] == [(False, True), (True, True)]
    assert log == []


# -- clients that show who they are ------------------------------------------------------------------


@pytest.mark.parametrize(("show", "expected"), [(trusted, True), (self_signed, False)])
def test_a_client_that_resumes_is_as_welcome_as_it_was(show, expected):
    seen = []

    def secured(stream):
        subject = stream.getPeerCertificate()["subject"]["CN"]
        seen.append((stream.isSessionReused(), stream.authorized, subject))
        stream.end()

    server = secure_server(secured, requestCert=True, ca=authority().cert)
    visits(server, 2, show().options)
    assert seen == [(False, expected, "localhost"), (True, expected, "localhost")]


def test_no_session_of_one_name_is_resumed_under_another():
    seen = []

    def secured(stream):
        seen.append((stream.isSessionReused(), stream.authorized))
        stream.end()

    server = secure_server(secured, requestCert=True, ca=authority().cert)
    server.addContext("other.example", {**trusted().options, "ca": authority("Another CA").cert})
    visits(server, 2, trusted().options)
    assert seen == [(False, True), (False, True)]
