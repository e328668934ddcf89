"""Provisions: what an instrument holds, permits, forbids or leaves out, told with the instrument as subject."""

from collections.abc import Iterator

from dragoman.coding import who
from dragoman.coding.drafts import Draft, Filled, Held
from dragoman.coding.instruments import GENERAL_KIND, instrument, is_pointer, pointed, salient
from dragoman.coding.provided import under
from dragoman.coding.scene import Scene
from dragoman.coding.sectors import sectors
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Instrument, ProvisionContent
from dragoman.model.terms import Obligation
from dragoman.model.text import Span
from dragoman.ontology.cue import ProvisionCue

# what no person or state is likely to do when the sentence before names an instrument
BINDING = frozenset({
    "prohibit", "forbid", "ban", "bar", "permit", "oblige", "obligate", "commit", "guarantee", "stipulate", "exempt",
    "mandate", "foresee", "envisage", "authorise", "authorize", "entitle",
})  # fmt: skip


# what an instrument is said to mean for somebody, which is a judgement of it and nothing it holds
JUDGED = frozenset({
    "leverage", "lifeline", "ally", "chapter", "boost", "edge", "hope", "chance", "opportunity", "momentum",
    "signal", "message", "credibility", "foothold", "victory", "win", "blow", "milestone", "test", "doubt",
    "fear", "concern", "step", "breakthrough", "turning", "era", "challenge", "risk", "threat", "headache",
    "criticism", "anger", "pressure", "light", "alarm", "uncertainty", "stability", "peace", "prosperity",
    "trust", "confidence", "shift", "deadlock", "war", "conflict", "crisis", "impasse", "row", "uproar",
})  # fmt: skip


def provisions(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for everything that a clause says an instrument holds or leaves out."""
    for clause in scene.reading.clauses:
        yield from under(scene, clause)
        cue = _cue(scene, clause)
        if cue is None:
            continue
        obligation = cue.negated if clause.negated else cue.obligation
        what = _subject(scene, clause)
        if obligation is None or what is None or _within_another(scene, clause):
            continue
        for n, (words, head_clause) in enumerate(_held(scene, clause, cue)):
            yield _draft(scene, clause, cue, obligation=obligation, what=what, words=words, inner=head_clause, number=n)


def _cue(scene: Scene, clause: Clause) -> ProvisionCue | None:
    """Return what the predicate says of an instrument; "stops short" is found with its adverb."""
    if clause.kind == "noun":
        return None
    cues = scene.ontology.cues
    idioms = (
        *_beside(scene, clause),
        *(p.text.lower() for p in clause.patients),
        *(_short(scene, p, clause) for p in clause.patients),
    )
    longer = (cues.provides(f"{clause.lemma} {word}") for word in idioms)
    return next((c for c in longer if c), None) or cues.provides(clause.lemma)


def _beside(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return the adverbs and bare adjectives of a predicate: "short" of "stops short"."""
    tokens = scene.tokens(clause)
    return tuple(t.text.lower() for t in tokens if t.head == clause.head and t.dep in ("advmod", "xcomp", "obl"))


def _short(scene: Scene, phrase: Phrase, clause: Clause) -> str:
    """Return a noun with its article alone, as idioms have it: "the groundwork" of "the groundwork for closer ties"."""
    tokens = scene.tokens(clause)
    article = next((t.text.lower() for t in tokens if t.head == phrase.head and t.dep == "det"), "")
    return f"{article} {tokens[phrase.head].text.lower()}".strip()


def _within_another(scene: Scene, clause: Clause) -> bool:
    """Say whether the clause is itself what another leaves out or permits: "stops short of establishing a fund"."""
    above = scene.verbal_parent(clause)
    if above is None or clause.relation in ("conj", "acl:relcl", "parataxis"):
        return False
    governed = clause.relation in ("xcomp", "ccomp", "advcl") and clause.marker in ("of", "to", "from", "for", None)
    return governed and _cue(scene, above) is not None and clause.tense == "none"


Subject = tuple[Phrase, Instrument]


def _subject(scene: Scene, clause: Clause) -> Subject | None:
    """Return the instrument that is the clause's subject; "it" is the instrument told last as a subject before."""
    for phrase in clause.agents or (clause.patients if clause.kind == "copula" else ()):
        found = instrument(scene, clause, phrase)
        if found is not None:
            return phrase, found
        if is_pointer(scene, clause, phrase):
            return _pointed_at(scene, clause, phrase)
    return None


def _pointed_at(scene: Scene, clause: Clause, pronoun: Phrase) -> Subject | None:
    """Return the instrument "it" stands for: the one it was found to mean, else the last one told as a subject."""
    found = pointed(scene, clause, pronoun)
    if found is not None:
        return pronoun, found
    for sentence in (clause.sentence, clause.sentence - 1):
        for other in scene.clauses(sentence) if sentence >= 0 else ():
            if (
                other is clause
                or other.kind == "noun"
                or (other.parent is not None and other.relation not in ("advcl", "root"))
            ):
                continue
            subjects = other.agents if other.voice == "active" else other.patients
            for phrase in subjects:
                found = instrument(scene, other, phrase)
                if found is not None and not pronoun.span.touches(phrase.span):
                    return phrase, found
    # "It prohibits the deployment of": what forbids and requires is an instrument, where one was named right before
    near = clause.lemma in BINDING and salient(scene, pronoun.span.start)
    return (pronoun, Instrument(None, GENERAL_KIND)) if near else None


Held_ = tuple[Span, Clause | None]


def _held(scene: Scene, clause: Clause, cue: ProvisionCue) -> Iterator[Held_]:
    """Yield the words of each thing held: the clause that says it, or coordinated objects one by one."""
    told = [c for c in scene.children(clause) if c.kind == "verb" and _takes(cue, c)]
    if told:
        yield from ((_with_doer(scene, clause, child), child) for child in told)
        return
    for phrase in _objects(clause, cue) if "object" in cue.complement else ():
        # "the treaty includes a protocol" names another instrument; "constitutes no alliance treaty" leaves one out
        if _is_judgement(scene, clause, cue, phrase):
            continue
        if instrument(scene, clause, phrase) is None or cue.obligation == "excluded" or clause.negated:
            yield phrase.span, None


def _is_judgement(scene: Scene, clause: Clause, cue: ProvisionCue, phrase: Phrase) -> bool:
    """Say whether words tell what an instrument means for somebody: "gives Moscow leverage", "opens a new chapter"."""
    return cue.obligation in ("included", "permitted") and scene.tokens(clause)[phrase.head].lemma.lower() in JUDGED


def _with_doer(scene: Scene, clause: Clause, child: Clause) -> Span:
    """Return the words of what somebody is to do, with who: "inspectors to visit two bases"."""
    start = next((p.span.start for p in clause.patients if p.head < child.head), child.span.start)
    start = min(start, child.span.start)
    if start <= scene.token_span(clause, clause.head).end:
        start = child.span.start
    return Span(child.span.article, start, child.span.end)


def _objects(clause: Clause, cue: ProvisionCue) -> tuple[Phrase, ...]:
    if cue.prepositions:
        hung = tuple(o.phrase for o in clause.obliques if o.case in cue.prepositions)
        if hung:
            return hung
    return clause.patients if not cue.prepositions or clause.kind == "verb" else ()


def _takes(cue: ProvisionCue, child: Clause) -> bool:
    """Say whether a clause is what the word takes: "of establishing" after "stops short", "to visit" after "allows"."""
    if child.relation in ("xcomp", "advcl", "acl") and child.marker in cue.prepositions and "gerund" in cue.complement:
        return True
    if child.relation == "ccomp":
        return bool({"that", "infinitive"} & set(cue.complement))
    if child.relation == "advcl" and child.marker is None:
        return False
    bare = child.relation in ("xcomp", "advcl") and child.tense == "none" and child.marker in (None, "to")
    return bare and bool({"infinitive", "gerund"} & set(cue.complement))


def _draft(
    scene: Scene, clause: Clause, cue: ProvisionCue, *,
    obligation: Obligation, what: Subject, words: Span, inner: Clause | None, number: int,
) -> Draft:  # fmt: skip
    phrase, told = what
    words = _without_marker(scene, words, inner)
    if inner is not None and inner.negated and obligation == "included":
        obligation = "forbidden"  # "commits both not to arm rebels"
    text = scene.words(words)
    roles = [Filled("object", None, phrase.text, phrase.span), *_bound(scene, inner)]
    evidence = [("provision.text", words), ("provision.obligation", scene.token_span(clause, clause.head))]
    if clause.negation is not None:
        evidence.append(("provision.obligation", clause.negation))
    return Draft(
        kind="provision",
        content=ProvisionContent(obligation, sectors(scene, text, told), text, told),
        roles=tuple(roles),
        clause=clause,
        span=clause.span,
        rule=f"provisions/{obligation}/{cue.lemma}",
        evidence=tuple(evidence),
        # what an instrument does not hold is told by ``obligation``; the clause's "not" is spent on it
        held=Held(),
        key=f"provision@{clause.sentence}.{clause.index}.{number}",
    )


def _without_marker(scene: Scene, words: Span, inner: Clause | None) -> Span:
    """Leave out the "of" or "to" that opens the clause of what is held."""
    if inner is None or inner.marker is None:
        return words
    text = scene.words(words)
    opened = inner.marker + " "
    return Span(words.article, words.start + len(opened), words.end) if text.lower().startswith(opened) else words


def _bound(scene: Scene, inner: Clause | None) -> Iterator[Filled]:
    """Yield the parties whom the provision binds, where the words name them: "committing the two countries to …"."""
    if inner is not None:
        yield from who.parties(scene, inner, inner.patients)
