"""`http` of 0.10: servers and clients over streams2.

Options are dicts or keywords; a listener may take fewer arguments than its event has.
"""

from .agent import Agent, globalAgent
from .client import ClientRequest
from .deprecated import Client, createClient
from .incoming import IncomingMessage
from .options import check_protocol, request_options
from .outgoing import OutgoingMessage
from .response import ServerResponse
from .server import Server
from .status import STATUS_CODES

__all__ = [
    "STATUS_CODES",
    "Agent",
    "Client",
    "ClientRequest",
    "IncomingMessage",
    "OutgoingMessage",
    "Server",
    "ServerResponse",
    "createClient",
    "createServer",
    "get",
    "globalAgent",
    "request",
]


def createServer(requestListener=None):
    """A new server; `requestListener(request, response)` listens to `request`. (http.createServer)"""
    return Server(requestListener)


def request(options=None, callback=None, **more):
    """A new request; `callback(response)` listens to `response`. It is not sent before `end()`.

    `options` is a URL, or: `host` or `hostname` ("localhost"), `port` (80), `localAddress`, `socketPath`,
    `method` ("GET"), `path` ("/"), `headers`, `auth` ("user:password"), `agent` (False: none). (http.request)
    """
    options = request_options(options, more)
    check_protocol(options, "http:")
    return ClientRequest(options, callback)


request.js_exact = True  # a header that is null is not one that is undefined


def get(options=None, callback=None, **more):
    """A GET request, sent at once. (http.get)"""
    message = request(options, callback, **more)
    message.end()
    return message
