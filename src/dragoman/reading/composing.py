"""Puts together what names an actor: a state with its office, a title with its person, a body with its country."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from dragoman.model.actor import Actor
from dragoman.model.reading import Mention
from dragoman.model.text import Span
from dragoman.reading.apposition import apposed, part_of_title
from dragoman.reading.bare import Bare, form_of
from dragoman.reading.chambers import Chambers
from dragoman.reading.counterparts import counterpart, medium_named
from dragoman.reading.gazetteer import Hit
from dragoman.reading.institutions import Institutions
from dragoman.reading.naming import People
from dragoman.reading.owners import Form, Owner, Owners
from dragoman.reading.regions import Regions
from dragoman.reading.setting import Setting
from dragoman.reading.titles import Titles

OUTSIDE = frozenset("people labour students farmers lawyers".split())  # no part of the body they stand by
_INNER = frozenset("body chamber organisation group company armed_group".split())
_OF = re.compile(r"[ \u00a0](?:of|for|from)[ \u00a0](?:the[ \u00a0])?")
_OF_ONE = re.compile(r"[ \u00a0](?:of|for|from|at|in)[ \u00a0](?:(?:the|an?)[ \u00a0])?")
_AND = re.compile(r"(?:,[ \u00a0]|[ \u00a0](?:and|or|&)[ \u00a0]|/)(?:the[ \u00a0])?")
_OF_A_CITY = frozenset("official court police business scientists people press".split())
# "Kenya's ambassador to the United Nations, Jane Doe,"
_SEAT = re.compile(r"[ \u00a0](?:to|in|at)[ \u00a0](?:the[ \u00a0])?[A-Z][\w.]*(?:[ \u00a0][A-Z][\w.]*){0,2}(?=,)")
# what those are who are told by their state only: "displaced Mozambicans"
_KINDS = {"displaced": "refugees", "armed": "gunmen", "masked": "gunmen", "exiled": "opposition", "striking": "labour"}
# "the Seoul-based group"; "the Pretoria agreement" is called after where it was made
_AFTER_A_CITY = re.compile(
    r"-(?:based|born|area|bound)\b"
    r"|[ \u00a0](?:[Pp]eace[ \u00a0])?(?:[Aa]greement|[Aa]ccord|[Pp]rotocol|[Cc]onvention|[Tt]reaty|[Mm]emorandum"
    r"|Declaration|Framework|Process)s?\b"
)
_KIND = re.compile(rf"\b({'|'.join(_KINDS)})[ \u00a0]\Z")
MANY = 6  # titles in a row: more is no title


class Composer:
    """Reads the hits of one sentence from left to right."""

    def __init__(self, setting: Setting, hits: Sequence[Hit], people: People) -> None:
        """Take the hits in order; they do not overlap."""
        self.at = setting
        self.hits = hits
        self.people = people
        self.owners = Owners(setting, hits)
        self.chambers = Chambers(setting, hits, self.owners)
        self.regions = Regions(setting, hits, self.owners)
        self.institutions = Institutions(setting, hits)
        self.titles = Titles(setting, hits)
        self.bare = Bare(setting, self.owners)
        self._told: list[Mention] = []  # of this sentence, so far
        self.actors = setting.actors

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions of the sentence, in order, none within another."""
        i, last = 0, self.at.start
        while i < len(self.hits):
            found, used = self._at(i) if self.hits[i].start >= last else ([], i + 1)
            for mention in found:
                last = max(last, mention.span.end)
                self._told.append(mention)
                yield mention
            i = max(used, i + 1)

    def _at(self, i: int) -> tuple[list[Mention], int]:
        hit = self.hits[i]
        if hit.entry.blocked:
            return [], i + 1
        person = self.titles.person_sense(hit)
        if person is not None:
            return self._bare_person(i, person), i + 1
        if located := self.chambers.sitting_in(i):
            return [located], i + 2
        if institution := self.institutions.named(i):
            return [institution], self._past(institution.span.end, i + 1)
        if hit.entry.senses and not (self.at.namesake(hit) and self.regions.owner(i)):
            if chamber := self.chambers.of(i, self._owner_after(i)):
                return [chamber], i + 2
            owner = self.owners.named(hit)
            if isinstance(owner, Owner):
                return self._owned(i, owner)
            if owner is not None:
                return [self._open(hit.start, hit.end, owner, "name")], i + 1
            return [], i + 1
        if region := self.regions.owner(i):
            return self._regional(i, region)
        if hit.entry.title or hit.entry.noun:
            return self._unowned(i)
        return ([folk], i + 1) if (folk := self.regions.folk(i)) else ([], i + 1)

    def _regional(self, i: int, region: Owner) -> tuple[list[Mention], int]:
        """ "Chechen leader Jane Doe", "Catalonia's president", "Tibetan monks"."""
        hit = self.hits[i + 1]
        if hit.entry.title:
            found, used = self._person_after(i + 1, region)
            if found:
                return found, used
        slug = hit.entry.noun or hit.entry.title
        actor = self.regions.body(region.actor.id, slug) if slug and not self.owners.attribute(hit) else None
        return ([self._mention(region.start, hit.end, actor, form_of(slug))], i + 2) if actor else ([], i + 1)

    def _owned(self, i: int, owner: Owner) -> tuple[list[Mention], int]:
        if i + 2 < len(self.hits) and self.owners.region(i + 1, i + 2):
            found, used = self._office_of(i + 1, owner)
            if found:
                return found, used
        for build in (self._counterpart, self._named_of, self._office_of, self._shared):
            found, used = build(i, owner)
            if found:
                return found, used
        return [self._plain(owner)], i + 1

    def _plain(self, owner: Owner) -> Mention:
        if owner.actor.id.endswith("/people") and (kind := _KIND.search(self.at.before(owner.start, 24).lower())):
            actor = self.actors.body(owner.actor.country or "", _KINDS[kind[1]])
            return self._mention(owner.start, owner.end, actor or owner.actor, owner.form)
        if owner.form == "capital" and _AFTER_A_CITY.match(self.at.after(owner.end, 40)):
            return self._mention(owner.start, owner.end, owner.actor, owner.form, place=True)
        state = owner.form in ("name", "capital") and owner.actor.kind == "state"
        seat = owner.form == "metonym" and owner.actor.kind == "organisation"  # "in Brussels"
        left = owner.form == "capital" and self.at.is_left(owner.start, owner.end)
        placed = left or ((state or seat) and self.at.is_place(owner.start, owner.end))
        return self._mention(owner.start, owner.end, owner.actor, owner.form, place=placed)

    # --- bodies and persons of an owner ---

    def _named_of(self, i: int, owner: Owner) -> tuple[list[Mention], int]:
        """ "Vietnam's state-run VNA news agency", "Israel's Knesset", "the French Senate": one mention."""
        if i + 1 >= len(self.hits) or owner.actor.kind != "state":
            return [], i
        hit = self.hits[i + 1]
        senses = [s for s in hit.entry.senses if s.actor != owner.actor.id]
        own = [s for s in senses if self.actors.get(s.actor).country == owner.actor.country and s.form == "name"]
        if hit.entry.blocked or not self.owners.joined(owner, hit):
            return [], i
        if len({s.actor for s in own}) != 1:
            strange = hit.entry.noun is None and senses and all("/legislature" in s.actor for s in senses)
            chamber = self.chambers.called(hit, owner, owner.start, hit.end) if strange else None
            return ([chamber], i + 2) if chamber else ([], i)
        end, used = hit.end, i + 2
        actor = self.actors.get(own[0].actor)
        following = self.hits[used] if used < len(self.hits) and "JRN" in actor.sector else None
        if following and following.entry.noun in ("press", "media") and self.at.text(end, following.start) == " ":
            end, used = following.end, used + 1
        if actor.kind == "person":
            self.people.remember(hit.text, actor)
        if self._titled_next(used, end):
            return self._person_after(used, Owner(owner.start, end, actor, "name"))
        return [self._mention(owner.start, end, actor, "name")], used

    def _titled_next(self, i: int, end: int) -> bool:
        return (
            i < len(self.hits)
            and self.hits[i].entry.title is not None
            and self.at.text(end, self.hits[i].start) in (" ", "'s ", "’s ")
        )

    def _office_of(self, i: int, owner: Owner) -> tuple[list[Mention], int]:
        """ "Turkish foreign ministry", "Kremlin spokesman Dmitry Peskov", "NATO officials"."""
        if i + 1 >= len(self.hits):
            return [], i
        hit = self.hits[i + 1]
        slug = hit.entry.noun or hit.entry.title
        civic = self.owners.of_a_city(owner, hit)
        if slug is None or hit.entry.blocked or not (civic or self.owners.joined(owner, hit)):
            return [], i
        if self.owners.attribute(hit) and not self._titled_next(i + 2, hit.end):
            return [], i  # but "Chilean supreme court president Jane Doe"
        if hit.entry.title:
            found, used = self._person_after(i + 1, owner)
            if found:
                return found, used
        return ([], i) if civic else self._body(i + 1, owner, slug)

    def _body(self, i: int, owner: Owner, slug: str) -> tuple[list[Mention], int]:
        hit = self.hits[i]
        actor = self._body_of(owner.actor, slug) if not self.chambers.misnamed(hit, owner, slug) else None
        if actor is not None and self.titles.retired(slug, owner.start, hit.start):
            actor = self._body_of(owner.actor, "elites")
        if actor is None:
            return [self._open(owner.start, hit.end, f"no such body of {owner.actor.name} is known")], i + 1
        if medium := medium_named(self.at, self.hits, i, owner.actor.country):
            return [self._mention(owner.start, medium.end, medium.actor, "name")], i + 2
        if self._titled_next(i + 1, hit.end):  # "Bhutanese home ministry spokesman Karma Wangdi"
            found, used = self._person_after(i + 1, Owner(owner.start, hit.end, actor, "office"))
            if found:
                return found, used
        form = form_of(slug)
        person = self._apposed(owner, hit, slug) if self.actors.office(slug).kind == "office" else None
        body = self._mention(owner.start, hit.end, person[2] if person else actor, form)
        if person is None:
            return [body], i + 1
        named = self._mention(person[0], person[1], person[2], "name")
        between = (
            [m for m in self._at(i + 1)[0] if hit.end < m.span.start and m.span.end < person[0]]
            if self._seat(hit)
            else []
        )
        return sorted([body, named, *between], key=lambda m: m.span), self._past(max(person[1], hit.end), i + 1)

    def _seat(self, hit: Hit) -> int:
        """Return how long the words are that tell where an office is held: " to Moscow" after "ambassador"."""
        found = _SEAT.match(self.at.after(hit.end, 50)) if hit.entry.noun or hit.entry.title else None
        return found.end() if found else 0

    def _counterpart(self, i: int, owner: Owner) -> tuple[list[Mention], int]:
        """ "and his Cypriot counterpart, Jane Doe"."""
        found = counterpart(self.at, self.hits, i, owner)
        if found is None:
            return [], i
        person = (
            self.people.introduce(self.at.text(*found.name), owner=owner.actor, slug=found.slug, former=False)
            if found.name
            else None
        )
        if person is None or found.name is None:
            office = self.actors.body(owner.actor.id, found.slug) if found.slug else None
            return ([self._mention(owner.start, found.end, office, "office")], i + 1) if office else ([], i)
        used = self._past(found.name[1], i + 1)
        if found.apposed:
            body = self._mention(owner.start, found.end, person, "office")
            return [body, self._mention(*found.name, person, "name")], used
        return [self._mention(owner.start, found.name[1], person, "name")], used

    def _body_of(self, actor: Actor, slug: str) -> Actor | None:
        """The Kremlin's officials are Russia's; NATO's are NATO."""
        if (
            actor.kind == "body"
            and actor.country
            and actor.id.endswith(("/government", "/foreign-ministry", "/defence-ministry"))
        ):
            return actor
        if actor.kind == "state":
            return self.actors.body(actor.id, slug)
        return actor

    def _apposed(self, owner: Owner, hit: Hit, slug: str) -> tuple[int, int, Actor] | None:
        """ "Jane Doe, Kenya's trade minister," and "Kenya's trade minister, Jane Doe," introduce a person."""
        name = apposed(self.at, owner.start, hit.end + self._seat(hit), self._told)
        if name is None or any(
            h.start < name[1] and h.end > name[0] and self.titles.person_sense(h) is None and h.entry.senses
            for h in self.hits
        ):
            return None
        former = self.titles.retired(slug, owner.start)
        return (*name, self.people.introduce(self.at.text(*name), owner=owner.actor, slug=slug, former=former))

    def _shared(self, i: int, owner: Owner) -> tuple[list[Mention], int]:
        """ "Russian and Chinese officials" are officials of both."""
        chain, k = [owner], i
        while k + 1 < len(self.hits) and _AND.fullmatch(self.at.text(chain[-1].end, self.hits[k + 1].start)):
            following = (
                self.owners.named(self.hits[k + 1])
                if self.hits[k + 1].entry.senses and not self.hits[k + 1].entry.blocked
                else None
            )
            if not isinstance(following, Owner) or len(chain) > 8:
                break
            chain.append(following)
            k += 1
        attributive = all(self.owners.attributive(o) for o in chain)
        if len(chain) == 1 or not attributive or k + 1 >= len(self.hits):
            return [], i
        hit = self.hits[k + 1]
        slug = hit.entry.noun
        if slug is None or not self.owners.joined(chain[-1], hit) or self.owners.attribute(hit):
            return [], i
        shared = [(o, self._body_of(o.actor, slug)) for o in chain[:-1]]
        form = form_of(slug)
        first = [self._mention(o.start, o.end, body, form) for o, body in shared if body is not None]
        return first, k

    def _person_after(self, i: int, owner: Owner | None) -> tuple[list[Mention], int]:
        """A title, further titles, a name: "Kenyan Foreign Minister Jane Doe"."""
        titles = [self.hits[i]]
        while (
            i + 1 < len(self.hits)
            and len(titles) < MANY
            and self.hits[i + 1].entry.title
            and self.at.text(titles[-1].end, self.hits[i + 1].start) in (" ", " and ")
        ):
            i += 1
            titles.append(self.hits[i])
        slug = titles[0].entry.title or titles[-1].entry.title
        gap = re.match(r"[ \u00a0]", self.at.after(titles[-1].end, 1))
        if slug is None or gap is None:
            return [], i
        begin = titles[-1].end + 1
        span = self.titles.name_span(i + 1, begin)
        if span is None:
            return [], i
        portfolio = next((k for k in range(i + 1, len(self.hits)) if self.hits[k].start >= span[1]), None)
        if (
            portfolio is not None
            and self.hits[portfolio].entry.title
            and self.at.text(span[1], self.hits[portfolio].start) == " "
        ):
            found, used = self._person_after(portfolio, owner)  # "Deputy Emergency Situations Minister Jane Doe"
            return [self._from(found[0], (owner or titles[0]).start)] if found else [], used
        start, end = span
        state = owner.actor if owner else self.owners.state_after(i, end) or self._body_after(i, end)
        former = self.titles.retired(slug, (owner or titles[0]).start, titles[0].start)
        person = self.people.introduce(self.at.text(start, end), owner=state, slug=slug, former=former)
        first = owner.start if owner else self.regions.title_start(titles[0])
        reason = None if person.country or (owner and owner.actor.country is None) else "no state named with the title"
        return [self._mention(first, end, person, "name", reason=reason)], self._past(end, i + 1)

    def _body_after(self, i: int, end: int) -> Actor | None:
        """ "Speaker Jane Doe of the Estonian parliament" is of the parliament."""
        k = next((k for k in range(i, len(self.hits)) if self.hits[k].start > end), None)
        if k is None or self.hits[k].entry.blocked or not _OF.fullmatch(self.at.text(end, self.hits[k].start)):
            return None
        _, inner, _ = self._inner(k)
        actor = inner[0].actor if len(inner) == 1 else None
        return actor if actor is not None and actor.kind in _INNER else None

    def _from(self, mention: Mention, start: int) -> Mention:
        return replace(
            mention, span=Span(self.at.article.id, start, mention.span.end), text=self.at.text(start, mention.span.end)
        )

    # --- without an owner before ---

    def _unowned(self, i: int) -> tuple[list[Mention], int]:
        hit = self.hits[i]
        if chamber := self.chambers.house_of(i):
            return [chamber], i + 2
        owner = self._owner_after(i)
        if owner is not None:
            return self._beside(i, *self._of(i, owner))
        if named := self.regions.after(i):
            titled = hit.entry.title is not None and hit.entry.noun is None
            return [self._mention(hit.start, named[1], named[0], "office" if titled else "description")], i + 2
        if inner := self._of_body(i):
            return self._beside(i, *inner)
        if seated := self.institutions.seated(i):
            return [seated], i + 2
        if medium := medium_named(self.at, self.hits, i):
            return [self._mention(hit.start, medium.end, medium.actor, "name")], i + 2
        if hit.entry.title and not part_of_title(self.at, hit):
            found, used = self._person_after(i, None)
            if found:
                return found, used
        bare = self.bare.of(hit, self._told)
        return ([bare] if bare else []), i + 1

    def _owner_after(self, i: int) -> Owner | None:
        if i + 1 >= len(self.hits) or not self.hits[i + 1].entry.senses or self.hits[i + 1].entry.blocked:
            return None
        if not _OF.fullmatch(self.at.text(self.hits[i].end, self.hits[i + 1].start)):
            return None
        owner = self.owners.named(self.hits[i + 1], told=self.hits[i].entry.title is not None)
        good = isinstance(owner, Owner) and owner.form != "adjective" and owner.actor.kind not in ("person", "group")
        return cast(Owner, owner) if good else None

    def _of_body(self, i: int) -> tuple[list[Mention], int] | None:
        """ "The head of the Swedish navy", "the speaker of the Georgian parliament": the body's own."""
        following = self.hits[i + 1] if i + 1 < len(self.hits) else None
        if following is None or following.entry.blocked:
            return None
        if not _OF_ONE.fullmatch(self.at.text(self.hits[i].end, following.start)):
            return None
        owner, inner, used = self._inner(i + 1)
        whole = self._whole(i, owner, inner) if owner else None
        return ([whole], used) if whole else None

    def _inner(self, i: int) -> tuple[Owner | None, list[Mention], int]:
        """What a body is called that somebody is told to be of: "the Swedish navy", "the Central Bank of Chad"."""
        hit = self.hits[i]
        if institution := self.institutions.named(i):
            return self._as_owner(institution), [institution], self._past(institution.span.end, i + 1)
        if hit.entry.senses:
            owner = self.owners.named(hit)
            if not isinstance(owner, Owner) or owner.form != "adjective":
                return None, [], i
            return owner, *self._owned(i, owner)
        inner, used = self._unowned(i) if hit.entry.noun else ([], i)
        return (self._as_owner(inner[0]) if len(inner) == 1 else None), inner, used

    def _beside(self, i: int, found: list[Mention], used: int) -> tuple[list[Mention], int]:
        """ "Ana Duarte, head of the Portuguese coast guard,": the name is told beside it."""
        slug, whole = self.hits[i].entry.title or self.hits[i].entry.noun or "", found[0] if len(found) == 1 else None
        if whole is None or whole.actor is None or whole.form == "name" or self.actors.office(slug).kind != "office":
            return found, used
        name = apposed(self.at, whole.span.start, whole.span.end, self._told)
        if (
            name is None
            or whole.actor.kind == "person"
            or any(
                name[0] <= h.start < name[1] and h.entry.senses and self.titles.person_sense(h) is None
                for h in self.hits
            )
        ):
            return found, used
        former = self.titles.retired(slug, whole.span.start)
        person = self.people.introduce(self.at.text(*name), owner=whole.actor, slug=slug, former=former)
        named = [replace(whole, actor=person), self._mention(*name, person, "name")]
        return sorted(named, key=lambda m: m.span), self._past(max(name[1], whole.span.end), used)

    def _as_owner(self, mention: Mention) -> Owner | None:
        return Owner(mention.span.start, mention.span.end, mention.actor, "name") if mention.actor else None

    def _whole(self, i: int, owner: Owner, inner: Sequence[Mention]) -> Mention | None:
        """The mention of whoever stands by a body: the speaker of a chamber, else the body itself."""
        hit, slug = self.hits[i], self.hits[i].entry.noun or self.hits[i].entry.title or ""
        actor = inner[0].actor if len(inner) == 1 else None
        if actor is None or actor.kind not in _INNER or self._from_place(hit, owner):
            return None
        if slug in OUTSIDE and actor.country and actor.kind != "armed_group":
            actor = self.actors.body(actor.country, slug)
        elif self.titles.retired(slug, hit.start) and actor.country:
            actor = self.actors.body(actor.country, "elites")
        elif slug == "parliament-speaker" and actor.kind == "chamber" and actor.country:
            actor = self.actors.body(actor.country, slug)
        end = inner[0].span.end
        return replace(
            inner[0], span=Span(self.at.article.id, hit.start, end), text=self.at.text(hit.start, end), actor=actor
        )

    def _of(self, i: int, owner: Owner) -> tuple[list[Mention], int]:
        """ "the parliament of Moldova", "a spokesman for the Kremlin", "Prime Minister of Fiji Sitiveni Rabuka"."""
        hit = self.hits[i]
        possessed = self.at.after(owner.end, 2)[:1] in ("'", "’")
        if possessed:  # "a spokesman for Kenya's foreign ministry" is the ministry's
            inner, used = self._owned(i + 1, owner)
            whole = self._whole(i, owner, inner)
            return ([whole] if whole else inner), used
        if (
            hit.entry.title
            and (span := self.titles.name_span(i + 2, owner.end + 1))
            and self.at.after(owner.end, 1) == " "
        ):
            person = self.people.introduce(
                self.at.text(*span),
                owner=owner.actor,
                slug=hit.entry.title,
                former=self.titles.retired(hit.entry.title, hit.start),
            )
            return [self._mention(hit.start, span[1], person, "name")], self._past(span[1], i + 2)
        slug = hit.entry.noun or hit.entry.title
        actor = self._body_of(owner.actor, slug) if slug else None
        if slug and owner.actor.kind == "state" and self.titles.retired(slug, hit.start):
            actor = self.actors.body(owner.actor.id, "elites")
        if actor is None or self._from_place(hit, owner) or (slug in _OF_A_CITY and owner.form == "capital"):
            return [], i + 1  # the mayor of a capital is no government
        form = form_of(slug)
        return [self._mention(hit.start, owner.end, actor, form)], i + 2

    def _from_place(self, hit: Hit, owner: Owner) -> bool:
        """ "forces from Mali" are Mali's, "troops for Ukraine" and "company for Iran" are not."""
        link = self.at.text(hit.end, owner.start).strip()
        return link.startswith("for") and not re.search(
            r"(?i)spokes|minister|envoy|ambassador|secretary|representative", hit.text
        )

    # --- persons ---

    def _bare_person(self, i: int, person: Actor) -> list[Mention]:
        hit = self.hits[i]
        if " " in hit.text:
            introduced = self.people.introduce(hit.text, owner=None, slug=None, former=False)
            return [self._mention(hit.start, hit.end, introduced, "name")]
        return []  # a surname alone is settled when the whole article is known

    # --- making ---

    def _past(self, end: int, i: int) -> int:
        while i < len(self.hits) and self.hits[i].start < end:
            i += 1
        return i

    def _mention(
        self, start: int, end: int, actor: Actor, form: Form, *, reason: str | None = None, place: bool = False
    ) -> Mention:
        return Mention(Span(self.at.article.id, start, end), self.at.text(start, end), actor, form, reason, place)

    def _open(self, start: int, end: int, reason: str, form: Form = "office") -> Mention:
        return Mention(Span(self.at.article.id, start, end), self.at.text(start, end), None, form, reason)
