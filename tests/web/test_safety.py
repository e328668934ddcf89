"""Who may look, and by which name."""

import pytest

from dragoman.web.options import Options
from tests.web.conftest import client_of


@pytest.mark.parametrize(
    ("host", "local"),
    [
        pytest.param("127.0.0.1", True, id="loopback"),
        pytest.param("::1", True, id="loopback, version 6"),
        pytest.param("localhost", True, id="by name"),
        pytest.param("0.0.0.0", False, id="all addresses"),
        pytest.param("192.168.1.5", False, id="the network's"),
        pytest.param("example.org", False, id="a name that may lead anywhere"),
    ],
)
def test_another_address_than_this_machines_wants_a_token(tmp_path, host, local):
    options = Options(tmp_path / "r.db", host)
    assert options.local is local
    assert (options.token is None) is local
    told = " ".join(options.told(tmp_path / "r.db"))
    assert ("only who has the token" in told) is not local


@pytest.mark.parametrize(
    ("host", "status"),
    [
        pytest.param("127.0.0.1:8472", 200, id="this machine"),
        pytest.param("localhost", 200, id="this machine by name"),
        pytest.param("[::1]:8472", 200, id="this machine, version 6"),
        pytest.param("evil.example", 421, id="another site's name that leads here"),
        pytest.param("", 421, id="no name"),
    ],
)
def test_a_record_on_loopback_answers_to_its_own_names(client, host, status):
    assert client.get("/", headers={"host": host}).status_code == status


def test_without_the_token_nothing_is_shown(record):
    client = client_of(record, host="0.0.0.0", token="secret")
    for address in ("/", "/sources.json", "/static/style.css", "/?token=wrong"):
        answer = client.get(address)
        assert answer.status_code == 401
        assert "pact" not in answer.text


def test_the_token_is_taken_out_of_the_address_and_kept(record):
    client = client_of(record, host="0.0.0.0", token="secret")
    answer = client.get("/search?q=pact&token=secret")
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=pact")
    assert "HttpOnly; SameSite=Strict" in answer.headers["set-cookie"]
    assert client.get("/search?q=pact").status_code == 200
    assert (
        client_of(record, host="0.0.0.0", token="secret")
        .get("/", headers={"authorization": "Bearer secret"})
        .status_code
        == 200
    )
