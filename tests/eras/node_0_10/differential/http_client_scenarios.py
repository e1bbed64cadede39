"""Makes random requests, and raw answers to them, cut into pieces."""

import random

METHODS = ("GET", "GET", "GET", "POST", "POST", "PUT", "DELETE")
STATUSES = (200, 200, 200, 201, 204, 304, 302, 404, 500, 599)
NO_HTTP = "\x16\x03\x01\x02"
EVENTS = ("finish", "drain", "close", "continue", "socket", "aborted")


def make(seed):
    """The scenario of this number."""
    rng = random.Random(seed)
    # What answers a HEAD has no body, what answers a CONNECT is followed by none at once.
    kind = rng.choice((*("bodies",) * 8, "heads", "tunnel"))
    requests = [
        _request(rng, number, kind)
        for number in range(1 if kind == "tunnel" else rng.choice((1, 1, 1, 2, 3, 4)))
    ]
    scripts = [_script(rng, connection, len(requests), kind) for connection in range(len(requests))]
    answers = []
    while any(scripts):
        answers.append(rng.choice([script for script in scripts if script]).pop(0))
    return {
        "maxSockets": rng.choice((0, 1, 1, 2)),
        "requests": requests,
        "answers": answers,
    }


# -- what the client does -----------------------------------------------------------------------------


def _request(rng, number, kind):
    method = "HEAD" if kind == "heads" else rng.choice(METHODS)
    tunnels = []
    headers = dict(
        rng.choice((("X-A", "1"), ("X-B", ["1", "2"]), ("Cookie", "a"), ("Host", "other"), ("Accept", "x")))
        for _ in range(rng.randrange(3))
    )
    if kind == "tunnel":
        method = rng.choice(("CONNECT", method))
        tunnels = rng.choice((["upgrade", "connect"], []))
        if method != "CONNECT":
            headers.update({"Connection": "Upgrade", "Upgrade": "other"})
    elif rng.random() < 0.3:
        headers["Connection"] = rng.choice(("close", "keep-alive"))
    if rng.random() < 0.1:
        headers["Expect"] = "100-continue"
    body = _body(rng, method, headers)
    options = {"method": method, "path": f"/{number}", "headers": headers}
    if rng.random() < 0.15:
        options["headers"] = [[name, value] for name, value in headers.items()]
    if rng.random() < 0.1:
        options["auth"] = "user:pass"
    return {
        "options": options,
        "pooled": rng.random() < 0.7,
        "later": rng.random() < 0.3,
        "events": ["error", *rng.sample(EVENTS, rng.randrange(4))],
        "response_events": rng.sample(("end", "close", "aborted", "error"), rng.randrange(5)),
        "socket_events": rng.sample(
            ("connect", "end", "close", "error", "agentRemove", "drain"), rng.choice((0, 0, 2))
        ),
        "reader": rng.choice(("flow", "flow", "flow", "text", "read", "resume", "pause", "none", None)),
        "tunnels": tunnels,
        "steps": list(_steps(rng, body)),
    }


def _body(rng, method, headers):
    ops = []
    if rng.random() < 0.15:
        ops.append(rng.choice((["set", "X-C", "3"], ["remove", "X-A"], ["get", "host"], ["get", "x-a"])))
    if method in ("GET", "HEAD", "CONNECT") and rng.random() < 0.85:
        return [*ops, ["end", None]]
    pieces = [_chunk(rng) for _ in range(rng.choice((0, 0, 1, 2, 3)))]
    if rng.random() < 0.3:
        headers["Content-Length"] = sum(
            len(text.encode("latin-1" if encoding in (None, "binary") else "utf8"))
            for text, encoding in pieces
        )
    ops += [["write", *piece] for piece in pieces[:-1]]
    if rng.random() < 0.1:
        ops.append(["trailers", {"X-After": "1"}])
    ops.append(["end", *(pieces[-1] if pieces else (None,))])
    return ops


def _chunk(rng):
    return rng.choice(
        (("text", ""), ("\xe9\xff", None), ("é€", "utf8"), ("é", "binary"), ("", ""), ("x" * 300, ""))
    )


def _steps(rng, ops):
    if rng.random() < 0.25:
        ops.append(rng.choice((["write", "late", ""], ["end", None], ["state"], ["set", "X-Late", "1"])))
    while ops:
        count = rng.randrange(1, len(ops) + 1)
        yield {"at": rng.choice(("now", "now", "now", "now", "later", "tick", "socket")), "ops": ops[:count]}
        ops = ops[count:]
    for _ in range(rng.choice((0, 0, 1, 2))):
        at = rng.choice(
            (
                "now",
                "later",
                "later",
                "later",
                "tick",
                "socket",
                "response",
                "data",
                "end",
                "error",
                "close",
                "continue",
            )
        )
        yield {
            "at": at,
            "ops": [
                rng.choice(
                    (
                        ["abort"],
                        ["state"],
                        ["pool"],
                        ["pause"],
                        ["resume"],
                        ["resume"],
                        ["state"],
                        ["pool"],
                        ["destroy"],
                        ["leave_pool"],
                        ["destroy_socket"],
                    )
                )
            ],
        }


# -- what the server answers --------------------------------------------------------------------------


def _script(rng, connection, most, kind):
    """What one connection answers: pieces, and the number of requests that each waits for."""
    script = []
    for number in range(rng.choice((0, 1, 1, 1, 2, most))):
        text, last = _answer(rng, kind)
        cut = rng.random() < 0.15
        if cut:
            text = text[: rng.randrange(len(text) + 1)]
        script += [[connection, piece, number + 1] for piece in _cut(rng, text)]
        if cut or rng.random() < (0.6 if last else 0.1):
            script.append([connection, rng.choice(("fin", "fin", "destroy")), 0])
        if cut or last:
            break
    return script


def _cut(rng, text):
    places = sorted(rng.randrange(len(text) + 1) for _ in range(rng.choice((0, 0, 1, 2, 4))))
    pieces = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    return filter(None, pieces)


def _answer(rng, kind):
    if rng.random() < 0.05:
        return NO_HTTP, True
    text, last = _response(rng, kind)
    informed = kind != "tunnel" and rng.random() < 0.1
    return "HTTP/1.1 100 Continue\r\n\r\n" * informed + text, last


def _response(rng, kind):
    version, status = rng.choice(("1.1", "1.1", "1.1", "1.0")), rng.choice(STATUSES)
    head = [f"HTTP/{version} {status} Reason"]
    head += rng.sample(
        ("X-A: 1", "x-a: 2", "Set-Cookie: a", "Set-Cookie: b", "Date:", "Via: é"), rng.randrange(3)
    )
    connection = rng.choice((None, None, "keep-alive", "close"))
    if kind == "tunnel":
        head[0] = f"HTTP/1.1 {rng.choice((101, 200))} Reason"
        head += ["Upgrade: other", "Connection: Upgrade"] if "101" in head[0] else []
        return "\r\n".join((*head, "", "")), True
    if connection is not None:
        head.append(f"Connection: {connection}")
    if status in (204, 304) or kind == "heads":
        return "\r\n".join((*head, "", "")), connection == "close"
    text = "body of a response"[: rng.randrange(19)]
    framing = rng.choice(("length", "chunked", "chunked", None))
    if framing == "length":
        head.append(f"Content-Length: {len(text)}")
    elif framing == "chunked":
        head.append("Transfer-Encoding: chunked")
        text = _chunked(rng, text)
    return "\r\n".join((*head, "", text)), connection == "close" or framing is None


def _chunked(rng, text):
    chunks = []
    while text:
        size = rng.randrange(1, len(text) + 1)
        chunks.append(f"{size:x}{rng.choice(('', '', ';a=b'))}\r\n{text[:size]}\r\n")
        text = text[size:]
    if rng.random() < 0.06:
        return "".join(chunks) + "zz\r\n"
    return "".join(chunks) + f"0\r\n{rng.choice(('', '', 'X-T: 1' + chr(13) + chr(10)))}\r\n"
