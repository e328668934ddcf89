"""The agreements of a record, those most told of first."""

from dataclasses import dataclass

from dragoman.model.derived import Agreement
from dragoman.record import Record
from dragoman.views.phrasing import Phrasing

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class AgreementInShort:
    """One agreement as a list has it."""

    id: str
    heading: str
    kind: str
    steps: int
    provisions: int
    votes: int
    reports: int


@dataclass(frozen=True, slots=True)
class AgreementList:
    """One page of agreements."""

    agreements: tuple[AgreementInShort, ...]
    page: int
    further: bool


def agreement_list(record: Record, page: int) -> AgreementList:
    """Return a page of the agreements."""
    found = record.most_told_agreements(most=ON_A_PAGE + 1, skip=(page - 1) * ON_A_PAGE)
    say = Phrasing(record.names())
    return AgreementList(tuple(in_short(a, say) for a in found[:ON_A_PAGE]), page, len(found) > ON_A_PAGE)


def in_short(agreement: Agreement, say: Phrasing) -> AgreementInShort:
    """Return an agreement for a list."""
    return AgreementInShort(
        id=agreement.id,
        heading=say.agreement(agreement),
        kind=agreement.kind,
        steps=len(agreement.steps),
        provisions=len(agreement.provisions),
        votes=len(agreement.votes),
        reports=len(agreement.reports),
    )
