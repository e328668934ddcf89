"""Bodies told without a state: "its parliament", "state media", "the foreign ministry"."""

import re
from collections.abc import Sequence

from dragoman.model.actor import Actor
from dragoman.model.reading import Mention
from dragoman.model.text import Span
from dragoman.reading.gazetteer import Hit
from dragoman.reading.owners import Form, Owners
from dragoman.reading.setting import Setting

# bodies that are told as people or as a whole, not as an office
_DESCRIBED = frozenset(
    "government people military media press opposition rebels business scientists elites students labour farmers "
    "refugees clergy believers medics criminals militia gunmen ruling-party party activists lawyers charities".split()
)
_ABSTAINS = frozenset(
    "foreign-ministry defence-ministry legislature legislature/lower legislature/upper interior-ministry".split()
)
_DEFINITE = re.compile(r"\b(?:the|The|in|by) \Z")
_OTHERS = ("s", "sy", "ate")  # lawmakers, an embassy, a consulate: there may be many


def form_of(slug: str | None) -> Form:
    """Return how a body is told by its noun."""
    return "description" if slug in _DESCRIBED else "office"


class Bare:
    """Says whose the bodies of one sentence are that are told without a state, where the text leaves no doubt."""

    def __init__(self, setting: Setting, owners: Owners) -> None:
        """Take what surrounds the sentence."""
        self.at = setting
        self.owners = owners
        self.actors = setting.actors

    def of(self, hit: Hit, told: Sequence[Mention]) -> Mention | None:
        """Return the mention of a body; ``told``: what the sentence has mentioned so far."""
        slug, before = hit.entry.noun, self.at.before(hit.start, 5)
        if slug is None:
            return None
        if before.lower().endswith("its "):
            body = self._its(slug, told)
            return self._mention(hit, body) if body else None
        if not (slug == "media" or (slug in _ABSTAINS and _DEFINITE.search(before) and not _is_many(hit.text))):
            return None
        state = self._state(hit, slug)
        body = self.actors.body(state, slug) if state else None
        return self._mention(hit, body, reason=None if body else f"no state named with {hit.text!r}")

    def _state(self, hit: Hit, slug: str) -> str | None:
        if hit.text == "Chamber" and len(self.at.told) == 1:  # "In Rome the Chamber passed the decree"
            return next(iter(self.at.told))
        return self.owners.subject() if slug == "media" or slug.startswith("legislature") else None

    def _its(self, slug: str, told: Sequence[Mention]) -> Actor | None:
        """ "its" is the state's of the sentence, where only one has been told."""
        states = {m.actor.id for m in told if m.actor and m.actor.kind == "state"}
        others = {m.actor.country for m in told if m.actor and m.actor.country} - states
        return self.actors.body(states.pop(), slug) if len(states) == 1 and not others else None

    def _mention(self, hit: Hit, body: Actor | None, *, reason: str | None = None) -> Mention:
        form = form_of(hit.entry.noun)
        return Mention(Span(self.at.article.id, hit.start, hit.end), hit.text, body, form, reason)


def _is_many(noun: str) -> bool:
    """ "Lawmakers" and "an embassy" may be any; a House of Deputies is one."""
    return noun.endswith(_OTHERS) and " of " not in noun
