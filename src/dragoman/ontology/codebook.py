"""The PLOVER codebook: sixteen event types as files that a political scientist can read and change.

A file of ``events/`` holds one type: what it is, how its roles fill, the cues that tell it, and sentences
that are its tests. ``words.yaml`` holds word lists that cues name as ``@list``, ``contexts.yaml`` the contexts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import cast, get_args

from dragoman.errors import OntologyError
from dragoman.model.terms import EventType

ANY = ("any",)
# Classes that the mentions decide, not a word list: somebody named or something of theirs (ACTOR), somebody named or an
# official (PARTY), an organisation (BODY), a news outlet (OUTLET), nobody named (NOT_ACTOR); of subjects, several known
# ones (SEVERAL)
CLASSES = ("ACTOR", "PARTY", "BODY", "OUTLET", "NOT_ACTOR", "SEVERAL")
TYPES: tuple[EventType, ...] = get_args(EventType)

_CUE_FIELDS = {
    "verb", "noun", "object", "not_object", "subject", "not_subject", "with", "not_with", "content", "not_content",
    "near", "not_near",
    "mode", "actor", "recipient", "reciprocal", "future", "negated", "voice", "context", "weight", "parties",
}  # fmt: skip
_TYPE_FIELDS = {
    "type", "name", "definition", "quad", "score", "recipient", "cameo", "roles", "modes", "cues",
    "future", "confused_with", "examples", "near_misses",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Need:
    """A prepositional phrase a cue asks for: its preposition, and the words its head must be one of (or "any")."""

    case: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern that tells a type: a verb or noun, and what must stand beside it."""

    type: EventType
    name: str  # "SUPPORT/sign agreement", what a report's rule says
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    objects: tuple[str, ...]  # one of these heads the object; empty: no demand
    not_objects: tuple[str, ...]
    subjects: tuple[str, ...]  # one of these heads the agent
    not_subjects: tuple[str, ...]
    needs: tuple[Need, ...]  # one of these prepositional phrases is there
    not_needs: tuple[Need, ...]  # none of these is
    content: tuple[
        str, ...
    ]  # types of the complement or of the noun it governs, "any" clause, an infinitive ("to"), "other"
    not_content: tuple[str, ...]
    near: tuple[str, ...]  # one of these words stands in the clause
    not_near: tuple[str, ...]
    mode: str | None
    actor: tuple[str, ...]  # places, see docs: agent, patient, indirect, owner, content.agent, or a preposition
    recipient: tuple[str, ...]
    reciprocal: bool  # all parties are actors
    future: EventType | None  # what it is when told in the future tense
    negated: EventType | None  # what it is when negated; None: the same type, negated
    voice: str | None  # "active", "passive" or "copula" only
    context: tuple[str, ...]
    weight: int  # added to what the demands of the cue count
    parties: int  # how many of those who act and receive must be known


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type is done: told by the cue, by words in the clause, or by what its content is."""

    name: str
    score: float
    about: str
    words: tuple[str, ...]
    content: tuple[str, ...]  # "SANCTION" or "SANCTION/expel"
    default: bool  # the mode where nothing tells another
    cameo: str | None  # its code, where CAMEO tells it from the type's


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that is a test: what it must be coded as, or (type None) that it must not be coded."""

    text: str
    type: EventType | None
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    stance: str = "actual"


@dataclass(frozen=True, slots=True)
class Confusion:
    """A type often taken for this one, and how to tell them apart."""

    type: EventType
    tell: str


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One PLOVER type with all that is needed to code and to explain it."""

    type: EventType
    name: str
    definition: str
    quad: int
    score: float
    recipient: str  # "required" or "optional"
    cameo: tuple[str, ...]
    actor_places: tuple[str, ...]
    recipient_places: tuple[str, ...]
    modes: tuple[Mode, ...]
    cues: tuple[Cue, ...]
    confused_with: tuple[Confusion, ...]
    examples: tuple[Example, ...]
    near_misses: tuple[Example, ...]

    def mode(self, name: str) -> Mode | None:
        """Return the mode of that name, or None."""
        return next((m for m in self.modes if m.name == name), None)

    def cameo_of(self, mode: str | None) -> str:
        """Return the CAMEO code of the type told in a mode: the mode's own, else the root of the type's first."""
        found = None if mode is None else self.mode(mode)
        return found.cameo if found is not None and found.cameo is not None else f"{self.cameo[0]:0<3}"[:3]

    def score_of(self, mode: str | None) -> float:
        """Return the score of the type told in a mode."""
        found = None if mode is None else self.mode(mode)
        return self.score if found is None else found.score

    def guess(self, name: str) -> Cue:
        """Return a cue that asks for nothing, for what another way than the cues takes for this type."""
        places = _places(self.recipient_places, has_object=False)
        open_ = replace(self.cues[0], name=name, mode=None, actor=self.actor_places, recipient=places, negated=None)
        return replace(open_, reciprocal=False, context=(), parties=2)


@dataclass(frozen=True, slots=True)
class Context:
    """What an event is about, and the words that tell it."""

    name: str
    about: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that cues name together as ``@name``."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Codebook:
    """All types, in PLOVER's order, with the contexts and the shared word lists."""

    types: tuple[EventEntry, ...]
    contexts: tuple[Context, ...]
    words: tuple[WordList, ...]

    def entry(self, type_: EventType) -> EventEntry:
        """Return the entry of one type."""
        return next(e for e in self.types if e.type == type_)

    def listed(self, name: str) -> tuple[str, ...]:
        """Return the words of one shared list."""
        return next(w.words for w in self.words if w.name == name)

    @cached_property
    def inflected(self) -> Mapping[str, str]:
        """For each form of a cue's verb ("forgave", "extraditing"), the verb: lemmas of rare words are often wrong."""
        found: dict[str, str] = {}
        irregular = {spelled(form): base for form, base in (pair.split() for pair in self.listed("irregular"))}
        # verbs in "e" first: "raped" is of "rape" where both it and "rap" are cues
        for first in sorted(self.by_verb, key=lambda verb: (not verb.endswith("e"), verb)):
            for form in _regular(first):
                found.setdefault(form, first)
        return found | irregular

    @cached_property
    def by_verb(self) -> Mapping[str, tuple[tuple[str, Cue], ...]]:
        """For the first word of each verb cue, the whole verb ("call off") and the cue; longer verbs first."""
        found: dict[str, list[tuple[str, Cue]]] = {}
        for cue in (cue for entry in self.types for cue in entry.cues):
            for verb in cue.verbs:
                found.setdefault(spelled(verb).split()[0], []).append((spelled(verb), cue))
        return {word: tuple(sorted(cues, key=lambda c: -c[0].count(" "))) for word, cues in found.items()}

    @cached_property
    def by_noun(self) -> Mapping[str, tuple[Cue, ...]]:
        """For the last word of each noun cue, the cues that it tells by itself or under a light verb."""
        found: dict[str, list[Cue]] = {}
        for cue in (cue for entry in self.types for cue in entry.cues):
            for noun in cue.nouns:
                found.setdefault(spelled(noun).split()[-1], []).append(cue)
        return {word: tuple(cues) for word, cues in found.items()}

    @cached_property
    def light(self) -> Mapping[str, tuple[str, ...]]:
        """Verbs that only carry the noun they govern ("launch an attack"), by their first word."""
        found: dict[str, tuple[str, ...]] = {}
        for verb in map(spelled, self.listed("light")):
            found[verb.split()[0]] = (*found.get(verb.split()[0], ()), verb)
        return found


# British to American, at the end of a word or before another suffix; applied to cue and text alike
_SPELLING = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("our", "or"),
    ("ence", "ense"),
)


@lru_cache(maxsize=50_000)
def spelled(words: str) -> str:
    """Return the words in one spelling, so that a cue need not give both."""
    return " ".join(_spelled(word) for word in words.lower().split())


def _spelled(word: str) -> str:
    for british, american in _SPELLING:
        if word.endswith(british) and len(word) > len(british) + 1:
            return word[: -len(british)] + american
    return {"programme": "program", "centre": "center"}.get(word, word)


def _regular(verb: str) -> tuple[str, ...]:
    """Return the regular forms of a verb, in one spelling."""
    if verb.endswith("e"):
        return (verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    doubled = verb + verb[-1]
    return (verb + "s", verb + "es", verb + "ed", verb + "ing", doubled + "ed", doubled + "ing")


@cache
def load_codebook() -> Codebook:
    """Read the codebook from the files shipped with the package."""
    import yaml

    folder = resources.files("dragoman.ontology").joinpath("events")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    return parse({f.name[: -len(".yaml")]: yaml.safe_load(f.read_text("utf-8")) for f in files})


def parse(raw: Mapping[str, object]) -> Codebook:
    """Make the codebook from the parsed files of ``events/``, keyed by their names without ``.yaml``.

    Raises:
        OntologyError: a file has an unknown field, word list, mode or type; the message names it.
    """
    lists = {name: _flat(words, {}, "words.yaml") for name, words in _table(raw.get("words"), "words.yaml").items()}
    entries = {}
    for name in sorted(raw.keys() - {"words", "contexts"}):
        entry = _entry(_table(raw[name], f"{name}.yaml"), lists, f"{name}.yaml")
        entries[entry.type] = entry
    missing = [t for t in TYPES if t not in entries]
    if missing:
        raise OntologyError(f"events/: no file for {', '.join(missing)}; each of the 16 types needs one")
    return Codebook(
        types=tuple(entries[t] for t in TYPES),
        contexts=_contexts(_table(raw.get("contexts"), "contexts.yaml")),
        words=tuple(WordList(name, words) for name, words in sorted(lists.items())),
    )


def _entry(raw: Mapping[str, object], lists: Mapping[str, tuple[str, ...]], file: str) -> EventEntry:
    _known(raw, _TYPE_FIELDS, file)
    type_ = _type(raw.get("type"), file)
    roles = _table(raw.get("roles"), file)
    actor, recipient = _flat(roles.get("actor"), {}, file), _flat(roles.get("recipient"), {}, file)
    cues = tuple(
        _cue(_table(c, file), type_, (actor, recipient), lists, file, raw.get("future")) for c in _items(raw, "cues")
    )
    modes = tuple(_mode(n, _table(m, file), lists, file) for n, m in _table(raw.get("modes"), file).items())
    _check_modes(cues, modes, file)
    return EventEntry(
        type=type_,
        name=str(raw["name"]),
        definition=" ".join(str(raw["definition"]).split()),
        quad=int(str(raw["quad"])),
        score=float(str(raw["score"])),
        recipient=str(raw["recipient"]),
        cameo=_flat(raw.get("cameo"), {}, file),
        actor_places=actor,
        recipient_places=recipient,
        modes=modes,
        cues=cues,
        confused_with=tuple(
            Confusion(_type(t, file), " ".join(str(tell).split()))
            for t, tell in _table(raw.get("confused_with"), file).items()
        ),
        examples=tuple(_example(_table(e, file), type_, file) for e in _items(raw, "examples")),
        near_misses=tuple(_example(_table(e, file), None, file) for e in _items(raw, "near_misses")),
    )


def _cue(
    raw: Mapping[str, object],
    type_: EventType,
    roles: tuple[tuple[str, ...], tuple[str, ...]],
    lists: Mapping[str, tuple[str, ...]],
    file: str,
    future: object,
) -> Cue:
    _known(raw, _CUE_FIELDS, file)

    def words(field: str) -> tuple[str, ...]:
        return _flat(raw.get(field), lists, file)

    objects, needs = words("object"), _needs(raw.get("with"), lists, file)
    return Cue(
        type=type_,
        name=f"{type_}/{_label(raw)}",
        verbs=words("verb"),
        nouns=words("noun"),
        objects=objects,
        not_objects=words("not_object"),
        subjects=words("subject"),
        not_subjects=words("not_subject"),
        needs=needs,
        not_needs=_needs(raw.get("not_with"), lists, file),
        content=words("content"),
        not_content=words("not_content"),
        near=words("near"),
        not_near=words("not_near"),
        mode=_text(raw.get("mode")),
        actor=words("actor") or roles[0],
        recipient=_with_indirect(words("recipient")) or _places(roles[1], bool(objects)),
        reciprocal=bool(raw.get("reciprocal", False)),
        future=_maybe_type(raw.get("future", future), file),
        negated=_maybe_type(raw.get("negated"), file),
        voice=_text(raw.get("voice")),
        context=words("context"),
        weight=int(str(raw.get("weight", 0))),
        parties=int(str(raw.get("parties", 1))),
    )


def _places(recipient: tuple[str, ...], has_object: bool) -> tuple[str, ...]:
    """With an object of its own a cue's recipient is told by prepositions first: "impose sanctions on Iran"."""
    direct = ("patient", "indirect")
    others = tuple(p for p in recipient if p not in direct)
    return ("indirect", *others, "patient") if has_object else (*direct, *others)


def _with_indirect(places: tuple[str, ...]) -> tuple[str, ...]:
    """Put the indirect object before the object: the parser takes "asked Lima for help" either way."""
    if "indirect" in places or "patient" not in places:
        return places
    at = places.index("patient")
    return (*places[:at], "indirect", *places[at:])


def _needs(raw: object, lists: Mapping[str, tuple[str, ...]], file: str) -> tuple[Need, ...]:
    return tuple(Need(_word(case), _flat(words, lists, file)) for case, words in _table(raw, file).items())


def _mode(name: str, raw: Mapping[str, object], lists: Mapping[str, tuple[str, ...]], file: str) -> Mode:
    _known(raw, {"score", "cameo", "about", "words", "content", "default"}, file)
    return Mode(
        name=name,
        score=float(str(raw["score"])),
        about=str(raw.get("about", "")),
        words=_flat(raw.get("words"), lists, file),
        content=_flat(raw.get("content"), {}, file),
        default=bool(raw.get("default", False)),
        cameo=_text(raw.get("cameo")),
    )


def _example(raw: Mapping[str, object], type_: EventType | None, file: str) -> Example:
    _known(raw, {"text", "mode", "actors", "recipients", "stance", "instead"}, file)
    return Example(
        text=" ".join(str(raw["text"]).split()),
        type=type_ or _maybe_type(raw.get("instead"), file),
        mode=_text(raw.get("mode")),
        actors=_flat(raw.get("actors"), {}, file),
        recipients=_flat(raw.get("recipients"), {}, file),
        stance=str(raw.get("stance", "actual")),
    )


def _contexts(raw: Mapping[str, object]) -> tuple[Context, ...]:
    found = []
    for name, entry in raw.items():
        table = _table(entry, "contexts.yaml")
        _known(table, {"about", "words"}, f"contexts.yaml: {name}")
        found.append(Context(name, str(table["about"]), _flat(table["words"], {}, "contexts.yaml")))
    return tuple(found)


def _check_modes(cues: tuple[Cue, ...], modes: tuple[Mode, ...], file: str) -> None:
    names = {m.name for m in modes}
    for cue in cues:
        if cue.mode is not None and cue.mode not in names:
            known = ", ".join(sorted(names))
            raise OntologyError(f"events/{file}: cue {cue.name} has unknown mode '{cue.mode}'; known: {known}")


def _label(raw: Mapping[str, object]) -> str:
    """Name a cue after its first words: "impose sanction", "call for talk"."""
    parts = [_first(raw.get("verb")) or _first(raw.get("noun")) or "?"]
    if raw.get("object"):
        parts.append(_first(raw["object"]))
    for case, words in _table(raw.get("with"), "").items():
        parts += [_word(case), "" if _first(words) == "any" else _first(words)]
        break
    if raw.get("content"):
        parts.append("+" + _first(raw["content"]))
    return " ".join(p.lstrip("@") for p in parts if p)


def _first(value: object) -> str:
    if isinstance(value, list):
        return _word(value[0]) if value else ""
    return "" if value is None else _word(value)


def _word(value: object) -> str:
    """Return a word as it was meant: YAML reads the bare prepositions "on" and "off" as true and false."""
    word = str(value)
    return {"true": "on", "false": "off"}.get(word.lower(), word)


def _flat(value: object, lists: Mapping[str, tuple[str, ...]], file: str) -> tuple[str, ...]:
    """Return the words of a field, with shared lists (``@name``) put in their place."""
    if value is None:
        return ()
    found: list[str] = []
    for word in value if isinstance(value, list) else [value]:
        text = _word(word)
        if not text.startswith("@"):
            found.append(text)
        elif text[1:] in lists:
            found.extend(lists[text[1:]])
        else:
            raise OntologyError(f"events/{file}: no word list called '{text}'; known: {', '.join(sorted(lists))}")
    return tuple(dict.fromkeys(found))


def _items(raw: Mapping[str, object], field: str) -> list[object]:
    return cast("list[object]", raw.get(field) or [])


def _table(value: object, file: str) -> Mapping[str, object]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise OntologyError(f"events/{file}: expected fields with values, found '{value}'")
    return cast("Mapping[str, object]", value)


def _known(raw: Mapping[str, object], fields: set[str], file: str) -> None:
    unknown = sorted(raw.keys() - fields)
    if unknown:
        raise OntologyError(f"events/{file}: unknown field '{unknown[0]}'; known: {', '.join(sorted(fields))}")


def _type(value: object, file: str) -> EventType:
    if value not in TYPES:
        raise OntologyError(f"events/{file}: no event type '{value}'; known: {', '.join(TYPES)}")
    return value


def _maybe_type(value: object, file: str) -> EventType | None:
    return None if value is None else _type(value, file)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
