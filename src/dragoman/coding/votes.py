"""Votes: the figures of a vote, whose they are and what they were about."""

import re
from collections.abc import Iterator

from dragoman.coding import bodies, circumstance
from dragoman.coding.drafts import Draft, Filled, Held
from dragoman.coding.instruments import instrument
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Mention, Phrase, Sentence, Tally
from dragoman.model.report import Instrument, StepContent, VoteContent
from dragoman.model.text import Span

# words that tell of a count where no body is named: "the bill was carried by 287 votes to 55", "the ayes had it"
COUNTING = frozenset({"votes", "ayes", "carried", "passed", "favour", "favor", "tally", "vote"})
CHAMBERS = frozenset({"house", "chamber", "senate", "parliament", "assembly", "committee", "council", "congress"})
VOTERS = frozenset({
    "lawmakers", "deputies", "members", "senators", "mps", "meps", "mks", "legislators", "representatives", "delegates",
    "peers", "parliamentarians", "countries", "states", "ambassadors", "resolution", "bill", "motion", "amendment",
    "majority", "abstained", "abstaining", "abstentions", "voted", "against",
})  # fmt: skip
BACK = 2  # sentences, for an approval told before its figures
FIGURES = ("yes", "no", "abstain", "not_voting", "absent", "present", "seats")
THRESHOLDS = (
    ("two-thirds", "two-thirds"),
    ("three-fifths", "three-fifths"),
    ("simple majority", "simple"),
    ("absolute majority", "absolute"),
)


def votes(scene: Scene, steps: tuple[Draft, ...]) -> Iterator[Draft]:
    """Yield a draft for every tally of a body; a step told in the same sentence gives outcome, body and instrument.

    Figures without a body are counts of an election, or of those for and against among many: no vote we could check.
    """
    for number, sentence in enumerate(scene.reading.sentences):
        for tally in scene.tallies(sentence.span):
            clause = _clause(scene, number, tally)
            if clause is None:
                continue
            step = _step(steps, number, clause)
            step = step or (_told_before(steps, number) if _is_count(scene, sentence) else None)
            body = None if step and _has_body(step) else _body(scene, number, tally)
            if body is not None or (step and _has_body(step)):
                yield _draft(scene, number, tally, clause=clause, step=step, body=body)


def _has_body(step: Draft) -> bool:
    return any(r.role == "body" for r in step.roles)


def _is_count(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence without a body tells the figures of the vote told right before it."""
    words = _words(scene, sentence)
    return bool(words & COUNTING) and not words & CHAMBERS and not bodies.named(scene, sentence.span)


def _words(scene: Scene, sentence: Sentence) -> set[str]:
    return set(re.findall(r"[a-z]+", scene.words(sentence.span).lower()))


def _told_before(steps: tuple[Draft, ...], number: int) -> Draft | None:
    """Return the approval or rejection by a body told in the sentence before, or the one before that."""
    near = [d for d in steps if 0 < number - d.clause.sentence <= BACK and any(r.role == "body" for r in d.roles)]
    near = [d for d in near if isinstance(d.content, StepContent) and d.content.act in ("approved", "rejected")]
    near = [d for d in near if d.held is None and not d.clause.negated]
    return near[-1] if len({r.actor.id for d in near for r in d.roles if r.role == "body" and r.actor}) == 1 else None


def _clause(scene: Scene, number: int, tally: Tally) -> Clause | None:
    """Return the innermost verb over the tally, or the sentence's main clause."""
    clause = scene.clause_at(number, tally.span.start)
    while clause is not None and clause.kind == "noun":
        clause = scene.parent(clause)
    return clause or next((c for c in scene.clauses(number) if c.kind != "noun"), None)


def _step(steps: tuple[Draft, ...], number: int, clause: Clause) -> Draft | None:
    """Return the step of the sentence that the figures belong to: approved or rejected, the nearest one."""
    near = [d for d in steps if d.clause.sentence == number and isinstance(d.content, StepContent)]
    near = [
        d for d in near if isinstance(d.content, StepContent) and d.content.act in ("approved", "rejected", "ratified")
    ]
    return min(near, key=lambda d: (d.clause is not clause, abs(d.clause.head - clause.head)), default=None)


def _draft(
    scene: Scene, number: int, tally: Tally, *, clause: Clause, step: Draft | None, body: Mention | None
) -> Draft:
    roles = [r for r in (step.roles if step else ()) if r.role in ("body", "object", "party")]
    if body is not None and not any(r.role == "body" for r in roles):
        roles.insert(0, Filled("body", body.actor, body.text, body.span))
    what, phrase = _what(scene, number, step)
    if phrase is not None and not any(r.role == "object" for r in roles):
        roles.append(Filled("object", None, phrase.text, phrase.span))
    teller = step.clause if step and step.clause.sentence == number else clause
    return Draft(
        kind="vote",
        content=_content(scene, tally, step=step, what=what),
        roles=tuple(roles),
        clause=teller,
        span=_span(scene, teller, tally),
        rule="votes/tally" + (f"+{step.rule}" if step else ""),
        evidence=(("vote", _span(scene, teller, tally)), *((f"vote.{name}", span) for name, span in tally.spans)),
        dated=step.dated if step else circumstance.dated(scene, clause),
        where=step.where if step else (),
        key=f"vote@{number}.{tally.span.start}",
        links=(("part_of", step.key),) if step else (),
        held=Held() if step and step.clause.sentence != number else None,
    )


def _span(scene: Scene, clause: Clause, tally: Tally) -> Span:
    """Return the clause with its figures, as one stretch within the sentence."""
    start, end = min(clause.span.start, tally.span.start), max(clause.whole.end, tally.span.end)
    limit = scene.sentence(clause).span
    return Span(clause.span.article, max(start, limit.start), min(end, limit.end))


def _body(scene: Scene, number: int, tally: Tally) -> Mention | None:
    """Return the parliament, chamber or organ whose figures these are: one the sentence names, else one named before.

    Of several in a sentence it is the last before the figures; "deputies" and "the house" are those of the body told
    last, in the sentences before or the headline.
    """
    sentence = scene.reading.sentences[number]
    here = bodies.named(scene, sentence.span)
    if here:
        return next((m for m in reversed(here) if m.span.start < tally.span.start), here[0])
    if not _words(scene, sentence) & (COUNTING | VOTERS | CHAMBERS):
        return None
    return bodies.told_before(scene, number)


def _what(scene: Scene, number: int, step: Draft | None) -> tuple[Instrument | None, Phrase | None]:
    if step is not None and isinstance(step.content, StepContent):
        return step.content.instrument, None
    for clause in scene.clauses(number):
        for phrase in (*clause.patients, *clause.agents, *(o.phrase for o in clause.obliques)):
            found = instrument(scene, clause, phrase)
            if found is not None:
                return found, phrase
    return None, None


def _content(scene: Scene, tally: Tally, *, step: Draft | None, what: Instrument | None) -> VoteContent:
    figures = {name: getattr(tally, name) for name in FIGURES}
    return VoteContent(**figures, threshold=_threshold(scene, tally), outcome=_outcome(step), instrument=what)


def _threshold(scene: Scene, tally: Tally) -> str | None:
    if tally.unanimous:
        return "unanimity"
    sentence = next(s for s in scene.reading.sentences if s.span.touches(tally.span))
    words = scene.words(sentence.span).lower()
    return next((value for phrase, value in THRESHOLDS if phrase in words), None)


def _outcome(step: Draft | None) -> str | None:
    """Return what became of it, from the act alone: figures do not tell which majority was needed."""
    if step is None or not isinstance(step.content, StepContent) or step.held is not None:
        return None
    return "rejected" if step.content.act == "rejected" else "passed"
