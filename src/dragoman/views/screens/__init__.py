"""What each screen shows, as plain data: a page draws it, and its twin in JSON is the same."""

from dragoman.record import Record
from dragoman.views.explain import Explanation, explain
from dragoman.views.screens.actor import ActorScreen, actor_screen
from dragoman.views.screens.actors import ActorList, actor_list
from dragoman.views.screens.agreement import AgreementScreen, agreement_screen
from dragoman.views.screens.agreements import AgreementList, agreement_list
from dragoman.views.screens.article import ArticleScreen, article_screen
from dragoman.views.screens.compare import CompareScreen, compare_screen
from dragoman.views.screens.dyad import DyadScreen, dyad_screen
from dragoman.views.screens.findings import FindingList, FindingsAsked, finding_list
from dragoman.views.screens.foot import Foot, foot
from dragoman.views.screens.search import SearchAsked, SearchScreen, search_screen
from dragoman.views.screens.sources import SourcesScreen, sources_screen
from dragoman.views.screens.story import StoryScreen, story_screen
from dragoman.views.screens.today import TodayAsked, TodayScreen, today_screen


class Screens:
    """The screens of one record; nothing here writes, nor groups what another process is reading."""

    def __init__(self, record: Record) -> None:
        """Take a record that is open."""
        self._record = record

    def foot(self) -> Foot:
        """Return what stands at the foot of every page: what was not read."""
        return foot(self._record)

    def today(
        self,
        *,
        actor: str | None = None,
        sector: str | None = None,
        since: str | None = None,
        until: str | None = None,
        page: int = 1,
    ) -> TodayScreen:
        """Return the newest stories."""
        return today_screen(self._record, TodayAsked(actor, sector, since, until, page))

    def story(self, id: str) -> StoryScreen:
        """Return one story."""
        return story_screen(self._record, id)

    def compare(
        self, story: str, *, differences: bool = False, sector: str | None = None, outlets: tuple[str, ...] = ()
    ) -> CompareScreen:
        """Return the compare grid of a story, narrowed as asked."""
        return compare_screen(self._record, story, differences=differences, sector=sector, outlets=outlets)

    def article(self, id: str) -> ArticleScreen:
        """Return one article with everything read from it."""
        return article_screen(self._record, id)

    def agreements(self, page: int) -> AgreementList:
        """Return the agreements of the record."""
        return agreement_list(self._record, page)

    def agreement(self, id: str) -> AgreementScreen:
        """Return one agreement."""
        return agreement_screen(self._record, id)

    def actors(self, kind: str | None) -> ActorList:
        """Return the actors that most articles name."""
        return actor_list(self._record, kind)

    def actor(self, id: str) -> ActorScreen:
        """Return one actor."""
        return actor_screen(self._record, id)

    def dyad(self, one: str, other: str) -> DyadScreen:
        """Return what is between two actors."""
        return dyad_screen(self._record, one, other)

    def findings(
        self, *, kind: str | None = None, severity: str | None = None, story: str | None = None, page: int = 1
    ) -> FindingList:
        """Return findings, warnings and notices where no severity is named."""
        return finding_list(self._record, FindingsAsked(kind, severity, story, page))

    def search(
        self,
        words: str,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        page: int = 1,
    ) -> SearchScreen:
        """Return articles and statements by their words."""
        return search_screen(self._record, SearchAsked(words, outlet, since, until, page))

    def sources(self) -> SourcesScreen:
        """Return what was read and what was not."""
        return sources_screen(self._record)

    def explain(self, id: str) -> Explanation:
        """Return the rule, the words and the way that led to anything in the record."""
        return explain(self._record, id)
