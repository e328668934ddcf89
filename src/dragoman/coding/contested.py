"""How far a speaker stands by what he says, and what is said in one breath with its denial."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding import refuted
from dragoman.coding.chain import Telling, named, unnamed
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause
from dragoman.model.terms import Commitment
from dragoman.ontology.cue import SpeechCue

CONFIRMING = frozenset({"confirm", "acknowledge", "admit", "verify", "corroborate", "concede", "disclose", "reveal"})
# what says of a report that nothing bears it out
UNPROVEN = re.compile(
    r"\b(?:without (?:(?:offer|giv|provid|cit|show|present)ing )?(?:\w+ )?(?:evidence|proof|substantiation)|"
    r"(?:offer|provid|present|cit|giv)\w* (?:no|little) (?:evidence|proof)|"
    r"(?:could|can)(?: ?not|n[’']t) be (?:\w+ )?(?:verified|confirmed|corroborated)|without naming|"
    r"did not (?:offer|provide|present) (?:any )?(?:evidence|proof)|"
    r"(?:despite|notwithstanding|in spite of|amid|over) [^,.]{0,40}\bdenials?)\b"
)
# a denial in the same breath, whatever the parser made of it: "…, which Warsaw denies"
DENIES = r"(?:denies|denied|deny|disputes?|disputed|rejects?|rejected|refutes?|refuted)"
IN_ONE_BREATH = re.compile(
    rf", which [^,.]{{2,40}} {DENIES}\b|(?:\b(?:but|though|although|while)|;) [^,.;]{{2,40}} {DENIES} (?:it|this|that|"
    rf"the (?:claim|charge|accusation|allegation)s?|doing so|having done so)\b|[,–—] (?:an? |the )?(?:claims?|charges?|"
    rf"allegations?|accusations?|assertions?|something) (?:that )?[^,.]{{2,30}} {DENIES}\b"
)
POINTERS = frozenset({"it", "this", "that", "both", "them", "these", "so"})
FAR = frozenset({"alleges", "doubts", "denies"})  # commitments that keep a thing from being told as fact
WRONGLY = frozenset({"wrongly", "falsely", "mistakenly", "erroneously", "incorrectly"})
PLAIN = frozenset({"asserts", "reports"})


def commitment(scene: Scene, clause: Clause, cue: SpeechCue, top: Clause) -> Commitment:
    """Return what a speaker commits to, by the verb and what stands with it."""
    told = cue.commitment
    if clause.negated and told in ("asserts", "reports", "denies", "alleges") and _fully(top):
        return "doubts"  # "has not confirmed that", "did not deny that"
    if told in PLAIN and WRONGLY & set(clause.adverbs):
        return "doubts"
    if told not in PLAIN:
        return told
    if clause.voice == "passive" and not clause.agents and top.marker == "to":
        return "reports"  # "is said to have met"
    if _accuses(scene, clause) or _in_charges(scene, clause):
        return "alleges"  # "pointed the finger at Venezuela, saying it had deployed troops"
    noun = _noun(scene, clause, top)
    if noun is not None and noun in FAR and clause.lemma not in CONFIRMING:
        return noun  # "repeated the claim that"
    return told


def _fully(top: Clause) -> bool:
    return top.marker in ("that", "to", None) and top.relation in ("ccomp", "advcl", "xcomp", "acl")


def _accuses(scene: Scene, clause: Clause) -> bool:
    parent = scene.parent(clause)
    if parent is None or clause.relation != "advcl" or clause.tense != "none":
        return False
    cue = scene.ontology.cues.says(parent.lemma)
    if cue is None or cue.commitment != "alleges":
        return False
    heads = {scene.tokens(parent)[p.head].lemma.lower() for p in parent.patients}
    return not cue.nouns or bool(heads & set(cue.nouns))


def _in_charges(scene: Scene, clause: Clause) -> bool:
    """Say whether something is said in a paper that alleges: "prosecutors say in the indictment that"."""
    tokens, cues = scene.tokens(clause), scene.ontology.cues
    papers = (cues.said(tokens[o.phrase.head].lemma.lower()) for o in clause.obliques if o.case in ("in", "under"))
    return any(p is not None and p.commitment == "alleges" for p in papers)


def _noun(scene: Scene, clause: Clause, top: Clause) -> Commitment | None:
    """Return what the word for what is said commits to, where it hangs from the verb and nobody else owns it."""
    tokens = scene.tokens(top)
    at = tokens[top.head].head
    if not top.relation.startswith("acl") or at not in {p.head for p in clause.patients}:
        return None
    owned = any(c.head == at and c.agents for c in scene.clauses(clause.sentence) if c.kind == "noun")
    noun = scene.ontology.cues.said(tokens[at].lemma.lower())
    return None if noun is None or owned else noun.commitment


def told(scene: Scene, sentence: int, tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """Return the tellings of a sentence; what is denied in the same breath is alleged by who says it.

    "Armenia said Azerbaijan had shelled its positions, which Azerbaijan denied."
    """
    span = scene.reading.sentences[sentence].span
    breath = IN_ONE_BREATH.search(scene.words(span))
    if breath is not None:
        tellings = tuple(_weakened(t) if _opens(scene, t, span.start + breath.start()) else t for t in tellings)
    denials = tuple(_denials(scene, sentence))
    unproven = UNPROVEN.search(scene.words(scene.reading.sentences[sentence].span)) is not None
    if not denials and not unproven:
        return tellings
    if denials and not any(_before(scene, t, denials, unproven=False) for t in tellings):
        return (*tellings, *(t for d in denials[:1] for t in _denied(scene, d, tellings)))
    return tuple(_weakened(t) if _before(scene, t, denials, unproven=unproven) else t for t in tellings)


def _opens(scene: Scene, telling: Telling, before: int) -> bool:
    """Say whether a plain telling's content stands before a place in the text."""
    if telling.top is None or any(s.source.commitment not in PLAIN for s in telling.sources):
        return False
    return scene.token_span(telling.top, telling.top.head).start < before


def _denials(scene: Scene, sentence: int) -> Iterator[Clause]:
    """Yield the clauses that deny what stands before them: "which Iran denies", "an allegation Rabat denies"."""
    for clause in scene.clauses(sentence):
        above = scene.parent(clause)
        deny = clause
        if _calls_it_untrue(scene, clause):
            yield clause
        if clause.relation == "xcomp" and above is not None and clause.marker == "to":
            deny = above  # "an allegation it continues to deny"
        cue = scene.ontology.cues.says(clause.lemma) if clause.kind == "verb" else None
        if cue is None or cue.commitment != "denies" or clause.negated:
            continue
        if _points(scene, clause):
            yield clause
            continue
        words = scene.words(deny.whole).lower()
        noun = scene.tokens(deny)[scene.tokens(deny)[deny.head].head].lemma.lower()
        claim = scene.ontology.cues.said(noun)
        if deny.relation.startswith("acl") and (words.startswith("which ") or (claim is not None and claim.refers)):
            yield deny


def _points(scene: Scene, clause: Clause) -> bool:
    """Say whether a denial takes up what was said: "denies it", "rejected the claim", "has denied doing so"."""
    tokens, cues = scene.tokens(clause), scene.ontology.cues
    for phrase in clause.patients:
        noun = cues.said(tokens[phrase.head].lemma.lower())
        bare = not any(t.head == phrase.head and t.dep.startswith("acl") for t in tokens)
        if phrase.text.lower() in POINTERS or (noun is not None and noun.refers and bare):
            return True
    doing = (c for c in scene.children(clause) if c.lemma == "do" and c.relation in ("xcomp", "ccomp"))
    return any("so" in scene.words(c.span).lower().split() for c in doing)


def _calls_it_untrue(scene: Scene, clause: Clause) -> bool:
    """Say whether somebody calls what was said untrue: "called the claim a lie"."""
    if clause.kind != "verb" or clause.negated or clause.lemma not in refuted.CALLING or not _points(scene, clause):
        return False
    behind = scene.tokens(clause)[clause.head + 1 :]
    return any(t.lemma.lower() in refuted.UNTRUE or t.text.lower() in refuted.UNTRUE for t in behind)


def across(scene: Scene, tellings: dict[int, tuple[Telling, ...]]) -> dict[int, tuple[Telling, ...]]:
    """Return the tellings of an article; what the next sentence denies is alleged by who says it."""
    found = dict(tellings)
    for sentence in tellings:
        before = found.get(sentence - 1)
        points = [d for d in _denials(scene, sentence) if not _here(d, tellings[sentence])]
        if before and points:
            found[sentence - 1] = tuple(_weakened(t) if _against(t, points[0], scene) else t for t in before)
    return found


def _here(denial: Clause, tellings: tuple[Telling, ...]) -> bool:
    """Say whether a denial takes up what its own sentence tells."""
    return denial.relation.startswith("acl") or any(
        t.by is not denial and t.top is not None and t.top.head < denial.head for t in tellings
    )


def _against(telling: Telling, denial: Clause, scene: Scene) -> bool:
    """Say whether a telling is what somebody else denies."""
    if telling.top is None or any(s.source.commitment not in PLAIN for s in telling.sources):
        return False
    deniers = {a.country or a.id for p in denial.agents for a in scene.actors(denial, p)}
    tellers = {s.actor.country or s.actor.id for s in telling.sources if s.actor is not None}
    return not deniers & tellers


def _denied(scene: Scene, denial: Clause, tellings: tuple[Telling, ...]) -> Iterator[Telling]:
    """Yield the denial of what the outlet tells: "Iran supplied the drones, which Tehran denies"."""
    far = {i for t in tellings for i in t.content if any(s.source.commitment in FAR for s in t.sources)}
    own = {denial.index, *(c.index for c in scene.below(denial))}
    cue = scene.token_span(denial, denial.head)
    main = [c for c in scene.clauses(denial.sentence) if c.head < denial.head and c.index not in own]
    if not main or far or not scene.words(denial.whole).lower().startswith("which "):
        return
    sources = tuple(
        s for p in denial.agents if p.head > main[-1].head for s in named(scene, denial, p, "denies", "indirect", cue)
    )
    yield Telling(denial, frozenset(c.index for c in main), sources or (unnamed(scene, cue, "denies"),), None, None)


def _before(scene: Scene, telling: Telling, denials: tuple[Clause, ...], *, unproven: bool) -> bool:
    """Say whether a telling is of something said before a denial, and not of the denial itself."""
    if telling.top is None or any(s.source.commitment not in PLAIN for s in telling.sources):
        return False
    return unproven or any(telling.by is not d and telling.top.head < d.head for d in denials)


def _weakened(telling: Telling) -> Telling:
    return replace(
        telling, sources=tuple(replace(s, source=replace(s.source, commitment="alleges")) for s in telling.sources)
    )
