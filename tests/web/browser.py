"""A real browser, where there is one."""

import os
import shutil
import threading
import time
from contextlib import contextmanager

import pytest
import uvicorn

from dragoman.web.app import create
from dragoman.web.options import Options

NAMES = ("chromium", "chromium-browser", "google-chrome")
HOW = "no browser; `apt-get install chromium` brings one (or name it in DRAGOMAN_CHROMIUM)"


def executable():
    """Return the path of the browser, None where there is none."""
    return os.environ.get("DRAGOMAN_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


needed = pytest.mark.skipif(executable() is None, reason=HOW)


@contextmanager
def served(path):
    """Serve a record on a free port, and give the address."""
    server = uvicorn.Server(uvicorn.Config(create(Options(path)), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@contextmanager
def launched():
    """Start the browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        yield browser
        browser.close()
