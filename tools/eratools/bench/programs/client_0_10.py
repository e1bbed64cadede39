"""Asks a server over and over, 64 requests at a time on connections that stay; a line for every thousand."""

import sys

from eras.node_0_10 import http

agent = http.Agent({"maxSockets": 64})
options = {"host": "127.0.0.1", "port": int(sys.argv[1]), "path": "/", "agent": agent}
answers = 0


def ask():
    http.get(options, answered)


def answered(response):
    response.on("data", lambda chunk: None)
    response.on("end", ended)


def ended():
    global answers
    answers += 1
    if answers % 1000 == 0:
        print(answers, flush=True)
    ask()


for _ in range(64):
    ask()
