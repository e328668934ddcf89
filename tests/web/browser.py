"""A real browser, where there is one."""

import os
import shutil
from contextlib import contextmanager

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
HOW = "no browser; `apt-get install chromium` brings one (or name it in DRAGOMAN_CHROMIUM)"


def executable():
    """Return the path of the browser, None where there is none."""
    return os.environ.get("DRAGOMAN_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


needed = pytest.mark.skipif(executable() is None, reason=HOW)


@contextmanager
def launched():
    """Start the browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        yield browser
        browser.close()
