"""Citations: short numbers that open the sentence a line rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.article import Article
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.model.text import Span
from dragoman.record import Record


@dataclass(frozen=True, slots=True)
class Citation:
    """One sentence of one article, by number; ``report`` is what ``dragoman explain`` takes."""

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
        return self._number(report.evidence[0].span, report.id)

    def of(self, finding: Finding) -> tuple[int, ...]:
        """Return the numbers of the sentences on a finding's sides, told by reports or not."""
        reports = {r.id: r for r in self._record.reports_with(r for side in finding.sides for r in side.reports)}
        told = [reports[r] for side in finding.sides for r in side.reports if r in reports]
        numbers = [self.number(r) for r in told if r.article in self._articles]
        quotes = [q.span for side in finding.sides if not side.reports for q in side.quotes]
        quotes = [span for span in quotes if span.article in self._articles]
        return tuple(dict.fromkeys((*numbers, *(self._number(span, finding.id) for span in quotes))))

    def _number(self, words: Span, id: str) -> int:
        span = self._record.sentence(words)
        if span not in self._cited:
            article = self._articles[span.article]
            self._cited[span] = Citation(
                number=len(self._cited) + 1,
                outlet=article.outlet or article.file or article.id,
                file=article.file,
                start=span.start,
                end=span.end,
                sentence=span.of(article.text),
                report=id,
                article=article.id,
            )
        return self._cited[span].number

    def all(self) -> tuple[Citation, ...]:
        """Return the citations by number."""
        return tuple(self._cited.values())
