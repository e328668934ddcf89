"""What the record shows of a happening against what a careful reader finds: the gate, and the scores by measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bench.happening_files import (
    NOBODY,
    Choice,
    Found,
    Happening,
    Rule,
    Shown,
    Tally,
    Told,
    quote_of,
    shown_steps,
    told_steps,
)
from dragoman.model.report import ProvisionContent

MEASURES = ("steps", "step reports", "dates", "votes", "parties", "terms", "provisions", "speakers")
# acts that bind a party or free it: to show one that nobody told is the gravest mistake the record can make
BINDING = (
    "ratified",
    "acceded",
    "deposited",
    "exchanged",
    "in_force",
    "withdrawal_notified",
    "withdrawn",
    "terminated",
)


@dataclass(frozen=True, slots=True)
class Slip:
    """Something missed or wrong, with its sentence."""

    happening: str
    measure: str
    kind: Literal["missed", "wrong"]
    what: str
    but: str  # what stands there instead, or why it is wrong
    sentence: str


@dataclass(frozen=True, slots=True)
class Count:
    """How much of what is told was found, and how much of what is shown is right."""

    found: int = 0
    told: int = 0
    right: int = 0
    shown: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(*(a + b for a, b in zip(self.values(), other.values(), strict=True)))

    def values(self) -> tuple[int, int, int, int]:
        return self.found, self.told, self.right, self.shown

    @property
    def recall(self) -> float:
        return round(100 * self.found / self.told, 1) if self.told else 100.0

    @property
    def precision(self) -> float:
        return round(100 * self.right / self.shown, 1) if self.shown else 100.0

    @property
    def f1(self) -> float:
        recall, precision = self.recall, self.precision
        return round(2 * recall * precision / (recall + precision), 1) if recall + precision else 0.0


class Scored(NamedTuple):
    """The count of one measure in one happening, and its slips."""

    measure: str
    tally: Count
    slips: tuple[Slip, ...]


# --- what fits ---


def fits_actor(told: Choice, shown: str) -> bool:
    """Say whether an actor is one of those told; a government stands for its state, a parliament never."""
    return any(shown == t or (shown.startswith(f"{t}/") and "/legislature" not in shown) for t in told)


def fits_act(told: Told, shown: Shown) -> bool:
    """Say whether both are one act by one actor, however it holds."""
    return shown.act in told.act and fits_actor(told.actor, shown.actor)


def fits(told: Told, shown: Shown) -> bool:
    """Say whether what is shown is what is told: the act, who, and how it holds."""
    return fits_act(told, shown) and shown.stance in told.stance


def finds(told: Told, shown: Shown, happening: Happening) -> bool:
    """Say whether what is shown is this act, and not another like it whose date it bears."""
    others = [t for t in happening.steps if fits(t, shown) and t.when == shown.when is not None]
    return fits(told, shown) and (not others or told in others)


def _bare(told: Told, shown: Shown) -> bool:
    """Say whether what is shown is what is told, without its party: little, but not wrong."""
    return shown.actor == NOBODY and shown.act in told.act and shown.stance in told.stance


# --- the gate ---


class Breach(NamedTuple):
    """Something shown that no article says: an act that did not happen, or by somebody else."""

    why: str
    act: str
    actor: str
    sentence: str


def breaches(happening: Happening, found: Found) -> tuple[Breach, ...]:
    """Return every act that the record shows as actual and must not, and every one it gives to somebody else."""
    shown = ((_breach(happening, s), s) for s in shown_steps(found))
    told = ((_misread(happening, s), s) for s in told_steps(found))
    steps = {(s.act, s.actor, s.sentence): Breach(why, s.act, s.actor, s.sentence) for why, s in [*told, *shown] if why}
    status = [
        Breach("its status", p.act, p.party, f"of {a.name}")
        for a in found.agreements
        for p in a.status
        if p.act in BINDING and not _happened(happening, p.act, p.party)
    ]
    return (*steps.values(), *dict.fromkeys(status))


def _breach(happening: Happening, shown: Shown) -> str | None:
    """Say why an act must not be shown so, whichever sentences it is drawn from."""
    if _happened(happening, shown.act, shown.actor):
        return None
    told = any(fits_act(t, shown) for t in happening.steps)
    ruled_out = any(shown.act == act and fits_actor((actor,), shown.actor) for act, actor in happening.not_steps)
    if shown.stance == "actual" and (told or ruled_out):
        return "did not happen"
    if shown.stance == "actual" and shown.act in BINDING:
        return "nobody says it binds"
    if not told and shown.actor != NOBODY and any(shown.act in t.act for t in happening.steps):
        return "by somebody else"
    return None


def _misread(happening: Happening, shown: Shown) -> str | None:
    """Say how the sentence itself tells an act that is taken from it as having happened."""
    sentence = happening.sentence(shown.sentence)
    here = [t for t in happening.steps if shown.act in t.act and happening.sentence(t.told) == sentence]
    if shown.stance != "actual" or not here or any("actual" in t.stance for t in here):
        return None
    return f"the sentence tells it as {'|'.join(here[0].stance)}"


def _happened(happening: Happening, act: str, actor: str) -> bool:
    told = [t for t in happening.steps if act in t.act and "actual" in t.stance]
    return any(actor == NOBODY or fits_actor(t.actor, actor) for t in told)


# --- the scores ---


def score(happening: Happening, found: Found) -> tuple[Scored, ...]:
    """Compare what the record holds with what is told, by every measure."""
    shown = shown_steps(found)
    return (
        _steps(happening, "steps", shown),
        _steps(happening, "step reports", told_steps(found)),
        _dates(happening, shown),
        _votes(happening, found),
        _parties(happening, found),
        _terms(happening, found),
        _provisions(happening, found),
        _speakers(happening, found),
    )


def _steps(happening: Happening, measure: str, shown: Sequence[Shown]) -> Scored:
    wanted = [t for t in happening.steps if not t.optional]
    unique = list({(s.act, s.actor, s.stance, s.when): s for s in reversed(shown)}.values())[::-1]
    missed = [t for t in wanted if not any(finds(t, s, happening) for s in unique)]
    wrong = [s for s in unique if not any(fits(t, s) or _bare(t, s) for t in happening.steps)]
    count = Count(len(wanted) - len(missed), len(wanted), len(unique) - len(wrong), len(unique))
    slips = [
        *(_slip(happening, measure, _words(t), _instead(t, unique), t.told) for t in missed),
        *(
            Slip(happening.name, measure, "wrong", f"{s.act} by {s.actor}: {s.stance}", _why(happening, s), s.sentence)
            for s in wrong
        ),
    ]
    return Scored(measure, count, tuple(slips))


def _slip(happening: Happening, measure: str, what: str, but: str, told: str) -> Slip:
    return Slip(happening.name, measure, "missed", what, but, happening.sentence(told))


def _words(told: Told) -> str:
    return f"{'|'.join(told.act)} by {'|'.join(told.actor)}: {'|'.join(told.stance)}"


def _instead(told: Told, shown: Sequence[Shown]) -> str:
    stances = [f"{s.stance} {s.when or ''}".strip() for s in shown if fits_act(told, s)]
    if stances:
        return f"shown as {', '.join(stances)}"
    others = [s.actor for s in shown if s.act in told.act and s.stance in told.stance]
    return f"shown of {', '.join(others)}" if others else "not shown"


def _why(happening: Happening, shown: Shown) -> str:
    stances = ["|".join(t.stance) for t in happening.steps if fits_act(t, shown)]
    if stances:
        return f"told as {', '.join(stances)}"
    others = ["|".join(t.actor) for t in happening.steps if shown.act in t.act]
    return f"told of {', '.join(others)}" if others else "told of nobody"


def _dates(happening: Happening, shown: Sequence[Shown]) -> Scored:
    """Of the dated acts that are shown, how many bear their date."""
    pairs = [(t, [s for s in shown if finds(t, s, happening)]) for t in happening.steps if t.when]
    dated = [(t, matching) for t, matching in pairs if matching]
    missed = [(t, matching) for t, matching in dated if not any(s.when == t.when for s in matching)]
    right, told = len(dated) - len(missed), len(dated)
    slips = [
        _slip(happening, "dates", f"{_words(t)} {t.when}", ", ".join(str(s.when) for s in matching), t.told)
        for t, matching in missed
    ]
    return Scored("dates", Count(right, told, right, told), tuple(slips))


def _votes(happening: Happening, found: Found) -> Scored:
    shown = [(v.body, {"yes": v.yes, "no": v.no, "abstain": v.abstain, "present": v.present}, v) for v in found.votes]

    def same(tally: Tally, body: str | None, figures: dict[str, int | None]) -> bool:
        told = dict(tally.figures)
        extra = [f for f in ("yes", "no", "abstain") if f not in told and figures[f] is not None]
        return body in tally.body and not extra and all(figures[f] == n for f, n in told.items())

    missed = [t for t in happening.votes if not any(same(t, b, f) for b, f, _ in shown)]
    wrong = [(b, f, v) for b, f, v in shown if not any(same(t, b, f) for t in happening.votes)]
    quotes = {r.id: quote_of(r, ["vote"]) for r in found.reports}
    slips = [
        *(_slip(happening, "votes", f"{t.body} {dict(t.figures)}", "not shown", t.told) for t in missed),
        *(
            Slip(happening.name, "votes", "wrong", f"{b} {f}", "not told so", quotes.get(v.reports[0], ""))
            for b, f, v in wrong
        ),
    ]
    told = len(happening.votes)
    return Scored("votes", Count(told - len(missed), told, len(shown) - len(wrong), len(shown)), tuple(slips))


def _parties(happening: Happening, found: Found) -> Scored:
    """Compare each agreement told with the one shown that shares the most parties with it."""
    count, slips = Count(), []
    for told, maybe in happening.parties:
        best = max(found.agreements, key=lambda a: (len(told & set(a.parties)), len(a.steps)), default=None)
        shown = set(best.parties) if best else set()
        missed, wrong = sorted(told - shown), sorted(shown - told - maybe)
        count += Count(len(told & shown), len(told), len(shown) - len(wrong), len(shown))
        name = best.name if best else "no agreement"
        slips += [Slip(happening.name, "parties", "missed", party, "not shown", f"of {name}") for party in missed]
        slips += [Slip(happening.name, "parties", "wrong", party, "not told", f"of {name}") for party in wrong]
    return Scored("parties", count, tuple(slips))


def _terms(happening: Happening, found: Found) -> Scored:
    shown = {a.term: a.name for a in found.agreements if a.term}
    missed = [t for t in happening.terms if t not in shown]
    wrong = [t for t in shown if t not in happening.terms]
    told = len(happening.terms)
    slips = [
        *(Slip(happening.name, "terms", "missed", t, "not shown", "") for t in missed),
        *(Slip(happening.name, "terms", "wrong", t, "not told", f"of {shown[t]}") for t in wrong),
    ]
    return Scored("terms", Count(told - len(missed), told, len(shown) - len(wrong), len(shown)), tuple(slips))


def _provisions(happening: Happening, found: Found) -> Scored:
    shown = [
        (p.content, happening.sentence(quote_of(p, ["provision", "provision.text"])))
        for p in found.reports
        if isinstance(p.content, ProvisionContent) and p.stance not in ("denied", "negated")
    ]

    def known(rule: Rule, text: str) -> bool:
        return any(word.lower() in text.lower() for word in rule.words)

    def same(rule: Rule, content: ProvisionContent) -> bool:
        return (
            known(rule, content.text)
            and content.obligation in rule.obligation
            and any(sector in rule.sector for sector in content.sectors)
        )

    missed = [r for r in happening.provisions if not any(same(r, c) for c, _ in shown)]
    wrong = [(c, q) for c, q in shown if not any(same(r, c) for r in happening.provisions)]
    slips = []
    for rule in missed:
        near = [f"{c.obligation} {'/'.join(c.sectors)}" for c, _ in shown if known(rule, c.text)]
        what = f"{'|'.join(rule.obligation)} {'|'.join(rule.sector)}: {rule.words[0]}"
        slips.append(_slip(happening, "provisions", what, f"shown as {', '.join(near) or 'nothing'}", rule.told))
    for content, quote in wrong:
        what = f"{content.obligation} {'/'.join(content.sectors)}: {content.text}"
        told_as = [
            f"told as {'|'.join(r.obligation)} {'|'.join(r.sector)}" for r in happening.provisions if known(r, quote)
        ]
        slips.append(Slip(happening.name, "provisions", "wrong", what, ", ".join(told_as) or "not told", quote))
    told = len(happening.provisions)
    return Scored("provisions", Count(told - len(missed), told, len(shown) - len(wrong), len(shown)), tuple(slips))


def _speakers(happening: Happening, found: Found) -> Scored:
    """Of the utterances told, how many are shown; of those shown, how many have the right speaker."""
    count, slips = Count(), []
    for told, words in happening.speakers:
        shown = [s.speaker_actor or s.speaker for s in found.statements if words.lower() in s.text.lower()]
        named = [s for s in shown if fits_actor(told, s)]
        count += Count(bool(named), 1, len(named), len(shown))
        if not named:
            but = f"said by {', '.join(shown)}" if shown else "not shown"
            slips.append(_slip(happening, "speakers", "|".join(told), but, words))
    return Scored("speakers", count, tuple(slips))


def total(scored: Iterable[Scored]) -> dict[str, Count]:
    """Add up the counts by measure."""
    counts = dict.fromkeys(MEASURES, Count())
    for one in scored:
        counts[one.measure] += one.tally
    return counts
