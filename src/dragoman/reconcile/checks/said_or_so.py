"""Whether what one account states as a fact is another's claim, is denied, or lost its source, by the printed words."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model.derived import Story
from dragoman.model.finding import Finding
from dragoman.model.words import content
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.passages import QUOTED, Passage, cue
from dragoman.reconcile.story_pairs import accounts_of, across, one_occasion

ALIKE = 0.4  # of the shorter sentence's content words
CONTRARY_ALIKE = 0.34  # of a sentence that says the contrary, and more besides
MATTER = 2  # content words that are no names
COPIED = 0.7  # of the words that a sentence and its model share, cues aside
POINTS = re.compile(
    r"\b(?:(?:the|these|those|such|any|all|its|their|this|that) )?(?:\w+ )?(?:accusations?|allegations?"
    r"|claims?|charges?|reports?|account|involvement|responsibility)\b",
    re.IGNORECASE,
)
CONTESTED = re.compile(
    r"\b(?:attack|bomb|shell|fir(?:e|ed|ing)|shot|shoot|kill|strik|struck|raid|invad|violat|breach|seiz|abduct"
    r"|detain|arrest|sabotag|hack|poison|tortur|smuggl|spy|spied|jam|ramm|sank|sunk|block|cut|damag|burn"
    r"|destroy|loot|expel"
    r"|massacr|deport|interfer|rig|steal|stole|divert|dump|mass|deploy|suppl|arm|fund|train|shelter|harbou?r)\w*",
    re.IGNORECASE,
)  # what somebody may be blamed for, so that whose word it is matters
FALSE = re.compile(
    r"\b(?:baseless|groundless|unfounded|untrue|false|fabricat\w+|invention|invented|nonsense|lies?|no truth|slander"
    r"|propaganda|absurd|not true)\b(?!(?: and \w+)? (?:steps?|moves?|decisions?|acts?|actions?|measures?|gestures?))",
    re.IGNORECASE,
)  # of what somebody claims; a "baseless step" was taken
CONTRARY = re.compile(
    r"\b(?:had|has|have|did|was|were|is|are|does|do) (?:not|never)\b|n['’]t\b|\bnever\b"
    r"|\bno (?:\w+ ){1,3}(?:had|has|have|was|were|crossed|took)\b",
    re.IGNORECASE,
)
NO_DENIAL = re.compile(
    r"\b(?:neither|did not|didn['’]t|refused to|declined to|would not|nor) (?:confirm|deny|comment)", re.I
)
CUES = frozenset(
    content(
        "accuse accused accuses allege alleged alleges claim claimed claims suspect suspected deny denied denies reject"
        " rejected say said according reported reportedly allegedly blame blamed confirm told statement government"
        " ministry official officials foreign minister spokesman spokeswoman"
    )
)


# where they are the subject of the flat sentence too, it tells what they did and lost no source
SPEAKERS = frozenset(content("minister ministers ministry government president official officials leader leaders"))


@check("fact_or_claim", over=Story)
def fact_or_claim(case: Case[Story]) -> Iterator[Finding]:
    """One account states in its own voice what another gives only as somebody's claim: the second is the safer.

    An account that gives its source in the sentence before or behind is not flat.
    """
    seen: set[Passage] = set()
    for one, other in across(case):
        for flat, claimed in ((one, other), (other, one)):
            if (
                flat.voice != "own"
                or flat in seen
                or flat.headline
                or claimed.headline
                or not _of_one_thing(flat, claimed)
            ):
                continue
            if not _claimed(flat, claimed) or _sourced(case, flat):
                continue
            seen.add(flat)
            sides = [case.told([flat], "asserted in its own voice"), case.told([claimed], "told as a claim")]
            because = f"stated as a fact: {case.printed(flat)}; told as somebody's claim: {case.printed(claimed)}"
            yield case.finding("asserted_vs_attributed", "warning", field="stance", sides=sides, because=because)


@check("source_lost", over=Story)
def source_lost(case: Case[Story]) -> Iterator[Finding]:
    """One account names its source; another has nearly the same sentence as if it knew by itself."""
    seen: set[Passage] = set()
    for one, other in across(case):
        for flat, model in ((one, other), (other, one)):
            if flat.voice != "own" or model.voice != "said" or flat.headline or model.headline or flat in seen:
                continue
            if not _claimed(flat, model) and _copied(flat, model) and not _sourced(case, flat):
                seen.add(flat)
                sides = [case.told([model], "by its source"), case.told([flat], "in its own voice")]
                because = f"{case.printed(model)} names who says it; {case.printed(flat)} has it in its own voice"
                yield case.finding("attribution_lost", "notice", field="attribution", sides=sides, because=because)


@check("denials", over=Story)
def denials(case: Case[Story]) -> Iterator[Finding]:
    """Somebody denies what is told: both stand side by side. A denial of another thing is not set beside it."""
    every = [p for account in accounts_of(case) for p in account]
    denying = [d for d in case.accounts.grouping.statements if d.denies]
    coded = {e.span for d in denying for r in case.accounts.of(d) for e in r.evidence}
    for denial in every:
        if not _denies(denial) or denial.headline or NO_DENIAL.search(denial.text):
            continue
        if any(
            s.article == denial.article and denial.start <= s.start < denial.start + len(denial.text) for s in coded
        ):
            continue  # the claim's own row has the finding
        told = _denied(case, denial, every)
        if told:
            sides = [case.told(told, "told"), case.told([denial], "denied")]
            because = f"{'; '.join(map(case.printed, told))}; denied: {case.printed(denial)}"
            yield case.finding("denied", "warning", field="stance", sides=sides, because=because)


def _claimed(flat: Passage, other: Passage) -> bool:
    """Say whether a sentence gives as somebody's claim what it matters to know the source of."""
    if other.voice == "alleged":
        return True
    mine, theirs = ({m[0][:4].lower() for m in CONTESTED.finditer(p.text)} for p in (flat, other))
    return other.voice == "said" and bool(mine & theirs)


def _of_one_thing(one: Passage, other: Passage) -> bool:
    shared = (one.stems & other.stems) - CUES
    least = min(len(one.stems - CUES), len(other.stems - CUES))
    return len(shared & one.matter) >= MATTER and len(shared) >= ALIKE * least and one_occasion(one, other)


def _copied(flat: Passage, model: Passage) -> bool:
    if len(flat.stems) < 5 or not one_occasion(flat, model) or flat.stems & model.stems & SPEAKERS:
        return False
    if any(a.what == b.what and not a.fits(b) for a in flat.amounts for b in model.amounts):
        return False
    return len(flat.stems & model.stems) >= COPIED * len(flat.stems) and _of_one_thing(flat, model)


def _sourced(case: Case[Story], flat: Passage) -> bool:
    """Say whether an account gives the same as somebody's word elsewhere: the flat lead is then its headline's way."""
    account = case.accounts.passages[flat.article]
    return any(p.voice != "own" and p is not flat and _of_one_thing(flat, p) for p in account)


def _denies(passage: Passage) -> bool:
    """Say whether a sentence denies: by its verb, by what it calls the claim, or by saying the contrary."""
    if passage.voice == "denied":
        return True
    return passage.voice in ("said", "alleged") and bool(FALSE.search(passage.text) or CONTRARY.search(passage.text))


def _denied(case: Case[Story], denial: Passage, every: Sequence[Passage]) -> list[Passage]:
    """Return the sentences that tell what a sentence denies."""
    object_ = _object(case, denial)
    others = [p for p in every if not _denies(p) and not p.headline and p != denial]
    about = frozenset(content(object_)) - CUES
    if (POINTS.search(denial.text) and len(about) < MATTER) or FALSE.search(denial.text):
        return _pointed_at(denial, others)
    least = ALIKE if denial.voice == "denied" else CONTRARY_ALIKE
    told = [p for p in others if _tells(p, about, least)]
    best = max((_share(p, about) for p in told), default=0.0)
    return [p for p in told if _share(p, about) == best]


def _pointed_at(denial: Passage, others: Sequence[Passage]) -> list[Passage]:
    """Return what others claim of those who deny, most alike first: "called the accusation baseless" says no more."""
    claims = [p for p in others if p.voice in ("alleged", "said") and p.names & denial.names]
    claims = [p for p in claims if CONTESTED.search(p.text) or p.voice == "alleged"]
    claims.sort(key=lambda p: (p.voice != "alleged", -len(p.stems & denial.stems), p.article, p.start))
    return claims[:1]


def _object(case: Case[Story], denial: Passage) -> str:
    """Return the words behind the verb that denies; of quoted words, those in the quotation too."""
    bare = QUOTED.sub(lambda m: " " * len(m[0]), denial.text)
    found = cue(case.accounts.ontology, "denies").search(bare)
    return bare[found.end() :] if found else denial.text


def _tells(passage: Passage, about: frozenset[str], least: float) -> bool:
    matter = about - passage.names
    return len(passage.matter & matter) >= MATTER and _share(passage, about) >= least


def _share(passage: Passage, about: frozenset[str]) -> float:
    return len(passage.stems & about) / len(about) if about else 0.0
