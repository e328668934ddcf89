"""Who says so: the chain of sources for every clause, from the outlet inward."""

from collections.abc import Iterator
from itertools import product

from dragoman.coding import circumstance, contested, hearsay, refuted
from dragoman.coding.chain import Chain, Said, Telling, named, unnamed
from dragoman.coding.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Quote
from dragoman.model.report import Source
from dragoman.model.terms import Commitment, Directness
from dragoman.model.text import Span
from dragoman.ontology.cue import SpeechCue

COMPLEMENTS = ("ccomp", "xcomp")


class Attribution:
    """The chains of all clauses of an article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.outlet = _outlet(scene)
        self.tellings: dict[int, tuple[Telling, ...]] = {}
        for n in range(len(scene.reading.sentences)):
            if scene.clauses(n):
                told = tuple(_tellings(scene, n)) or tuple(self._continued(n))
                told = contested.told(scene, n, refuted.retold(scene, n, told))
                self.tellings[n] = (*told, *hearsay.left(scene, n, told))

        self.tellings = contested.across(scene, self.tellings)

    def _continued(self, sentence: int) -> Iterator[Telling]:
        """Yield the telling that a sentence of nothing but quoted words goes on with; its speaker spoke before."""
        here = self.scene.reading.sentences[sentence]
        before = self.scene.reading.sentences[sentence - 1] if sentence else None
        if before is None or before.paragraph != here.paragraph or not quoted_whole(self.scene, here.span):
            return
        spoken = [t for t in self.tellings.get(sentence - 1, ()) if t.cue is not None and len(t.sources) == 1]
        if len(spoken) == 1 and spoken[0].sources[0].source.directness == "direct":
            inside = frozenset(c.index for c in self.scene.clauses(sentence))
            yield Telling(spoken[0].by, inside, spoken[0].sources, spoken[0].cue, None)

    def chains(self, clause: Clause) -> tuple[Chain, ...]:
        """Return every chain for a clause: two sources side by side make two, a source within a source makes one."""
        return tuple((self.outlet, *links) for links in product(*(t.sources for t in self.over(clause))))

    def over(self, clause: Clause) -> list[Telling]:
        """Return the tellings whose content a clause is, the outermost first."""
        found = [t for t in self.tellings.get(clause.sentence, ()) if clause.index in t.content]
        return sorted(found, key=lambda t: (-len(t.content), t.by.index))

    def telling(self, clause: Clause) -> Telling | None:
        """Return what a reporting clause tells, None when ``clause`` is none."""
        return next((t for t in self.tellings.get(clause.sentence, ()) if t.by is clause and t.cue is not None), None)


def _outlet(scene: Scene) -> Said:
    name = scene.article.outlet or "the outlet"
    actor = (
        Actor(id=f"outlet/{slug(name)}", name=name, kind="outlet", sector=("JRN",)) if scene.article.outlet else None
    )
    source = Source(name, actor.id if actor else None, None, "asserts", None, anonymous=False)
    return Said(source, None, None, actor)


def slug(name: str) -> str:
    """Return a name as it stands in an id: lower case, words joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def _tellings(scene: Scene, sentence: int) -> Iterator[Telling]:
    yield from hearsay.headed(scene, sentence)
    for clause in scene.clauses(sentence):
        if clause.kind == "noun":
            yield from hearsay.claimed(scene, clause)
            continue
        yield from _spoken(scene, clause)
        yield from _phrased(scene, clause)


def _spoken(scene: Scene, clause: Clause) -> Iterator[Telling]:
    """Yield the telling of a reporting verb with content: "the ministry said that …", "…, the agency reported"."""
    cue = refuted.speech(scene, clause)
    if cue is None:
        return
    top = _content(scene, clause, cue)
    if top is None:
        return
    inside = frozenset(_inside(scene, top, clause))
    commitment = contested.commitment(scene, clause, cue, top)
    sources = tuple(_sources(scene, clause, commitment, directness_of(scene, top, clause)))
    if sources:
        yield Telling(clause, inside, sources, cue, top)


def _content(scene: Scene, clause: Clause, cue: SpeechCue) -> Clause | None:
    """Return the clause that is said: a complement, or the clause a reporting aside hangs from."""
    wanted = {"that", "wh", "quote"} & set(cue.frames)
    for child in scene.children(clause):
        passive = clause.voice == "passive" and child.relation == "csubj:pass"  # "it was denied that"
        if wanted and (child.relation == "ccomp" or passive):
            return child
        if "infinitive" in cue.frames and _infinitive(clause, child) and (not cue.verbs or child.lemma in cue.verbs):
            return child
        if (
            "gerund" in cue.frames
            and child.tense == "none"
            and child.relation in ("advcl", "acl", "xcomp")
            and child.marker in (cue.prepositions or (None,))
        ):
            return child
    told = _told_by_noun(scene, clause)
    if told is not None and "object" in cue.frames:
        return told
    if not wanted:
        return None
    above = scene.verbal_parent(clause)
    object_of_it = cue.commitment == "denies" and clause.patients  # "it denies nothing" is no aside
    if circumstance.is_aside(clause) and above is not None and not object_of_it:
        return above
    beside = [c for c in scene.children(clause) if c.relation == "parataxis" and _quoted(scene, c)]
    return beside[0] if beside else None


def _infinitive(clause: Clause, child: Clause) -> bool:
    """Say whether a clause is the infinitive of what is said: "claimed to hold", "is alleged to have paid"."""
    return child.relation == "xcomp" or (
        clause.voice == "passive" and child.relation == "advcl" and child.marker == "to"
    )


def _told_by_noun(scene: Scene, clause: Clause) -> Clause | None:
    """Return the clause that a word for something said brings with it: "denied reports that Chad had fallen"."""
    heads = {p.head for p in clause.patients}
    nouns = {h for h in heads if scene.ontology.cues.said(scene.tokens(clause)[h].lemma.lower())}
    inside = scene.clauses(clause.sentence)
    found = (c for c in inside if (refuted.claim(scene, c) or refuted.of_participle(scene, c)) in nouns)
    return next(found, None)


def _inside(scene: Scene, top: Clause, teller: Clause) -> Iterator[int]:
    # what hangs from the teller itself is not told by it
    yield top.index
    for child in scene.children(top):
        if child is not teller:
            yield from _inside(scene, child, teller)


def directness_of(scene: Scene, content: Clause, teller: Clause) -> Directness:
    """Say how directly words are given: all within quotation marks, some of them, or none."""
    span = content.span
    touching = [q for q in scene.quotes(span) if not q.span.touches(scene.token_span(teller, teller.head))]
    if not touching:
        return "indirect"
    return "direct" if any(_covers(q, span) for q in touching) else "partial"


def _covers(quote: Quote, span: Span) -> bool:
    # the clause may keep the marks or a comma at its edges
    return quote.span.start <= span.start + 1 and span.end - 2 <= quote.span.end


def quoted_whole(scene: Scene, span: Span) -> bool:
    """Say whether a sentence stands within quotation marks from its first word to its last."""
    return any(q.span.start <= span.start and span.end <= q.span.end + 1 for q in scene.quotes(span))


def _quoted(scene: Scene, clause: Clause) -> bool:
    return any(q.whole for q in scene.quotes(clause.span))


def _sources(scene: Scene, clause: Clause, commitment: Commitment, directness: Directness) -> Iterator[Said]:
    span = scene.token_span(clause, clause.head)
    phrases = clause.agents
    for phrase in phrases:
        yield from named(scene, clause, phrase, commitment, directness, span)
    if not phrases and clause.voice == "passive":
        source = Source("not named", None, scene.words(span), commitment, directness, anonymous=True)
        yield Said(source, None, span)
    elif not phrases and commitment in contested.FAR:
        yield unnamed(scene, span, commitment)  # a parse that hides who denies must not make a fact of it


def _phrased(scene: Scene, clause: Clause) -> Iterator[Telling]:
    """Yield tellings without a verb: "according to the ministry", "reportedly"."""
    phrases = scene.source_phrases
    content = frozenset({clause.index, *(c.index for c in scene.below(clause))})
    for oblique in clause.obliques:
        entry = phrases.get(oblique.case)
        if entry is not None and entry.names_source:
            cue = Span(
                scene.article.id,
                max(0, oblique.phrase.span.start - len(oblique.case) - 1),
                oblique.phrase.span.start - 1,
            )
            said = tuple(named(scene, clause, oblique.phrase, entry.commitment, "indirect", cue))
            yield Telling(clause, content, said, None, clause)
    for i, token in enumerate(scene.tokens(clause)):
        entry = phrases.get(token.text.lower()) if token.upos == "ADV" and token.head == clause.head else None
        if entry is None or entry.names_source:
            continue
        span = scene.token_span(clause, i)
        source = Source("not named", None, token.text, entry.commitment, "indirect", anonymous=True)
        yield Telling(clause, content, (Said(source, None, span),), None, clause)
