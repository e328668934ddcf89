"""Reference pages of the ontology: what the program knows of the world, as its data files have it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields

from page_fields import first_line
from page_parts import code, codes, page, table

from dragoman import ontology
from dragoman.model.terms import ActorKind
from dragoman.ontology import Ontology
from dragoman.ontology.act import ActEntry
from dragoman.ontology.codebook import EventEntry, Example
from dragoman.ontology.procedure import Procedure


def pages() -> dict[str, str]:
    """Return the pages by their names under ``docs/reference/ontology``."""
    world = ontology.load()
    return {
        "acts.md": acts(world),
        "instruments.md": instruments(world),
        "procedures.md": procedures(world),
        "events.md": events(world),
        "cues.md": cues(world),
        "sectors.md": sectors(world),
        "lists.md": lists(world),
        "actors.md": actors(world),
    }


def acts(world: Ontology) -> str:
    """Return the page of acts in the life of an instrument."""
    summary = table(
        ("act", "layer", "what it is"),
        [(f"[{a.id}](#{a.id})", a.layer, a.definition) for a in world.acts.entries],
    )
    intro = (
        "What can be done to a treaty or another instrument, in the order in which a treaty meets it. A chamber's vote "
        "is `approved`, whatever the newspaper's word; the party has `ratified` only when its own "
        "[procedure](procedures.md) is complete or its competent authority is reported to have done so."
    )
    return page("Acts", intro, summary, *(_act(a) for a in world.acts.entries))


def _act(entry: ActEntry) -> str:
    words = codes(dict.fromkeys(word.lemma for word in entry.words))
    told = [f"## {entry.id}", f"{entry.definition} *{entry.source}*", f"Words: {words}."]
    told.append(_bullets(f"“{text}”" for text in entry.examples))
    if entry.near:
        told.append("Not this act:\n\n" + _bullets(f"“{text}”" for text in entry.near))
    return "\n\n".join(told)


def instruments(world: Ontology) -> str:
    """Return the page of kinds of instrument and of those known by name."""
    kinds = [
        (code(k.id), k.definition, ", ".join(k.heads), "yes" if k.binding else "no") for k in world.instruments.kinds
    ]
    known = [(k.name, code(k.kind), k.signed or "", ", ".join(k.parties), k.source) for k in world.instruments.known]
    return page(
        "Instruments",
        table(("kind", "what it is", "words for it", "meant to bind"), kinds),
        "## Known by name",
        table(("name", "kind", "signed", "parties", "source"), known),
    )


def procedures(world: Ontology) -> str:
    """Return the page of what each state requires of itself before a treaty binds it."""
    intro = (
        f"What {len(world.procedures.entries)} states (and the European Union) require of themselves before a treaty "
        "binds them, in order, each act with the article that asks for it. For a state that is not here, the record "
        "says that its procedure is not known."
    )
    return page("Procedures", intro, *(_procedure(world, p) for p in world.procedures.entries))


def _procedure(world: Ontology, entry: Procedure) -> str:
    rows = [
        (
            code(r.act),
            _body(world, entry, r.body),
            " ".join(filter(None, (r.threshold and f"{r.threshold} majority", r.parties and f"({r.parties} parties)"))),
            r.source,
        )
        for r in entry.requirements
    ]
    head = f"## {_name(world, entry.state)}\n\nFor {entry.applies}. *{entry.source}*"
    note = f"\n\n{entry.note}" if entry.note else ""
    return f"{head}\n\n{table(('act', 'by', 'condition', 'asked for by'), rows)}{note}"


def _body(world: Ontology, entry: Procedure, body: str | None) -> str:
    if body is None or body == entry.state:
        return "the state itself"
    return world.procedures.named(body) or _name(world, body)


def _name(world: Ontology, actor: str) -> str:
    found = world.actors.get(actor)
    return found.name if found else actor.rpartition("/")[2].replace("-", " ")


def events(world: Ontology) -> str:
    """Return the page of event types."""
    rows = [(f"[{t.type}](#{t.type.lower()})", t.name, str(t.quad), f"{t.score:g}") for t in world.events.types]
    intro = (
        "The sixteen types of [PLOVER](https://github.com/openeventdata/PLOVER), each a file that can be read and "
        "changed. The examples are the tests. *Quad*: 1 cooperation in words, 2 in deeds, 3 conflict in words, 4 in "
        "deeds. *Score*: from −10, the most hostile, to 10."
    )
    contexts = table(("context", "about"), [(code(c.name), c.about) for c in world.events.contexts])
    return page(
        "Event types",
        intro,
        table(("type", "name", "quad", "score"), rows),
        *(_event(t) for t in world.events.types),
        f"## Contexts\n\n{contexts}",
    )


def _event(entry: EventEntry) -> str:
    told = [f"## {entry.type}", f"**{entry.name}.** {entry.definition}", f"CAMEO: {codes(entry.cameo)}."]
    if entry.modes:
        told.append(table(("mode", "score", "how"), [(code(m.name), f"{m.score:g}", m.about) for m in entry.modes]))
    told.append(_bullets(f"{c.type}: {c.tell}" for c in entry.confused_with))
    told.append("Examples:\n\n" + _bullets(map(_example, entry.examples)))
    told.append("Near misses:\n\n" + _bullets(map(_example, entry.near_misses)))
    return "\n\n".join(part for part in told if part)


def _example(example: Example) -> str:
    if example.type is None:
        return f"“{example.text}” – nothing"
    who = " → ".join(filter(None, (", ".join(example.actors), ", ".join(example.recipients))))
    mode = f"/{example.mode}" if example.mode else ""
    stance = f", {example.stance}" if example.stance != "actual" else ""
    return f"“{example.text}” – {example.type}{mode} {who}{stance}".rstrip()


def cues(world: Ontology) -> str:
    """Return the page of cues: how many of each kind, and what they are."""
    parts = []
    for field in fields(world.cues):
        entries = getattr(world.cues, field.name)
        if isinstance(entries, tuple) and entries and hasattr(entries[0], "example"):
            key = next(k for k in ("lemma", "word", "words") if hasattr(entries[0], k))
            said = ", ".join(dict.fromkeys(str(getattr(e, key)) for e in entries))
            title = field.name.replace("_", " ").capitalize()
            parts.append(f"## {title} ({len(entries)})\n\n{first_line(type(entries[0]))}\n\n{said}.")
    return page(
        "Cues",
        "The words that tell who says a thing, and how it is held. Each has its example in the data files.",
        *parts,
    )


def sectors(world: Ontology) -> str:
    """Return the page of sectors."""
    rows = [(code(s.id), s.definition, s.source) for s in world.sectors.entries]
    return page("Sectors", table(("sector", "what it is", "source"), rows))


def lists(world: Ontology) -> str:
    """Return the page of closed lists."""
    parts = []
    for entry in world.definitions.lists:
        rows = [(code(t.id), t.definition, t.source) for t in entry.terms]
        parts.append(f"## {entry.id}\n\n{entry.definition}\n\n{table(('value', 'meaning', 'source'), rows)}")
    intro = (
        "The lists of the record's schema that are closed. [Acts](acts.md), [sectors](sectors.md) and "
        "[event types](events.md) have pages of their own."
    )
    return page("Lists", intro, *parts)


def actors(world: Ontology) -> str:
    """Return the page of what is known of actors: how many of each kind."""
    kinds: Counter[ActorKind] = Counter(found.kind for i in world.actors.ids() if (found := world.actors.get(i)))
    rows = [(kind, str(count)) for kind, count in sorted(kinds.items())]
    return page(
        "Actors",
        "Known by name before anything is read; persons and bodies that articles name are added to the record as they "
        "are met. Where each name comes from is told in `src/dragoman/ontology/LICENSE` and beside the entries.",
        table(("kind", "how many"), rows),
    )


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
