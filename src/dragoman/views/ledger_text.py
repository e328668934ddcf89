"""Ledgers as plain text and as rows of a table."""

from collections.abc import Iterator, Sequence

from dragoman.views.ledger import Holder, Ledger, Wording
from dragoman.views.sheet import sheet, wrapped

COLUMNS = (
    "claim", "kind", "text", "who", "actor", "how", "since", "last", "published", "outlet", "via", "words", "file",
    "start", "end", "report",
)  # fmt: skip


def text(ledgers: Sequence[Ledger]) -> str:
    """Return ledgers as text."""
    lines = [line for one in ledgers for line in (*_ledger(one), "")]
    return "\n".join(lines).rstrip() + "\n"


def _ledger(ledger: Ledger) -> Iterator[str]:
    yield from wrapped("", f"{ledger.text}  [{ledger.id}]", "  ")
    read = f" · first read {ledger.read}" if ledger.read else ""
    yield f"  {ledger.kind} · first published {ledger.since or 'on an unknown day'}{read}"
    for holder in ledger.holders:
        yield from _holder(holder)
    if len(ledger.wordings) > 1:
        yield "  The wordings, as printed"
        for wording in ledger.wordings:
            yield from wrapped("    ", _wording(wording), "      ")


def _holder(holder: Holder) -> Iterator[str]:
    days = sorted({day for day in (holder.since, holder.last) if day})
    told = f" ({' to '.join(days)})" if days else ""
    yield from wrapped("  ", f"{holder.how}: {holder.who}{told}", "    ")
    for entry in holder.entries:
        via = f", {' → '.join(entry.via)}" if len(entry.via) > 1 else ""
        where = f"{entry.outlet}{via}, {entry.published or 'no date'}, {entry.start}–{entry.end}"
        yield from wrapped("      ", f"“{entry.words}” — {where} · explain {entry.report}", "        ")


def _wording(wording: Wording) -> str:
    changed = [
        f"drops “{' '.join(wording.dropped)}”" if wording.dropped else "",
        f"has “{' '.join(wording.other)}”" if wording.other else "",
    ]
    beside = ", ".join(part for part in changed if part)
    return f"“{wording.text}” — first {wording.first}, {wording.since or 'no date'}; {', '.join(wording.outlets)}" + (
        f"; beside the fullest it {beside}" if beside else "; the fullest"
    )


def csv(ledgers: Sequence[Ledger]) -> str:
    """Return ledgers as CSV with a header line, a line for each sentence of each holder."""
    return sheet(COLUMNS, _rows(ledgers))


def _rows(ledgers: Sequence[Ledger]) -> Iterator[tuple[str, ...]]:
    for one in ledgers:
        for holder in one.holders:
            for entry in holder.entries:
                yield (
                    one.id, one.kind, one.text, holder.who, holder.actor or "", holder.how, holder.since or "",
                    holder.last or "", entry.published or "", entry.outlet, " → ".join(entry.via),
                    " ".join(entry.words.split()), entry.file or "", str(entry.start), str(entry.end), entry.report,
                )  # fmt: skip
