"""Measures what is read of the happenings: ``happenings.py [--half HALF] [--json] [--misses] [--write] [NAME …]``.

Each happening is one or more short articles and what a careful reader finds in them. The rules were written by other
hands than the articles. ``--misses`` lists what was missed and what was wrong in the dev half, each with its sentence;
of the half called unseen only totals are printed. Identity is B³ over reports on instruments, all of a half in one
record: whether those on one instrument, in whichever article, stand together, and alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))


from bench import page
from bench.happening_files import HALVES, load, names, read
from bench.happening_identity import identity
from bench.happening_scores import MEASURES, Breach, Count, Scored, breaches, score, total

MARKS = ("<!-- happenings: bench/happenings.py --write -->", "<!-- end of happenings -->")
SECTION = """## Agreements and votes

`bench/happenings.py --write` renews this table. Short happenings of several outlets on real instruments, each with what
a careful reader finds in it; the half called *unseen* was written by another hand and not looked at while rules were
made. *Steps*: the act, whose, and how it holds, by agreement; *step reports*: the same of single sentences. *Dates*:
of the dated acts that are shown, those with their date. *Votes*: body and every figure right. *Provisions*: obligation
and sector. *Identity*: reports on one instrument that stand together, over all articles of the half in one record (B³).
The last column counts what is shown as fact, or of somebody, and must not be: chambers taken for their states among it.
"""


class Measured(NamedTuple):
    """What was measured of a half."""

    half: str
    scored: tuple[Scored, ...]
    broken: tuple[tuple[str, Breach], ...]
    identity: Count


def main() -> int:
    options = _options()
    measured = [_measure(half, options.names) for half in (options.half,) if half] or [
        _measure(half, options.names) for half in (["dev"] if options.names else HALVES)
    ]
    if options.write:
        page.renew(MARKS, _page_table(measured), section=SECTION)
    elif options.json:
        print(json.dumps([_figures(m, misses=options.misses) for m in measured], indent=1, ensure_ascii=False))
    else:
        print("\n".join(line for m in measured for line in _text(m, misses=options.misses)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="happenings.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="happenings of the dev half (all when none is named)")
    parser.add_argument("--half", choices=HALVES, help="one half only")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong in the dev half")
    parser.add_argument("--write", action="store_true", help="renew the table in docs/quality.md")
    return parser.parse_args()


def _measure(half: str, chosen: Sequence[str]) -> Measured:
    happenings = [load(name, half) for name in chosen or names(half)]
    found = [(h, read((h,))) for h in happenings]
    return Measured(
        half,
        tuple(one for h, f in found for one in score(h, f)),
        tuple((h.name, breach) for h, f in found for breach in breaches(h, f)),
        identity(happenings, read(happenings)),
    )


def _counts(measured: Measured) -> dict[str, Count]:
    return {**total(measured.scored), "identity": measured.identity}


def _page_table(measured: Sequence[Measured]) -> list[str]:
    rows = ["| half | what | told | found | recall % | shown | right | precision % | F1 | must not be |"]
    rows.append("| --- " * 10 + "|")
    for m in measured:
        for what, c in _counts(m).items():
            broken = str(len(m.broken)) if what == "steps" else ""
            figures = f"{c.told} | {c.found} | {c.recall} | {c.shown} | {c.right} | {c.precision} | {c.f1}"
            rows.append(f"| {m.half} | {what} | {figures} | {broken} |")
    return rows


def _text(measured: Measured, *, misses: bool) -> list[str]:
    rows = [f"{measured.half:14}{'told':>6}{'found':>7}{'recall':>8}{'shown':>8}{'right':>7}{'precision':>11}{'f1':>7}"]
    for what, c in _counts(measured).items():
        figures = f"{c.told:6}{c.found:7}{c.recall:8.1f}{c.shown:8}{c.right:7}{c.precision:11.1f}{c.f1:7.1f}"
        rows.append(f"{what:14}{figures}")
    rows += ["", f"shown so, and must not be: {len(measured.broken)}"]
    if measured.half == "unseen":
        return [*rows, ""]
    return [*rows, *_gate(measured.broken), *(_misses(measured.scored) if misses else ()), ""]


def _gate(broken: Sequence[tuple[str, Breach]]) -> list[str]:
    return [f"  {name}: {b.act} by {b.actor}: {b.why}\n      “{b.sentence}”" for name, b in broken]


def _misses(scored: Iterable[Scored]) -> list[str]:
    slips = [slip for s in scored for slip in s.slips]
    return [
        f"{s.happening} | {s.measure} | {s.kind} | {s.what} | {s.but}\n      “{s.sentence}”"
        for s in sorted(slips, key=lambda s: (MEASURES.index(s.measure), s.kind, s.happening))
    ]


def _figures(measured: Measured, *, misses: bool) -> dict[str, object]:
    rows = {
        what: {**asdict(c), "recall": c.recall, "precision": c.precision, "f1": c.f1}
        for what, c in _counts(measured).items()
    }
    figures: dict[str, object] = {"half": measured.half, "scores": rows, "must_not_be": len(measured.broken)}
    if measured.half == "unseen" or not misses:
        return figures
    breaches_ = [{"happening": name, **breach._asdict()} for name, breach in measured.broken]
    return {**figures, "breaches": breaches_, "slips": [asdict(slip) for s in measured.scored for slip in s.slips]}


if __name__ == "__main__":
    sys.exit(main())
