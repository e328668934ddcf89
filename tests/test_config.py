from pathlib import Path

import pytest

from dragoman.config import Settings, settings
from dragoman.errors import ConfigError


def test_defaults(tmp_path):
    assert settings({"HOME": str(tmp_path)}, tmp_path) == Settings()


def test_the_environment_is_stronger_than_the_folder_and_that_than_the_users_file(tmp_path):
    home, folder = tmp_path / "home", tmp_path / "work"
    (home / ".config" / "dragoman").mkdir(parents=True)
    folder.mkdir()
    (home / ".config" / "dragoman" / "config.toml").write_text('record = "a.db"\nworkers = 2\nbatch = 8\n')
    (folder / "dragoman.toml").write_text('record = "b.db"\nworkers = 3\n')
    found = settings({"HOME": str(home), "DRAGOMAN_RECORD": "c.db"}, folder)
    assert (found.record, found.workers, found.batch) == (Path("c.db"), 3, 8)


def test_a_named_file_stands_for_both(tmp_path):
    (tmp_path / "dragoman.toml").write_text("workers = 3\n")
    (tmp_path / "other.toml").write_text("batch = 5\n")
    found = settings({"HOME": str(tmp_path), "DRAGOMAN_CONFIG": str(tmp_path / "other.toml")}, tmp_path)
    assert (found.workers, found.batch) == (None, 5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("reccord = 'a.db'", "no setting called 'reccord'; known: record", id="a typo"),
        pytest.param("workers = 0", "workers: 0 is not a whole number of at least 1", id="no workers"),
        pytest.param("workers = true", "workers: True is not a whole number", id="true is no number"),
        pytest.param("record = 5", "record: 5 is not a path", id="a number for a path"),
        pytest.param("workers = ", "not well-formed TOML", id="cut short"),
    ],
)
def test_a_bad_file_is_told_with_its_name(tmp_path, text, said):
    (tmp_path / "dragoman.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        settings({"HOME": str(tmp_path)}, tmp_path)
    assert str(caught.value).startswith(str(tmp_path / "dragoman.toml"))
    assert said in str(caught.value)


def test_a_bad_variable_is_told_with_its_name(tmp_path):
    with pytest.raises(ConfigError, match="DRAGOMAN_WORKERS: 'many' is not a whole number of at least 1"):
        settings({"HOME": str(tmp_path), "DRAGOMAN_WORKERS": "many"}, tmp_path)


def test_a_named_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        settings({"DRAGOMAN_CONFIG": str(tmp_path / "none.toml")}, tmp_path)
