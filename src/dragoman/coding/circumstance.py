"""When and where: the times and places that belong to a clause."""

from collections.abc import Iterator

from dragoman.coding.drafts import Dated, Located
from dragoman.coding.scene import Scene
from dragoman.model.actor import Place
from dragoman.model.reading import Clause, Mention
from dragoman.model.time import Time

AT = frozenset({"in", "at", "near", "outside", "inside", "from"})


def dated(scene: Scene, clause: Clause) -> Dated | None:
    """Return the time of what a clause tells.

    Its own time comes first. Where it has none and a source tells it ("media reported Wednesday"), the source's time
    dates the report: what it tells happened on or before that.
    """
    own = [t for t in _dates(scene, clause) if _belongs(scene, clause, t)]
    if own:
        return Dated(own[0], "clause")
    teller = _teller(scene, clause)
    if teller is None:
        return None
    reported = [t for t in scene.times(scene.sentence(clause).span) if t.kind == "date" and _belongs(scene, teller, t)]
    return Dated(reported[0], "report_date") if reported else None


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
    """Return the places a clause says it happened in, by its own prepositional complements."""
    found = []
    for oblique in clause.obliques:
        if oblique.case not in AT:
            continue
        mention = scene.mention(clause, oblique.phrase)
        if mention is not None and mention.place:
            found.append(Located(_place(mention), mention.span))
    return tuple(dict.fromkeys(found))


def _place(mention: Mention) -> Place:
    country = mention.actor.country if mention.actor else None
    city = mention.text if mention.form in ("capital",) or mention.actor is None else None
    return Place(mention.text, country, city)
