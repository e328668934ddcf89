"""What an act is done to: an instrument in its place, or what carries one: a law, papers, talks, a membership."""

import re
from collections.abc import Iterator

from dragoman.coding.instruments import GENERAL_KIND, instrument, is_pointer, pointed, salient
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Instrument
from dragoman.model.text import Span
from dragoman.ontology.act import ActEntry, ActWord

# predicates that take little but an instrument: with these "it" and "which" are the one named shortly before
POINTED_AT = frozenset({"ratify", "promulgate", "initial", "endorse", "enter", "expire", "lapse", "accede", "prolong"})
# what is ratified or signed without a word of what, where an instrument was named shortly before
ELLIPTIC = frozenset({"ratify", "sign", "accede", "approve"})
# nouns for such acts that need no instrument beside them: "the signing took place", "ratification is due in May"
ELLIPTIC_NOUNS = frozenset({
    "signing", "signature", "ratification", "accession", "initialling", "initialing", "promulgation", "renewal",
    "extension", "termination", "denunciation", "entry", "suspension", "expiry", "expiration", "withdrawal", "approval",
})  # fmt: skip
ARMED = re.compile(r"\b(?:troops?|forces?|military|army|soldiers|fighters|personnel)\b", re.IGNORECASE)
# what is done to these, with an instrument named in or before their words, is done to that
CARRIERS = frozenset({"law", "papers", "signature", "notice", "consent", "talks"})
LEAVING = re.compile(r"\b(?:withdr|terminat|denunc|denounc|exit|leav|quit|depart|ending)\w*", re.IGNORECASE)
DEFINITE = re.compile(r"(?:the|its|their|his|this|that|these|those|both)\b|\S+(?:\s\S+)?[’']s\b", re.IGNORECASE)
# papers of many uses, which carry an instrument only where they name it: "the motion to delay it"
LOOSE = re.compile(r"\b(?:motion|amendment|decision|proposal|measure|order)s?\Z", re.IGNORECASE)
ONE = re.compile(
    r"(?:an?|the|its|their|his|this|that|these|those|both|two|all)\b|\S+(?:\s\S+)?[’']s\b|instruments", re.IGNORECASE
)
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
    if not places and _understood(scene, clause, word):
        return None, Instrument(None, GENERAL_KIND)
    return None


def _understood(scene: Scene, clause: Clause, word: ActWord) -> bool:
    """Say whether an act needs no word of what it is done to: "Kyiv has yet to ratify", "the signing took place"."""
    if not salient(scene, clause.span.start):
        return False
    if clause.kind == "noun":
        wordy = scene.words(clause.span)
        return clause.lemma in ELLIPTIC_NOUNS and not ARMED.search(wordy) and _points_back(scene, clause)
    voted = clause.lemma == "vote" and word.fixed is not None
    return voted or (clause.lemma in ELLIPTIC and word.fixed is None and bool(clause.agents) and not clause.patients)


def _itself(scene: Scene, clause: Clause, word: ActWord, phrase: Phrase) -> Instrument | None:
    """Return the instrument that a phrase names or points at, where the word asks for one."""
    if MEMBERSHIP in word.objects and (_is_organisation(scene, clause, phrase) or _the_club(scene, clause, phrase)):
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
    if "/" in mention.actor.id:
        return False  # an organ is joined by nobody
    return mention.actor.kind == "organisation" and bool({"IGO", "EUR"} & set(mention.actor.sector))


def _the_club(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether "the bloc" or "the court" is the organisation or alliance that the article has named before."""
    words = _until_head(scene, clause, phrase)
    if not words.lower().startswith(("the ", "that ", "this ")) or MEMBERSHIP not in scene.ontology.acts.object_of(
        words
    ):
        return False
    before = Span(phrase.span.article, 0, phrase.span.start)
    return any(m.actor and m.actor.kind == "organisation" for m in scene.mentions(before))


def _until_head(scene: Scene, clause: Clause, phrase: Phrase) -> str:
    return scene.article.text[phrase.span.start : scene.tokens(clause)[phrase.head].end]


def _carried(scene: Scene, clause: Clause, word: ActWord, phrase: Phrase) -> Instrument | None:
    """Return the instrument that a law or its papers carry: "signed the ratification law", "exchanged instruments".

    Only where the words name what is carried, or an instrument was named shortly before.
    """
    head = _until_head(scene, clause, phrase)
    kinds = set(scene.ontology.acts.object_of(head)) & set(word.objects)
    after = scene.article.text[phrase.span.start + len(head) : phrase.span.end]
    act = _is_act(scene, clause, word, phrase)
    named = _named_after(scene, after) if kinds or act else None
    if named is not None:
        return named
    if "instrument" in word.objects and not word.weak and _is_scheme(scene, head, phrase):
        return Instrument(phrase.text, GENERAL_KIND)
    if act:
        return _belonging(scene, phrase) or (_bare_act(scene, phrase) if not after.strip() else None)
    if not kinds & CARRIERS or LOOSE.search(head) or (kinds == {"notice"} and not LEAVING.search(phrase.text)):
        return None
    # "passed the law", not "cannot pass legislation"
    close = "ratif" in phrase.text.lower() or (bool(ONE.match(phrase.text)) and salient(scene, phrase.span.start))
    return Instrument(None, GENERAL_KIND) if close else None


def _is_scheme(scene: Scene, head: str, phrase: Phrase) -> bool:
    """Say whether "the package" or "its mandate" is what an article has told of an instrument, under a looser word."""
    if "scheme" not in scene.ontology.acts.object_of(head) or not DEFINITE.match(phrase.text):
        return False
    return salient(scene, phrase.span.start)


def _is_act(scene: Scene, clause: Clause, word: ActWord, phrase: Phrase) -> bool:
    """Say whether what is approved is itself an act: "approved the ratification of", "voted against ratifying"."""
    if "law" not in word.objects:
        return False
    token = scene.tokens(clause)[phrase.head]
    table = scene.ontology.acts
    return bool(table.words(token.lemma.lower(), "noun") or (token.xpos == "VBG" and table.words(token.lemma.lower())))


def _belonging(scene: Scene, phrase: Phrase) -> Instrument | None:
    """Return the membership that somebody is to have or to lose: "Finland's accession to NATO"."""
    clubs = [m for m in scene.mentions(phrase.span) if m.actor and m.actor.kind == "organisation"]
    return Instrument(phrase.text, MEMBERSHIP) if clubs else None


def _bare_act(scene: Scene, phrase: Phrase) -> Instrument | None:
    """Return the instrument named before whose ratification or extension a body approves without naming it."""
    return Instrument(None, GENERAL_KIND) if salient(scene, phrase.span.start) else None


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
        owners = clause.agents if "instrument" in word.agents else ()  # "the pact's entry into force"
        return (*clause.patients, *(o.phrase for o in clause.obliques if o.case in word.prepositions), *owners)
    if word.place == "subject":
        # "the treaty ended in May", not "the treaty ended the war"
        done = clause.kind == "verb" and clause.voice == "active" and word.fixed is None and "instrument" in word.agents
        return () if done and clause.agents and clause.patients else clause.agents or clause.patients
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
    own = {t.text.lower() for t in tokens if t.head == clause.head}
    return bool(own & {"the", "this", "that", "its", "their"} or clause.agents) or not own & {"a", "an", "any", "no"}


def governed_act(scene: Scene, clause: Clause) -> ActEntry | None:
    """Return "approved" where a body votes to do what only its state can: "voted to leave the convention"."""
    above = scene.parent(clause)
    if above is None or above.kind != "verb" or above.lemma not in ("vote", "decide") or clause.marker != "to":
        return None
    return scene.ontology.acts["approved"]
