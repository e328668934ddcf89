"""Provisions told otherwise than by the instrument as subject: "under the pact, …", "… is left out of the deal"."""

from collections.abc import Iterator

from dragoman.coding.drafts import Draft, Filled, Held
from dragoman.coding.instruments import TERM_WORDS, instrument, is_pointer, pointed, salient
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Instrument, ProvisionContent
from dragoman.model.terms import Obligation
from dragoman.model.text import Span
from dragoman.ontology.demands import LEFT_OUT, UNDER

MAY = frozenset({"may", "can", "could", "might"})
DURATION = frozenset({"run", "last", "valid"}) & TERM_WORDS


def under(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Yield what a clause says that an instrument provides, leaves out, or how long it lasts."""
    if clause.kind == "noun":
        return
    for told in (_provided(scene, clause), _left_out(scene, clause), _lasting(scene, clause)):
        if told is not None:
            yield told
            return


def _provided(scene: Scene, clause: Clause) -> Draft | None:
    """Return what is so "under the accord": the clause without that phrase."""
    for oblique in clause.obliques:
        if oblique.case not in UNDER or not (clause.auxiliaries or clause.tense in ("present", "future")):
            continue
        what = instrument(scene, clause, oblique.phrase)
        words = _without(scene, clause, oblique.phrase)
        if what is not None and words is not None:
            return _draft(scene, clause, what, phrase=oblique.phrase, words=words, obligation=_obligation(clause))
    return None


def _obligation(clause: Clause) -> Obligation:
    may = bool(MAY & set(clause.auxiliaries))
    if clause.negated:
        return "forbidden" if may or "must" in clause.auxiliaries else "excluded"
    return "permitted" if may else "included"


def _without(scene: Scene, clause: Clause, phrase: Phrase) -> Span | None:
    """Return the clause's words on the side of the phrase on which its verb stands."""
    span, text = clause.whole, scene.article.text
    if scene.token_span(clause, clause.head).start > phrase.span.start:
        after = text[phrase.span.end : span.end]
        return Span(span.article, phrase.span.end + len(after) - len(after.lstrip(" ,")), span.end) if after else None
    before = text[span.start : phrase.span.start].rstrip(" ,")
    before = before[: -len("under")].rstrip(" ,") if before.lower().endswith("under") else before
    return Span(span.article, span.start, span.start + len(before)) if before else None


def _left_out(scene: Scene, clause: Clause) -> Draft | None:
    """Return what "was left out of the deal" or "is not part of it"."""
    out = clause.voice == "passive" and clause.lemma in LEFT_OUT
    apart = clause.kind == "copula" and clause.lemma == "part" and clause.negated
    subjects = clause.patients if out else clause.agents if apart else ()
    for oblique in clause.obliques:
        if not subjects or not oblique.case.endswith(("of", "from")):
            continue
        what = instrument(scene, clause, oblique.phrase) or pointed(scene, clause, oblique.phrase)
        if what is None and is_pointer(scene, clause, oblique.phrase) and salient(scene, oblique.phrase.span.start):
            what = Instrument(None, "agreement")
        if what is not None:
            return _draft(scene, clause, what, phrase=oblique.phrase, words=subjects[0].span, obligation="excluded")
    return None


def _lasting(scene: Scene, clause: Clause) -> Draft | None:
    """Return how long an instrument "runs" or "is valid"."""
    for phrase in clause.agents if clause.lemma in DURATION and not clause.negated else ():
        what = instrument(scene, clause, phrase)
        if what is not None and what.term is not None:
            return _draft(scene, clause, what, phrase=phrase, words=clause.span, obligation="included")
    return None


def _draft(
    scene: Scene, clause: Clause, what: Instrument, *, phrase: Phrase, words: Span, obligation: Obligation
) -> Draft:
    text = scene.words(words)
    return Draft(
        kind="provision",
        content=ProvisionContent(obligation, scene.ontology.sectors.of(text) or ("other",), text, what),
        roles=(Filled("object", None, phrase.text, phrase.span),),
        clause=clause,
        span=clause.span,
        rule=f"provisions/{obligation}/told of {clause.lemma}",
        evidence=(("provision.text", words), ("provision.obligation", scene.token_span(clause, clause.head))),
        held=Held(),
        key=f"provision@{clause.sentence}.{clause.index}.u",
    )
