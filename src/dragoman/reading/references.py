"""What "the ministry", "the Senate" and "the president" refer back to: the one of its kind named before."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.reading import Mention, Sentence
from dragoman.model.text import Span
from dragoman.ontology.actors import ActorTable
from dragoman.reading.gazetteer import spellings
from dragoman.reading.setting import lists

_MINISTRY = re.compile(r"(?:\A|.* )(?:ministry|foreign office)\Z|ministry of .*")
_HOLDER = re.compile(r".*\b(?:president|minister|premier|chancellor|king|queen|emir|sultan|secretary of state)")
_ONE_OF_MANY = frozenset("lawmaker legislator senator mp congressman parliamentarian".split())
_GENERIC = {"minister": "minister", "chamber": "legislature/chamber"}
_MEMBERS = re.compile(r"(?:s|members of parliament)\Z")  # lawmakers, senators, deputies
_ELSEWHERE = re.compile(r"[ \u00a0](?:of|for)\b|[-–]|[ \u00a0](?:elect|designate|and[ \u00a0]CEO)\b")
_NAMED_NEXT = re.compile(r",?[ \u00a0][A-Z][\w.-]+[ \u00a0][A-Z]")
_LOOSE = re.compile(
    r"\b(?<![Tt]he[ \u00a0])(?<![Pp]rime[ \u00a0])(?<![Vv]ice[ \u00a0])(?P<noun>[Pp]resident|[Mm]inister|[Mm]inistry)\b"
)
_WORD = re.compile(r"[ \u00a0]([a-z-]+)")


def references(
    article: Article, sentences: Sequence[Sentence], told: Sequence[Mention], *, actors: ActorTable
) -> Iterator[Mention]:
    """Yield the mentions of bodies and holders of office that only refer to one named before."""
    nouns = _nouns(actors)
    pattern = _pattern(actors)
    known = _Known(actors)
    loose = _loose(article, told)
    headlines = [s.span for s in sentences if s.headline]
    earlier = [m for m in told if m.actor or not any(h.holds(m.span) for h in headlines)]
    earlier.sort(key=lambda m: m.span)
    at, settled = 0, set[Span]()
    for sentence in sentences:
        for found in pattern.finditer(article.text, sentence.span.start, sentence.span.end):
            while at < len(earlier) and earlier[at].span.end <= found.start("noun"):
                if earlier[at].span not in settled:
                    known.add(earlier[at])
                at += 1
            noun = found["noun"]
            if not _refers(article, sentence, found, nouns[noun], actors):
                continue
            meant = known.meant(noun.lower(), nouns[noun])
            if isinstance(meant, Actor) and loose.get(noun.lower(), found.start()) < found.start():
                meant = f"another {noun} of no state is told before"
            if meant is not None:
                span = Span(article.id, found.start("noun"), found.end("noun"))
                settled.add(span)
                actor, reason = (meant, None) if isinstance(meant, Actor) else (None, meant)
                yield Mention(span, noun, actor, "office", reason)


def _loose(article: Article, told: Sequence[Mention]) -> dict[str, int]:
    """Return where a president, a minister or a ministry is first told that no mention covers ("a club president")."""
    spans = sorted((m.span.start, m.span.end) for m in told if m.actor)
    found: dict[str, int] = {}
    for match in _LOOSE.finditer(article.text):
        at, noun = match.start("noun"), match["noun"].lower()
        i = bisect_right(spans, (at, len(article.text)))
        if not (i and spans[i - 1][1] > at):
            found.setdefault(noun, at)
    return found


def _refers(article: Article, sentence: Sentence, found: "re.Match[str]", slug: str, actors: ActorTable) -> bool:
    """Whether the words are no name of their own and no part of a longer phrase: "the president of the club"."""
    after = article.text[found.end("noun") : min(sentence.span.end, found.end("noun") + 60)]
    if _ELSEWHERE.match(after) or _NAMED_NEXT.match(after):
        return False
    word = _WORD.match(after)
    if word and word[1] in lists(actors).compounds:
        return False
    return len(actors.lookup(found["noun"])) != 1 and not (_holder(slug) and after[:1] in ("'", "’"))


class _Known:
    """The bodies and holders of office named so far, each kind once."""

    def __init__(self, actors: ActorTable) -> None:
        self._actors = actors
        self._bodies: dict[str, tuple[Actor, set[str]]] = {}  # by id, with the nouns used
        self._holders: dict[str, dict[str, Actor]] = {}  # by office, by id
        self._open: set[str] = set()  # the last words of what was named and is nobody we know

    def add(self, mention: Mention) -> None:
        """Remember what one mention names."""
        actor, words = mention.actor, mention.text.lower()
        if actor is None:
            self._open.add(words.rpartition(" ")[2])
            return
        if actor.kind in ("body", "chamber", "organisation"):
            self._bodies.setdefault(actor.id, (actor, set()))[1].add(words)
        elif actor.kind == "office":
            self._holders.setdefault(actor.id.partition("/")[2], {})[actor.id] = actor
        elif actor.kind == "person" and "ELI" not in actor.sector:
            for slug in _offices(self._actors, words):
                self._hold(slug, actor)

    def _hold(self, slug: str, person: Actor) -> None:
        """A person takes the place of the office of the same state."""
        held = self._holders.setdefault(slug, {})
        held.pop(f"{person.country}/{slug}", None)
        held[person.id] = person

    def meant(self, noun: str, slug: str) -> Actor | str | None:
        """Return who is meant; a reason where several may be; None where nobody of that kind was named."""
        if _holder(slug):
            return _only(self._held(noun, slug), noun)
        if slug.startswith("legislature"):
            return self._chamber(noun, slug)
        found = self._ministries(noun, slug)
        if found and noun.rpartition(" ")[2] in self._open:
            return f"a {noun} whose state is open is named before"
        return _only(found, noun)

    def _held(self, noun: str, slug: str) -> list[Actor]:
        offices = [o for o in self._holders if o == slug]
        if noun == "minister":
            offices = [o for o in self._holders if o.endswith("minister") and not o.endswith("prime-minister")]
        elif slug == "minister":  # "the health minister" is no other minister
            return [a for a in self._holders.get(slug, {}).values() if a.kind == "person" or noun in a.name.lower()]
        held = {i: a for o in offices for i, a in self._holders[o].items()}
        persons = {(a.country, o) for o in offices for a in self._holders[o].values() if a.kind == "person"}
        return [a for a in held.values() if a.kind == "person" or (a.country, a.id.partition("/")[2]) not in persons]

    def _ministries(self, noun: str, slug: str) -> list[Actor]:
        found = [(a, words) for i, (a, words) in self._bodies.items() if i.endswith("ministry")]
        if noun == "ministry":
            called = [a for a, words in found if any("ministry" in w for w in words)]
            return called or [a for a, _ in found]  # "the agriculture department" is not what "the ministry" names
        if slug == "ministry":
            return [a for a, words in found if any(noun in w for w in words)]
        return [a for a, _ in found if a.id.endswith(f"/{slug}")]

    def _chamber(self, noun: str, slug: str) -> Actor | str | None:
        head = noun.rpartition(" ")[2]
        if head in self._open:
            return f"a {head} whose state is open is named before"
        called = [a for a, words in self._bodies.values() if any(head in w.split() for w in words)]
        named = [(a, words) for a, words in self._bodies.values() if a.kind == "chamber"]
        if called or len({a.country or a.id for a, _ in named}) != 1:
            return _only(called or [a for a, _ in named], noun)
        single = named[0][0] if len(named) == 1 else None
        if slug == "legislature/chamber" or head == "assembly":
            return single or _only([a for a, _ in named], noun)
        if single is not None and (single.country is None or (slug == "legislature" and _MEMBERS.search(noun))):
            return single
        return self._actors.body(named[0][0].country or "", slug)


def _only(found: Sequence[Actor], noun: str) -> Actor | str | None:
    if not found:
        return None
    return found[0] if len(found) == 1 else f"{len(found)} are named before that {noun!r} may mean"


def _holder(slug: str) -> bool:
    return not slug.startswith("legislature") and not slug.endswith("ministry")


def _offices(actors: ActorTable, words: str) -> Iterator[str]:
    """Yield the offices whose titles stand in the words of a mention."""
    titles = {**actors.nouns("nouns"), **actors.nouns("titles")}
    for found in _titles(actors).finditer(words):
        yield titles[found.group()]


@lru_cache(maxsize=4)
def _titles(actors: ActorTable) -> "re.Pattern[str]":
    told = {n for use in ("nouns", "titles") for n in actors.nouns(use) if n == n.lower()}
    return re.compile(rf"\b(?:{_alternatives(told)})\b")


@lru_cache(maxsize=4)
def _nouns(actors: ActorTable) -> dict[str, str]:
    """Return the nouns that may refer back, in every spelling, with their office."""
    titles = {n: s for n, s in actors.nouns("titles").items() if _HOLDER.fullmatch(n)}
    bodies = {n: s for n, s in actors.nouns("nouns").items() if _may_refer(n, s)}
    return {spelt: slug for noun, slug in {**titles, **bodies, **_GENERIC}.items() for spelt in spellings(noun)}


def _may_refer(noun: str, slug: str) -> bool:
    if slug.startswith("legislature"):
        return noun.lower() not in _ONE_OF_MANY and not noun.startswith(("member of", "parliament'", "parliament’"))
    return bool(_MINISTRY.fullmatch(noun) or _HOLDER.fullmatch(noun))


@lru_cache(maxsize=4)
def _pattern(actors: ActorTable) -> "re.Pattern[str]":
    return re.compile(rf"\b[Tt]he[ \u00a0](?P<noun>{_alternatives(_nouns(actors))})(?![\w])")


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
