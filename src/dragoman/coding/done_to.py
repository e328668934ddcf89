"""What an act is done to: an instrument in its place, or what carries one: a law, papers, talks, a membership."""

import re
from collections.abc import Iterator

from dragoman.coding.instruments import GENERAL_KIND, instrument, is_pointer, pointed, salient
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Instrument
from dragoman.ontology.act import ActEntry, ActWord

POINTED_AT = frozenset({"ratify", "promulgate", "initial", "endorse"})
# what is done to these, with an instrument named in or before their words, is done to that
CARRIERS = frozenset({"law", "papers", "signature", "notice", "consent"})
MEMBERSHIP = "membership"
SANCTIONS = "sanctions"
# what stands between a carrier and its instrument: "the bill on", "a decree approving", "talks about"
LINKING = re.compile(
    r"\b(?:of|on|over|about|for|to|in|from|with|approving|ratifying|extending|renewing|implementing|endorsing|authori[sz]ing"
    r"|adopting|suspending|terminating|denouncing|accepting|concerning|regarding)\s",
    re.IGNORECASE,
)

DoneTo = tuple[Phrase | None, Instrument]


def done_to(scene: Scene, clause: Clause, word: ActWord) -> DoneTo | None:
    """Return the instrument the act is done to, None when there is none in its place."""
    places = _places(scene, clause, word)
    for phrase in places:
        found = _itself(scene, clause, word, phrase) or _carried(scene, clause, word, phrase)
        if found is not None:
            return phrase, found
        if is_pointer(scene, clause, phrase) and clause.lemma in POINTED_AT and salient(scene, phrase.span.start):
            return phrase, Instrument(None, GENERAL_KIND)
    if clause.kind == "noun" and not places and _points_back(scene, clause):
        return None, Instrument(None, GENERAL_KIND)
    return None


def _itself(scene: Scene, clause: Clause, word: ActWord, phrase: Phrase) -> Instrument | None:
    """Return the instrument that a phrase names or points at, where the word asks for one."""
    if MEMBERSHIP in word.objects and _is_organisation(scene, clause, phrase):
        return Instrument(phrase.text, MEMBERSHIP)
    if SANCTIONS in word.objects and SANCTIONS in scene.ontology.acts.object_of(_until_head(scene, clause, phrase)):
        return Instrument(phrase.text, SANCTIONS)
    if "instrument" not in word.objects:
        return None
    return instrument(scene, clause, phrase) or pointed(scene, clause, phrase)


def _is_organisation(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a phrase is the name of an organisation of states, to its last word: no "EU summit"."""
    mention, head = scene.mention(clause, phrase), scene.tokens(clause)[phrase.head]
    if mention is None or mention.actor is None or mention.span.end < head.end:
        return False
    return mention.actor.kind == "organisation" and bool({"IGO", "EUR"} & set(mention.actor.sector))


def _until_head(scene: Scene, clause: Clause, phrase: Phrase) -> str:
    return scene.article.text[phrase.span.start : scene.tokens(clause)[phrase.head].end]


def _carried(scene: Scene, clause: Clause, word: ActWord, phrase: Phrase) -> Instrument | None:
    """Return the instrument that a law or its papers carry: "signed the ratification law", "exchanged instruments".

    Only where the words name what is carried, or an instrument was named shortly before.
    """
    head = _until_head(scene, clause, phrase)
    kinds = set(scene.ontology.acts.object_of(head)) & set(word.objects)
    after = scene.article.text[phrase.span.start + len(head) : phrase.span.end]
    named = _named_after(scene, after) if kinds or _is_act(scene, clause, word, phrase) else None
    if named is not None:
        return named
    if not kinds & CARRIERS:
        return None
    close = "ratif" in phrase.text.lower() or salient(scene, phrase.span.start)
    return Instrument(None, GENERAL_KIND) if close else None


def _is_act(scene: Scene, clause: Clause, word: ActWord, phrase: Phrase) -> bool:
    """Say whether what is approved is itself an act: "approved the ratification of", "voted against ratifying"."""
    if "law" not in word.objects:
        return False
    token = scene.tokens(clause)[phrase.head]
    table = scene.ontology.acts
    return bool(table.words(token.lemma.lower(), "noun") or (token.xpos == "VBG" and table.words(token.lemma.lower())))


def _named_after(scene: Scene, after: str) -> Instrument | None:
    """Return the instrument that the words behind a carrier name: "the bill on the tax treaty with Niger"."""
    table = scene.ontology.instruments
    match = LINKING.search(f" {after} ")
    words = after[max(0, match.end() - 1) :].strip() if match else after.strip()
    kind = table.kind_of(words) or table.known_in(words)
    return Instrument(words, kind.id, table.term_of(words)) if kind and words else None


def _places(scene: Scene, clause: Clause, word: ActWord) -> tuple[Phrase, ...]:
    if word.place == "clause":
        return tuple(_in_complement(scene, clause, word))
    if clause.kind == "noun":
        return clause.patients + tuple(o.phrase for o in clause.obliques if o.case in word.prepositions)
    if word.place == "subject":
        return clause.agents or clause.patients
    if word.place == "oblique":
        return tuple(o.phrase for o in clause.obliques if o.case in word.prepositions)
    return clause.patients


def _in_complement(scene: Scene, clause: Clause, word: ActWord) -> Iterator[Phrase]:
    """Yield what the clause a word takes speaks of: "notified Rome that it was leaving the pact"."""
    for child in scene.children(clause):
        if child.kind == "noun" or child.relation not in ("ccomp", "xcomp"):
            continue
        told = {entry.id for entry, _ in scene.ontology.acts.words(child.lemma)}
        if not word.telling or told & set(word.telling):
            yield from (*child.patients, *child.agents, *(o.phrase for o in child.obliques))


def _points_back(scene: Scene, clause: Clause) -> bool:
    """Say whether "the approval by the Senate" can mean the approval of an instrument named before."""
    tokens = scene.tokens(clause)
    the = any(t.head == clause.head and t.text.lower() in ("the", "this", "that", "its") for t in tokens)
    return (the or bool(clause.agents)) and salient(scene, clause.span.start)


def governed_act(scene: Scene, clause: Clause) -> ActEntry | None:
    """Return "approved" where a body votes to do what only its state can: "voted to leave the convention"."""
    above = scene.parent(clause)
    if above is None or above.kind != "verb" or above.lemma not in ("vote", "decide") or clause.marker != "to":
        return None
    return scene.ontology.acts["approved"]
