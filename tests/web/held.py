"""A record with something on every screen, whose words do what they can to break out of a page."""

from dataclasses import replace

from dragoman.model.actor import Place
from dragoman.model.article import Cut
from dragoman.model.derived import Assessment, Missing, Origin, Origins, PartyStatus, Provision, StanceReports, Step
from dragoman.model.report import Source
from dragoman.record import Outcome, Record
from tests import make

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202egnp.exe\u202c {{ 7*7 }}"
TEXT = f"{HOSTILE}\n\nNarvia signed the pact with Ostland on Monday, <b>its ministry</b> said."
OTHER = "Ostland denies the pact\n\nOstland said it had signed nothing, and 61 voted for."


def record_at(path):
    """Make the record, and return its path."""
    with Record.open(path) as record:
        for article, coded in _coded():
            record.add(article, coded, maker="m1")
        record.note(Outcome("post.txt", "1", "read", ONE.id), maker="m1")
        record.note(Outcome(HOSTILE, "2", "failed", reason=f"no text left {HOSTILE}"), maker="m1")
        record.note(Outcome("brief.txt", "3", "unread", reason="not read: language de"), maker="m1")
        snapshot = record.snapshot()
        record.replace(_grouping(), _findings(), mark=snapshot.mark, maker="m1")
    return path


ONE = make.article(
    TEXT, outlet=f"Post {HOSTILE}", url="javascript:alert(3)", cut=(Cut(0, 9, f"Share {HOSTILE}", "share"),)
)
TWO = make.article(OTHER, outlet="Ostland Times", file="times.txt", byline=(HOSTILE,))
OUTLET = Source(ONE.outlet, None, None, "asserts", None, False)
SAID = replace(OUTLET, source=HOSTILE, cue="said")

STEP = make.step(of=ONE, attribution=(OUTLET, SAID))
VOTE = make.vote(of=TWO)
EVENT = make.event(of=ONE)
ALLEGED = make.event("ASSAULT", of=TWO, stance="alleged")
STATEMENT = make.statement(HOSTILE, of=ONE, attribution=(OUTLET, SAID))
DENIAL = make.statement("it had signed nothing", of=TWO, stance="denied")
ORIGINS = Origins(1, 2, (Origin("source", HOSTILE, None, (ONE.id,)),))


def _coded():
    actors = (make.actor(name=f"Narvia {HOSTILE}"), make.actor("OST", "Ostland"))
    yield ONE, make.coded(ONE, STEP, EVENT, STATEMENT, actors=actors)
    yield TWO, make.coded(TWO, VOTE, ALLEGED, DENIAL, actors=actors)


SIGNED = Step(
    "step1", "signed", "international", None, ("NAR", "OST"), None, make.when(), (Place(HOSTILE, None, None),), "actual",
    ("ratified",), (STEP.id,), ORIGINS,
)  # fmt: skip
HOLDS = Provision("prov1", "included", ("military",), HOSTILE, (STEP.id,), ORIGINS)
VOTED = make.derived_vote(VOTE, agreement="a1")
PACT = make.agreement(
    STEP,
    id="a1",
    name=f"pact {HOSTILE}",
    steps=(SIGNED,),
    provisions=(HOLDS,),
    votes=(VOTED.id,),
    status=(PartyStatus("NAR", "signed", ("signed",), (Missing("ratified", "international", "NAR", HOSTILE),)),),
)
HAPPENED = make.derived_event(EVENT, origins=ORIGINS)
CLAIMED = make.derived_event(
    ALLEGED, type="ASSAULT", quad=4, stance="alleged", stances=(StanceReports("alleged", (ALLEGED.id,)),)
)
SPOKE = make.derived_statement(STATEMENT, text=HOSTILE, speaker=HOSTILE, about=("a1",))
DENIED = make.derived_statement(DENIAL, text="it had signed nothing", speaker_actor="OST", denies=("step1",))
HELD = make.relation(STEP, object=HOSTILE)
STORY = make.story(
    ONE,
    TWO,
    title=f"A river pact {HOSTILE}",
    events=(HAPPENED.id, CLAIMED.id),
    agreements=("a1",),
    votes=(VOTED.id,),
    statements=(SPOKE.id, DENIED.id),
)


def _grouping():
    view = Assessment("v1", HOSTILE, None, HOSTILE, None, None, (STATEMENT.id,))
    reports = (STEP, EVENT, STATEMENT, VOTE, ALLEGED, DENIAL)
    return make.grouping(
        ONE, TWO, reports=reports, events=(HAPPENED, CLAIMED), agreements=(PACT,), votes=(VOTED,), relations=(HELD,),
        statements=(SPOKE, DENIED), assessments=(view,), stories=(STORY,),
    )  # fmt: skip


def _findings():
    about = replace(make.finding().about, table="steps", id="step1")
    yield make.finding(ONE, id="f1", story=STORY.id, kind="differs", severity="warning", about=about, because=HOSTILE)
    yield make.finding(TWO, id="f2", story=STORY.id, kind="arithmetic", severity="notice", because="60 and 30 are 90")
