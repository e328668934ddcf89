"""What a person decided holds: whatever is read later, in whatever order, and in another record."""

import pytest

import dragoman
from dragoman.errors import JudgementError, UnknownName

NEWS = {
    "a": ("The Courier", "Ukraine accuses Iran of sending drones to Russia", "Ukraine on Monday accused Iran of "
          "supplying drones to Russia. Iran's ambassador was summoned."),
    "b": ("The Harbour Post", "Ukraine accuses Iran over drones for Russia", "Ukraine on Monday accused Iran of supplying "
          "drones to Russia. Kyiv said it would close its embassy."),
    "c": ("The Signal Times", "Peru and Chile sign fishing accord", "Peru and Chile signed a fishing accord in Lima "
          "on Monday."),
}  # fmt: skip


def written(folder, names="abc"):
    for name in names:
        outlet, title, text = NEWS[name]
        (folder / f"{name}.txt").write_text(f"{outlet}\n\n{title}\n\n2025-07-21\n\n{text}")
    return folder


@pytest.fixture
def record(tmp_path):
    with dragoman.open(tmp_path / "r.db") as record:
        record.read(written(tmp_path))
        yield record


def article(record, name):
    return next(a.id for a in record.articles if a.file == f"{name}.txt")


def together(record):
    """The files of each story."""
    files = {a.id: a.file[0] for a in record.articles}
    return sorted("".join(sorted(files[a] for a in story.articles)) for story in record.stories)


def supplies(record):
    return [e for e in record.events if e.type == "AID"]


def test_stories_are_merged_and_the_judgement_undone(record):
    assert together(record) == ["ab", "c"]
    made = record.merge(*(s.id for s in record.stories), by="K. Editor", note="one summit")
    assert together(record) == ["abc"]
    assert record.judgements == (made,)
    record.undo(made.id)
    assert together(record) == ["ab", "c"]


def test_an_article_leaves_its_story(record):
    record.split(article(record, "b"))
    assert together(record) == ["a", "b", "c"]


def test_a_judgement_holds_when_all_is_read_again(record, tmp_path):
    record.split(article(record, "b"))
    record.read(tmp_path / "c.txt", tmp_path / "a.txt")
    assert together(record) == ["a", "b", "c"]


def test_the_contrary_is_refused(record):
    record.split(article(record, "b"))
    with pytest.raises(JudgementError, match="says the contrary"):
        record.merge(article(record, "a"), article(record, "b"))


def test_reports_leave_their_row_and_rows_are_merged(record):
    (supply,) = supplies(record)
    of_b = [r.id for r in record.reports if r.id in supply.reports and r.article == article(record, "b")]
    made = record.split(*of_b)
    assert len(supplies(record)) == 2
    for judgement in made:
        record.undo(judgement.id)
    assert supplies(record) == [supply]


def test_what_is_wrong_is_kept_and_nothing_rests_on_it(record):
    (supply,) = supplies(record)
    record.judge("wrong", supply.id, by="K. Editor")
    assert supplies(record) == []
    assert set(supply.reports) <= {r.id for r in record.reports}


def test_a_finding_judged_wrong_is_not_shown_again(record, tmp_path):
    finding = record.findings[0]
    record.judge("wrong", finding.id)
    assert finding.id not in {f.id for f in record.findings}
    record.read(tmp_path / "c.txt")
    assert finding.id not in {f.id for f in record.findings}


def test_one_person_under_two_names_is_one(record):
    ids = sorted({a for r in record.reports for a in r.actors()})
    first, other = ids[:2]
    record.merge(first, other)
    assert other not in {a for r in record.reports for a in r.actors()}


def test_what_was_checked_or_noted_changes_nothing_and_is_explained(record):
    (supply,) = supplies(record)
    record.judge("checked", supply.id, by="K. Editor", note="rang Kyiv")
    assert supplies(record) == [supply]
    assert any("judged checked by K. Editor: rang Kyiv" in line for line in record.explain(supply.id).way)


def test_judgements_are_an_input_like_articles(record, tmp_path):
    """The same articles and judgements, taken before or after reading, give the same bytes."""
    record.split(article(record, "b"))
    record.judge("wrong", supplies(record)[0].id)
    record.export("jsonl", tmp_path / "one")
    (other := tmp_path / "other").mkdir()
    with dragoman.open(other / "r.db") as later:
        assert later.take(tmp_path / "one" / "judgements.jsonl") == 2
        assert later.take(tmp_path / "one" / "judgements.jsonl") == 0
        for name in "cba":
            later.read(tmp_path / f"{name}.txt")
        later.export("jsonl", tmp_path / "two")
    for table in (tmp_path / "one").iterdir():
        assert (tmp_path / "two" / table.name).read_bytes() == table.read_bytes(), table.name


@pytest.mark.parametrize(
    ("call", "error"),
    [
        pytest.param(lambda r: r.merge(r.stories[0].id, r.events[0].id), JudgementError, id="two kinds"),
        pytest.param(lambda r: r.merge(r.stories[0].id), JudgementError, id="one alone"),
        pytest.param(lambda r: r.split(article(r, "c")), JudgementError, id="nothing to leave"),
        pytest.param(lambda r: r.judge("false", r.stories[0].id), UnknownName, id="no such verdict"),
        pytest.param(lambda r: r.judge("wrong", "nothing"), UnknownName, id="no such id"),
        pytest.param(lambda r: r.undo("nothing"), UnknownName, id="no such judgement"),
        pytest.param(lambda r: r.take("nothing.jsonl"), JudgementError, id="no such file"),
    ],
)
def test_what_says_nothing_is_refused(record, call, error):
    with pytest.raises(error):
        call(record)
