"""The linter: what a data file can get wrong beyond its shape, told with file, entry, value and the way out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, get_args

from dragoman.errors import OntologyError, UnknownName
from dragoman.model.terms import Act, RelationKind, Sector
from dragoman.ontology.definition import CLOSED

if TYPE_CHECKING:
    from dragoman.ontology import Ontology
    from dragoman.ontology.act import ActEntry
    from dragoman.ontology.actors import ActorTable

Check = Callable[["Ontology"], Iterator[str]]


def check(ontology: "Ontology") -> list[str]:
    """Run every check; a file that cannot be read at all is one message, and the others are still checked."""
    found: list[str] = []
    for one in (_acts, _instruments, _known, _procedures, _cues, _sectors, _relations, _outlets, _definitions, _events):
        try:
            found.extend(one(ontology))
        except OntologyError as error:
            found.append(str(error))
    return found


def _acts(ontology: "Ontology") -> Iterator[str]:
    acts, file = ontology.acts, "ontology/acts.yaml"
    yield from _complete(file, (e.id for e in acts.entries), get_args(Act))
    for entry in acts.entries:
        place = f"{file}: {entry.id}"
        yield from _sourced(place, entry.source)
        yield from _shown(place, entry.examples, near=entry.near)
        yield from _twice(
            f"{place}: words", (f"{w.lemma} {w.pos} {w.fixed} {w.agents} {w.place} {w.objects}" for w in entry.words)
        )
        yield from _kept(place, entry)
        lemmas = [w.fixed if w.fixed and w.pos == "noun" else w.lemma for w in entry.words]
        for example in entry.examples:
            if not any(_holds(example, lemma) for lemma in lemmas):
                yield f"{place}: example {example!r} has none of its words; add the word, or another example"

    for nouns in acts.objects:
        if nouns.object not in acts.object_of(nouns.example):
            yield f"ontology/act_objects.yaml: {nouns.object}: example {nouns.example!r} has none of its nouns"


def _kept(place: str, entry: "ActEntry") -> Iterator[str]:
    """A body's act is never a party's: a chamber must not be taken for a state.

    What a cabinet may do is told of its state as well: "Israel approved the deal".
    """
    for word in entry.words:
        if entry.needs_body and "party" in word.agents and "executive" not in word.agents:
            yield f"{place}: {word.lemma} may be a party's; in an act of bodies party stands beside executive only"


def _instruments(ontology: "Ontology") -> Iterator[str]:
    table, file = ontology.instruments, "ontology/instruments/kinds.yaml"
    yield from _twice(file, (k.id for k in table.kinds))
    yield from _twice(f"{file}: heads", (head for k in table.kinds for head in k.heads))
    for kind in table.kinds:
        place = f"{file}: {kind.id}"
        yield from _sourced(place, kind.source)
        yield from _shown(place, kind.examples, near=None)
        for example in kind.examples:
            found = table.kind_of(example)
            if found != kind:
                read = found.id if found else "nothing"
                yield f"{place}: example {example!r} reads as {read}; mend heads or modified"
        for near in kind.near:
            if table.kind_of(near) == kind:
                yield f"{place}: near miss {near!r} reads as {kind.id}; add it to not_instruments in words.yaml"


def _known(ontology: "Ontology") -> Iterator[str]:
    table, file = ontology.instruments, "ontology/instruments/known.yaml"
    kinds = {k.id for k in table.kinds}
    yield from _twice(file, (one.id for one in table.known))
    yield from _twice(f"{file}: names", (name for one in table.known for name in (one.name, *one.aliases)))
    for one in table.known:
        yield from _sourced(f"{file}: {one.id}", one.source)
        for party in one.parties:
            if not _is_actor(ontology.actors, party):
                yield f"{file}: {one.id}: no actor called {party!r}; mend the code"
        if one.kind not in kinds:
            yield f"{file}: {one.id}: no kind called {one.kind!r}; known: {', '.join(sorted(kinds))}"
        if one.signed and one.in_force and one.in_force < one.signed:
            yield f"{file}: {one.id}: in force {one.in_force} before it was signed, {one.signed}; check both dates"


def _procedures(ontology: "Ontology") -> Iterator[str]:
    table, file = ontology.procedures, "ontology/procedures"
    yield from _twice(file, (p.state for p in table.entries))
    slugs, known = {body.slug for body in table.bodies}, ontology.actors
    layers = {entry.id: entry.layer for entry in ontology.acts.entries}
    for procedure in table.entries:
        place = f"{file}: {procedure.state}"
        yield from _sourced(place, procedure.source)
        yield from _twice(f"{place}: requirements", (f"{r.act} by {r.body}" for r in procedure.requirements))
        for r in procedure.requirements:
            yield from _sourced(f"{place}: {r.act}", r.source)
            if layers[r.act] != r.layer:
                yield f"{place}: {r.act} is of layer {layers[r.act]} in acts.yaml, not {r.layer}; change one of them"
            if r.layer == "domestic" and r.body is None:
                yield f"{place}: {r.act} names no body; a domestic act is some body's: name it"
            if r.body and not r.body.startswith(f"{procedure.state}/"):
                yield f"{place}: {r.body!r} is not a body of {procedure.state}; bodies begin with its code"
            if r.body and r.body.partition("/")[2] not in slugs and not _is_actor(known, r.body):
                yield f"{place}: no actor called {r.body!r}; mend it, or add its slug to procedures/common.yaml"


def _is_actor(actors: "ActorTable", actor: str) -> bool:
    try:
        actors.get(actor)
    except UnknownName:
        return False
    return True


def _cues(ontology: "Ontology") -> Iterator[str]:
    cues = ontology.cues
    tables: tuple[tuple[str, list[tuple[str, str, str]]], ...] = (  # (key, words, example)
        ("speech", [(c.lemma, c.lemma, c.example) for c in cues.speech]),
        ("speech_nouns", [(c.lemma, c.lemma, c.example) for c in cues.speech_nouns]),
        ("source_phrases", [(c.words, c.words, c.example) for c in cues.source_phrases]),
        ("source_nouns", [(c.lemma, c.lemma, c.example) for c in cues.source_nouns]),
        ("anonymity", [(c.words, c.words, c.example) for c in cues.anonymity]),
        ("hedges", [(f"{c.word} {c.pos}", c.word, c.example) for c in cues.hedges]),
        ("assessments", [(f"{c.lemma} {c.pos}", c.lemma, c.example) for c in cues.assessments]),
        ("attitudes", [(f"{c.lemma} {c.pos}", c.lemma, c.example) for c in cues.attitudes]),
        ("governors", [(f"{c.lemma} {c.pos} {c.doer} {c.complement}", c.lemma, c.example) for c in cues.governors]),
        ("negators", [(c.word, c.word, c.example) for c in cues.negators]),
        ("provisions", [(f"{c.lemma} {c.pos}", c.lemma, c.example) for c in cues.provisions]),
    )
    for name, entries in tables:
        file = f"ontology/cues/{name}.yaml"
        yield from _twice(file, (key for key, _, _ in entries))
        for key, words, example in entries:
            if not _holds(example, words):
                yield f"{file}: {key}: example {example!r} does not show it; write a sentence with it"
    for cue in cues.speech:
        if {"gerund", "as", "topic"} & set(cue.frames) and not cue.prepositions and cue.lemma not in _BARE:
            yield f"ontology/cues/speech.yaml: {cue.lemma}: a frame needs prepositions; name them"


# verbs whose gerund or predicate follows without a preposition: "denied arming", "termed it unfriendly"
_BARE = {"deny", "acknowledge", "mention", "call", "term"}


def _sectors(ontology: "Ontology") -> Iterator[str]:
    table, file = ontology.sectors, "ontology/sectors.yaml"
    yield from _complete(file, (e.id for e in table.entries), get_args(Sector))
    for entry in table.entries:
        place = f"{file}: {entry.id}"
        yield from _sourced(place, entry.source)
        yield from _twice(f"{place}: words", entry.words)
        yield from _shown(place, entry.examples, near=None)
        for example in entry.examples:
            if entry.words and entry.id not in table.of(example):
                yield f"{place}: example {example!r} is not marked; add its word"
        for near in entry.near:
            if entry.id in table.of(near):
                yield f"{place}: near miss {near!r} is marked; add the phrase to not_words"


def _relations(ontology: "Ontology") -> Iterator[str]:
    table, file = ontology.relations, "ontology/relations.yaml"
    yield from _twice(file, (e.id for e in table.entries))
    yield from _complete(file, dict.fromkeys(e.kind for e in table.entries), get_args(RelationKind))
    for entry in table.entries:
        place = f"{file}: {entry.id}"
        yield from _shown(place, tuple(e.text for e in entry.examples), near=entry.near)
        if bool(entry.verbs) == bool(entry.nouns):
            yield f"{place}: needs verbs or nouns, one of the two"
        if entry.nouns and not entry.stands:
            yield f"{place}: a noun needs stands; say how it stands"
        for example in entry.examples:
            if not any(_holds(example.text, word) for word in (*entry.verbs, *entry.nouns)):
                yield f"{place}: example {example.text!r} has none of its words; add the word, or another example"


def _outlets(ontology: "Ontology") -> Iterator[str]:
    entries, file = ontology.outlets.entries, "ontology/outlets"
    yield from _twice(file, (o.id for o in entries))
    yield from _twice(f"{file}: domains", (domain for o in entries for domain in o.domains))
    yield from _twice(f"{file}: names", (name for o in entries for name in (o.name, *o.aliases)))
    for outlet in entries:
        yield from _sourced(f"{file}: {outlet.id}", outlet.source)
        if not outlet.id.startswith("outlet/"):
            yield f"{file}: {outlet.id}: an outlet's id begins with 'outlet/'"
        if outlet.ownership in ("state", "party", "military") and outlet.state is None:
            yield f"{file}: {outlet.id}: ownership {outlet.ownership!r} names no state; say whose medium it is"


def _definitions(ontology: "Ontology") -> Iterator[str]:
    file = "ontology/definitions.yaml"
    yield from _complete(file, (e.id for e in ontology.definitions.lists), tuple(name for name, _ in CLOSED))
    closed = dict(CLOSED)
    for entry in ontology.definitions.lists:
        yield from _complete(f"{file}: {entry.id}", (t.id for t in entry.terms), closed.get(entry.id, ()))


def _events(ontology: "Ontology") -> Iterator[str]:
    for entry in ontology.events.types:
        if not entry.examples or not entry.near_misses:
            yield f"ontology/events: {entry.type}: needs examples and near misses; they are its tests"


def _complete(place: str, found: Iterable[str], wanted: Iterable[str]) -> Iterator[str]:
    """Yield a message for each value that is missing, unknown or there twice."""
    have, want = list(found), list(wanted)
    for name in want:
        if name not in have:
            yield f"{place}: {name!r} is missing; define it"
    for name in have:
        if name not in want:
            yield f"{place}: {name!r} is not in the closed list of model/terms.py; known: {', '.join(want)}"
    yield from _twice(place, have)


def _twice(place: str, names: Iterable[str]) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"{place}: {name!r} stands {count} times; keep one"


def _sourced(place: str, source: str) -> Iterator[str]:
    if not source.strip():
        yield f"{place}: source is empty; say where it is from"


def _shown(place: str, examples: tuple[str, ...], *, near: tuple[str, ...] | None) -> Iterator[str]:
    if not examples:
        yield f"{place}: no examples; write at least one, it is a test"
    if near is not None and not near:
        yield f"{place}: no near misses; write a sentence with one of its words that does not tell it"


# past forms that do not begin as their lemma does
_IRREGULAR = {
    "strike": "struck", "hold": "held", "bring": "brought", "tear": "tore", "find": "found", "think": "thought",
    "mean": "meant", "keep": "kept", "leave": "left", "tell": "told", "say": "said", "fall": "fell", "bind": "bound",
    "come": "came", "see": "saw", "go": "went", "is": "was", "withdraw": "withdrew", "lead": "led",
    "undertake": "undertook", "understand": "understood", "try": "tri", "speak": "spoke", "swear": "swore",
    "write": "wrote", "take": "took", "give": "gave", "begin": "began", "choose": "chose", "forget": "forgot",
    "seek": "sought", "medium": "media", "person": "people", "n't": "n't", "get": "got",
}  # fmt: skip


def _holds(sentence: str, words: str) -> bool:
    """Say whether every word of ``words`` stands in the sentence in some form, told by its first letters."""
    have = [w.strip(".,:;\"“”'’()").lower() for w in sentence.split()]
    return all(any(_form(one, word) for one in have) for word in words.lower().split())


def _form(found: str, lemma: str) -> bool:
    stem = lemma[: max(2, len(lemma) - 1)] if len(lemma) > 3 else lemma
    past = _IRREGULAR.get(lemma, "\0")
    return found.startswith((stem, past)) or (lemma == "n't" and found.endswith("n't"))
