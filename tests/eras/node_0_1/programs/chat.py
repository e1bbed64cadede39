"""A chat room over HTTP: /join?nick=me, /send?nick=me&text=hi, /recv?since=0 (which waits for news)."""

import json

import eras
from eras.node_0_1 import http, process, sys

port, messages, waiting, nicks = int(process.ARGV[2]), [], [], set()


def reply(res, code, value):
    res.sendHeader(code, [["Content-Type", "application/json; charset=utf-8"]])
    res.sendBody(json.dumps(value) + "\n", "utf8")
    res.finish()


def say(nick, text):
    messages.append({"id": len(messages) + 1, "nick": nick, "text": text})
    while waiting:
        waiting.pop(0)()


def join(req, res):
    nick = req.uri.params.get("nick")
    if not nick or nick in nicks:
        reply(res, 400, {"error": "Bad nick."})
    else:
        nicks.add(nick)
        say(nick, "joined")
        reply(res, 200, {"since": len(messages)})


def send(req, res):
    nick = req.uri.params.get("nick")
    if nick in nicks:
        say(nick, req.uri.params["text"])
        reply(res, 200, {})
    else:
        reply(res, 403, {"error": "Join first."})


def recv(req, res):
    since = int(req.uri.params["since"])
    if len(messages) > since:
        reply(res, 200, messages[since:])
    else:
        waiting.append(lambda: reply(res, 200, messages[since:]))
        sys.puts(f"{len(waiting)} waiting")


def not_found(req, res):
    reply(res, 404, {"error": "Not found."})


pages = {"/join": join, "/send": send, "/recv": recv}

http.createServer(lambda req, res: pages.get(req.uri.path, not_found)(req, res)).listen(port, "127.0.0.1")
sys.puts(f"Chat at http://127.0.0.1:{port}/")
eras.run()
