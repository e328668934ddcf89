"""Provisions told otherwise than by the instrument as subject: "under the pact, …", "… is left out of the deal"."""

import re
from collections.abc import Iterator

from dragoman.coding.drafts import Draft, Filled, Held
from dragoman.coding.instruments import GENERAL_KIND, TERM_WORDS, instrument, is_pointer, pointed, salient
from dragoman.coding.scene import Scene
from dragoman.coding.sectors import sectors
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Instrument, ProvisionContent
from dragoman.model.terms import Obligation
from dragoman.model.text import Span
from dragoman.ontology.demands import HELD, LEFT_OUT, UNDER

# verbs that tell in the past tense what is to be: "under the deal, the two pledged to share the water"
PROMISING = frozenset({"pledge", "agree", "undertake", "promise", "commit", "vow", "consent", "accept"})
TERMS = re.compile(
    r"(?:the |its )?(?:terms|provisions|conditions|framework|rules|articles?(?: \w+)?) of ", re.IGNORECASE
)
MAY = frozenset({"may", "can", "could", "might"})
DURATION = frozenset({"run", "last", "valid"}) & TERM_WORDS


def under(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Yield what a clause says that an instrument provides, leaves out, or how long it lasts."""
    if clause.kind == "noun":
        return
    for told in (tuple(_provided(scene, clause)), _left_out(scene, clause), _lasting(scene, clause)):
        if told:
            yield from told
            return


def _provided(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Yield what is so "under the accord": the clause without that phrase, and those that "and" joins to it."""
    for oblique in clause.obliques:
        if oblique.case not in UNDER or not _binds(clause):
            continue
        what = _under_what(scene, clause, oblique.phrase)
        words = _without(scene, clause, oblique.phrase)
        if what is None or words is None:
            continue
        yield _draft(scene, clause, what, phrase=oblique.phrase, words=words, obligation=_obligation(clause))
        for other in scene.children(clause):
            if other.relation == "conj" and other.kind == "verb" and _binds(other) and other.agents:
                yield _draft(
                    scene, other, what, phrase=oblique.phrase, words=other.whole, obligation=_obligation(other)
                )
        return


def _binds(clause: Clause) -> bool:
    """Say whether a clause can tell what is to be: "will share", "are to share", "have pledged to share"."""
    return bool(clause.auxiliaries) or clause.tense in ("present", "future") or clause.lemma in PROMISING


def _under_what(scene: Scene, clause: Clause, phrase: Phrase) -> Instrument | None:
    """Return the instrument that something is so "under": itself, its terms, or the one that "it" and "which" mean."""
    found = instrument(scene, clause, phrase) or pointed(scene, clause, phrase)
    if found is not None:
        return found
    terms = TERMS.match(phrase.text)
    kind = scene.ontology.instruments.kind_of(phrase.text[terms.end() :]) if terms else None
    if kind is not None and terms is not None:
        return Instrument(phrase.text[terms.end() :], kind.id, None)
    points = is_pointer(scene, clause, phrase) and salient(scene, phrase.span.start)
    return Instrument(None, GENERAL_KIND) if points else None


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


def _left_out(scene: Scene, clause: Clause) -> tuple[Draft, ...]:
    """Return what "was left out of the deal" or "is not part of it"; what "is not included", after a deal was named."""
    out = clause.voice == "passive" and clause.lemma in LEFT_OUT and not clause.negated
    held = clause.voice == "passive" and clause.lemma in HELD
    apart = clause.kind == "copula" and clause.lemma == "part" and clause.negated
    subjects = clause.patients if out or held else clause.agents if apart else ()
    for oblique in clause.obliques:
        if not subjects or oblique.case.split(" ")[-1] not in ("of", "from", "in", "by"):
            continue
        what = instrument(scene, clause, oblique.phrase) or pointed(scene, clause, oblique.phrase)
        if what is None and is_pointer(scene, clause, oblique.phrase) and salient(scene, oblique.phrase.span.start):
            what = Instrument(None, GENERAL_KIND)
        if what is not None:
            obligation: Obligation = "included" if held and not clause.negated else "excluded"
            return (_draft(scene, clause, what, phrase=oblique.phrase, words=subjects[0].span, obligation=obligation),)
    if held and clause.negated and subjects and not clause.agents and salient(scene, clause.span.start):
        what = Instrument(None, GENERAL_KIND)
        return (_draft(scene, clause, what, phrase=subjects[0], words=subjects[0].span, obligation="excluded"),)
    return ()


def _lasting(scene: Scene, clause: Clause) -> tuple[Draft, ...]:
    """Return how long an instrument "runs" or "is valid"."""
    for phrase in clause.agents if clause.lemma in DURATION and not clause.negated else ():
        what = instrument(scene, clause, phrase)
        if what is not None and what.term is not None:
            return (_draft(scene, clause, what, phrase=phrase, words=clause.span, obligation="included"),)
    return ()


def _draft(
    scene: Scene, clause: Clause, what: Instrument, *, phrase: Phrase, words: Span, obligation: Obligation
) -> Draft:
    text = scene.words(words)
    return Draft(
        kind="provision",
        content=ProvisionContent(obligation, sectors(scene, text, what), text, what),
        roles=(Filled("object", None, phrase.text, phrase.span),),
        clause=clause,
        span=clause.span,
        rule=f"provisions/{obligation}/told of {clause.lemma}",
        evidence=(("provision.text", words), ("provision.obligation", scene.token_span(clause, clause.head))),
        held=Held(),
        key=f"provision@{clause.sentence}.{clause.index}.u",
    )
