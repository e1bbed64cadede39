"""What a domain gets to know; a program of its own, for to import `domain` changes the whole process."""

import eras
from eras.node_0_10 import domain, timers
from eras.node_0_10.events import EventEmitter

d = domain.create()
d.on("error", lambda error: print("domain", error, domain.active is d))


def fail(text):
    raise ValueError(text)


def inside():
    timers.setTimeout(lambda: fail("timer"), 1)
    emitter = EventEmitter()
    timers.setTimeout(lambda: emitter.emit("error", ValueError("emitted")), 5)
    return "ran"


print(d.run(inside), domain.active)
outer = EventEmitter()
d.add(outer)
outer.on("event", lambda: fail("listener"))
timers.setTimeout(lambda: outer.emit("event"), 10)
intercepted = d.intercept(lambda value: print("value", value))
intercepted(None, 1)
intercepted(ValueError("given"), 1)
print(d.bind(lambda a, b: a + b)(1, 2), len(d.members), d.bind(len).domain is d)
outer.emit("error")
d.remove(outer)
d.add(outer)
eras.run()
d.dispose()
d.run(lambda: print("never"))
