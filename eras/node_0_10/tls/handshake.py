"""Which handshake the server of a connection has with its client."""


def settle(connection, credentials, hello):
    """Have the handshake of the time, unless the client speaks only what came later.

    There the server had the last word: a client that it does not welcome hears so before it believes to be
    connected, and has its session from the beginning. `hello` is None when it could not be read.
    """
    if hello is not None and credentials.speaks_tls_1_2 and not hello.needs_tls_1_3:
        connection.stay_below_tls_1_3()
