"""Makes random stream scenarios, for the facade and the real binary to run."""

import itertools
import random

# Without characters beyond U+FFFF: Python counts those once, JavaScript twice.
TEXT = "añ€€b" * 3


def make(seed):
    """The scenario of this number."""
    rng = random.Random(seed)
    build = rng.choice(BUILDERS)
    return build(rng)


def how(rng):
    return rng.choice(("sync", "sync", "tick", "later"))


def some_bytes(rng):
    data = TEXT.encode()
    start = rng.randrange(len(data))
    return "b:" + data[start : start + rng.choice((1, 1, 2, 3, 5, 8))].hex()


def some_chunk(rng, object_mode=False):
    if object_mode and rng.random() < 0.5:
        return rng.choice((0, 1, 2, {"a": 1}, "str", "", False))
    return rng.choice((some_bytes(rng), some_bytes(rng), "text", "é", ""))


def options(rng, **more):
    chosen = {}
    if rng.random() < 0.7:
        chosen["highWaterMark"] = rng.choice((0, 1, 2, 3, 5, 10, 100))
    if rng.random() < 0.15:
        chosen["objectMode"] = True
    chosen.update(more)
    return chosen


def source(rng, ends=0.85):
    chosen = options(rng)
    if rng.random() < 0.2 and "objectMode" not in chosen:
        chosen["encoding"] = rng.choice(("utf8", "hex", "base64", "ucs2"))
    chunks = []
    for _ in range(rng.randrange(6)):
        count = rng.choice((1, 1, 1, 2, 3))
        chunks.append([how(rng), [some_chunk(rng, chosen.get("objectMode")) for _ in range(count)]])
    if rng.random() < ends:
        chunks.append([how(rng), [None]])
    else:
        chunks += [["later", []]] * 3
    return {"kind": "Readable", "options": chosen, "chunks": chunks}


def sink(rng):
    hows = [how(rng) for _ in range(rng.randrange(8))]
    if rng.random() < 0.1:
        hows.append("!" + how(rng))
    return {"kind": "Writable", "options": options(rng, decodeStrings=rng.random() < 0.7), "hows": hows}


def filter_(rng):
    hows = [[how(rng), rng.choice((0, 1, 1, 2, 3))] for _ in range(rng.randrange(8))]
    if rng.random() < 0.15:
        hows.append([how(rng), rng.choice(("fail", "throw", "twice", "null"))])
    kind = rng.choice(("Transform", "Transform", "PassThrough"))
    spec = {"kind": kind, "options": options(rng), "hows": hows}
    if spec["kind"] == "Transform" and rng.random() < 0.5:
        spec.update(flush="flushed", flush_how=how(rng), flush_fails=rng.random() < 0.1)
    return spec


def steps(rng, ops, most=6):
    return [[rng.choice(ops)(rng) for _ in range(rng.randrange(1, 3))] for _ in range(rng.randrange(1, most))]


READS = (
    lambda rng: ["a", "readable", rng.choice((None, None, False, 0, 1, 2, 4)), rng.random() < 0.7],
    lambda rng: ["a", "read", rng.choice((None, None, 0, 1, 2, 5, 30))],
    lambda rng: ["a", "state"],
)
FLOWS = (
    lambda rng: ["a", "data"],
    lambda rng: ["a", "data_pause"],
    lambda rng: ["a", "pause"],
    lambda rng: ["a", "resume"],
    lambda rng: ["a", "state"],
)
ODD = (
    lambda rng: ["a", "unshift", "b:" + "xyz"[: rng.randrange(1, 4)].encode().hex()],
    lambda rng: ["a", "push", some_bytes(rng)],
)


def reading(rng):
    """One readable stream, read, flowing, or both."""
    ops = rng.choice((READS, READS, FLOWS, READS + FLOWS, READS + ODD, FLOWS + ODD))
    a = source(rng)
    # What is put back is decoded here, while 0.10 mixed it, as bytes, with text.
    odd = ops[-len(ODD) :] == ODD
    if odd:
        a["options"].pop("encoding", None)
    decoded = rng.random() < 0.1 and "objectMode" not in a["options"] and not odd
    first = [[["a", "set_encoding", "utf8"]]] if decoded else []
    return {"streams": {"a": a}, "steps": first + steps(rng, ops)}


def writes(rng, name, count):
    ops = []
    for _ in range(rng.randrange(count)):
        ops.append([name, "write", rng.choice((some_bytes(rng), "text", "é", "6162"))])
        if rng.random() < 0.2:
            ops[-1] += [rng.choice(("utf8", "hex", "binary", "nope"))]
    if rng.random() < 0.6:
        ops.append([name, "end", rng.choice((None, "b:ff", "last"))])
    if rng.random() < 0.1:
        ops.append([name, "write", "late"])
    return cut(rng, ops)


def cut(rng, ops):
    parts = []
    while ops:
        n = rng.randrange(1, 5)
        parts.append([*ops[:n], [ops[0][0], "state"]])
        ops = ops[n:]
    return parts


def writing(rng):
    """One writable stream."""
    return {"streams": {"a": sink(rng)}, "steps": writes(rng, "a", 8)}


def piping(rng):
    """One readable stream and two that it may be piped to."""
    streams = {"a": source(rng), "w": sink(rng), "x": sink(rng)}
    object_mode = streams["a"]["options"].get("objectMode")
    for name in "wx":
        if object_mode:
            streams[name]["options"]["objectMode"] = True
    ops = [
        lambda rng: ["a", "pipe", rng.choice("wx"), rng.choice((None, None, {"end": False}))],
        lambda rng: ["a", "pipe", "w"],
        lambda rng: ["w", "state"],
        lambda rng: ["a", "state"],
    ]
    if rng.random() < 0.4:
        ops.append(lambda rng: ["a", "unpipe", rng.choice(("w", "x", None))])
    if rng.random() < 0.2:
        ops.append(lambda rng: ["w", "emit", rng.choice(("close", "finish"))])
    if rng.random() < 0.3:
        ops += FLOWS
    if rng.random() < 0.2:
        ops += READS
    done = [[["a", "pipe", "w"]], *steps(rng, ops, 4)][rng.random() < 0.3 :]
    return {"streams": streams, "steps": done}


def both(rng):
    """A stream with two halves."""
    duplex = {**sink(rng), **source(rng), "kind": "Duplex"}
    duplex["options"]["allowHalfOpen"] = rng.random() < 0.5
    mixed = steps(rng, rng.choice((READS, FLOWS))) + writes(rng, "a", 8)
    rng.shuffle(mixed)
    return {"streams": {"a": duplex}, "steps": mixed}


def transforming(rng):
    """A stream that transforms what is written to it."""
    streams = {"a": filter_(rng)}
    reads = steps(rng, rng.choice((READS, FLOWS, READS + ODD[:2])))
    if rng.random() < 0.4:
        streams["w"] = sink(rng)
        if streams["a"]["options"].get("objectMode"):
            streams["w"]["options"]["objectMode"] = True
        reads = [[["a", "pipe", "w"]]]
    mixed = reads + writes(rng, "a", 8)
    if rng.random() < 0.5:
        rng.shuffle(mixed)
    return {"streams": streams, "steps": mixed}


def nested(rng, name, ops, most=3):
    """Things done once an event of `name` comes, inside its listeners."""
    events = ("end", "finish", "drain", "pipe", "unpipe", "error", "readable", "pause", "resume", "close")
    return [[[name, "once", rng.choice(events), rng.choice(ops)(rng)] for _ in range(rng.randrange(most))]]


def spreading(rng):
    """One readable stream and three that come and go as its destinations."""
    object_mode = rng.random() < 0.2
    streams = {"a": source(rng), **{name: sink(rng) for name in "wxy"}}
    for spec in streams.values():
        spec["options"].pop("encoding" if object_mode else "objectMode", None)
        if object_mode:
            spec["options"]["objectMode"] = True
    ops = [
        lambda rng: ["a", "pipe", rng.choice("wxy"), rng.choice((None, None, {"end": False}))],
        lambda rng: ["a", "unpipe", rng.choice(("w", "x", "y", None))],
        lambda rng: ["a", "state"],
        lambda rng: [rng.choice("wxy"), "emit", rng.choice(("close", "finish", "drain"))],
        lambda rng: [rng.choice("wxy"), "write", "text"],
        lambda rng: [rng.choice("wxy"), "end", None],
    ]
    if rng.random() < 0.3:
        ops += FLOWS
    if rng.random() < 0.2:
        ops += READS
    done = [[["a", "pipe", name] for name in "wxy"[: rng.randrange(1, 4)]], *steps(rng, ops, 6)]
    done += nested(rng, rng.choice("wxy"), ops[:3]) + nested(rng, "a", ops[:3], 2)
    rng.shuffle(done)
    return {"streams": streams, "steps": done}


def chaining(rng):
    """A source, one or two filters, and a sink."""
    names = "afgw" if rng.random() < 0.4 else "afw"
    streams = {name: filter_(rng) for name in names}
    streams.update(a=source(rng), w=sink(rng))
    if rng.random() < 0.3:
        for spec in streams.values():
            spec["options"].pop("encoding", None)
            spec["options"]["objectMode"] = True
    pairs = list(itertools.pairwise(names))
    ops = [
        lambda rng: [rng.choice(names), "state"],
        lambda rng: [*rng.choice(pairs)[:1], "unpipe", None],
        lambda rng: ["w", "end", None],
        lambda rng: [rng.choice(names[1:]), "write", "text"],
        lambda rng: [rng.choice(names[:-1]), rng.choice(("pause", "resume", "data"))],
    ]
    pipes = [[[one, "pipe", other]] for one, other in pairs]
    if rng.random() < 0.3:
        rng.shuffle(pipes)
    more = steps(rng, ops, 4) if rng.random() < 0.6 else []
    return {"streams": streams, "steps": pipes + more}


def wrapping(rng):
    """A readable stream that takes its chunks from an old one."""
    object_mode = rng.random() < 0.2
    chosen = options(rng)
    chosen.pop("objectMode", None)
    if object_mode:
        chosen["objectMode"] = True
    elif rng.random() < 0.2:
        chosen["encoding"] = "utf8"
    some = some_bytes if "encoding" in chosen else some_chunk
    chunks = [some(rng, *[object_mode] * (some is some_chunk)) for _ in range(rng.randrange(6))]
    old = {"kind": "Old", "options": {}, "chunks": chunks, "ends": rng.random() < 0.8}
    streams = {"a": {"kind": "Readable", "options": chosen, "wraps": "o"}, "o": old, "w": sink(rng)}
    if object_mode:
        streams["w"]["options"]["objectMode"] = True
    ops = rng.choice((READS, FLOWS, READS + FLOWS, (lambda rng: ["a", "pipe", "w"],)))
    given = [[["o", "give", rng.randrange(1, 3)]] for _ in range(rng.randrange(1, 6))]
    given += (
        [[["o", "emit", rng.choice(("close", "error", "pause", "destroy"))]]] if rng.random() < 0.2 else []
    )
    mixed = steps(rng, ops) + given
    rng.shuffle(mixed)
    return {"streams": streams, "steps": [[["a", "wrap", "o"]], *mixed]}


def reentering(rng):
    """A stream on which listeners do what others do from outside."""
    streams = {"a": source(rng), "w": sink(rng)}
    streams["a"]["options"].pop("encoding", None)
    if streams["a"]["options"].get("objectMode"):
        streams["w"]["options"]["objectMode"] = True
    ops = [
        *READS,
        *FLOWS,
        *ODD,
        lambda rng: ["a", "pipe", "w"],
        lambda rng: ["a", "unpipe", None],
    ]
    if "objectMode" not in streams["a"]["options"]:
        ops.append(lambda rng: ["a", "set_encoding", rng.choice(("utf8", "hex"))])
    ops = rng.sample(ops, 5)
    mixed = steps(rng, ops) + nested(rng, "a", ops, 4) + nested(rng, "w", ops, 2)
    rng.shuffle(mixed)
    return {"streams": streams, "steps": mixed}


BUILDERS = (
    *(reading, reading, reading, writing, writing, piping, piping, transforming, both),
    *(spreading, spreading, chaining, wrapping, reentering),
)
