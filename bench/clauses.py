"""Measures who does what to whom in our own sentences: ``bench/clauses.py [--json] [--misses] [--write]``.

Each sentence of ``bench/data/clauses`` is read as an article of its own (a headline as its title). A clause of the
reading is aligned with a gold clause when its predicate is the word the gold names. Of aligned clauses every agent and
patient is an item (predicate, role, phrase). A read phrase is a gold phrase when its role is the same, its words
contain the gold words as whole words in their order, and its head is no word of the other role's gold; each phrase
serves once, those whose head is a gold word first. "F1" is over all items: items of gold clauses not found are
missed, phrases that are no gold phrase are wrong (but not those the gold lets stand in either place), and clauses that
no gold names are left out. "swapped" is the share of clauses found in which a phrase stands in one role whose head is
gold in the other and not in its own. "negation" is the F1 of clauses told as negated. "unread" counts sentences that
were passed over without a parse.

--misses lists what went wrong, sentence by sentence, in the half called dev. The unseen half is never listed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import places
from dragoman.model.article import Article
from dragoman.model.reading import Phrase, Reading, Token
from dragoman.model.text import Span

FOLDER = Path(__file__).parent / "data" / "clauses"
QUALITY = places.ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- clauses: bench/clauses.py --write -->", "<!-- end of clauses -->"
HALVES = ("dev", "unseen")
ROLES = ("agent", "patient")


@dataclass(frozen=True, slots=True)
class Gold:
    """A clause as it should be read; each phrase is its possible head words, "minister/Araghchi"."""

    predicate: str
    occurrence: int = 1  # which of the sentence's words that read so
    agent: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    either: tuple[str, ...] = ()  # counted in no role
    kind: str = "verb"
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with its gold clauses."""

    name: str  # the class: its file's name
    half: str  # its folder's name
    text: str
    clauses: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase as read: its words, and the one that is its head."""

    text: str
    head: str


@dataclass(frozen=True, slots=True)
class Found:
    """A clause as read, where it stands and who is in it."""

    start: int
    end: int
    kind: str
    agent: tuple[Filler, ...] = ()
    patient: tuple[Filler, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """What was right in some sentences; shares are per cent."""

    half: str
    name: str
    sentences: int
    clauses: int
    unread: int
    found: float
    precision: float
    recall: float
    f1: float
    agents: float
    patients: float
    negation: float | None  # None: nothing is negated, nor read so
    swapped: float


def cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Return the sentences of both halves, class by class."""
    import yaml

    return tuple(
        Case(path.stem, path.parent.name, row["text"], tuple(_gold(clause) for clause in row["clauses"]))
        for path in sorted(folder.glob("*/*.yaml"))
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    )


def _gold(row: dict[str, object]) -> Gold:
    unknown = set(row) - {"predicate", "agent", "patient", "either", "kind", "negated"}
    if unknown:
        raise ValueError(f"{row.get('predicate')}: no such field: {', '.join(sorted(unknown))}")
    word, _, number = str(row["predicate"]).partition("#")
    agent, patient, either = (_words(row.get(name)) for name in (*ROLES, "either"))
    return Gold(
        word, int(number or 1), agent, patient, either, str(row.get("kind", "verb")), bool(row.get("negated", False))
    )


def _words(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def half_of(text: str) -> str:
    """Return the half a sentence belongs to, whoever wrote it."""
    return HALVES[hashlib.sha256(text.encode()).digest()[0] % 2]


def place(text: str, gold: Gold) -> int:
    """Return the offset of the gold predicate in its sentence; -1 where it is not."""
    hits = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(gold.predicate)}(?!\w)", text)]
    return hits[gold.occurrence - 1] if len(hits) >= gold.occurrence else -1


def aligned(text: str, gold: Gold, found: Sequence[Found]) -> Found | None:
    """Return the clause read at the gold predicate, one of its kind before any other."""
    start = place(text, gold)
    there = [f for f in found if f.start <= start < f.end]
    return min(there, key=lambda f: f.kind != gold.kind, default=None)


def is_head(phrase: str, filler: Filler) -> bool:
    """Tell whether the head of what was read is a word of a gold phrase."""
    return any(filler.head.casefold() in way.casefold().split() for way in phrase.split("/"))


def holds(phrase: str, filler: Filler) -> bool:
    """Tell whether what was read contains a gold phrase as whole words."""
    return any(re.search(rf"(?i)(?<!\w){re.escape(way)}(?!\w)", filler.text) for way in phrase.split("/"))


def tally(gold: Gold, found: Found | None) -> Counter[str]:
    """Count what is right, wrong and missed in one gold clause; keys are "agent right", "negation missed", ..."""
    counts = Counter({"clauses": 1, "found": int(found is not None)})
    for role, other in (ROLES, ROLES[::-1]):
        phrases, foes = getattr(gold, role), getattr(gold, other)
        fillers = getattr(found, role) if found else ()
        right, wrong = _matched(phrases, fillers, foes=foes, either=gold.either)
        counts += Counter({f"{role} right": right, f"{role} wrong": wrong, f"{role} missed": len(phrases) - right})
    counts["swapped"] = int(found is not None and swapped(gold, found))
    told = found is not None and found.negated
    counts[f"negation {_outcome(gold.negated, told)}"] += 1
    return counts


def _outcome(gold: bool, told: bool) -> str:
    if gold:
        return "right" if told else "missed"
    return "wrong" if told else "none"


def _matched(
    phrases: Sequence[str], fillers: Sequence[Filler], *, foes: Sequence[str], either: Sequence[str]
) -> tuple[int, int]:
    """Return how many gold phrases were read, and how many phrases were read that are none."""
    left, open_ = list(fillers), list(phrases)
    for test in (is_head, holds):
        for phrase in tuple(open_):
            hit = next((f for f in left if test(phrase, f) and _fits(phrase, f, foes)), None)
            if hit is not None:
                left.remove(hit)
                open_.remove(phrase)
    wrong = [f for f in left if not any(is_head(p, f) or holds(p, f) for p in either)]
    return len(phrases) - len(open_), len(wrong)


def _fits(phrase: str, filler: Filler, foes: Sequence[str]) -> bool:
    return holds(phrase, filler) and (is_head(phrase, filler) or not any(is_head(f, filler) for f in foes))


def swapped(gold: Gold, found: Found) -> bool:
    """Tell whether somebody stands in one role who is gold in the other."""
    pairs = ((found.agent, gold.agent, gold.patient), (found.patient, gold.patient, gold.agent))
    return any(
        any(is_head(p, f) for p in theirs) and not any(is_head(p, f) for p in own)
        for fillers, own, theirs in pairs
        for f in fillers
    )


def figures(half: str, name: str, tallies: Sequence[Counter[str]]) -> Figures:
    """Add up the counts of some sentences."""
    total: Counter[str] = sum(tallies, Counter())
    right, wrong, missed = (sum(total[f"{role} {what}"] for role in ROLES) for what in ("right", "wrong", "missed"))
    return Figures(
        half=half,
        name=name,
        sentences=len(tallies),
        clauses=total["clauses"],
        unread=total["unread"],
        found=_percent(total["found"], total["clauses"]),
        precision=_percent(right, right + wrong),
        recall=_percent(right, right + missed),
        f1=_f1(right, wrong, missed),
        agents=_f1(*(total[f"agent {what}"] for what in ("right", "wrong", "missed"))),
        patients=_f1(*(total[f"patient {what}"] for what in ("right", "wrong", "missed"))),
        negation=_negation(total),
        swapped=_percent(total["swapped"], total["found"]),
    )


def _negation(total: Counter[str]) -> float | None:
    counts = [total[f"negation {what}"] for what in ("right", "wrong", "missed")]
    return _f1(*counts) if any(counts) else None


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _f1(right: int, wrong: int, missed: int) -> float:
    return _percent(2 * right, 2 * right + wrong + missed)


class Program:
    """The program, loaded once."""

    def __init__(self) -> None:
        from dragoman import ontology
        from dragoman.reading.engine import Engine

        self._engine, self._world = Engine.load(), ontology.load()

    def read(self, case: Case) -> Reading:
        """Return the reading of an article that holds only this sentence."""
        from dragoman.reading import read

        return read(article(case), ontology=self._world, engine=self._engine, gated=False)


def article(case: Case) -> Article:
    """Return the sentence as an article: a headline is its title, anything else its one paragraph."""
    from bench.lines import article_of

    plain = article_of(case.text)
    if case.name != "headline":
        return plain
    whole = Span(plain.id, 0, len(case.text))
    return replace(plain, title=case.text, headline=whole, body=len(case.text))


def clauses(reading: Reading) -> tuple[Found, ...]:
    """Return the clauses of a reading as this bench looks at them."""
    return tuple(_clauses(reading))


def _clauses(reading: Reading) -> Iterator[Found]:
    for clause in reading.clauses:
        tokens = reading.sentences[clause.sentence].tokens
        head = tokens[clause.head]
        agents, patients = _fillers(clause.agents, tokens), _fillers(clause.patients, tokens)
        yield Found(head.start, head.end, clause.kind, agents, patients, clause.negated)


def _fillers(phrases: Iterable[Phrase], tokens: Sequence[Token]) -> tuple[Filler, ...]:
    return tuple(Filler(p.text, tokens[p.head].text) for p in phrases)


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence, what was read of it and the counts of that."""

    case: Case
    found: tuple[Found, ...]
    counts: Counter[str]


def measured(case: Case, reading: Reading) -> Measured:
    """Count what is right in one sentence."""
    found = clauses(reading)
    counts = sum((tally(g, aligned(case.text, g, found)) for g in case.clauses), Counter[str]())
    counts["unread"] = int(not any(s.tokens for s in reading.sentences))
    return Measured(case, found, counts)


def all_figures(done: Sequence[Measured]) -> tuple[Figures, ...]:
    """Return the figures of each half, of all its classes and then of each."""
    names = sorted({m.case.name for m in done})
    rows = []
    for half in HALVES[::-1]:
        for name in ("all", *names):
            chosen = [m.counts for m in done if m.case.half == half and name in ("all", m.case.name)]
            rows.append(figures(half, name, chosen))
    return tuple(rows)


def misses(done: Iterable[Measured]) -> Iterator[str]:
    """Yield what went wrong in the dev half: the sentence, and each clause as it should be and as it was read."""
    for one in (m for m in done if m.case.half == "dev"):
        wrong = [line for gold in one.case.clauses for line in _miss(one, gold)]
        if wrong:
            yield f"[{one.case.name}] {one.case.text}"
            yield from wrong


def _miss(one: Measured, gold: Gold) -> Iterator[str]:
    found = aligned(one.case.text, gold, one.found)
    counts = tally(gold, found)
    kinds = [k for k in sorted(counts) if counts[k] and (k == "swapped" or k.endswith((" wrong", " missed")))]
    if found is None or kinds:
        yield f"    expected {_shown(gold.predicate, gold.agent, gold.patient, negated=gold.negated)}"
        yield f"    got      {_got(gold, found)}   ({', '.join(kinds) or 'no such clause'})"


def _got(gold: Gold, found: Found | None) -> str:
    if found is None:
        return "no such clause"
    agents, patients = ([f.text for f in side] for side in (found.agent, found.patient))
    return _shown(gold.predicate, agents, patients, negated=found.negated)


def _shown(predicate: str, agents: Sequence[str], patients: Sequence[str], *, negated: bool) -> str:
    return f"{'NOT ' if negated else ''}{predicate}: {' + '.join(agents) or '-'} > {' + '.join(patients) or '-'}"


COLUMNS = ("found", "precision", "recall", "f1", "agents", "patients", "negation", "swapped")


def table(rows: Sequence[Figures]) -> Iterator[str]:
    """Yield the figures as a table, a row for each class of each half."""
    yield "| half | class | sentences | clauses | unread | " + " | ".join(COLUMNS) + " |"
    yield "| --- " * (5 + len(COLUMNS)) + "|"
    for row in rows:
        shares = ["–" if (share := getattr(row, name)) is None else f"{share:.1f}" for name in COLUMNS]
        yield f"| {' | '.join([row.half, row.name, *map(str, (row.sentences, row.clauses, row.unread)), *shares])} |"


HEADING = """## Clauses

`.venv/bin/python bench/clauses.py` prints these (`--help` says what is counted, `--misses` lists the dev half's errors,
`--write` renews this table). Sentences of our own in the manner of diplomatic news, with the clauses that carry a
report; the half called *unseen* was not looked at while rules were written. F1 of predicate, role and phrase; then of
agents, of patients and of negation; *swapped* is the share of clauses found that take an agent for a patient or the
reverse. Per cent.
"""


def write(rows: Sequence[Figures], page: Path = QUALITY) -> None:
    """Put the table between its markers; a page without them gets a section at its end."""
    text = page.read_text(encoding="utf-8")
    block = "\n".join([BEGIN, "", *table(rows), "", END])
    if BEGIN in text:
        before, _, rest = text.partition(BEGIN)
        text = f"{before}{block}{rest.partition(END)[2]}"
    else:
        text = f"{text.rstrip()}\n\n{HEADING}\n{block}\n"
    page.write_text(text, encoding="utf-8")


def main() -> int:
    options = _options()
    program = Program()
    done = [measured(case, program.read(case)) for case in cases()]
    rows = all_figures(done)
    if options.write:
        write(rows)
    if options.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return 0
    print("\n".join(table(rows)))
    if options.misses:
        print("\n".join(["", *misses(done)]))
    return 0


def _options() -> argparse.Namespace:
    head, _, rest = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        prog="clauses.py", description=head, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="all figures, as JSON")
    parser.add_argument("--misses", action="store_true", help="list what went wrong in the dev half")
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
