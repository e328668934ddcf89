"""Sources brought in without a verb: "claims by Baku that …", "the alleged attack", "Minister: talks go on"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding import contested, refuted
from dragoman.coding.chain import Said, Telling, named, unnamed
from dragoman.coding.grammar import Grammar
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause
from dragoman.model.report import Source
from dragoman.model.terms import Commitment
from dragoman.model.text import Span

LONGEST = 45  # code points before a headline's colon: a name or an office, not a clause
DENYING = re.compile(
    r"\b((?:dismiss|reject|refut|rebut|den(?:y|ies|ied))\w*)\b[^,;.“”]{0,80}"
    r"\b(?:reports?|claims?|accusations?|allegations?|suggestions?|rumou?rs?|charges?|assertions?)\s*$"
    r"|\bden(?:y|ies|ied|ying)\b[^.;“”]{0,80}$",
    re.IGNORECASE,
)
BLAMING = re.compile(
    r"\b(responsible|to blame|on trial|sued|to task|the blame|investigated|investigation|indicted|reproached|"
    r"prosecuted)"
    r"\b[^,.;]{0,30}$"
)
ALLEGING = re.compile(
    r"\b((?:alleg|accus|contend|assertion|rumou?r|insinuat|suspicion)\w*|claim(?:s|ed|ing)?)\b[^,;.“”]{0,60}$",
    re.IGNORECASE,
)
ASIDE = re.compile(r", ([^,.;“”\"]{2,60}?) (alleges?|alleged|claims|claimed|charges|contends|contended)[.”\"]*$")
# verbs that only carry a claim: "levelled the charge that"
MAKING = frozenset({
    "issue", "lodge", "level", "make", "raise", "repeat", "voice", "renew", "file", "bring", "air", "spread", "publish",
    "reiterate", "release", "put", "advance", "express", "circulate", "push",
})  # fmt: skip
SO_CALLED = re.compile(r"\bso-called (?:[\w’'-]+ ){0,2}$|what (?:was|is) billed as (?:the |an? )?(?:[\w’'-]+ ){0,2}$")
WHAT_CALLED = re.compile(
    r"\bwhat ([^,.;]{2,40}?) (calls?|called|terms?|termed|(?:describes?|described|sees|saw|presents?|presented) as|"
    r"dubbed|labelled|(?:claims?|claimed|says?|said|insists?) (?:is|was|are|were)) (?:an? |the )?(?:[\w’'-]+ ){0,3}$"
)
REACH = 80  # code points before a noun
SCARE = 8  # words; a longer quotation is somebody's sentence
# hearsay of a noun right behind: "rumours of an attack by Chad"
OF_CLAIMS = re.compile(
    r"\b(claims?|reports?|rumou?rs?|allegations?|accusations?|suspicions?|talk|denials?|charges?|stories|"
    r"(?:alleged|suspected|reported|supposed|purported) \w+) "
    r"(?:of|about) (?:an? |the |any )?(?:[\w’'-]+ )?$",
    re.IGNORECASE,
)
SAID_TO = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:\w+ly )?(said|reported|alleged|rumou?red|claimed|accused|held) "
    r"(?:by [^,.]{2,30} )?to (?:have |be |have been )?$"
)
# what says of a whole sentence, or of the words around it, that nobody vouches for it
UNVOUCHED = (
    r"(?:or )?so (?:[^,.]{2,40} (?:says?|said|claims?|claimed|would have it|insists?)|it is said|"
    r"the (?:story|rumou?r) goes)|some say|"
    r"it (?:is|was|has been) (?:said|rumou?red|claimed|alleged|reported|believed|thought)|as [^,.]{2,40} tells? it|"
    r"if (?:the )?(?:\w+ )?(?:reports?|claims?|accounts?|rumou?rs?|allegations?|accusations?)[^,.]{0,30} (?:is|are) "
    r"(?:true|right|correct|accurate)|if [^,.]{2,40} (?:is|are) to be believed|allegedly|reportedly|supposedly|"
    r"by (?:some|one|most|many|several) accounts?|by [^,.]{2,40}[’'](?:s )?\s?(?:own )?(?:account|telling|reckoning)|"
    r"according to (?:the )?(?:\w+ )?(?:rumou?rs|hearsay|allegations|unconfirmed reports)"
)
CLOSING = re.compile(rf"[,–—-]\s*({UNVOUCHED})[.”\"]*$")
AROUND = re.compile(
    rf"[,–—-]\s*({UNVOUCHED}|[^,–—-]{{2,40}} (?:alleges?|claims?|charges|contends|believes?|suspects?|thinks?))"
    r"\s*[,–—-]"
)
OPENING = re.compile(
    rf"^({UNVOUCHED}|(?:rumou?rs?|word|hearsay|legend) has it|[^,.]{{2,40}} (?:has|had) it that|"
    r"(?:even )?if [^,]{2,40} (?:is|are) (?:right|correct|true|to be believed)|word (?:spread|went round|is)|"
    r"in [^,]{2,40}[’'](?:s )?(?: )?(?:telling|account|version)|"
    r"under the (?:charge sheet|indictment|charges)|(?:some|many|few) (?:say|claim|believe|think|allege)|"
    r"what [^,]{2,40} (?:alleges?|claims?|says?|suspects?) is|"
    r"[\w’' ]{2,30} (?:allegation|claim|accusation|charge|version|story|theory|grievance|suspicion)s?\b[^.]{0,40}? "
    r"(?:is|are|was|were|has been|have been) that|"
    r"(?:the )?(?:rumou?r|word|talk|hearsay|speculation|gossip)\b[^,.]{0,30} (?:is|was)(?: \w+)? that|"
    r"there (?:is|was|are|were|has been|have been) (?:\w+ )?(?:talk|rumou?rs?|claims?|reports?|allegations?|"
    r"speculation|suggestions?) that|(?:un|not )(?:confirmed|verified|substantiated) \w+)\b",
    re.IGNORECASE,
)
# a clause that opens the sentence and is denied by what follows: "That Chad attacked is denied in Niamey"
THAT_DENIED = re.compile(r"^That (.+?) (?:is|was|has been) (?:\w+ly )?(denied|disputed|contested|rejected|refuted)\b")
# what the accused denies having had a part in: "denied responsibility for the attack"
NO_PART = re.compile(
    r"\b(den(?:y|ies|ied|ying)|disown\w*|disclaim\w*|reject\w*|disavow\w*) (?:any |all |having (?:had|played) )?"
    r"(?:an? |the )?(?:responsibility|involvement|role|part|hand|complicity|knowledge|link|links|connection) "
    r"(?:for|in|of|with|to) (?:an? |the |any )?(?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
TAKEN = frozenset({"responsibility", "credit"})
ADDRESSING = re.compile(r"^(.{2,30}?) to .{2,30}$")  # "Cairo to Tripoli: …"
COLON = re.compile(r"^([^:“”\".!?]{2,45}):\s+(?=\S)")
DASH = re.compile(r"\s[–—-]\s([^–—“”\".!?:,]{2,40})$")


def claimed(scene: Scene, clause: Clause) -> Iterator[Telling]:
    """Yield what a noun tells as somebody's word: a claim with its content, an attack that is "alleged"."""
    noun = scene.ontology.cues.said(clause.lemma)
    content = _complement(scene, clause) if noun is not None else None
    if noun is not None and content is not None and not _taken_up(scene, clause):
        inside = frozenset({content.index, *(c.index for c in scene.below(content))})
        cue = scene.token_span(clause, clause.head)
        told = [s for p in clause.agents for s in named(scene, clause, p, noun.commitment, "indirect", cue)]
        yield Telling(clause, inside, tuple(told) or (unnamed(scene, cue, noun.commitment),), None, content)
    yield from _qualified(scene, clause)


def left(scene: Scene, sentence: int, told: tuple[Telling, ...]) -> Iterator[Telling]:
    """Yield an allegation wherever the words make it one, and no source was found that keeps its distance.

    A parse that hides who alleges must not make a fact of what is alleged.
    """
    covered = {i for t in told for i in t.content if any(s.source.commitment in contested.FAR for s in t.sources)}
    yield from _trailing(scene, sentence, covered)
    yield from _all_hearsay(scene, sentence, covered)
    yield from _around(scene, sentence, covered)
    yield from _denied_subject(scene, sentence, covered)
    start = scene.reading.sentences[sentence].span.start
    for clause in scene.clauses(sentence):
        if clause.index in covered:
            continue
        claim = _unclaimed(scene, clause) or _denied_noun(scene, clause) or _no_part(scene, clause)
        claim = claim or _charged(scene, clause) or _taken(scene, clause)
        if claim is not None:
            yield claim
            continue
        found = _before(scene, clause, scene.article.text[start : clause.span.start])
        if found is not None:
            commitment: Commitment = "denies" if found.re is DENYING else "alleges"
            which = 1 if found[1] else 0
            cue = Span(clause.span.article, start + found.start(which), start + found.end(which))
            inside = frozenset({clause.index, *(c.index for c in scene.below(clause))})
            yield Telling(clause, inside, (unnamed(scene, cue, commitment),), None, clause)


def _unclaimed(scene: Scene, clause: Clause) -> Telling | None:
    """Return the telling of a claim by a word that is no clause: "reports that Chad attacked were laughed off"."""
    noun = refuted.claim(scene, clause)
    word = None if noun is None else scene.ontology.cues.said(scene.tokens(clause)[noun].lemma.lower())
    if noun is None or word is None or word.commitment == "asserts" or refuted.of(scene, clause) is not None:
        return None
    above = scene.parent(clause)
    held = above is not None and above.kind == "verb" and noun in {p.head for p in above.patients}
    if above is not None and held and above.lemma in contested.CONFIRMING and not above.negated:
        return None
    cue = scene.token_span(clause, noun)
    inside = frozenset({clause.index, *(c.index for c in scene.below(clause))})
    told: tuple[Said, ...] = ()
    if above is not None and held and above.lemma in MAKING:
        told = tuple(s for p in above.agents for s in named(scene, above, p, word.commitment, "indirect", cue))
    return Telling(clause, inside, told or (unnamed(scene, cue, word.commitment),), None, clause)


def in_marks(scene: Scene, sentence: int, told: tuple[Telling, ...]) -> Iterator[Telling]:
    """Yield whose word a clause in quotation marks is where nobody is told to have said it: not the outlet's.

    A few words in marks keep their distance ("Oslo ‘shelled’ the port"); a sentence in marks is somebody's.
    """
    for clause in scene.clauses(sentence):
        if clause.kind == "noun" or any(clause.index in t.content or t.by is clause for t in told):
            continue
        head = scene.token_span(clause, clause.head)
        quote = next((q for q in scene.quotes(head) if q.span.holds(head)), None)
        if quote is None:
            continue
        few = not quote.whole and len(quote.text.split()) <= SCARE
        mark = Span(head.article, quote.span.start, quote.span.start + 1)
        said = unnamed(scene, mark, "doubts" if few else "asserts")
        yield Telling(clause, frozenset({clause.index}), (said,), None, clause)


def _denied_subject(scene: Scene, sentence: int, covered: set[int]) -> Iterator[Telling]:
    """Yield the denial of a clause that is the subject of a sentence: "That Chad attacked is denied in Niamey"."""
    span = scene.reading.sentences[sentence].span
    found = THAT_DENIED.match(scene.words(span))
    if found is None:
        return
    said = Span(span.article, span.start + found.start(1), span.start + found.end(1))
    inside = [c for c in scene.clauses(sentence) if said.holds(scene.token_span(c, c.head)) and c.index not in covered]
    if inside:
        cue = Span(span.article, span.start + found.start(2), span.start + found.end(2))
        content = frozenset(c.index for c in inside)
        yield Telling(inside[0], content, (unnamed(scene, cue, "denies"),), None, inside[0])


def _no_part(scene: Scene, clause: Clause) -> Telling | None:
    """Return the telling of who denies a part in an event told as a noun: "denied a role in the attack"."""
    head = scene.token_span(clause, clause.head)
    start = scene.sentence(clause).span.start
    before = scene.article.text[start : head.start] if clause.kind == "noun" else ""
    found = NO_PART.search(before)
    if found is None:
        return None
    cue = Span(head.article, start + found.start(1), start + found.end(1))
    by = scene.clause_at(clause.sentence, cue.start)
    agents = () if by is None else by.agents
    told = tuple(s for p in agents if by for s in named(scene, by, p, "denies", "indirect", cue))
    return Telling(by or clause, frozenset({clause.index}), told or (unnamed(scene, cue, "denies"),), None, None)


def _taken(scene: Scene, clause: Clause) -> Telling | None:
    """Return the telling of who says it was he: "claimed responsibility for the raid", and what hangs from that."""
    tokens = scene.tokens(clause)
    if clause.lemma != "claim" or not any(tokens[p.head].lemma.lower() in TAKEN for p in clause.patients):
        return None
    span = scene.token_span(clause, clause.head)
    told = tuple(s for p in clause.agents for s in named(scene, clause, p, "alleges", "indirect", span))
    inside = frozenset({clause.index, *(c.index for c in scene.below(clause) if c.kind == "noun")})
    return Telling(clause, inside, told or (unnamed(scene, span, "alleges"),), None, None)


def _charged(scene: Scene, clause: Clause) -> Telling | None:
    """Return the telling of whoever is blamed for an event: "blamed Rome for a raid in which its jets hit the port"."""
    above = scene.verbal_parent(clause)
    cue = None if above is None else scene.ontology.cues.says(above.lemma)
    if above is None or cue is None or cue.commitment != "alleges" or not cue.target or above.negated:
        return None
    over = {clause.head, *Grammar(scene.article.id, scene.tokens(clause)).above(clause.head)}
    if not any(o.case in ("for", "of") and o.phrase.head in over for o in above.obliques):
        return None
    span = scene.token_span(above, above.head)
    told = tuple(s for p in above.agents for s in named(scene, above, p, "alleges", "indirect", span))
    return Telling(above, frozenset({clause.index}), told or (unnamed(scene, span, "alleges"),), None, None)


def _denied_noun(scene: Scene, clause: Clause) -> Telling | None:
    """Return the telling of who denies an event told as a noun: "the withdrawal was denied by Chad"."""
    above = scene.parent(clause)
    cue = None if above is None else scene.ontology.cues.says(above.lemma)
    if clause.kind != "noun" or above is None or cue is None or above.negated or cue.commitment != "denies":
        return None
    if cue.nouns or not any(p.head == clause.head for p in above.patients):
        return None
    span = scene.token_span(above, above.head)
    told = tuple(s for p in above.agents for s in named(scene, above, p, "denies", "indirect", span))
    return Telling(above, frozenset({clause.index}), told or (unnamed(scene, span, "denies"),), None, None)


def _before(scene: Scene, clause: Clause, before: str) -> re.Match[str] | None:
    """Return the words before a clause that make an allegation of it, or a denial."""
    if clause.kind == "noun":
        return OF_CLAIMS.search(before)
    head = scene.token_span(clause, clause.head)
    to = SAID_TO.search(before + scene.article.text[clause.span.start : head.start])
    words = scene.words(clause.span).lower()
    if to is None and words.startswith("for "):
        return BLAMING.search(before)
    if to is not None or not words.startswith(("that ", "of ")):
        return to
    return DENYING.search(before) or ALLEGING.search(before)


def _all_hearsay(scene: Scene, sentence: int, covered: set[int]) -> Iterator[Telling]:
    """Yield the allegation that a whole sentence is, by words at its edge: "…, or so it is said"."""
    span = scene.reading.sentences[sentence].span
    clauses = scene.clauses(sentence)
    found = CLOSING.search(scene.words(span)) or OPENING.search(scene.words(span))
    if found is None or not clauses:
        return
    edge = Span(span.article, span.start + found.start(), span.start + found.end())
    inside = frozenset(c.index for c in clauses if not edge.holds(scene.token_span(c, c.head)))
    if inside - covered:
        cue = Span(span.article, span.start + found.start(1), span.start + found.end(1))
        yield Telling(clauses[0], inside, (unnamed(scene, cue, "alleges"),), None, clauses[0])


def _around(scene: Scene, sentence: int, covered: set[int]) -> Iterator[Telling]:
    """Yield the allegation that words set off in the middle make of a clause: "Chad, it is said, attacked"."""
    span = scene.reading.sentences[sentence].span
    found = AROUND.search(scene.words(span))
    if found is None:
        return
    aside = Span(span.article, span.start + found.start(), span.start + found.end())
    cue = Span(span.article, span.start + found.start(1), span.start + found.end(1))
    for clause in scene.clauses(sentence):
        head = scene.token_span(clause, clause.head)
        if clause.kind == "noun" or aside.holds(head) or not clause.whole.holds(aside) or clause.index in covered:
            continue
        inside = frozenset({clause.index, *(c.index for c in scene.below(clause))})
        yield Telling(clause, inside, (unnamed(scene, cue, "alleges"),), None, clause)
        return


def _trailing(scene: Scene, sentence: int, covered: set[int]) -> Iterator[Telling]:
    """Yield the allegation that a sentence closes with: "…, Yerevan alleges." """
    span = scene.reading.sentences[sentence].span
    found = ASIDE.search(scene.words(span))
    if found is None:
        return
    cue = Span(span.article, span.start + found.start(2), span.start + found.end(2))
    inside = [c for c in scene.clauses(sentence) if scene.token_span(c, c.head).start < span.start + found.start()]
    if inside and not covered.issuperset(c.index for c in inside):
        words = Span(span.article, span.start + found.start(1), span.start + found.end(1))
        said = _source(scene, words) or unnamed(scene, cue, "alleges")
        said = replace(said, source=replace(said.source, commitment="alleges", cue=found[2]), cue_span=cue)
        yield Telling(inside[0], frozenset(c.index for c in inside), (said,), None, inside[0])


def _complement(scene: Scene, clause: Clause) -> Clause | None:
    """Return what a word for something said brings with it: "the claim that …", "charges of attacking"."""
    noun = scene.ontology.cues.said(clause.lemma)
    for other in scene.clauses(clause.sentence):
        token = scene.tokens(other)[other.head]
        if refuted.claim(scene, other) != clause.head or other.kind == "noun":
            continue
        if other.marker != "of" or (token.xpos == "VBG" and noun is not None and noun.commitment == "alleges"):
            return other
    return None


def _taken_up(scene: Scene, clause: Clause) -> bool:
    """Say whether a reporting verb takes up the claim, and so tells whose word it is: "denied claims that"."""
    noun = scene.ontology.cues.said(clause.lemma)
    for c in scene.clauses(clause.sentence):
        cue = scene.ontology.cues.says(c.lemma) if c.kind == "verb" else None
        if cue is None or not c.agents or not any(p.head == clause.head for p in c.patients):
            continue
        plain = noun is None or noun.commitment in contested.PLAIN
        if plain or cue.commitment in contested.FAR or not clause.agents or c.lemma in contested.CONFIRMING:
            return True
    return False


def _qualified(scene: Scene, clause: Clause) -> Iterator[Telling]:
    """Yield the telling of an adjective: "the purported visit", "a reported strike"."""
    words = {p.words: p for p in scene.ontology.cues.source_phrases if p.pos == "adjective"}
    for i, token in enumerate(scene.tokens(clause)):
        entry = words.get(token.text.lower())
        if entry is not None and token.head == clause.head and i < clause.head and entry.commitment != "asserts":
            span = scene.token_span(clause, i)
            yield Telling(clause, frozenset({clause.index}), (unnamed(scene, span, entry.commitment),), None, clause)
            return
    yield from _named_so(scene, clause)


def _named_so(scene: Scene, clause: Clause) -> Iterator[Telling]:
    """Yield the telling of what somebody or nobody calls an event: "what Oslo called a raid", "the so-called raid"."""
    head = scene.token_span(clause, clause.head)
    before = scene.article.text[max(scene.sentence(clause).span.start, head.start - REACH) : head.start]
    found = WHAT_CALLED.search(before)
    which = 2 if found is not None else 0
    found = found or SO_CALLED.search(before)
    if found is None:
        return
    start = head.start - len(before)
    words = found[which].rstrip()
    span = Span(head.article, start + found.start(which), start + found.start(which) + len(words))
    by = scene.clause_at(clause.sentence, span.start) if which else None
    told = () if by is None else tuple(s for p in by.agents for s in named(scene, by, p, "alleges", "indirect", span))
    yield Telling(clause, frozenset({clause.index}), told or (unnamed(scene, span, "alleges"),), None, clause)


def headed(scene: Scene, sentence: int) -> Iterator[Telling]:
    """Yield the source that a headline names before a colon or after a dash."""
    span = scene.reading.sentences[sentence].span
    text = scene.words(span)
    clauses = scene.clauses(sentence)
    found = COLON.match(text) or (None if text.endswith((".", "!", "?")) else DASH.search(text))
    if found is None or not clauses:
        return
    start = span.start + found.start(1)
    words = Span(span.article, start, start + len(found[1]))
    addressing = ADDRESSING.match(scene.words(words))
    if addressing is not None:
        words = Span(words.article, words.start, words.start + addressing.end(1))
    said = None if _is_sentence(scene, sentence, words) else _source(scene, words) or _charge(scene, words)
    if said is not None:
        inside = frozenset(c.index for c in clauses if not words.holds(scene.token_span(c, c.head)))
        yield Telling(clauses[0], inside, (said,), None, None)


def _is_sentence(scene: Scene, sentence: int, words: Span) -> bool:
    """Say whether the words before a colon tell something themselves: "Rome sees a plot: …" names no source."""
    tokens = (t for t in scene.reading.sentences[sentence].tokens if words.start <= t.start < words.end)
    return any(t.xpos in ("VBD", "VBZ", "VBP", "MD") for t in tokens)


def _charge(scene: Scene, words: Span) -> Said | None:
    """Return the source of what a word for a claim opens: "The charge: Chad attacked"."""
    last = scene.words(words).lower().split()[-1]
    noun = scene.ontology.cues.said(last) or scene.ontology.cues.said(last.removesuffix("s"))
    far = noun is not None and noun.commitment in contested.FAR
    return unnamed(scene, words, noun.commitment) if noun is not None and far else None


def _source(scene: Scene, words: Span) -> Said | None:
    """Return the source that a few words name: an actor, or officials, sources and the like."""
    mentions = scene.mentions(words)
    actor = mentions[-1].actor if mentions else None
    last = scene.words(words).lower().split()[-1].removesuffix("s")
    noun = scene.ontology.cues.unnamed(last)
    office = last in scene.ontology.actors.nouns("titles") or last in scene.ontology.actors.nouns("nouns")
    if actor is None and noun is None and not office:
        return None
    anonymous = actor is None and noun is not None and noun.anonymous
    source = Source(scene.words(words), actor.id if actor else None, None, "asserts", "indirect", anonymous)
    return Said(source, words, None, actor)
