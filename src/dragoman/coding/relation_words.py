"""How the words of a relation stand in their sentence, and what fills the places around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.phrases import hanging, joined, phrase_at
from dragoman.coding.scene import Scene
from dragoman.coding.stance import ASPECT
from dragoman.model.reading import Clause, Mention, Oblique, Phrase, Token
from dragoman.model.text import Span

BEFORE = frozenset({"nmod:poss", "compound", "amod", "flat", "conj", "nmod:desc", "nmod:unmarked"})
HYPHENS = frozenset({"-", "–", "‑"})
RELATIVES = frozenset({"which", "that", "whom"})
KIND_OF_STATE = frozenset({"state", "states", "country", "countries", "nation", "nations", "government"})


@dataclass(frozen=True, slots=True)
class Standing:
    """One way to take a word of a relation: how it stands, the clause that carries it, and its places."""

    clause: Clause
    head: int  # the token of the word
    how: str  # "verb", "is", "apposition", "told", a verb, a preposition, or a verb with a preposition
    places: tuple[tuple[str, Phrase], ...]  # in the order they are to be tried

    def phrases(self, place: str) -> tuple[Phrase, ...]:
        """Return the phrases at one place."""
        return tuple(phrase for name, phrase in self.places if name == place)


def of_verb(scene: Scene, clause: Clause) -> Standing:
    """Return the places of a verb, its voice undone."""
    places = [
        *(("subject", p) for p in _doers(scene, clause)),
        *(("object", _antecedent(scene, clause, p)) for p in clause.patients),
        *(("object's", own) for p in clause.patients for _, own in owners(scene, clause.sentence, p.head)),
        *(("indirect", p) for p in clause.recipients),
        *((o.case, o.phrase) for o in clause.obliques),
    ]
    return Standing(clause, clause.head, "verb", tuple(places))


def _doers(scene: Scene, clause: Clause) -> tuple[Phrase, ...]:
    """Return who does it, also where the parser hung "by Gabon" from another noun, or took the verb for a name."""
    agents = clause.agents or _opening_name(scene, clause)
    if not agents and clause.voice == "passive":
        strayed = hanging(scene, clause.sentence, (o.phrase.head for o in clause.obliques))
        return tuple(o.phrase for o in strayed if o.case == "by")
    return agents


def _antecedent(scene: Scene, clause: Clause, phrase: Phrase) -> Phrase:
    """Return what "which" and "whom" stand for: "Cyprus, which Turkey does not recognise"."""
    if clause.relation != "acl:relcl" or phrase.text.lower() not in RELATIVES:
        return phrase
    return phrase_at(scene, clause.sentence, scene.tokens(clause)[clause.head].head, before=phrase.head)


def _opening_name(scene: Scene, clause: Clause) -> tuple[Phrase, ...]:
    """Return the name that opens the sentence before its verb, where the parser took both for one name."""
    tokens = scene.tokens(clause)
    if clause.voice == "passive" or clause.head == 0:
        return ()
    found = (m for m in scene.reading.mentions if m.span.start == tokens[0].start)
    name = next((m for m in found if m.span.end == tokens[clause.head - 1].end), None)
    return (Phrase(clause.head - 1, name.span, name.text),) if name else ()


def of_noun(scene: Scene, sentence: int, at: int) -> Iterator[Standing]:
    """Yield every way the noun at token ``at`` stands in its sentence."""
    own = (*owners(scene, sentence, at), *_hung(scene, sentence, at), ("self", phrase_at(scene, sentence, at)))
    carrier = _carrier(scene, sentence, at)
    if carrier is None:
        return
    for how, clause, subject, more in _ways(scene, sentence, at):
        subjects = tuple(("subject", p) for p in subject)
        yield Standing(clause, at, how, (*subjects, *own, *((o.case, o.phrase) for o in more)))
    yield Standing(carrier, at, "told", own)


Way = tuple[str, Clause, tuple[Phrase, ...], tuple[Oblique, ...]]


def _ways(scene: Scene, sentence: int, at: int) -> Iterator[Way]:
    tokens = scene.reading.sentences[sentence].tokens
    clauses = {c.head: c for c in scene.clauses(sentence)}
    token, case = tokens[at], _case(tokens, at)
    here, above = clauses.get(at), clauses.get(tokens[at].head)
    if here is not None and here.kind == "copula":
        how = f"be {case}" if case else "is"
        yield how, here, _subject(here), here.obliques
    elif above is not None and above.kind == "verb" and token.dep in ("obj", "xcomp", "nsubj:pass") and not case:
        yield above.lemma, above, above.agents, above.obliques
    elif above is not None and above.kind == "verb" and case and token.dep.startswith("obl"):
        yield f"{above.lemma} {case}", above, _subject(above), above.obliques
    if above is not None and above.kind == "copula" and case == "of" and tokens[above.head].text.lower() == "one":
        yield "is", above, _subject(above), above.obliques
    if token.dep == "amod":
        noun = phrase_at(scene, sentence, token.head)
        yield "modifies", _nearest(scene, sentence, at), (noun,), ()
    for part in (c for c in scene.clauses(sentence) if tokens[c.head].head == at and c.relation == "acl"):
        if part.voice == "passive" and part.marker is None:
            yield f"being {part.lemma}", part, part.agents, part.obliques
    if case:
        yield case, _nearest(scene, sentence, at), (), ()
        yield f"{tokens[token.head].lemma.lower()} {case}", _nearest(scene, sentence, at), (), ()
    yield from _beside_name(scene, sentence, at)


def _subject(clause: Clause) -> tuple[Phrase, ...]:
    return clause.agents or (clause.patients if clause.voice == "passive" else ())


def _beside_name(scene: Scene, sentence: int, at: int) -> Iterator[Way]:
    """Yield the name that a noun stands beside: "Turkey, a NATO member", "NATO member Turkey"."""
    tokens = scene.reading.sentences[sentence].tokens
    clause = _nearest(scene, sentence, at)
    named = _name_before(scene, sentence, at)
    if named is not None:
        yield "apposition", clause, (named,), ()
    elif tokens[at].dep == "appos" and not _case(tokens, at):
        heads = joined(scene, sentence, tokens[at].head) if _plural(tokens[at]) else (tokens[at].head,)
        yield "apposition", clause, tuple(phrase_at(scene, sentence, i, before=at) for i in heads), ()
    after = at + 1
    if after < len(tokens) and tokens[after].text.lower() in KIND_OF_STATE:
        after += 1
    name = _mention_from(scene, sentence, after)
    if name is not None and owners(scene, sentence, at):
        last = max(i for i, t in enumerate(tokens) if t.start < name.span.end)
        heads = joined(scene, sentence, last) if _plural(tokens[at]) else (last,)
        yield "apposition", clause, tuple(Phrase(i, *_words(scene, sentence, i)) for i in heads), ()


def _name_before(scene: Scene, sentence: int, at: int) -> Phrase | None:
    """Return the name before the commas around a noun, however the parser hung it: "Jordan, a U.S. ally, closed"."""
    tokens = scene.reading.sentences[sentence].tokens
    phrase = phrase_at(scene, sentence, at)
    first = next(i for i, t in enumerate(tokens) if t.start >= phrase.span.start)
    after = next((t for t in tokens if t.start >= phrase.span.end), None)
    if (
        first < 2
        or _plural(tokens[at])
        or tokens[first - 1].text != ","
        or after is None
        or after.text not in (",", ".", ";", "and")
    ):
        return None
    if tokens[first].upos != "DET" and not owners(scene, sentence, at):
        return None
    ends = [m for m in scene.reading.mentions if m.span.end == tokens[first - 2].end and m.form in ("name", "capital")]
    return Phrase(first - 2, ends[-1].span, ends[-1].text) if ends else None


def _words(scene: Scene, sentence: int, i: int) -> tuple[Span, str]:
    token = scene.reading.sentences[sentence].tokens[i]
    span = Span(scene.article.id, token.start, token.end)
    return span, scene.words(span)


def _plural(token: Token) -> bool:
    return token.xpos in ("NNS", "NNPS")


def _mention_from(scene: Scene, sentence: int, at: int) -> Mention | None:
    """Return the name that begins at a token."""
    tokens = scene.reading.sentences[sentence].tokens
    if at >= len(tokens):
        return None
    found = (m for m in scene.reading.mentions if m.span.start == tokens[at].start and m.form in ("name", "capital"))
    return next(found, None)


def owners(scene: Scene, sentence: int, at: int) -> tuple[tuple[str, Phrase], ...]:
    """Return whose a noun is: "Iran's", "U.S.", both of "Russia-West tensions"; "NATO" of "NATO member Turkey"."""
    tokens = scene.reading.sentences[sentence].tokens
    heads = [i for i in range(at) if _reaches(tokens, i, at)]
    near = next((i for i in range(at - 1, max(at - 3, -1), -1) if tokens[i].upos != "ADJ"), None)
    if near is not None and near not in heads and tokens[near].upos == "PROPN" and not _case(tokens, near):
        heads.append(near)
    if at >= 3 and tokens[at - 2].text in HYPHENS and tokens[at - 1].upos == tokens[at - 3].upos == "PROPN":
        heads += [at - 3, at - 1]  # "U.S.-Iran tensions"
    found: dict[Span, tuple[str, Phrase]] = {}
    for i in heads:
        for mention in scene.reading.mentions:
            if mention.span.start <= tokens[i].start < mention.span.end <= tokens[at].end:
                found.setdefault(mention.span, ("owner", Phrase(i, mention.span, mention.text)))
        span, text = _words(scene, sentence, i)
        if within_reference(scene, span) and scene.ontology.actors.lookup(text):
            found.setdefault(span, ("owner", Phrase(i, span, text)))
    return tuple(found[s] for s in sorted(found))


def within_reference(scene: Scene, span: Span) -> bool:
    """Say whether words are only part of a reference: "U.S." of "the two U.S.-sanctioned nations"."""
    over = (m for m in scene.reading.mentions if m.span.holds(span) and m.span != span)
    return any(m.form == "reference" or m.members for m in over)


def _reaches(tokens: tuple[Token, ...], i: int, at: int) -> bool:
    """Say whether a token before a noun hangs from it as what stands before a noun does."""
    for _ in tokens:
        if i == at:
            return True
        if tokens[i].dep not in BEFORE or tokens[i].head == i:
            return False
        i = tokens[i].head
    return False


def _hung(scene: Scene, sentence: int, at: int) -> Iterator[tuple[str, Phrase]]:
    """Yield what hangs from the noun, from its participle ("stationed in"), and then from what it is of."""
    tokens = scene.reading.sentences[sentence].tokens
    participles = [i for i, t in enumerate(tokens) if t.head == at and t.dep == "acl"]
    near = hanging(scene, sentence, (at, *participles))
    yield from ((o.case, o.phrase) for o in near)
    # "a dispute between A and B over C" is often read as "B over C"
    deeper = [o.phrase.head for o in near if o.case in ("of", "between", "with")]
    yield from ((o.case, o.phrase) for o in hanging(scene, sentence, deeper))
    if _case(tokens, at) == "of":  # "the tightening of sanctions on Togo": whose "on" it is, the parser guesses
        above = hanging(scene, sentence, (tokens[at].head,))
        yield from ((o.case, o.phrase) for o in above if o.phrase.head > at)


def _case(tokens: tuple[Token, ...], at: int) -> str:
    first = [i for i, t in enumerate(tokens[:at]) if t.head == at and t.dep == "case"]
    return " ".join(t.text.lower() for i, t in enumerate(tokens[:at]) if i in first or _fixed_to(t, first))


def _fixed_to(token: Token, heads: list[int]) -> bool:
    return token.dep == "fixed" and token.head in heads


def _carrier(scene: Scene, sentence: int, at: int) -> Clause | None:
    """Return the clause a noun is told in: its own, or the nearest over it."""
    return scene.clause_at(sentence, scene.reading.sentences[sentence].tokens[at].start)


def _nearest(scene: Scene, sentence: int, at: int) -> Clause:
    found = _carrier(scene, sentence, at)
    assert found is not None  # ``of_noun`` has looked
    return found


def governing(scene: Scene, sentence: int, at: int) -> frozenset[str]:
    """Return the lemmas of the words a noun is subject, object or complement of."""
    tokens = scene.reading.sentences[sentence].tokens
    found = {tokens[at].head} - {at}
    for clause in scene.clauses(sentence):
        around = (*clause.agents, *clause.patients, *(o.phrase for o in clause.obliques))
        # "negotiations ended in May" is often read as "negotiations that were ended"
        described = tokens[clause.head].head == at and clause.relation == "acl"
        if clause.head != at and (described or any(p.head == at for p in around)):
            found.add(clause.head)
    return frozenset(tokens[i].lemma.lower() for i in found)


def holds_now(scene: Scene, standing: Standing, *, perfect: bool = False) -> bool:
    """Say whether a clause tells what is, not what was done: "supplies", "has been a supplier", never "supplied".

    Args:
        perfect: of a verb whose perfect tells what goes on: "has supported".
    """
    clause = standing.clause
    if clause.lemma and clause.relation == "xcomp" and clause.tense == "none":
        above = scene.parent(clause)
        return above is not None and above.lemma in ASPECT and above.tense == "present"
    if clause.tense == "present" or standing.how.startswith("being "):
        return True
    if clause.tense != "past":
        return False
    if standing.how == "verb":
        return clause.perfect and (clause.progressive or perfect)
    return clause.perfect or _backshifted(scene, clause)


def _backshifted(scene: Scene, clause: Clause) -> bool:
    """Say whether the past is only that of the saying: "said Norway was a member"."""
    above = scene.verbal_parent(clause)
    return (
        clause.relation == "ccomp"
        and above is not None
        and above.tense == "past"
        and scene.ontology.cues.says(above.lemma) is not None
    )
