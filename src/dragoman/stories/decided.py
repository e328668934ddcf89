"""What persons decided, applied to groups: which things are one, which are apart, and what is wrong.

A judgement names articles or reports, so it holds whatever the rows are called that are derived from them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dragoman.model.finding import Judgement
from dragoman.model.report import Report, Role, Source
from dragoman.stories.gathering import Union

T = TypeVar("T")

# what is one step is of one agreement, too
WITHIN = {"agreements": ("agreements", "steps", "provisions")}


@dataclass(frozen=True, slots=True)
class Decided:
    """The judgements that grouping goes by."""

    judgements: tuple[Judgement, ...] = ()

    def groups(self, found: Sequence[Sequence[T]], table: str, key: Callable[[T], str]) -> list[list[T]]:
        """Return groups of a table as persons want them: first what is one is joined, then what is apart is parted.

        Args:
            found: the groups as they were found.
            table: whose rows the groups become.
            key: gives the id of an article or a report.
        """
        if not self.judgements:
            return [list(group) for group in found]
        joined = self._joined(found, WITHIN.get(table, (table,)), key)
        return [part for group in joined for part in self._parted(group, table, key)]

    def _joined(self, found: Sequence[Sequence[T]], tables: Sequence[str], key: Callable[[T], str]) -> list[list[T]]:
        at = {key(thing): i for i, group in enumerate(found) for thing in group}
        union = Union(map(_place, range(len(found))))
        for judgement in self._of("same", tables):
            places = sorted({at[s] for s in judgement.subjects if s in at})
            for other in places[1:]:
                union.join(_place(places[0]), _place(other))
        return [[thing for place in places for thing in found[int(place)]] for places in union.sets()]

    def _parted(self, group: list[T], table: str, key: Callable[[T], str]) -> list[list[T]]:
        """Return a group without those who are apart from others of it, and groups of those."""
        parts = [group]
        for judgement in self._of("different", (table,)):
            leaving, others = judgement.subjects[0], set(judgement.subjects[1:])
            for part in parts:
                ids = {key(thing) for thing in part}
                if leaving in ids and others & ids:
                    going = self._with(leaving, table) - others
                    parts.remove(part)
                    parts += [[t for t in part if key(t) not in going], [t for t in part if key(t) in going]]
                    break
        return parts

    def _with(self, id: str, table: str) -> set[str]:
        """Return what persons say is one with something."""
        return {id}.union(*(j.subjects for j in self._of("same", (table,)) if id in j.subjects))

    def _of(self, verdict: str, tables: Sequence[str]) -> Iterable[Judgement]:
        return (j for j in self.judgements if j.verdict == verdict and j.about in tables)

    def right(self, reports: Iterable[Report]) -> list[Report]:
        """Return the reports that nobody judged wrong, by themselves or with their article."""
        wrong = {s for j in self._of("wrong", ("reports", "articles")) for s in j.subjects}
        return [r for r in reports if r.id not in wrong and r.article not in wrong]

    def persons(self, reports: Iterable[Report]) -> list[Report]:
        """Return the reports with each actor under the id that persons say is his."""
        names = {o: j.subjects[0] for j in self._of("same", ("actors",)) for o in j.subjects[1:]}
        return [_renamed(r, names) for r in reports] if names else list(reports)


UNDECIDED = Decided()


def _place(number: int) -> str:
    return f"{number:012d}"  # so that they sort as numbers do


def _renamed(report: Report, names: dict[str, str]) -> Report:
    roles = tuple(_role(r, names) for r in report.roles)
    chain = tuple(_source(s, names) for s in report.attribution)
    same = roles == report.roles and chain == report.attribution
    return report if same else replace(report, roles=roles, attribution=chain)


def _role(role: Role, names: dict[str, str]) -> Role:
    return replace(role, actor=names[role.actor]) if role.actor in names else role


def _source(source: Source, names: dict[str, str]) -> Source:
    return replace(source, actor=names[source.actor]) if source.actor in names else source
