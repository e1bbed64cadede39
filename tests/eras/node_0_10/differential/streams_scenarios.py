"""Makes random stream scenarios, for the facade and the real binary to run."""

import random

# Without characters beyond U+FFFF: Python counts those once, JavaScript twice.
TEXT = "añ€€b" * 3


def make(seed):
    """The scenario of this number."""
    rng = random.Random(seed)
    build = rng.choice((reading, reading, reading, writing, writing, piping, piping, transforming, both))
    return build(rng)


def how(rng):
    return rng.choice(("sync", "sync", "tick", "later"))


def some_bytes(rng):
    data = TEXT.encode()
    start = rng.randrange(len(data))
    return "b:" + data[start : start + rng.choice((1, 1, 2, 3, 5, 8))].hex()


def some_chunk(rng, object_mode=False):
    if object_mode and rng.random() < 0.5:
        return rng.choice((1, 2, {"a": 1}, "str", ""))
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
    kind = rng.choice(("Transform", "Transform", "PassThrough"))
    spec = {"kind": kind, "options": options(rng), "hows": hows}
    if spec["kind"] == "Transform" and rng.random() < 0.5:
        spec.update(flush="flushed", flush_how=how(rng))
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
    if sum(op[1] == "pipe" for step in done for op in step) > 1:
        # When one of several destinations fails, 0.10 withholds a chunk from another one; here it gets it.
        for name in "wx":
            streams[name]["hows"] = [how.lstrip("!") for how in streams[name]["hows"]]
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
