"""Who says so: the chain of sources for every clause, from the outlet inward."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from dragoman.coding import circumstance, cited, contested, hearsay, refuted, tellers
from dragoman.coding.carried import tells
from dragoman.coding.chain import Chain, Said, Telling, named, unnamed
from dragoman.coding.complements import FINITE, Wording
from dragoman.coding.grammar import Grammar
from dragoman.coding.quoted import Quoted
from dragoman.coding.sayings import beside
from dragoman.coding.scene import Scene
from dragoman.coding.unheard import head_of, unheard
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Phrase, Quote
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
        self.quoted = Quoted(scene)
        self.tellings: dict[int, tuple[Telling, ...]] = {}
        for n in range(len(scene.reading.sentences)):
            if scene.clauses(n):
                told = tuple(_tellings(scene, self.quoted, n))
                told = contested.told(scene, n, refuted.retold(scene, n, cited.within(scene, n, told)))
                told = (*told, *unheard(scene, self.quoted, n, told))
                self.tellings[n] = (*told, *hearsay.left(scene, n, told))
        self.tellings = contested.across(scene, self.tellings)
        for n, more in self._going_on().items():
            self.tellings[n] = (*more, *self.tellings.get(n, ()))
        for n, known in self.tellings.items():
            self.tellings[n] = (*known, *hearsay.in_marks(scene, n, known))

    def quotation(self, telling: Telling) -> tuple[Quote, ...]:
        """Return the quotations that give what is told, those of the sentences it goes on in included."""
        if telling.cue is None or telling.top is None or self._quoted_too(telling):
            return ()
        sentence = self.scene.sentence(telling.by).span
        told = [t for t in self.tellings.get(telling.by.sentence, ()) if t.cue is not None and not self._quoted_too(t)]
        alone = len({t.by.index for t in told}) == 1
        found = [
            q
            for q in self.quoted.touching(sentence)
            if q.span.touches(telling.top.span) or (alone and q.whole and not q.span.touches(telling.by.span))
        ]
        return (*found, *self.quoted.going_on(found[-1])) if found else ()

    def _quoted_too(self, telling: Telling) -> bool:
        """Say whether the word that tells stands within a quotation: a person quoted tells of another's words."""
        return self.quoted.over(self.scene.token_span(telling.by, telling.by.head).start) is not None

    def _going_on(self) -> dict[int, tuple[Telling, ...]]:
        """Return the tellings of the sentences that a quotation fills beside the one its speaker is named in."""
        found: dict[int, tuple[Telling, ...]] = {}
        for n, tellings in self.tellings.items():
            for telling in tellings:
                for quote in self.quotation(telling):
                    for m in self.quoted.sentences(quote):
                        inside = frozenset(c.index for c in self.scene.clauses(m))
                        if m != n and inside and m not in found:
                            found[m] = (Telling(telling.by, inside, telling.sources, telling.cue, None),)
        return found

    def chains(self, clause: Clause) -> tuple[Chain, ...]:
        """Return every chain for a clause: two sources side by side make two, a source within a source makes one."""
        return tuple((self.outlet, *links) for links in product(*(t.sources for t in self.over(clause))))

    def over(self, clause: Clause) -> list[Telling]:
        """Return the tellings whose content a clause is, the outermost first."""
        found = [t for t in self.tellings.get(clause.sentence, ()) if clause.index in t.content]
        return sorted(found, key=lambda t: (-len(t.content), t.inner, t.by.index))

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


def _tellings(scene: Scene, quoted: Quoted, sentence: int) -> Iterator[Telling]:
    yield from hearsay.headed(scene, sentence)
    yield from (t for told in _by_words(scene, quoted, sentence) if (t := _kept_within(scene, quoted, told)).content)


def _kept_within(scene: Scene, quoted: Quoted, told: Telling) -> Telling:
    """Return a telling without what lies outside the quotation it stands in: who is quoted tells nothing beside it."""
    quote = quoted.over(scene.token_span(told.by, told.by.head).start)
    if quote is None or told.cue is None:
        return told
    clauses = scene.clauses(told.by.sentence)
    inside = {c.index for c in clauses if quote.span.holds(scene.token_span(c, c.head))}
    return replace(told, content=told.content & inside)


def _by_words(scene: Scene, quoted: Quoted, sentence: int) -> Iterator[Telling]:
    for clause in scene.clauses(sentence):
        if clause.kind == "noun":
            yield from hearsay.claimed(scene, clause)
            continue
        yield from _spoken(scene, quoted, clause)
        yield from cited.minded(scene, clause)
        yield from cited.phrased(scene, clause)


def _spoken(scene: Scene, quoted: Quoted, clause: Clause) -> Iterator[Telling]:
    """Yield the telling of a reporting verb with content: "the ministry said that …", "…, the agency reported"."""
    cue = refuted.speech(scene, clause)
    if cue is None or not tells(scene, clause) or cited.is_saying(scene, clause):
        return
    if cited.quotes(scene, clause):
        yield from _as_saying(scene, clause, cue)
        return
    top = _content(scene, clause, cue) or (_quoted_beside(scene, quoted, clause) if "quote" in cue.frames else None)
    if top is None:
        yield from _by_place(scene, quoted, clause, cue)
        return
    inside = frozenset(_inside(scene, top, clause))
    commitment = contested.commitment(scene, clause, cue, top)
    sources = tuple(_sources(scene, clause, commitment, directness_of(scene, top, clause)))
    if sources:
        yield Telling(clause, inside, sources, cue, top)


def _as_saying(scene: Scene, clause: Clause, cue: SpeechCue) -> Iterator[Telling]:
    """Yield both tellings of "the agency quoted the minister as saying that …": the agency's, and his within it."""
    saying = cited.saying(scene, clause)
    inner = None if saying is None else refuted.speech(scene, saying)
    if saying is None or inner is None:
        return
    top = _content(scene, saying, inner) or _content(scene, clause, cue)
    if top is None or top is saying:
        return
    inside = frozenset(i for i in _inside(scene, top, saying) if i != clause.index)
    inside = frozenset(i for i in inside if i != saying.index)
    verb, outer = scene.token_span(saying, saying.head), scene.token_span(clause, clause.head)
    far = contested.commitment(scene, saying, inner, top)
    quoting = tuple(
        s for p in cited.quoters(clause, saying) for s in named(scene, clause, p, "reports", "indirect", outer)
    )
    if quoting:
        yield Telling(clause, inside | {saying.index}, quoting, None, top)
    directness = directness_of(scene, top, saying)
    quoted = tuple(s for p in clause.patients for s in named(scene, clause, p, far, directness, verb))
    if quoted:
        yield Telling(saying, inside, quoted, inner, top, clause.patients[0])


def _by_place(scene: Scene, quoted: Quoted, clause: Clause, cue: SpeechCue) -> Iterator[Telling]:
    """Yield the telling of a reporting verb whose content and speaker the parse hides, from where the words stand."""
    if clause.negated or clause.voice == "passive" or not {"that", "quote"} <= set(cue.frames):
        return
    g = Grammar(scene.article.id, scene.tokens(clause))
    told = Wording(clause.lemma, frozenset(cue.frames), frozenset(), speech=True)
    source = tellers.source(quoted, g, clause.head, told)
    finite = g.tokens[clause.head].xpos in FINITE and quoted.over(g.word(clause.head).start) is None
    spans = g.runs(beside(g, clause.head, source)) if source is not None and finite else ()
    said = [c for c in scene.clauses(clause.sentence) if c is not clause and _stands_in(scene, c, spans)]
    top = next((c for c in said if c.kind != "noun"), None)
    if top is None or source is None:
        return
    speaker = Phrase(head_of(g, source), source, scene.words(source))
    directness = directness_of(scene, top, clause)
    sources = tuple(named(scene, clause, speaker, cue.commitment, directness, g.word(clause.head)))
    yield Telling(clause, frozenset(c.index for c in said), sources, cue, top, speaker)


def _stands_in(scene: Scene, clause: Clause, spans: tuple[Span, ...]) -> bool:
    return any(s.holds(scene.token_span(clause, clause.head)) for s in spans)


def _content(scene: Scene, clause: Clause, cue: SpeechCue) -> Clause | None:
    """Return the clause that is said: a complement, or the clause a reporting aside hangs from."""
    wanted = {"that", "wh", "quote"} & set(cue.frames)
    for child in scene.children(clause):
        passive = clause.voice == "passive" and child.relation == "csubj:pass"  # "it was denied that"
        if wanted and (child.relation == "ccomp" or passive):
            return child
        urged = child.relation == "advcl" and child.marker == "to" and bool(clause.patients) and cue.addressee
        if "infinitive" in cue.frames and (_infinitive(clause, child) or urged):
            if not cue.verbs or child.lemma in cue.verbs:
                return child
            continue
        if (
            "gerund" in cue.frames
            and child.tense == "none"
            and child.relation in ("advcl", "acl", "xcomp")
            and child.marker in (cue.prepositions or (None,))
        ):
            return child
    hidden = _hung_from_hearer(scene, clause) if wanted and cue.addressee else None
    if hidden is not None:
        return hidden
    told = _told_by_noun(scene, clause)
    if told is not None and "object" in cue.frames:
        return told
    if not wanted:
        return None
    above = scene.verbal_parent(clause)
    object_of_it = cue.commitment == "denies" and clause.patients  # "it denies nothing" is no aside
    if above is not None and (circumstance.is_aside(clause) or _set_aside(scene, clause)) and not object_of_it:
        return above
    beside = [c for c in scene.children(clause) if c.relation == "parataxis" and _quoted(scene, c)]
    return beside[0] if beside else None


def _hung_from_hearer(scene: Scene, clause: Clause) -> Clause | None:
    """Return a clause that is said and that the parse took to be about the hearer: "told aides Oslo would pay"."""
    tokens = scene.tokens(clause)
    heads = {p.head for p in (*clause.patients, *clause.recipients)}
    for child in scene.children(clause):
        at = tokens[child.head].head
        relative = any(t.xpos in ("WP", "WDT") and t.text.lower() != "that" and t.head == child.head for t in tokens)
        own = [i for i, t in enumerate(tokens) if t.head == child.head and t.dep.startswith("nsubj")]
        if child.relation == "acl:relcl" and at in heads and own and not relative and min(own) > at:
            return child
    return None


def _set_aside(scene: Scene, clause: Clause) -> bool:
    """Say whether a reporting clause stands between commas or last, however the parse joined it: "A, Oslo said, and B".

    Only one that says nothing itself: after its words the sentence ends, or a comma follows.
    """
    finite = clause.tense in ("past", "present") and clause.marker is None and clause.agents
    if not finite or clause.relation not in ("advcl:relcl", "conj", "dep", "acl:relcl"):
        return False
    sentence = scene.sentence(clause).span
    before = scene.article.text[sentence.start : clause.span.start].rstrip()
    after = scene.article.text[clause.span.end : sentence.end].lstrip()
    subject = clause.agents[0].span
    return before.endswith((",", ",”", ',"')) and after[:1] in ("", ".", ",") and clause.span.holds(subject)


def _quoted_beside(scene: Scene, quoted: Quoted, clause: Clause) -> Clause | None:
    """Return the outermost clause of a quotation beside a reporting verb that the parse did not hang from it."""
    verb = scene.token_span(clause, clause.head)
    if quoted.over(verb.start) is not None or not clause.agents:
        return None
    others = [c for c in scene.clauses(clause.sentence) if c is not clause and c.kind == "verb"]
    speaking = [c for c in others if scene.ontology.cues.says(c.lemma) and _outside(scene, quoted, c)]
    if speaking:
        return None
    inside = [c for c in scene.clauses(clause.sentence) if c.kind != "noun" and not _outside(scene, quoted, c)]
    return next((c for c in inside if any(q.whole for q in quoted.touching(c.span))), None)


def _outside(scene: Scene, quoted: Quoted, clause: Clause) -> bool:
    return quoted.over(scene.token_span(clause, clause.head).start) is None


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
