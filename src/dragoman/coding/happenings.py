"""Event drafts as drafts of reports, tied to the steps and sayings that tell the same act."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding import circumstance
from dragoman.coding.attribution import Attribution
from dragoman.coding.drafts import Draft, Filled, Held
from dragoman.coding.event_drafts import EventDraft
from dragoman.coding.instruments import instrument
from dragoman.coding.scene import Scene
from dragoman.coding.stance import held
from dragoman.coding.ties import ties
from dragoman.model.report import EventContent
from dragoman.model.terms import LinkKind
from dragoman.model.text import Span


def happenings(
    scene: Scene, attribution: Attribution, events: tuple[EventDraft, ...], others: tuple[Draft, ...]
) -> Iterator[Draft]:
    """Yield a draft of a report for each event; ``others`` are the article's steps, votes and statements."""
    keys = {d.key for d in others} | {f"event@{e.clause.sentence}.{e.clause.index}" for e in events}
    for event in events:
        if event.clause.kind == "noun" and not any(r.actor for r in event.actors):
            continue  # "the ratification of the pact comes amid protests": takes up what is told elsewhere
        for told in _told(scene, event):
            draft = _draft(scene, attribution, told, keys=keys)
            if any(r.actor for r in draft.roles):
                yield draft


def _told(scene: Scene, event: EventDraft) -> Iterator[EventDraft]:
    """Yield an event, and what is to come or not to come of it in its own type.

    "Oman will host talks" is no consent of Oman's unless Oman says so; the talks are planned either way.
    """
    if event.base is None:
        yield event
        return
    spent = event.own_words or event.told == "refusal"
    if spent:
        yield event
    head = scene.token_span(event.clause, event.clause.head)
    act = Span(head.article, head.start, max(head.end, event.span.end))  # the two rest on different words
    yield replace(event.base, span=act) if spent else event.base


def _draft(scene: Scene, attribution: Attribution, event: EventDraft, *, keys: set[str]) -> Draft:
    clause = event.clause
    roles = list(_filled(scene, event))
    roles += (Filled("object", None, o.text, o.span, o.quantity) for o in event.objects)
    return Draft(
        kind="event",
        content=EventContent(event.type, event.mode, event.context),
        roles=tuple(dict.fromkeys(roles)),
        clause=clause,
        span=event.span,
        rule=f"events/{event.rule}",
        evidence=(("event.type", event.span),),
        dated=circumstance.dated(scene, clause),
        where=circumstance.where(scene, clause),
        held=_held(scene, event),
        key=f"event@{clause.sentence}.{clause.index}",
        links=tuple(_links(scene, attribution, event, keys)),
    )


def _filled(scene: Scene, event: EventDraft) -> Iterator[Filled]:
    """Yield who acts and to whom; a treaty does neither, and a capital by itself is its state, not an envoy there."""
    for found in (*event.actors, *event.recipients):
        if instrument(scene, event.clause, found.phrase) is not None:
            continue
        actor = found.actor
        if found.by == "owner" and found.mention is not None and found.mention.text == found.phrase.text:
            actor = found.mention.actor
        yield Filled(found.role, actor, found.phrase.text, found.phrase.span)


def _held(scene: Scene, event: EventDraft) -> Held | None:
    """An AGREE made of a future, or a REJECT of a refusal, is a fact: tense and negation are spent on the type."""
    own = held(scene, event.clause)
    if event.type == "AGREE" and event.clause.kind == "copula" and own.modality in ("actual", "ongoing"):
        return Held(own.polarity, "possible", own.cue)  # whoever is ready to sign has agreed to nothing
    if event.told == "told" or own.modality in ("possible", "conditional", "demanded"):
        return None  # "if the chamber agrees, Chile will send a ship" promises nothing
    return Held(cue=own.cue)


def _links(scene: Scene, attribution: Attribution, event: EventDraft, keys: set[str]) -> Iterator[tuple[LinkKind, str]]:
    at = f"{event.clause.sentence}.{event.clause.index}"
    yield from ties(scene, event.clause)
    for same in (f"step@{at}", f"statement@{at}.0"):
        if same in keys:
            yield "same_act", same
    if event.governor is not None:
        yield "content_of", f"event@{event.governor.sentence}.{event.governor.index}"
        return
    for telling in attribution.over(event.clause)[-1:]:
        by = f"{telling.by.sentence}.{telling.by.index}"
        yield "content_of", next((k for k in (f"event@{by}", f"statement@{by}.0") if k in keys), "")
