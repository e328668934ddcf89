"""What coding makes of one article."""

from dataclasses import dataclass

from dragoman.model.actor import Actor
from dragoman.model.report import Report


@dataclass(frozen=True, slots=True)
class Coded:
    """The reports of one article, sorted by id, and every actor they name."""

    article: str
    reports: tuple[Report, ...]
    actors: tuple[Actor, ...]
