"""Whether figures add up, by the printed words: votes against those present, parts against the whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.article import Article
from dragoman.model.derived import Story, Vote
from dragoman.model.finding import Finding
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.amounts import SMALL, TENS, WORDS, Amount
from dragoman.reconcile.check import check
from dragoman.reconcile.passages import Passage
from dragoman.reconcile.story_pairs import BODIES, accounts_of
from dragoman.reconcile.wording import number

_WORD = rf"(?:{'|'.join(TENS)})(?:-(?:{'|'.join(SMALL[1:10])}))?|{'|'.join(WORDS)}|none|nobody"
_N = rf"(?P<{{}}>\d{{{{1,3}}}}(?:,\d{{{{3}}}})?|{_WORD})"


def _n(name: str) -> str:
    return _N.format(name)


WHO = r"(?:\w+ )?(?:members|deputies|lawmakers|senators|delegates|legislators|MPs|parliamentarians|representatives)"
VOTES = r"(?:votes?|ballots?|members|deputies|lawmakers|senators|delegates|legislators|MPs|of them)"
# "by 131 votes to 41", "131-41", "131 to 41"
TO = (
    rf"\b{_n('yes')}(?: {VOTES})?(?: in favou?r| for)?(?: to |[–-]){_n('no')}\b(?! (?:years?|months?|days?|per"
    rf"|million))"
)
# "131 in favour", "131 voted for", "131 votes for", "131 backed", "61 voted yes"
YES = (
    rf"\b{_n('yes')}(?: {VOTES}| {WHO})?(?: were| was| had| cast)?(?: voted| voting)?(?: in favou?r"
    rf"| for(?= and|,|;|\.| it\b| the)| in support| ayes?| yeas?| yes| backed| approved| supported)\b"
)
NO = (
    rf"\b{_n('no')}(?: {VOTES}| {WHO})?(?: were| was| had| cast)?(?: voted| voting)?(?: against| no\b| nays?"
    rf"| noes| in opposition| opposed| dissenting| rejected)\b"
)
ABSTAIN = rf"\b{_n('abstain')}(?: {VOTES}| {WHO})?(?: had| were)?(?: abstentions?| abstain(?:ed|ing))\b"
PRESENT = (
    rf"\b(?:with|of the|of|all) {_n('here')}(?: {WHO})? (?:present|in attendance|in the chamber|attending"
    rf"|taking part)\b|"
    rf"\b{_n('present')}(?: of (?:its|the|their) (?:\d+|{_WORD}))?(?: {WHO})?(?: who)?(?: had| were| was)?(?: then)?"
    r" (?:present|attend(?:ed|ing|ance)|in (?:the (?:chamber|hall|room)|attendance)|taking part|took part"
    r"|cast (?:a )?(?:ballots?|votes?)"
    rf"|took their seats|in their seats|on the floor|answered the roll|turned up|checked in|registered"
    rf"|were counted|in the room)\b|\battended by {_n('came')}\b"
)
SHAPES = {"yes": YES, "no": NO, "abstain": ABSTAIN}
PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in SHAPES.items()}
TALLY, THERE = re.compile(TO, re.IGNORECASE), re.compile(PRESENT, re.IGNORECASE)
MARGIN = re.compile(
    rf"\b(?:margin|majority|lead) of {_n('margin')}\b|\b{_N.format('more')}[ -]votes? (?:margin|majority)\b", re.I
)
TOTAL = re.compile(r"\b(?:in all|in total|a total of|altogether|combined|together)\b", re.IGNORECASE)
NEAR = 0.4  # of the whole by which the parts may miss it and still be meant as its parts
PARTS = 3  # numbers, the whole among them, of which a sentence may say that some make up the other
OTHER = re.compile(
    r"\b(?:including|rest|remain\w*|others|further|per cent|percent|years?|aged|among them|of which|at least"
    r"|more than|about|around|some|nearly|up to|other)\b",
    re.I,
)
SPLIT = re.compile(
    r"^Of (?:the|its|those|these|all) |\(|:|[–—]|\bof (?:whom|which|them)\b|\b(?:made up of|consisting of"
    r"|comprising|divided into|split (?:between|into)|broken down as|that is|namely)\b"
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of a vote with the sentence that gives it."""

    what: str
    count: int
    passage: Passage


@check("sums", over=Story)
def sums(case: Case[Story]) -> Iterator[Finding]:
    """Votes for, against and abstaining are added up and set beside those said to be present.

    Figures of one vote are taken together from all accounts that agree on the votes for and against it.
    """
    if any(v.arithmetic.verdict in ("unaccounted", "impossible") for v in _coded(case)):
        return  # the vote's own row has the finding
    for figures in _votes(case):
        told = {f.what: f for f in reversed(figures)}
        if {"yes", "no", "present"} <= told.keys():
            counted = sum(told[w].count for w in ("yes", "no", "abstain") if w in told)
            there = told["present"].count
            if counted != there:
                yield _vote(case, told, counted, there)


def _coded(case: Case[Story]) -> list[Vote]:
    return [v for v in case.accounts.grouping.votes if v.id in case.row.votes]


def _vote(case: Case[Story], told: dict[str, _Figure], counted: int, there: int) -> Finding:
    figures = ", ".join(f"{told[w].count} {w}" for w in ("yes", "no", "abstain") if w in told)
    apart = abs(there - counted)
    verdict = f"{number(apart)} are not accounted for" if counted < there else f"{number(apart)} more than there were"
    passages = list(dict.fromkeys(f.passage for f in told.values()))
    sides = [case.told(passages, f"{counted} of {there}")]
    because = f"{figures} make {counted}, of {there} present: {verdict}; {'; '.join(map(case.printed, passages))}"
    severity = "warning" if counted > there else "notice"
    return case.finding("arithmetic", severity, field="present", sides=sides, because=because)  # type: ignore[arg-type]


def _votes(case: Case[Story]) -> Iterator[list[_Figure]]:
    """Yield the figures of each vote of the story: those of one account and body, filled up from others."""
    votes: list[list[_Figure]] = []
    for account in accounts_of(case):
        for told in _told(account):
            key = {(f.what, f.count) for f in told if f.what in ("yes", "no")}
            same = next((v for v in votes if key and key <= {(f.what, f.count) for f in v}), None)
            if same is None:
                votes.append(told)
            else:
                same += [f for f in told if f.what not in {g.what for g in same}]
    yield from votes


def _told(account: Sequence[Passage]) -> Iterator[list[_Figure]]:
    """Yield the figures of each vote that an account tells, until another tally or another body begins."""
    held: list[_Figure] = []
    body: set[str] = set()
    for passage in account:
        found = _figures(passage)
        bodies = {m[0].lower() for m in BODIES.finditer(passage.text)}
        clash = any(f.what == g.what and f.count != g.count for f in found for g in held)
        if held and (clash or (found and body and bodies and not body & bodies)):
            yield held
            held, body = [], set()
        held += found
        body |= bodies if found else set()
    if held:
        yield held


def _figures(passage: Passage) -> list[_Figure]:
    text = passage.text
    found = {name: m[name] for name, p in PATTERNS.items() if (m := p.search(text))}
    if (tally := TALLY.search(text)) and re.search(r"\bvot|\bpass|\bapprov|\breject|\badopt|\bback|\bratif", text):
        found = {"yes": tally["yes"], "no": tally["no"]} | {k: v for k, v in found.items() if k == "abstain"}
    if there := THERE.search(text):
        found["present"] = there["here"] or there["present"] or there["came"]
    return [_Figure(what, count, passage) for what, word in found.items() if (count := _count(word)) is not None]


def _count(word: str) -> int | None:
    lower = word.lower().replace(",", "")
    if lower.isdigit():
        return int(lower)
    if lower in ("none", "nobody"):
        return 0
    parts = lower.split("-")
    return sum(WORDS[p] for p in parts) if all(p in WORDS for p in parts) else None


@check("margin", over=Article)
def margin(case: Case[Article]) -> Iterator[Finding]:
    """The margin that an account gives is the votes for less those against."""
    for passage in case.accounts.passages[case.row.id]:
        told = {f.what: f.count for f in _figures(passage)}
        found = MARGIN.search(passage.text)
        count = _count(found["margin"]) if found else None
        if count is not None and {"yes", "no"} <= told.keys() and told["yes"] - told["no"] != count:
            because = (
                f"{told['yes']} less {told['no']} are {told['yes'] - told['no']}, not {count}: {case.printed(passage)}"
            )
            sides = [case.told([passage], f"{told['yes'] - told['no']}, not {count}")]
            yield case.finding("arithmetic", "warning", field=f"text.{passage.start}", sides=sides, because=because)


@check("parts", over=Article)
def parts(case: Case[Article]) -> Iterator[Finding]:
    """The parts that a sentence lists make up the whole it gives, where it says that they are all of it."""
    for passage in case.accounts.passages[case.row.id]:
        opening = SPLIT.search(passage.text)
        whole, rest = _listed(passage, opening.end() if opening else 0)
        opening = opening or TOTAL.search(passage.text)
        if opening is None or whole is None or len(rest) < PARTS - 1 or OTHER.search(passage.text[opening.start() :]):
            continue
        total = sum(a.value for a in rest)
        if total != whole.value and abs(total - whole.value) <= NEAR * whole.value:
            listed = " + ".join(a.text for a in rest)
            because = f"{listed} make {total:,.0f}, not {whole.text}: {case.printed(passage)}"
            yield case.finding(
                "arithmetic", "warning", field=f"text.{passage.start}",
                sides=[case.told([passage], f"{total:,.0f} of {whole.value:,.0f}")], because=because,
            )  # fmt: skip


def _listed(passage: Passage, at: int) -> tuple[Amount | None, list[Amount]]:
    """Return the last number before a place, and those after it that count the same or nothing else."""
    exact = [a for a in passage.amounts if a.low == a.high]
    if TOTAL.search(passage.text) and len(exact) >= PARTS:
        most = max(exact, key=lambda a: a.value)
        return most, [a for a in exact if a is not most and a.money == most.money]
    before = [a for a in exact if a.start < at] or exact[:1]
    whole = before[-1] if before else None
    behind = [a for a in passage.amounts if a.start >= at and a is not whole]
    alike = [a for a in behind if whole and (a.money == whole.money) and a.value < whole.value]
    return whole, alike if len(alike) == len(behind) else []
