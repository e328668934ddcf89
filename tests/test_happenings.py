"""Happenings of many kinds and regions, told by another hand than wrote the rules: what the record shows of them.

First the gate: nothing is shown as having happened that no article says, by nobody who did not do it, and no chamber's
vote as its state's ratification. Then how much is found, which may only rise.
"""

from dataclasses import replace
from functools import cache
from typing import get_args

import pytest
from bench.happening_files import Found, Shown, Told

from bench import happening_files as files
from bench import happening_scores as scoring
from dragoman import ontology
from dragoman.model import terms
from dragoman.model.derived import Agreement, Origins, Step

# recall and precision in per cent, a little below what was measured
FLOORS = {
    "steps": (79, 96),
    "step reports": (59, 86),
    "dates": (76, 76),
    "votes": (86, 95),
    "parties": (95, 99),
    "terms": (85, 77),
    "provisions": (61, 69),
    "speakers": (74, 86),
}


@cache
def read(name):
    happening = files.load(name)
    return happening, files.read((happening,))


@cache
def scores():
    return scoring.total(one for name in files.names() for one in scoring.score(*read(name)))


@pytest.mark.parametrize("name", files.names())
def test_nothing_is_shown_that_did_not_happen(name):
    assert scoring.breaches(*read(name)) == ()


@pytest.mark.parametrize("measure", scoring.MEASURES)
def test_no_measure_falls_below_its_floor(measure):
    recall, precision = FLOORS[measure]
    count = scores()[measure]
    assert (count.recall >= recall, count.precision >= precision) == (True, True), count


# --- the files ---


@pytest.mark.parametrize("name", files.names())
def test_what_is_told_is_in_the_articles(name):
    happening = files.load(name)
    words = [row.told for rows in (happening.steps, happening.votes, happening.provisions) for row in rows]
    words += [said for _, said in happening.speakers]
    texts = [f"{a['title']}\n{a['text']}" for a in happening.articles]
    assert [told for told in words if not any(told in text for text in texts)] == []


@pytest.mark.parametrize("name", files.names())
def test_what_is_told_is_in_the_closed_lists(name):
    happening = files.load(name)
    named = {
        terms.Act: {act for t in happening.steps for act in t.act} | {act for act, _ in happening.not_steps},
        terms.Stance: {stance for t in happening.steps for stance in t.stance},
        terms.Obligation: {o for p in happening.provisions for o in p.obligation},
        terms.Sector: {s for p in happening.provisions for s in p.sector},
    }
    assert [sorted(words - set(get_args(known))) for known, words in named.items()] == [[], [], [], []]


@pytest.mark.parametrize("name", files.names())
def test_states_and_chambers_are_known(name):
    happening = files.load(name)
    actors = {a for t in happening.steps for a in t.actor} | {b for v in happening.votes for b in v.body}
    actors |= {a for party in happening.parties for a in party[0]} | {a for _, a in happening.not_steps}
    known = set(ontology.load().actors.ids())
    looked_up = {a for a in actors if "/" not in a or "/legislature" in a}
    assert sorted(looked_up - known) == []


# --- the gate itself ---

ORIGINS = Origins(0, 1, ())
STEP = Step("s", "ratified", "international", None, ("PER",), None, None, (), "actual", (), ("r",), ORIGINS)
PACT = Agreement("a", "the pact", "pact", ("CHL", "PER"), None, (), (), ("r",), (STEP,), ())
TOLD = Told(("ratified",), ("PER",), ("actual",), None, False, "ratified")


def shown(step):
    return Found(agreements=(replace(PACT, steps=(step,)),), votes=(), statements=(), reports=())


@pytest.mark.parametrize(
    ("told", "step", "why"),
    [
        pytest.param([TOLD], STEP, [], id="what is told may be shown"),
        pytest.param([], STEP, ["nobody says it binds"], id="what binds and nobody told may not"),
        pytest.param([TOLD], replace(STEP, parties=("CHL",)), ["nobody says it binds"], id="nor of another party"),
        pytest.param([TOLD._replace(stance=("planned",))], STEP, ["did not happen"], id="nor what is planned"),
        pytest.param([TOLD._replace(stance=("planned",))], replace(STEP, stance="planned"), [], id="but as planned"),
        pytest.param(
            [TOLD._replace(act=("approved",), actor=("PER/legislature",))],
            STEP,
            ["nobody says it binds"],
            id="a chamber's vote is not its state's ratification",
        ),
        pytest.param(
            [TOLD._replace(act=("approved",), actor=("CHL/legislature/senate",))],
            replace(STEP, act="approved", body="CHL/legislature/chamber-of-deputies"),
            ["by somebody else"],
            id="nor one chamber the other",
        ),
        pytest.param(
            [TOLD],
            replace(STEP, parties=("CHL",), stance="possible"),
            ["by somebody else"],
            id="nor is it given to another as possible",
        ),
        pytest.param(
            [TOLD._replace(act=("signed",))],
            replace(STEP, act="signed", parties=()),
            [],
            id="an act without its party is little, but not wrong",
        ),
    ],
)
def test_the_gate(told, step, why):
    happening = replace(files.load(files.names()[0]), steps=tuple(told), not_steps=())
    assert [b.why for b in scoring.breaches(happening, shown(step))] == why


@pytest.mark.parametrize(
    ("told", "actor", "same"),
    [
        pytest.param("PER", "PER", True, id="the state itself"),
        pytest.param("PER", "PER/government", True, id="its government stands for it"),
        pytest.param("PER", "PER/legislature", False, id="its parliament does not"),
        pytest.param("PER/legislature", "PER", False, id="nor it for its parliament"),
        pytest.param("PER", "PERU", False, id="a name that begins alike"),
    ],
)
def test_who_stands_for_whom(told, actor, same):
    assert scoring.fits_actor((told,), actor) is same


@pytest.mark.parametrize(
    ("when", "found"),
    [
        pytest.param("2012", [False, True], id="the act whose date it bears"),
        pytest.param("2025-06-03", [True, False], id="or the other one"),
        pytest.param(None, [True, True], id="without a date it may be either"),
    ],
)
def test_two_acts_alike_are_told_apart_by_their_dates(when, found):
    told = (TOLD._replace(when="2025-06-03"), TOLD._replace(when="2012"))
    happening = replace(files.load(files.names()[0]), steps=told)
    act = Shown("ratified", "PER", "actual", when, "")
    assert [scoring.finds(one, act, happening) for one in told] == found
