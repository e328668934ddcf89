"""Which events a denial denies, in its own article and in the others of its story.

A denial says what is denied in one of three ways: in words of its own ("denied that it had sent drones"), by saying
the contrary ("has never sent drones"), or by pointing at what somebody else said ("rejected the accusations"). A
denial of another thing is linked with nothing.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from dragoman.model.derived import Event
from dragoman.model.report import Report, StatementContent
from dragoman.stories.gathering import by
from dragoman.stories.origins import Texts, innermost
from dragoman.stories.tellings import Telling, of_one_matter, telling
from dragoman.stories.who import country

# "the Ukrainian accusations", "allegations that it armed the rebels": few words before, anything after "of" or "that"
POINTS = r"^(?:[\w’'-]+ ){{0,4}}(?:{nouns})s?(?P<about>(?: (?:of|that|about|over|against) .+)?)$"


class Denials:
    """The events that each saying denies.

    Args:
        reports: of every kind.
        happenings: the events derived from them.
        story_of: the story of each article.
        texts: what is known of the articles.
        nouns: what an accusation is called: "allegation", "charge".
    """

    def __init__(
        self,
        reports: Sequence[Report],
        happenings: Sequence[Event],
        *,
        story_of: Mapping[str, str],
        texts: Texts,
        nouns: Collection[str],
    ) -> None:
        self._reports = {r.id: r for r in reports}
        self._texts = texts
        self._story_of = story_of
        self._events = by(happenings, lambda e: story_of[self._reports[e.reports[0]].article])
        self._points = re.compile(POINTS.format(nouns="|".join(sorted(nouns))), re.IGNORECASE)
        self._negative = by((r for r in reports if _negative(r)), lambda r: r.article)
        self._same_act = _paired(reports)

    def of(self, saying: Report) -> set[str]:
        """Return the ids of the events that a saying denies."""
        events = self._events.get(self._story_of[saying.article], [])
        denied = self._pointed_at(saying, events) if _denies(saying) else set()
        contents = [r for r in self._negative.get(saying.article, []) if _content_of(r, saying)]
        return denied | {e.id for r in contents for e in events if self._contrary(r, e)}

    def _pointed_at(self, saying: Report, events: Iterable[Event]) -> set[str]:
        """Return what is alleged of the speaker's state, by those whose accusations are denied where they are told."""
        text = saying.content.text if isinstance(saying.content, StatementContent) else ""
        found = self._points.match(" ".join(text.split()).strip(" ,.;"))
        speaker = _state_of(saying, self._texts)
        if not found or not speaker:
            return set()
        accusers = {s for a in self._accusers(saying) if (s := country(a))}
        return {e.id for e in events if self._alleged(e, speaker, accusers) and self._about(e, found["about"])}

    def _accusers(self, saying: Report) -> Iterable[str]:
        return (a for other in self._same_act.get(saying.id, ()) for a in self._reports[other].actors("recipient"))

    def _alleged(self, event: Event, accused: str, accusers: Collection[str]) -> bool:
        alleging = [r for i in event.reports if (r := self._reports[i]).stance == "alleged"]
        if accused not in {country(a) for a in event.actors} or not alleging:
            return False
        by_whom = {self._texts.state.get(s.actor or "") for r in alleging if (s := innermost(r))}
        return not accusers or bool(by_whom & set(accusers))

    def _about(self, event: Event, words: str) -> bool:
        """Say whether an event is what the accusations are said to be of; where nothing is said, it may be."""
        if not words:
            return True
        wording = self._telling(self._reports[event.reports[0]]).wording
        return any(word[:5] in words.lower() for word in wording if len(word) > 3)

    def _contrary(self, negative: Report, event: Event) -> bool:
        """Say whether an event is told by others as what a report says is not so."""
        if not negative.actors("actor"):
            return False
        told = [r for i in event.reports if not _negative(r := self._reports[i]) and _same_type(r, negative)]
        one = self._telling(negative)
        return any(of_one_matter(one, self._telling(r)) for r in told)

    def _telling(self, report: Report) -> Telling:
        return telling(report, None, self._texts)


def _same_type(one: Report, other: Report) -> bool:
    return getattr(one.content, "type", None) == getattr(other.content, "type", "")


def _negative(report: Report) -> bool:
    return report.kind == "event" and (report.polarity == "-" or report.stance in ("denied", "negated"))


def _denies(saying: Report) -> bool:
    return bool(saying.attribution) and saying.attribution[-1].commitment == "denies"


def _content_of(report: Report, saying: Report) -> bool:
    """Say whether a report is what a saying says: it is linked to it, or stands in its words by the same source."""
    if any(k.kind == "content_of" and k.report == saying.id for k in report.links):
        return True
    ends = [(e.span.start, e.span.end) for e in saying.evidence]
    start, end = min(s for s, _ in ends), max(e for _, e in ends)
    same = len(report.attribution) > 1 and report.attribution[-1].source == saying.attribution[-1].source
    return same and all(start <= e.span.start and e.span.end <= end for e in report.evidence[:1])


def _state_of(saying: Report, texts: Texts) -> str | None:
    speakers = saying.actors("speaker")
    return next((s for a in speakers if (s := texts.state.get(a) or country(a))), None)


def _paired(reports: Iterable[Report]) -> dict[str, list[str]]:
    """Return the other side of each act that is told as two, by the id of either."""
    found: dict[str, list[str]] = {}
    for report in reports:
        for link in report.links:
            if link.kind == "same_act":
                found.setdefault(report.id, []).append(link.report)
                found.setdefault(link.report, []).append(report.id)
    return found
