"""Hello world as a bare ASGI application under uvicorn, uvloop and httptools."""

import sys

import uvicorn

START = {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]}
BODY = {"type": "http.response.body", "body": b"Hello World\n"}


async def application(scope, receive, send):
    await send(START)
    await send(BODY)


if __name__ == "__main__":
    uvicorn.run(
        application,
        host="127.0.0.1",
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="error",
        lifespan="off",
        server_header=False,
        timeout_keep_alive=120,  # as long as Node's: idle connections are to be measured, not closed
    )
