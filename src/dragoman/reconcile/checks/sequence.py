"""Whether the acts of an agreement can have followed one another as told."""

from collections.abc import Iterator
from itertools import product

from dragoman.model.derived import Agreement, Step
from dragoman.model.finding import Finding
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check

# what must come first; approval may precede signing where a parliament authorises it, so it is not here
AFTER = (
    ("ratified", "signed"), ("exchanged", "signed"), ("deposited", "signed"), ("in_force", "signed"),
    ("exchanged", "ratified"), ("deposited", "ratified"), ("withdrawn", "in_force"), ("signed", "proposed"),
    ("signed", "initialled"), ("promulgated", "approved"),
)  # fmt: skip


@check("impossible_sequence", over=Agreement)
def impossible_sequence(case: Case[Agreement]) -> Iterator[Finding]:
    """A treaty is signed before it is ratified and ratified before instruments are exchanged; no other order can be."""
    done = [s for s in case.row.steps if s.stance == "actual"]
    for later, earlier in product(done, done):
        if (later.act, earlier.act) in AFTER and _concerns(later, earlier) and _before(later, earlier):
            both = [(s, case.accounts.of(s)) for s in (later, earlier)]
            sides = [case.side(reports, f"{s.act} {s.when.edtf if s.when else ''}") for s, reports in both]
            told = " before ".join(f"{s.act} ({s.when.edtf if s.when else ''}), {case.quote(rs[0])}" for s, rs in both)
            yield case.finding("impossible_sequence", "warning", field="steps", sides=sides, because=told)


def _concerns(later: Step, earlier: Step) -> bool:
    return not later.parties or not earlier.parties or bool(set(later.parties) & set(earlier.parties))


def _before(later: Step, earlier: Step) -> bool:
    """Say whether the act that must be the later one is told to be over before the other can have happened."""
    ends = later.when.latest if later.when else None
    begins = earlier.when.earliest if earlier.when else None
    return ends is not None and begins is not None and ends < begins
