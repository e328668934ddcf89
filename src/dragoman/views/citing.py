"""Citations: short numbers that open the sentence a line rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.article import Article
from dragoman.model.report import Report
from dragoman.model.text import Span
from dragoman.record import Record


@dataclass(frozen=True, slots=True)
class Citation:
    """One sentence of one article, by number; ``report`` is an id for ``dragoman explain``."""

    number: int
    outlet: str
    file: str | None
    start: int
    end: int
    sentence: str
    report: str
    article: str


class Citations:
    """The sentences cited in one story, numbered in the order in which they are first cited."""

    def __init__(self, record: Record, articles: Mapping[str, Article]) -> None:
        self._record = record
        self._articles = articles
        self._cited: dict[Span, Citation] = {}

    def number(self, report: Report) -> int:
        """Return the number of the sentence that carries a report, a new one for a sentence not yet cited."""
        span = self._sentence(report)
        if span not in self._cited:
            article = self._articles[report.article]
            self._cited[span] = Citation(
                number=len(self._cited) + 1,
                outlet=article.outlet or article.file or article.id,
                file=article.file,
                start=span.start,
                end=span.end,
                sentence=span.of(article.text),
                report=report.id,
                article=article.id,
            )
        return self._cited[span].number

    def all(self) -> tuple[Citation, ...]:
        """Return the citations by number."""
        return tuple(self._cited.values())

    def _sentence(self, report: Report) -> Span:
        return self._record.sentence(report.evidence[0].span)
