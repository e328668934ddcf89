"""Claims called untrue: "reports that Chad signed are false", "dismissed as fiction the idea that", "no truth to"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.coding.chain import Said, Telling, named
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase, Token
from dragoman.model.text import Span
from dragoman.ontology.cue import SpeechCue

LED = re.compile(r"^(?:that |but |yet |and |[“\"'‘]|[^“]{0,40}: )*")
UNTRUE = frozenset({
    "false", "untrue", "wrong", "lie", "fiction", "baseless", "nonsense", "fabrication", "myth", "hoax", "falsehood",
    "groundless", "unfounded", "fabricated", "fabricate", "absurd", "ridiculous", "invention", "slander", "libel",
    "fake", "bogus", "rubbish", "tale", "fantasy", "propaganda", "disinformation", "incorrect", "inaccurate",
    "malicious", "invented", "concocted", "farcical", "ludicrous", "preposterous", "smear", "garbage", "rumour",
    "rumor", "provocation",
})  # fmt: skip
TRUTH = frozenset({"truth", "substance", "basis", "foundation", "merit", "question"})
CALLING = frozenset({
    "call", "describe", "brand", "label", "dismiss", "term", "characterize", "characterise", "reject", "denounce",
    "slam", "deem", "deride", "decry", "blast", "condemn", "deny",
})  # fmt: skip
# what one takes or pours that makes a denial of what follows: "took exception to the claim that"
AGAINST = frozenset({"exception", "issue", "scorn", "water", "objection"})


@dataclass(frozen=True, slots=True)
class Refutation:
    """A clause that calls another untrue."""

    content: Clause  # what is called untrue
    by: Clause
    agents: tuple[Phrase, ...]  # who calls it so; empty where the clause that does has no doer
    cue: Span


@lru_cache(maxsize=64)  # every clause of a sentence is asked about, some of them for each clause below
def refutations(scene: Scene, sentence: int) -> tuple[Refutation, ...]:
    """Return what a sentence calls untrue."""
    clauses = scene.clauses(sentence)
    claims = [(content, claim(scene, content)) for content in clauses]
    told = (
        _told_untrue(scene, clause, content, noun)
        for clause in clauses
        if clause.kind != "noun"
        for content, noun in claims
        if content is not clause
    )
    return tuple(one for one in told if one is not None)


def of(scene: Scene, clause: Clause) -> Refutation | None:
    """Return what calls a clause untrue, None where nothing does."""
    return next((r for r in refutations(scene, clause.sentence) if r.content is clause), None)


def claim(scene: Scene, content: Clause) -> int | None:
    """Return the word for something said that a clause is the content of: "report" in "the report that Chad signed"."""
    if content.kind != "noun" and (bare := _bare(scene, content)) is not None:
        return bare
    if content.kind == "noun" or not content.relation.startswith(("acl", "ccomp", "advcl")):
        return None
    tokens = scene.tokens(content)
    above = tokens[content.head].head
    if content.marker not in ("that", "of") and not lacks_nothing(scene, content):
        return None
    if _says(scene, tokens[above]) and above != content.head:
        return above
    if content.relation == "ccomp" and (light := _light(scene, content)) is not None:
        return light
    before = [i for i in range(content.head) if _says(scene, tokens[i])]
    opened = next((i for i, t in enumerate(tokens) if t.start >= content.span.start), 0)
    beside = bool(before) and scene.article.text[tokens[before[-1]].end : tokens[opened].start].strip() in ("", ",")
    return before[-1] if beside and content.marker == "that" and opened > before[-1] else None


def _bare(scene: Scene, content: Clause) -> int | None:
    """Return the word for a claim right before a clause without "that": "denied reports it had signed"."""
    if content.marker is not None or content.tense not in ("past", "present", "future") or not content.agents:
        return None
    tokens = scene.tokens(content)
    opened = next((i for i, t in enumerate(tokens) if t.start >= content.span.start), 0)
    own = any(opened <= p.head < content.head for p in content.agents)
    if not own or not opened or not _says(scene, tokens[opened - 1]) or content.head == opened - 1:
        return None
    noun = scene.ontology.cues.said(tokens[opened - 1].lemma.lower())
    return opened - 1 if noun is not None and noun.commitment != "asserts" else None


def of_participle(scene: Scene, content: Clause) -> int | None:
    """Return the word whose participle tells a clause: "report" in "a report saying that Chad attacked"."""
    parent = scene.parent(content)
    if parent is None or content.relation != "ccomp" or parent.relation not in ("acl", "acl:relcl", "advcl"):
        return None
    tokens = scene.tokens(parent)
    before = tokens[parent.head - 1] if parent.head else None
    saying = tokens[parent.head].xpos == "VBG" or (before is not None and before.xpos in ("WDT", "WP"))
    at = parent.head - 1 - (before is not None and before.xpos in ("WDT", "WP"))
    return at if saying and at >= 0 and _says(scene, tokens[at]) else None


def speech(scene: Scene, clause: Clause) -> SpeechCue | None:
    """Return the reporting verb of a clause, with the word behind it where the parser took a particle for an adverb."""
    tokens = scene.tokens(clause)
    behind = tokens[clause.head + 1] if clause.head + 1 < len(tokens) else None
    with_it = None
    if behind is not None and behind.head == clause.head and behind.upos in ("ADV", "ADP"):
        with_it = scene.ontology.cues.says(f"{clause.lemma} {behind.text.lower()}")
    return with_it or scene.ontology.cues.says(clause.lemma)


def _light(scene: Scene, content: Clause) -> int | None:
    """Return the word for something said that a verb only carries: "issued a denial on Monday that"."""
    parent = scene.parent(content)
    if parent is None or content.marker != "that" or parent.kind != "verb":
        return None
    heads = [p.head for p in parent.patients if p.head < content.head]
    return next((h for h in heads if _says(scene, scene.tokens(content)[h])), None)


def _says(scene: Scene, token: Token) -> bool:
    """Say whether a word is a noun for something said."""
    return token.upos in ("NOUN", "PROPN") and scene.ontology.cues.said(token.lemma.lower()) is not None


def lacks_nothing(scene: Scene, content: Clause) -> bool:
    """Say whether a clause opens with "that" and lacks nothing: the parser took a claim's content for a relative."""
    if not content.relation.startswith("acl") or not scene.words(content.whole).lower().startswith("that "):
        return False
    speech = scene.ontology.cues.says(content.lemma)
    return speech is None or speech.commitment != "denies"


def _told_untrue(scene: Scene, clause: Clause, content: Clause, noun: int | None) -> Refutation | None:
    head = scene.token_span(clause, clause.head)
    if clause.kind == "copula" and _untrue(clause):
        subject = noun is not None and any(p.head == noun for p in clause.agents)
        subject = subject or (content.relation.startswith("csubj") and content.parent == clause.index)
        if subject or _extraposed(scene, clause, content):
            return Refutation(content, clause, (), head)
    if noun is not None and content.parent is not None and scene.tokens(content)[noun].lemma.lower() in UNTRUE:
        calls = content.parent == clause.index or scene.clauses(clause.sentence)[content.parent].parent == clause.index
        if calls and not clause.negated and clause.kind == "verb" and clause.lemma in CALLING:
            return Refutation(content, clause, clause.agents, head)  # "called it a lie that Chad attacked"
    if noun is None or clause.negated != _no_truth(scene, clause):
        return None
    if _no_truth(scene, clause) and content.head > clause.head:
        return Refutation(content, clause, (), head)
    taken = noun in {p.head for p in (*clause.patients, *(o.phrase for o in clause.obliques))}
    if taken and (_calls_untrue(scene, clause) or _against(scene, clause)):
        return Refutation(content, clause, clause.agents, head)
    return None


def _untrue(clause: Clause) -> bool:
    return (clause.lemma in UNTRUE and not clause.negated) or (
        clause.lemma in ("true", "correct", "case", "so", "right") and clause.negated
    )


def _extraposed(scene: Scene, clause: Clause, content: Clause) -> bool:
    """Say whether "it" stands for a clause that follows: "it is false that Togo signed"."""
    words = LED.sub("", scene.words(clause.whole).lower())
    follows = content.marker == "that" and content.relation in ("ccomp", "csubj", "xcomp", "acl", "advcl")
    near = content.parent in (clause.index, clause.parent)
    return words.startswith("it ") and follows and near and content.head > clause.head


def _no_truth(scene: Scene, clause: Clause) -> bool:
    tokens = scene.tokens(clause)
    return clause.lemma in ("be", "have", "see", "find") and any(
        tokens[p.head].lemma.lower() in TRUTH for p in (*clause.agents, *clause.patients)
    )


def _calls_untrue(scene: Scene, clause: Clause) -> bool:
    behind = scene.tokens(clause)[clause.head + 1 :]
    return clause.lemma in CALLING and any(t.lemma.lower() in UNTRUE or t.text.lower() in UNTRUE for t in behind)


def _against(scene: Scene, clause: Clause) -> bool:
    tokens = scene.tokens(clause)
    return any(tokens[p.head].lemma.lower() in AGAINST for p in clause.patients)


def retold(scene: Scene, sentence: int, told: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """Return the tellings of a sentence with those added that call something untrue.

    Who says that a claim is false denies it: the claim is no longer what he says.
    """
    for refutation in refutations(scene, sentence):
        content = frozenset({refutation.content.index, *(c.index for c in scene.below(refutation.content))})
        if any(t.sources[0].source.commitment == "denies" and t.content >= content for t in told):
            continue
        over = [t for t in told if refutation.by.index in t.content or t.by is refutation.by]
        sources = tuple(_deniers(scene, refutation)) or tuple(s for t in over[-1:] for s in t.sources)
        if not sources:
            told = tuple(t for t in told if not _claims(t, content))  # the outlet itself says that it is not so
            continue
        denying = tuple(_denying(s) for s in sources)
        top = over[-1] if over else None
        kept = (replace(t, content=t.content - content) if t is top or _claims(t, content) else t for t in told)
        told = (*kept, Telling(refutation.by, content, denying, None, refutation.content))
    return told


def _claims(telling: Telling, content: frozenset[int]) -> bool:
    """Say whether a telling is the claim itself, told by nobody: who denies it is the one to be named."""
    return telling.content <= content and all(s.source.source == "not named" for s in telling.sources)


def _denying(said: Said) -> Said:
    return replace(said, source=replace(said.source, commitment="denies"))


def _deniers(scene: Scene, refutation: Refutation) -> Iterator[Said]:
    for phrase in refutation.agents:
        yield from named(scene, refutation.by, phrase, "denies", "indirect", refutation.cue)
