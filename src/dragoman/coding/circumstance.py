"""When and where: the times and places that belong to a clause."""

from collections.abc import Iterator

from dragoman.coding.drafts import Dated, Located
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause
from dragoman.model.time import Time


def dated(scene: Scene, clause: Clause) -> Dated | None:
    """Return the time of what a clause tells.

    Its own time comes first. Where it has none and a source tells it ("media reported Wednesday"), the source's time
    dates the report: what it tells happened on or before that.
    """
    own = [t for t in _dates(scene, clause) if _belongs(scene, clause, t)]
    vote = scene.verbal_parent(clause)
    if not own and vote is not None and vote.lemma == "vote" and clause.marker == "to":  # "voted on Monday to ratify"
        own = [t for t in _dates(scene, clause) if _belongs(scene, vote, t)]
    if own:
        return Dated(own[0], "clause", told_before(scene, own[0]))
    teller = _teller(scene, clause)
    if teller is None:
        return None
    reported = [t for t in scene.times(scene.sentence(clause).span) if t.kind == "date" and _belongs(scene, teller, t)]
    return Dated(reported[0], "report_date") if reported else None


STEPS = 4  # how far "a day later", "the next day", "two days after that" are followed back


def told_before(scene: Scene, time: Time, steps: int = STEPS) -> Dated | None:
    """Return the date that "two days later" counts from: the last one told in its paragraph or the one before.

    The day on which somebody said so is none: "Kenya signed on Monday, the ministry said on Tuesday. A day later ...".
    """
    if not time.counts_from_told or not steps:
        return None
    number = _sentence_at(scene, time)
    for at in range(number, -1, -1):
        sentence = scene.reading.sentences[at]
        if sentence.headline or sentence.paragraph < scene.reading.sentences[number].paragraph - 1:
            return None
        before = [t for t in scene.times(sentence.span) if t.span.end <= time.span.start and t.kind == "date"]
        for other in reversed(before):
            if not other.attributive and not _of_saying(scene, at, other):
                return Dated(other, "clause", told_before(scene, other, steps - 1))
    return None


def _sentence_at(scene: Scene, time: Time) -> int:
    return next((n for n, s in enumerate(scene.reading.sentences) if s.span.holds(time.span)), -1)


def _of_saying(scene: Scene, sentence: int, time: Time) -> bool:
    over = scene.clause_at(sentence, time.span.start)
    return over is not None and over.kind == "verb" and scene.ontology.cues.says(over.lemma) is not None


def _dates(scene: Scene, clause: Clause) -> Iterator[Time]:
    return (t for t in scene.times(scene.sentence(clause).span) if t.kind == "date" and not t.attributive)


def _belongs(scene: Scene, clause: Clause, time: Time) -> bool:
    """Say whether the innermost clause over a time is this one, or a noun of this one that is no event with a time."""
    over = scene.clause_at(clause.sentence, time.span.start)
    while over is not None and over is not clause and over.kind == "noun":
        over = scene.parent(over)
    return over is clause


def _teller(scene: Scene, clause: Clause) -> Clause | None:
    """Return the reporting clause above or beside this one."""
    cues = scene.ontology.cues
    above = scene.verbal_parent(clause)
    if above is not None and clause.relation == "ccomp" and cues.says(above.lemma):
        return above
    for child in scene.children(clause):
        if child.kind == "verb" and is_aside(child) and cues.says(child.lemma):
            return child
    return None


def is_aside(clause: Clause) -> bool:
    """Say whether a clause may be a reporting aside: "…, the agency reported on Monday"."""
    finite = clause.tense in ("past", "present") and clause.marker is None
    return clause.relation == "parataxis" or (finite and clause.relation in ("advcl", "dep", "ccomp"))


def where(scene: Scene, clause: Clause) -> tuple[Located, ...]:
    """Return the places a clause says it happened in.

    A place hangs from the verb, or from who does it ("signed by the two ministers in Doha"); one that hangs from
    what is done to tells where that is ("a pact on bases in Djibouti").
    """
    tokens = scene.tokens(clause)
    doers = {p.head for p in clause.agents} | {clause.head}
    found = []
    for span, place in scene.reading.places:
        if not clause.span.holds(span):
            continue
        at = next((i for i, t in enumerate(tokens) if span.start <= t.start < span.end), None)
        if at is not None and tokens[at].head in doers:
            found.append(Located(place, span))
    return tuple(dict.fromkeys(found))
