"""Makes random requests, cut into pieces, and programs that answer them."""

import random

LISTENERS = ("checkContinue", "clientError", "upgrade", "connect", "connection")
METHODS = (*("GET", "POST", "HEAD") * 2, "GET", "PUT", "OPTIONS", "DELETE", "M-SEARCH", "PATCH")
STATUSES = (200, 200, 200, 201, 204, 304, 302, 404, 500, 599)
NO_HTTP = ("XLAH / HTTP/1.1\r\n\r\n", "\x16\x03\x01\x02\x00\x01")


def make(seed):
    """The scenario of this number."""
    rng = random.Random(seed)
    listeners = [name for name in LISTENERS if rng.random() < 0.5]
    scenario = {
        "listeners": listeners,
        "socket_events": rng.sample(("close", "end", "error", "finish", "drain"), rng.randrange(3)),
        "tunnel_ends": rng.random() < 0.5,
        "input": list(_input(rng, listeners)),
        "programs": [_program(rng) for _ in range(3)],
    }
    if rng.random() < 0.1:
        scenario["maxHeadersCount"] = rng.choice((0, 1, 2, 3))
    return scenario


# -- what the client sends ----------------------------------------------------------------------------


def _input(rng, listeners):
    text = "".join(_requests(rng, listeners))
    truncated = rng.random() < 0.3
    if truncated:
        text = text[: rng.randrange(len(text) + 1)]
    yield from ([piece] for piece in _cut(rng, text))
    if truncated or rng.random() < 0.4:
        yield rng.choice(("fin", "fin", "destroy"))


def _cut(rng, text):
    places = sorted(rng.randrange(len(text) + 1) for _ in range(rng.choice((0, 0, 1, 2, 5))))
    pieces = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    return filter(None, pieces)


def _requests(rng, listeners):
    count = rng.choice((1, 1, 1, 2, 3, 4))
    for number in range(count):
        # Of a request that was given up, 0.10.15 puts the trailers among the headers of the next.
        may_trail = number == count - 1
        may_tunnel = number == 0 or {"upgrade", "connect"} <= {*listeners}
        text, last = _request(rng, number, may_trail, may_tunnel)
        yield text
        if last:  # what follows a last request is not read, on purpose
            return
    if rng.random() < 0.1:
        yield rng.choice(NO_HTTP)


def _request(rng, number, may_trail, may_tunnel):
    method, version = rng.choice(METHODS), rng.choice(("1.1", "1.1", "1.1", "1.0"))
    tunnels = may_tunnel and rng.random() < 0.07
    if tunnels and rng.random() < 0.5:
        method = "CONNECT"
    head = [f"{method} /{number} HTTP/{version}"]
    if rng.random() < 0.7:
        head.append("Host: example")
    connection = rng.choice((None, None, "keep-alive", "Keep-Alive", "close"))
    if tunnels and method != "CONNECT":
        head += ["Upgrade: other", "Connection: Upgrade"]
    elif connection is not None:
        head.append(f"Connection: {connection}")
    head += rng.sample(
        ("X-A: 1", "x-a: 2", "Cookie: a", "Cookie: b", "Accept:", "Via: é", "Set-Cookie: x"), rng.randrange(3)
    )
    if version == "1.0" and rng.random() < 0.2:
        head.append("TE: chunked")
    if rng.random() < 0.1:
        head.append(f"Expect: {rng.choice(('100-continue', '100-Continue', 'other'))}")
    body = rng.choice(("", "tunnelled")) if tunnels else _body(rng, head, method, may_trail)
    last = tunnels or connection == "close" or (version == "1.0" and connection is None)
    return "\r\n".join((*head, "", body)), last


def _body(rng, head, method, may_trail):
    if method in ("GET", "HEAD") and rng.random() < 0.85:
        return ""
    text = "body of a request"[: rng.randrange(18)]
    if rng.random() < 0.5:
        head.append(f"Content-Length: {len(text)}")
        return text
    head.append("Transfer-Encoding: chunked")
    chunks = []
    while text:
        size = rng.randrange(1, len(text) + 1)
        extension = rng.choice(("", "", ";a=b"))
        chunks.append(f"{size:x}{extension}\r\n{text[:size]}\r\n")
        text = text[size:]
    if rng.random() < 0.06:
        return "".join(chunks) + "zz\r\n"
    trailers = rng.choice(("", "X-T: 1\r\n", "X-T: 1\r\nX-U: 2\r\n")) if may_trail else ""
    return "".join(chunks) + f"0\r\n{trailers}\r\n"


# -- what the server does -----------------------------------------------------------------------------


def _program(rng):
    requests = rng.choice((None, ["end"], ["end", "close"], ["end", "close", "aborted", "error"]))
    steps = [{"at": "now", "ops": _before(rng)}]
    body = _answer(rng)
    while body:
        count = rng.randrange(1, len(body) + 1)
        at = rng.choice(("now", "now", "later", "later", "tick", "end"))
        steps.append({"at": at, "ops": body[:count]})
        body = body[count:]
    return {"request": requests, "response": ["finish", "close", "drain"], "steps": steps}


def _before(rng):
    ops = rng.choice(
        (
            [],
            [["flow"]],
            [["flow"]],
            [["read"]],
            [["resume"]],
            [["encoding", "utf8"], ["flow"]],
            [["flow"], ["pause"]],
        )
    )
    return ops + ([["state"]] if rng.random() < 0.3 else [])


def _answer(rng):
    if rng.random() < 0.07:
        return [["pipe"]]
    ops = []
    if rng.random() < 0.15:
        ops.append(["date", rng.random() < 0.3])
    if rng.random() < 0.5:
        ops += [["set", *_header(rng)] for _ in range(rng.randrange(4))]
    if rng.random() < 0.2:
        ops.append(rng.choice((["remove", "X-One"], ["get", "x-one"], ["get", "content-length"])))
    if rng.random() < 0.3:
        ops.append(["status", rng.choice(STATUSES)])
    if rng.random() < 0.5:
        headers = dict(_header(rng) for _ in range(rng.randrange(4)))
        if rng.random() < 0.2:
            headers = [list(pair) for pair in headers.items() if isinstance(pair[1], str)]
        ops.append(
            rng.choice(
                (
                    ["head", rng.choice(STATUSES), headers],
                    ["head", rng.choice(STATUSES), "Reason", headers],
                    ["head", rng.choice(STATUSES)],
                )
            )
        )
    ops += [["write", *_chunk(rng)] for _ in range(rng.choice((0, 0, 1, 2, 3)))]
    if rng.random() < 0.15:
        ops.append(["trailers", {"X-After": "1", "X-Later": "two"}])
    if rng.random() < 0.93:
        ops.append(["end", *rng.choice(((None,), _chunk(rng)))])
    if rng.random() < 0.15:
        ops.append(
            rng.choice(
                (
                    ["write", "late", ""],
                    ["end", None],
                    ["set", "X-Late", "1"],
                    ["state"],
                    ["trailing"],
                    ["head", 200],
                )
            )
        )
    if rng.random() < 0.05:
        ops.insert(
            rng.randrange(len(ops) + 1), [rng.choice(("destroy", "destroy_socket", "destroy_response"))]
        )
    if rng.random() < 0.1:
        ops.insert(rng.randrange(len(ops) + 1), ["continue"])
    if rng.random() < 0.3:
        ops.insert(rng.randrange(len(ops) + 1), ["state"])
    return ops


def _header(rng):
    return rng.choice(
        (
            ("X-One", "1"),
            ("x-two", ["a", "b"]),
            ("Content-Type", "text/plain"),
            ("Connection", "close"),
            ("Content-Length", rng.choice((0, 2, 4, 8))),
            ("Set-Cookie", ["a=1", "b=2"]),
            ("X-Number", 7),
            ("Trailer", "X-After"),
            ("Date", "now"),
        )
    )


def _chunk(rng):
    return rng.choice(
        (("text", ""), ("\xe9\xff", None), ("é€", "utf8"), ("é", "binary"), ("", ""), ("x" * 300, ""))
    )
