"""Where words stand: offsets count code points of an article's text, end exclusive."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text."""

    article: str  # Article.id
    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words the span covers in ``text``."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Say whether ``other`` lies within this span."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Say whether the two share at least one code point."""
        return self.article == other.article and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that carry one field of a report.

    ``field`` is a path into the exported report: ``roles.0``, ``attribution.1.cue``, ``vote.yes``, ``when``.
    """

    field: str
    span: Span
    quote: str  # exactly the article's text at the span


@dataclass(frozen=True, slots=True, order=True)
class Unknown:
    """A field nobody could fill, and why."""

    field: str
    reason: str
