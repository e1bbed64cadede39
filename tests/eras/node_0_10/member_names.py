"""The names that objects of 0.10 show to a program in Python, gathered in live exchanges."""

from __future__ import annotations

from support import HOST, run

from eras.node_0_10 import crypto, events, http, https, net, stream, string_decoder, tls, url


def public_names(thing):
    """The names a program finds on an object: its own, and those that the era's classes give it."""
    names = set(vars(thing))
    for cls in type(thing).__mro__:
        if cls.__module__.startswith("eras."):
            names.update(
                name
                for name, value in vars(cls).items()
                if not isinstance(value, (staticmethod, classmethod, type))
                and name not in vars(cls).get("js_static", ())
            )
    return {name.rstrip("_") for name in names if _is_public(name)}


def _is_public(name):
    return not name.startswith("_") and not ("_" in name.rstrip("_") and name.islower())


class _Gathering:
    def __init__(self):
        self.shown = {}

    def note(self, name, thing):
        self.shown.setdefault(name, set()).update(public_names(thing))

    def exchange(self, prefix, server, ask):
        """One request and its response: what there is at each of its moments."""
        note = self.note
        socket = "tls.CleartextStream" if prefix == "https" else "net.Socket"

        def listener(request, response):
            note("http.IncomingMessage", request)
            note("http.ServerResponse", response)
            response.write("x")
            note(socket, request.socket)
            request.on("end", response.end)
            response.on("finish", lambda: note("http.ServerResponse", response))
            request.resume()

        def start():
            note(f"{prefix}.Server", server)
            request = ask({"host": "localhost", "port": server.address()["port"], "method": "POST"})
            note("http.ClientRequest", request)
            note(f"{prefix}.Agent", request.agent)
            request.on("response", lambda response: answered(request, response))
            request.end("x")

        def answered(request, response):
            note("http.ClientRequest", request)
            note("http.IncomingMessage", response)
            note(socket, response.socket)
            response.on("end", server.close)
            response.resume()

        server.on("request", listener)
        server.listen(0, HOST, start)
        run()


def live_objects():
    """What an object of each class ever showed. Skips where nothing speaks TLS."""
    from certificates import authority, trusted

    gathering = _Gathering()
    gathering.exchange(
        "http", http.createServer(), lambda options: http.request({**options, "agent": http.Agent()})
    )
    agent = https.Agent({"ca": authority().cert})
    server = https.createServer(trusted().options)
    gathering.exchange("https", server, lambda options: https.request({**options, "agent": agent}))
    for kind in (stream.Readable, stream.Writable, stream.Duplex, stream.Transform):
        gathering.note(f"stream.{kind.__name__}", kind())
    gathering.note("net.Server", net.createServer())
    gathering.note("net.Socket", net.Socket())
    gathering.note("tls.Server", tls.createServer(trusted().options))
    gathering.note("tls.SecurePair", tls.createSecurePair(crypto.createCredentials({}), False))
    gathering.note("events.EventEmitter", events.EventEmitter())
    gathering.note("url.Url", url.parse("http://user:pass@host.com:8080/p/a/t/h?query=string#hash"))
    gathering.note("string_decoder.StringDecoder", string_decoder.StringDecoder("utf8"))
    return gathering.shown
