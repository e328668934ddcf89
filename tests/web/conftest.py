"""A client of a served record, which asks as a browser on the same machine does."""

import pytest

pytest.importorskip("fastapi", reason="the pages need the extra: pip install 'dragoman[web]'")

from fastapi.testclient import TestClient

from dragoman.web.app import create
from dragoman.web.options import Options
from tests.web import held


@pytest.fixture(scope="session")
def record(tmp_path_factory):
    """The path of the hostile record."""
    return held.record_at(tmp_path_factory.mktemp("web") / "held.db")


@pytest.fixture
def client(record):
    """A client of the hostile record."""
    return client_of(record)


def client_of(path, **options):
    """A client of any record."""
    return TestClient(create(Options(path, **options)), base_url="http://127.0.0.1", follow_redirects=False)
