"""Prints which of the wanted names each object of this generation lacks, and which forbidden ones it has."""

# ruff: noqa: F821 (what every module of this generation finds without asking)

import json

http, multipart, posix, tcp = map(require, ("http", "multipart", "posix", "tcp"))
port = int(process.ARGV[2])
wanted = json.loads(posix.cat(process.ARGV[3]).wait())
objects = {
    "GLOBAL": GLOBAL,
    "process": process,
    "process.EventEmitter": process.EventEmitter(),
    "process.Promise": process.Promise(),
    "process.stdio": process.stdio,
    "process.ChildProcess": process.createChildProcess("true"),
    "posix.Stats": posix.statSync("/"),
    "multipart.Stream": multipart.Stream({"boundary": "x", "data": "--x\r\n\r\n--x--"}),
    "tcp.Server": tcp.Server(),
    "tcp.Connection": tcp.Connection(),
}
for name in ("assert", "dns", "http", "multipart", "posix", "repl", "sys", "tcp"):
    objects[name] = require(name)


@objects["multipart.Stream"].addListener("part")
def found(part):
    objects["multipart.Part"] = part


def asked(request, response):
    objects["http.ServerRequest"] = request
    objects["http.ServerResponse"] = response
    response.sendHeader(200, {})
    response.finish()
    server.close()


server = objects["http.Server"] = http.createServer(asked)
server.listen(port, "127.0.0.1")
client = objects["http.Client"] = http.createClient(port)
request = objects["http.ClientRequest"] = client.request("/")


@request.finish
def answered(response):
    objects["http.ClientResponse"] = response
    response.addListener("complete", report)


def has(key, name):
    if key == "module":
        return eval(name) is not None
    return hasattr(objects[key], name)


def defines(thing, name):
    """Whether this generation gave `thing` that name; the core beneath has names of its own."""
    kinds = [kind for kind in type(thing).__mro__ if kind.__module__.startswith("eras.")]
    return any(name in vars(kind) for kind in kinds) or name in getattr(thing, "__dict__", ())


def is_module(name):
    try:
        return require(name) is not None
    except Exception:
        return False


def report():
    wrong = []
    for key, names in wanted.items():
        wrong += [f"{key} lacks {name}" for name in names["members"] if not has(key, name)]
        wrong += [f"{key} has {name}" for name in names["later"] if defines(objects.get(key), name)]
    wrong += [f"there is a module {name}" for name in wanted["GLOBAL"]["modules"] if is_module(name)]
    require("sys").puts(json.dumps(wrong))
