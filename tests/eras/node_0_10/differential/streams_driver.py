"""Runs stream scenarios on the facade of 0.10 as `streams_driver.js` runs them on the real binary."""

from nodecore.loop import get_loop

from eras.node_0_10 import stream
from eras.node_0_10.events import EventEmitter

ANSWERS = {
    1: lambda value: (None, value),
    "fail": lambda value: (Exception("failed"),),
    "null": lambda value: (None, None),
    "twice": lambda value: (None, value),
}


def show(value):
    if isinstance(value, bytes):
        return "b:" + value.hex()
    return "s:" + value if isinstance(value, str) else value


def chunk(value):
    return bytes.fromhex(value[2:]) if isinstance(value, str) and value[:2] == "b:" else value


def message(error):
    return getattr(error, "message", str(error))


class Scenario:
    def __init__(self, scenario, done):
        self.log, self.queue, self.streams, self.steps = [], [], {}, 0
        self.done = done
        self.rounds_to_wait = 0
        for name in sorted(scenario["streams"]):
            self.make(name, scenario["streams"][name])
        for step in scenario["steps"]:
            self.queue.append(lambda step=step: self.run_step(step))

    def run_step(self, step):
        for op in step:
            self.perform(op)

    def perform(self, op):
        name, kind, *args = op
        self.guarded(getattr(self, "op_" + kind), name, self.streams[name], *args)

    def next(self):
        if self.rounds_to_wait:
            # What is left of the ticks of something that threw may run later than a timer.
            self.rounds_to_wait -= 1
            get_loop().immediate(self.next)
            return
        if not self.queue or len(self.log) > 2000:
            self.done(self.log)
            return
        self.log.append(["--"])
        self.queue.pop(0)()
        get_loop().immediate(self.next)

    def later(self, how, function):
        if len(self.log) > 1000:
            return  # it runs away
        if how == "sync":
            function()
        elif how == "tick":
            get_loop().next_tick(function)
        else:
            self.queue.append(function)

    def guarded(self, function, *args):
        try:
            return function(*args)
        except Exception as error:
            self.log.append(["throw", message(error)])
            return None

    def old(self, name, spec):
        s = self.streams[name] = EventEmitter()
        s.left = spec["chunks"] + [None] * spec["ends"]
        s.pause = lambda: self.log.append([name, "paused"])
        s.resume = lambda: self.log.append([name, "resumed"])
        s.hello = lambda: True

    def make(self, name, spec):
        if spec["kind"] == "Old":
            self.old(name, spec)
            return
        log = self.log
        s = self.streams[name] = getattr(stream, spec["kind"])(spec["options"])
        if "chunks" in spec:
            self.source(name, spec, s)
        if spec["kind"] in ("Writable", "Duplex"):
            self.sink(name, spec, s)
        if spec["kind"] == "Transform":
            self.filter(name, spec, s)
        s.setMaxListeners(0)
        s.on("error", lambda error: log.append([name, "error", message(error)]))
        for event in ("end", "finish", "drain", "close", "pause", "resume"):
            s.on(event, self.noting([name, event]))
        for event in ("pipe", "unpipe"):
            s.on(event, self.noting([name, event]))

    def noting(self, entry):
        return lambda: self.log.append(entry)

    def source(self, name, spec, s):
        left = list(spec["chunks"])

        def read(size):
            self.log.append([name, "_read", size])
            how, values = left.pop(0) if left else ("sync", [None])

            def give():
                for value in values:
                    self.log.append([name, "pushed", self.guarded(s.push, chunk(value))])

            self.later(how, give)

        s._read = read

    def sink(self, name, spec, s):
        hows = list(spec["hows"])

        def write(value, encoding, callback):
            self.log.append([name, "_write", show(value), encoding])
            how = hows.pop(0) if hows else "sync"
            if how[0] == "!":
                self.later(how[1:], lambda: self.guarded(callback, Exception("failed")))
            else:
                self.later(how, lambda: self.guarded(callback))

        s._write = write

    def filter(self, name, spec, s):
        hows = list(spec["hows"])

        def transform(value, encoding, callback):
            self.log.append([name, "_transform", show(value), encoding])
            how, count = hows.pop(0) if hows else ("sync", 1)

            def answer():
                if count == "throw":
                    raise Exception("thrown")
                if count in ANSWERS:
                    callback(*ANSWERS[count](value))
                    if count != "twice":
                        return
                for _ in range(count if count != "twice" else 0):
                    self.log.append([name, "pushed", s.push(value)])
                callback()

            self.later(how, lambda: self.guarded(answer))

        def flush(callback):
            self.log.append([name, "_flush"])
            s.push(spec["flush"])
            failure = [Exception("failed")] if spec.get("flush_fails") else []
            self.later(spec["flush_how"], lambda: self.guarded(callback, *failure))

        s._transform = transform
        if spec.get("flush"):
            s._flush = flush

    def op_data(self, name, s):
        s.on("data", lambda value: self.log.append([name, "data", show(value)]))

    def op_data_pause(self, name, s):
        def listen(value):
            self.log.append([name, "data", show(value)])
            s.pause()
            self.later("later", lambda: self.guarded(s.resume))

        s.on("data", listen)

    def op_readable(self, name, s, n, read_all):
        def listen():
            self.log.append([name, "readable"])
            if n is False or len(self.log) > 1000:
                return
            while True:
                value = self.guarded(s.read, *(() if n is None else (n,)))
                self.log.append([name, "read", show(value)])
                self.steps += 1
                if not read_all or value is None or self.steps >= 500:
                    break

        s.on("readable", listen)

    def op_read(self, name, s, n):
        self.log.append([name, "read", show(s.read(*(() if n is None else (n,))))])

    def op_write(self, name, s, value, encoding=None):
        def called(error=None):
            self.log.append([name, "callback", message(error) if error else None])

        self.log.append([name, "wrote", s.write(chunk(value), encoding, called)])

    def op_end(self, name, s, value):
        def called():
            self.log.append([name, "ended"])

        s.end(called) if value is None else s.end(chunk(value), None, called)

    def op_pipe(self, _name, s, to, options=None):
        s.pipe(self.streams[to], options)

    def op_unpipe(self, _name, s, to=None):
        s.unpipe(self.streams[to]) if to else s.unpipe()

    def op_push(self, name, s, value):
        self.log.append([name, "pushed", s.push(chunk(value))])

    def op_unshift(self, name, s, value):
        self.log.append([name, "unshifted", s.unshift(chunk(value))])

    def op_emit(self, _name, s, event):
        s.emit(event, *([Exception("emitted")] if event == "error" else []))

    def op_once(self, _name, s, event, op):
        s.once(event, lambda *_args: self.perform(op))

    def op_wrap(self, name, s, old):
        self.log.append([name, "wrapped", s.wrap(self.streams[old]) is s, s.hello()])

    def op_give(self, _name, s, count):
        while count and s.left:
            count -= 1
            value = s.left.pop(0)
            s.emit("end") if value is None else s.emit("data", chunk(value))

    def op_set_encoding(self, _name, s, encoding):
        s.setEncoding(encoding)

    def op_pause(self, _name, s):
        s.pause()

    def op_resume(self, _name, s):
        s.resume()

    def op_state(self, name, s):
        if isinstance(s, stream.Readable):
            r = s._readableState
            self.log.append(
                [name, "r", r.length, r.ended, r.endEmitted, r.flowing, r.needReadable, r.highWaterMark]
            )
        if hasattr(s, "_writableState"):
            w = s._writableState
            self.log.append([name, "w", w.length, w.ended, w.finished, w.needDrain, w.writing])


def run_all(scenarios):
    """The log of each scenario."""
    logs = []
    current = []

    def start():
        current[:] = [Scenario(scenarios[len(logs)], collect)]
        current[0].next()

    def uncaught(error):
        current[0].rounds_to_wait += 2
        current[0].log.append(["uncaught", message(error)])
        return True

    def run_next():
        if len(logs) < len(scenarios):
            get_loop().immediate(start)

    def collect(log):
        logs.append(log)
        run_next()

    run_next()
    get_loop().uncaught_listeners.append(uncaught)
    try:
        get_loop().run()
    finally:
        get_loop().uncaught_listeners.remove(uncaught)
    return logs
