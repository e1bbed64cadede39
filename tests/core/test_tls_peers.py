"""Who is at the other end of a TLS connection, and peers that are not ours."""

import socket
import ssl

import pytest
from certificates import authority, client_context, identity, self_signed, server_context, trusted
from live import HOST, dial, in_thread, read_all, run
from nodecore.tls import Credentials
from tls_sides import beside, client, meet, serve

# -- who the peer is -------------------------------------------------------------------------------


def problem(shown, *, ca=None, crl=None):
    """What a client that trusts `ca` finds wrong with a server that shows `shown`."""
    credentials = Credentials(ca=ca, crl=crl)
    found = []
    meet(
        {"credentials": Credentials(**shown)},
        client_credentials=credentials,
        connected=lambda connection: found.append(connection.verify_error) or connection.destroy(),
    )
    return found[0]


def test_what_may_be_wrong_with_a_certificate():
    ca = authority()
    middle = identity("middle", ca, ca=True)
    leaf = identity(issuer=middle)
    assert problem(trusted().options, ca=ca.cert) is None
    assert problem({"key": leaf.key, "cert": leaf.cert + middle.cert}, ca=ca.cert) is None
    assert problem(leaf.options, ca=ca.cert) == "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
    assert problem(trusted().options, ca=authority("Another").cert) == "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
    assert problem(self_signed().options, ca=ca.cert) == "DEPTH_ZERO_SELF_SIGNED_CERT"
    assert problem(self_signed().options, ca=self_signed().cert) is None
    chain = {"key": trusted().key, "cert": trusted().cert + ca.cert}
    assert problem(chain, ca=authority("Another").cert) == "SELF_SIGNED_CERT_IN_CHAIN"
    assert problem(identity(issuer=ca, days=(-3, -1)).options, ca=ca.cert) == "CERT_HAS_EXPIRED"
    assert problem(identity(issuer=ca, days=(1, 2)).options, ca=ca.cert) == "CERT_NOT_YET_VALID"


def test_revocation_lists():
    ca = authority()
    revoked = identity(issuer=ca)
    assert problem(revoked.options, ca=ca.cert, crl=ca.crl(revoked)) == "CERT_REVOKED"
    assert problem(trusted().options, ca=ca.cert, crl=[ca.crl(revoked)]) is None


def test_the_systems_roots_without_an_authority():
    assert problem(trusted().options) == "UNABLE_TO_VERIFY_LEAF_SIGNATURE"


def test_a_client_without_a_certificate_and_one_with(tmp_path):
    found = []

    def visit_with(show):
        credentials = Credentials(**trusted().options, ca=authority().cert)
        context = client_context(show=show, tmp_path=tmp_path)
        serve(
            beside(read_all, context=context),
            credentials,
            looks=True,
            connected=lambda connection: found.append(connection.verify_error) or connection.destroy(),
        )

    for show in (None, trusted("client"), self_signed()):
        visit_with(show)
    assert found == ["UNABLE_TO_GET_ISSUER_CERT", None, "DEPTH_ZERO_SELF_SIGNED_CERT"]


def test_a_name_chooses_the_credentials():
    asked, shown = [], []

    def choose(name):
        asked.append(name)
        return Credentials(**trusted("chosen").options) if name == "chosen" else None

    for name in ("chosen", "other", None):
        credentials = Credentials(**trusted().options)
        credentials.choose_by_name(choose)
        there, _ = meet(
            {"credentials": credentials},
            name=name,
            connected=lambda connection: shown.append(_common_name(connection)) or connection.destroy(),
        )
        assert there.connection.server_name == name
    assert asked == ["chosen", "other"]
    assert shown == ["chosen", "localhost", "localhost"]


def _common_name(connection):
    return connection.peer_certificate.subject.rfc4514_string().removeprefix("CN=")


def test_a_name_that_cannot_be_one_is_not_asked_for():
    there, _ = meet(name="x" * 100, connected=lambda connection: connection.destroy())
    assert there.connection.server_name is None


def test_what_the_handshake_agreed_on():
    server = Credentials(**trusted().options, protocols=["two", "one"])
    seen = []

    def connected(connection):
        seen.extend([connection.protocol, connection.cipher, connection.protocol_version])
        connection.destroy()

    meet(
        {"credentials": server},
        client_credentials=Credentials(protocols=["one", "two"]),
        connected=connected,
    )
    assert seen == ["two", "TLS_AES_256_GCM_SHA384", "TLSv1.3"]


def test_no_protocol_in_common_is_no_reason_to_fail():
    server = Credentials(**trusted().options, protocols=["one"])
    there, _ = meet(
        {"credentials": server},
        client_credentials=Credentials(protocols=["two"]),
        connected=lambda connection: connection.destroy(),
    )
    assert there.connection.protocol is None


def test_a_client_resumes_its_session():
    credentials = Credentials(**trusted().options)
    context = client_context()
    seen, session = [], None

    def conversation(raw):
        nonlocal session
        with context.wrap_socket(raw, server_hostname="localhost", session=session) as sock:
            sock.recv(1)
            session = sock.session
            seen.append(sock.session_reused)

    for _ in range(2):
        serve(
            lambda port: in_thread(lambda: conversation(dial(port))),
            credentials,
            connected=lambda connection: connection.write(b"x"),
        )
    assert seen == [False, True]


def test_our_client_resumes_its_session(tmp_path):
    context = server_context(trusted(), tmp_path)
    credentials, sessions, seen = Credentials(), [None], []

    def conversation(listener):
        with listener, listener.accept()[0] as raw, context.wrap_socket(raw, server_side=True) as sock:
            seen.append(sock.session_reused)
            sock.sendall(b"x")
            read_all(sock)

    def data(connection):
        sessions.append(connection.session)
        connection.destroy_soon()

    for _ in range(2):
        listener = socket.create_server((HOST, 0))
        in_thread(conversation, listener)
        client(listener.getsockname()[1], credentials, session=sessions[-1], data=data)
        run()
    assert seen == [False, True]


# -- peers that are not ours -----------------------------------------------------------------------


def test_a_server_of_pythons(tmp_path):
    listener = socket.create_server((HOST, 0))
    received = []

    def accept():
        with listener:
            raw = listener.accept()[0]
        with raw, server_context(trusted(), tmp_path).wrap_socket(raw, server_side=True) as sock:
            received.append(sock.recv(100))
            sock.sendall(b"welcome")

    in_thread(accept)
    side = client(listener.getsockname()[1])
    side.connection.write(b"hello")
    run()
    assert (received, side.data) == ([b"hello"], b"welcome")
    assert side.told == ["connected", "drained", "data", "eof", "closed"]


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_versions(version):
    context = client_context(authority())
    context.minimum_version = context.maximum_version = version
    seen = []
    serve(
        beside(lambda sock: seen.append(sock.version()) or sock.sendall(b"x"), context=context),
        data=lambda connection: connection.destroy(),
    )
    assert seen == [version.name.replace("_", ".")]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_old_versions_need_the_level_that_allows_them():
    context = client_context()
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    seen = []
    visit = beside(lambda sock: seen.append(sock.version()), context=context)
    serve(visit, Credentials(**trusted().options, ciphers="ALL:@SECLEVEL=0"))
    assert seen == ["TLSv1"]
