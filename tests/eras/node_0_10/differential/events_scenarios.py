"""Makes random sequences of what programs do with an emitter, also inside its listeners."""

import random

EVENTS = ("a", "a", "a", "b", "newListener", "removeListener", "error", "7")
LISTENERS = 5


def make(seed):
    """The scenario of this number."""
    rng = random.Random(seed)
    listeners = [[_op(rng) for _ in range(rng.choice((0, 0, 1, 2)))] for _ in range(LISTENERS)]
    ops = [_op(rng) for _ in range(rng.randrange(3, 16))]
    if any("removeListener" in op[2:] for op in sum(listeners, ops)):
        # There removeAllListeners of 0.10.15 stumbles over names without listeners, or never ends.
        listeners = [[op for op in nested if op[0] != "clear"] for nested in listeners]
        ops = [op for op in ops if op[0] != "clear"]
    return {"listeners": listeners, "ops": ops}


def _op(rng):
    event, index = rng.choice(EVENTS), rng.randrange(LISTENERS)
    return rng.choice(
        (
            *(["add", rng.choice(("on", "once", "once", "addListener")), event, index],) * 4,
            *(["remove", event, index],) * 2,
            rng.choice((["clear"], ["clear", event], ["most", rng.choice((0, 1, -1, "1", None))])),
            *(["emit", event, *rng.choice(([], [1], ["x", 2], [1, 2, 3], [1, 2, 3, 4]))],) * 4,
            ["fail", rng.choice(("failed", None))],
            ["list", event],
            ["count", event],
            ["odd", rng.choice(("on", "once", "removeListener"))],
        )
    )
