"""Serving beside what a program does: for tests, for pictures of the pages, for measuring them."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from dragoman.web.app import create
from dragoman.web.options import Options


@contextmanager
def beside(options: Options) -> Iterator[str]:
    """Serve a record in a thread, on a free port of this machine, and give the address."""
    server = uvicorn.Server(uvicorn.Config(create(options), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
