"""A denial is linked with what it denies, in the article and across the articles of a story, and with nothing else."""

import pytest

import dragoman

ACCUSED = """The Courier

Ukraine accuses Iran of sending drones to Russia

2025-07-21

Ukraine on Monday accused Iran of supplying drones to Russia."""
OTHER = """The Beacon

Iran answers Ukraine over drones for Russia

2025-07-22

{}"""


@pytest.mark.parametrize(
    ("answer", "linked"),
    [
        pytest.param("Iran on Tuesday denied that it had sent drones to Russia.", True, id="in words of its own"),
        pytest.param("Iran on Tuesday rejected the Ukrainian accusations.", True, id="by pointing at the accusations"),
        pytest.param(
            '"Iran has never supplied drones to Russia," Iranian Foreign Minister Abbas Araghchi said.',
            True,
            id="by saying the contrary",
        ),
        pytest.param("Iran on Tuesday denied hacking Albanian servers.", False, id="of another thing"),
        pytest.param("Iran on Tuesday rejected the Israeli accusations.", False, id="of another's accusations"),
        pytest.param("Turkey on Tuesday rejected the accusations.", False, id="by somebody who was not accused"),
        pytest.param("Iran on Tuesday denied that it had sent grain to Russia.", False, id="of other goods"),
    ],
)
def test_denials_across_articles(tmp_path, answer, linked):
    (tmp_path / "a.txt").write_text(ACCUSED)
    (tmp_path / "b.txt").write_text(OTHER.format(answer))
    with dragoman.open(tmp_path / "r.db") as record:
        record.read(tmp_path / "a.txt", tmp_path / "b.txt")
        accused = {r.id for r in record.reports if r.stance == "alleged" and r.actors("actor") == ("IRN",)}
        alleged = {e.id for e in record.events if accused & set(e.reports)}
        first = next(a.id for a in record.articles if a.outlet == "The Courier")
        across = [s for s in record.statements if alleged & set(s.denies) and not _of(record, s, first)]
    assert bool(across) == linked


def _of(record, statement, article):
    reports = {r.id: r.article for r in record.reports}
    return all(reports[r] == article for r in statement.reports)
