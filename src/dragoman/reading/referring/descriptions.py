"""What "the kingdom", "the bloc", "the embassy" and "the diplomat" stand for: the one told before that they fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.actor import Actor
from dragoman.model.reading import Mention, Token
from dragoman.model.text import Span
from dragoman.reading.referring.discourse import HUMAN, LONGEST, Discourse, Referent
from dragoman.reading.referring.syntax import SUBJECTS

WINDOW = 2  # sentences: of several that fit, the one told within these is meant
_THE = frozenset({"the", "that", "this"})
_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM"})
_WITHIN = frozenset({"compound", "amod", "nmod:desc", "flat", "nmod:unmarked", "nmod", "obl:unmarked", "dep"})
_PLAIN = frozenset(
    "same top senior veteran visiting outgoing then".split()
)  # of an office or a body, tell no two apart
_MEMBERS = re.compile(r"\w+-(?:member|nation|state|country)")  # "six-member": said of what states have founded
# where, how large, how old, whose: what tells no two apart
_SEATED = re.compile(r"[\w.]+-(?:based|headquartered|strong|seat|led|dominated|backed|appointed|born)|\d+-year-old")
_FORMER = frozenset({"former", "ex", "retired"})
_BODIES = ("body", "chamber", "organisation", "company", "armed_group")
MOST = 6  # words of such a phrase


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody told, and where last."""

    actor: Actor
    span: Span
    sentence: int
    place: bool = False
    capital: bool = False  # a capital where something happens is no state that is spoken of: "a deal in Paris"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words after "the", up to their noun."""

    sentence: int
    first: int  # token indexes
    last: int
    words: tuple[str, ...]


class Descriptions:
    """Resolves definite descriptions against those told before."""

    def __init__(self, discourse: Discourse) -> None:
        """Start with nobody told."""
        self.told = discourse
        self.table = discourse.ontology.references
        self._nouns = frozenset(self.table.words.nouns)
        self._unlike = frozenset(self.table.words.unlike)
        self._states: dict[str, Told] = {}
        self._groups: dict[str, Told] = {}
        self._heads: dict[str, dict[str, Told]] = {}
        self._titles: dict[str, dict[str, Told]] = {}
        self._known = frozenset({*discourse.ontology.actors.nouns("titles"), *self.table.titles})

    def of(self, number: int) -> Iterator[Mention]:
        """Yield what the descriptions of a sentence stand for."""
        syntax = self.told.syntax[number]
        waiting = self.told.mentions_in(syntax.sentence.span.start, syntax.sentence.span.end)
        at = 0
        for i, token in enumerate(syntax.tokens[:LONGEST]):
            while at < len(waiting) and waiting[at].span.end <= token.start:
                yield from self._pass(waiting[at], number)
                at += 1
            phrase = self._phrase(number, i) if token.text.lower() in _THE else None
            found = self._meant(phrase) if phrase is not None else None
            if phrase is not None and found is not None:
                yield self._mention(phrase, found)
            elif phrase is not None and self._regional(phrase):
                yield self._open(phrase)
        for mention in waiting[at:]:
            yield from self._pass(mention, number)

    def _pass(self, mention: Mention, number: int) -> Iterator[Mention]:
        """Take note of a mention; where it tells an office of which a person is told, it is that person."""
        holder = self._holder(mention)
        if holder is None:
            self._meet(mention, number)
            return
        named = replace(mention, actor=holder.actor, form="reference", antecedent=holder.span)
        head = self.told.syntax[number].head_of(mention.span)
        if head is not None:
            self.told.settle(number, head, Referent(holder.span, (holder.actor,), human=True))
        yield named

    def _holder(self, mention: Mention) -> Told | None:
        """Return the one person told before whom "the Turkish leader" and "the UN chief" may mean."""
        office = mention.actor
        if (
            office is None
            or mention.form not in ("office", "description")
            or office.kind in ("person", "state", "group")
        ):
            return None
        noun = mention.text.rpartition(" ")[2].lower()
        titles = sorted(t for t in self._titles if t in self.table.titles.get(noun, ()) or _ends(t, noun))
        if not self._definite(mention):
            return None
        told = [t for title in titles for t in self._titles[title].values()]
        own = {t.actor.id: t for t in told if t.actor.kind == "person" and _of_one(t.actor, office)}
        return next(iter(own.values())) if len(own) == 1 else None

    def _definite(self, mention: Mention) -> bool:
        """Say whether "the" stands right before a mention or within it."""
        before = self.told.article.text[max(0, mention.span.start - 4) : mention.span.start].lower()
        return before == "the " or mention.text[:4].lower() == "the "

    def _mention(self, phrase: Phrase, found: Told) -> Mention:
        span = self._span(phrase)
        human = found.actor.kind in HUMAN
        referent = Referent(found.span, (found.actor,), human=human, token=(phrase.sentence, phrase.last))
        self.told.settle(phrase.sentence, phrase.last, referent)
        return Mention(span, span.of(self.told.article.text), found.actor, "reference", antecedent=found.span)

    def _regional(self, phrase: Phrase) -> bool:
        """Say whether the words are of a state and hold a group's name: "the West African country" is not the West."""
        told = any(w in self.table.regions for w in _runs(phrase.words[:-1]))
        noun = phrase.words[-1].lower()
        return told and (noun in self._nouns or noun in self.table.epithets) and bool(self._inside(phrase))

    def _inside(self, phrase: Phrase) -> list[Mention]:
        span = self._span(phrase)
        found = self.told.mentions_in(span.start - 4, span.end)  # the mention may begin with "the"
        return [m for m in found if m.actor is not None and m.actor.kind == "group" and m.span.touches(span)]

    def _span(self, phrase: Phrase) -> Span:
        tokens = self.told.syntax[phrase.sentence].tokens
        return Span(self.told.article.id, tokens[phrase.first].start, tokens[phrase.last].end)

    def _open(self, phrase: Phrase) -> Mention:
        span = self._span(phrase)
        text = span.of(self.told.article.text)
        return Mention(span, text, None, "reference", f"no state told before that {text!r} may mean")

    def _phrase(self, number: int, i: int) -> Phrase | None:
        """Return the words after "the" up to their noun, where nothing narrows them down any further."""
        tokens = self.told.syntax[number].tokens
        last = i
        while last + 1 < len(tokens) and last - i < MOST and self._goes_on(tokens[last], tokens[last + 1]):
            last += 1
        while last > i and tokens[last].upos not in ("NOUN", "PROPN"):
            last -= 1
        if last == i or tokens[last].xpos in ("NNS", "NNPS"):
            return None
        last = self._of_state(tokens, last)
        after = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
        if after in ("of", "for", "-"):
            return None
        words = tuple(_words(self.told.article.text[tokens[i + 1].start : tokens[last].end]))
        return Phrase(number, i + 1, last, words) if words else None

    def _of_state(self, tokens: Sequence[Token], last: int) -> int:
        """Return where a noun ends that goes on with "of": "head of state"."""
        words = " ".join(t.text.lower() for t in tokens[last : last + 3])
        return last + 2 if words in self.table.titles else last

    def _goes_on(self, one: Token, other: Token) -> bool:
        """Say whether a word is still of the phrase: a noun, what describes it, a hyphen within a word."""
        if one.upos in ("NOUN", "PROPN") and one.dep not in _WITHIN and other.text != "-":
            return False  # "offered the archipelago free aid"
        if other.text == "-" or one.text == "-":
            return one.end == other.start
        return other.upos in _PHRASE and (other.upos != "VERB" or other.dep == "amod")

    def _meant(self, phrase: Phrase) -> Told | None:
        tokens = self.told.syntax[phrase.sentence].tokens
        over = self.told.mention_at(tokens[phrase.last].start)
        if over is not None and over.actor is not None and over.actor.kind != "group":
            return None
        if over is not None and over.reason is not None and not over.reason.startswith("no state named"):
            return None
        for look in (self._epithet, self._state, self._office, self._body, self._own):
            found = look(phrase)
            if found is not None:
                return found
        return None

    # --- states and organisations by an epithet ---

    def _epithet(self, phrase: Phrase) -> Told | None:
        for size in range(min(3, len(phrase.words)), 0, -1):
            means = self.table.epithets.get(" ".join(phrase.words[-size:]))
            if means is not None:
                limited = self._limited(phrase.words[:-size], means)
                return None if limited is None else self._one(phrase, self._among(limited))
        return None

    def _state(self, phrase: Phrase) -> Told | None:
        """Return the state that "the West African country" or "the country" means."""
        if phrase.words[-1].lower() not in self._nouns:
            return None
        everywhere = frozenset(self._states)
        limited = self._limited(phrase.words[:-1], everywhere)
        if limited is None:
            return None
        if limited is not everywhere:
            return self._one(phrase, self._among(limited))
        return self._plain(phrase)

    def _limited(self, modifiers: tuple[str, ...], means: frozenset[str]) -> frozenset[str] | None:
        """Return those of whom the words before the noun may be said; None where they tell of no particular one."""
        if any(w.lower() in self._unlike for w in modifiers):
            return None
        i = 0
        while i < len(modifiers):
            size = next((n for n in (3, 2, 1) if " ".join(modifiers[i : i + n]) in self.table.regions), 0)
            if size:
                means = means & self.table.regions[" ".join(modifiers[i : i + size])]
            elif modifiers[i][:1].isupper() and not _SEATED.fullmatch(modifiers[i]):
                return None  # a name that we do not know tells which one
            i += max(size, 1)
        return means

    def _among(self, means: frozenset[str]) -> list[Told]:
        found = [self._states[m] for m in means if m in self._states]
        return [*found, *(self._groups[m] for m in means if m in self._groups)]

    def _plain(self, phrase: Phrase) -> Told | None:
        """Return the one state told in this sentence or the one before, and not by the same clause."""
        bound = self._arguments(phrase)
        for back in (1, 2):
            near = [t for t in self._states.values() if phrase.sentence - t.sentence <= back and not t.capital]
            near = [t for t in near if t.actor.id not in bound]
            if near:
                return near[0] if len(near) == 1 else None
        return None

    def _arguments(self, phrase: Phrase) -> set[str]:
        """Return the states that are subject of the clause in which the phrase is no subject."""
        syntax = self.told.syntax[phrase.sentence]
        clause = syntax.clause(phrase.last)
        if clause is None or syntax.role(phrase.last) in SUBJECTS:
            return set()
        subject = self.told.referent(phrase.sentence, syntax.subjects(clause))
        return {a.country or a.id for a in subject.actors} if subject is not None else set()

    # --- bodies and offices by their noun ---

    def _office(self, phrase: Phrase) -> Told | None:
        syntax = self.told.syntax[phrase.sentence]
        if any(syntax.dependents(i, "cop") for i in range(phrase.first, phrase.last + 1)):
            return None  # "the king is the head of state" says what he is
        former = phrase.words[0].lower() in _FORMER and len(phrase.words) > 1
        noun = self._plain_noun(replace(phrase, words=phrase.words[1:]) if former else phrase)
        if noun is None:
            return None
        wanted = self.table.titles.get(noun, frozenset({noun}))
        found = {i: t for w in sorted(wanted) for i, t in self._titles.get(w, {}).items()}
        retired = {i: t for i, t in found.items() if "ELI" in t.actor.sector}
        return self._one(phrase, list((retired if former else found).values()))

    def _body(self, phrase: Phrase) -> Told | None:
        seat = self._city(phrase)
        noun = self._plain_noun(replace(phrase, words=phrase.words[-1:]) if seat is not None else phrase)
        if noun is None:
            return None
        heads = sorted(self.table.bodies.get(noun, frozenset({noun})))
        found = list({i: t for h in heads for i, t in self._heads.get(h, {}).items()}.values())
        if seat is not None:
            found = [t for t in found if t.actor.country == seat] or [
                t for t in found if t.actor.country is None and t.actor.kind == "organisation"
            ]
        elif noun not in self._heads and heads != [noun] and len(found) > 1:
            return None  # called otherwise, it is one of several
        founded = [t for t in found if t.actor.country is None]
        return self._one(phrase, founded if founded and _MEMBERS.fullmatch(phrase.words[0]) else found)

    def _city(self, phrase: Phrase) -> str | None:
        """Return the state of the capital that stands before a noun: "the Tbilisi chamber"."""
        if len(phrase.words) != 2:
            return None
        tokens = self.told.syntax[phrase.sentence].tokens
        city = self.told.mention_at(tokens[phrase.first].start)
        if city is None or city.actor is None or city.form != "capital" or city.span.end >= tokens[phrase.last].start:
            return None
        return city.actor.country or city.actor.id

    def _own(self, phrase: Phrase) -> Told | None:
        """Return the body of the one state a text speaks of, where "the government" may be no other's."""
        slug = self.table.own.get(" ".join(phrase.words).lower())
        if slug is not None and (seat := self._seat(phrase)) is not None:
            body = self.told.ontology.actors.body(seat.actor.id, slug)
            return replace(seat, actor=body) if body is not None else None
        states = [t for t in self._states.values() if not t.capital]
        if slug is None or len(states) != 1 or states[0].place:
            return None
        body = self.told.ontology.actors.body(states[0].actor.country or states[0].actor.id, slug)
        return Told(body, states[0].span, states[0].sentence) if body is not None else None

    def _seat(self, phrase: Phrase) -> Told | None:
        """Return the state whose capital follows: "the government in Dhaka"."""
        tokens = self.told.syntax[phrase.sentence].tokens
        if phrase.last + 2 >= len(tokens) or tokens[phrase.last + 1].text != "in":
            return None
        seat = self.told.mention_at(tokens[phrase.last + 2].start)
        if seat is None or seat.actor is None or seat.form != "capital":
            return None
        return Told(seat.actor, seat.span, phrase.sentence)

    def _plain_noun(self, phrase: Phrase) -> str | None:
        """Return the noun without words before it that tell no two apart; None where others stand there."""
        words = [w.lower() for w in phrase.words]
        while len(words) > 1 and (words[0] in _PLAIN or _MEMBERS.fullmatch(words[0]) or _SEATED.fullmatch(words[0])):
            words = words[1:]
        noun = " ".join(words)
        return noun if len(words) < 4 else None

    def _one(self, phrase: Phrase, found: list[Told]) -> Told | None:
        """Return the only one, or of several the one told last where the others are long past."""
        if len(found) < 2:
            return found[0] if found else None
        near = [t for t in found if phrase.sentence - t.sentence <= WINDOW]
        return near[0] if len(near) == 1 else None

    # --- who is told ---

    def _meet(self, mention: Mention, number: int) -> None:
        for actor in mention.members or ((mention.actor,) if mention.actor else ()):
            told = Told(actor, mention.antecedent or mention.span, number, mention.place)
            told = replace(told, capital=mention.place and mention.form == "capital")
            self._meet_state(actor, told)
            if mention.form in ("reference",) or mention.members:
                continue
            if actor.kind in _BODIES:
                self._meet_body(mention, told)
            if actor.kind in HUMAN or mention.form == "office":
                for title in (*_titles(mention.text, self._known), *self._beside(mention, number)):
                    self._titles.setdefault(title, {})[actor.id] = told

    def _beside(self, mention: Mention, number: int) -> Iterator[str]:
        """Yield the nouns that a person is in apposition to: "a presidential aide, Jane Doe"."""
        syntax = self.told.syntax[number]
        head = syntax.head_of(mention.span) if mention.actor is not None and mention.actor.kind == "person" else None
        if head is None:
            return
        over = [syntax.tokens[head].head] if syntax.tokens[head].dep == "appos" else []
        for k in (*over, *syntax.dependents(head, "appos", "nmod:desc")):
            if syntax.tokens[k].upos == "NOUN" and syntax.sings(k):
                yield syntax.tokens[k].lemma.lower()

    def _meet_state(self, actor: Actor, told: Told) -> None:
        country = actor.country
        if country is None:
            if actor.kind == "organisation":
                self._groups[actor.id] = told
            return
        if actor.kind == "outlet" or "JRN" in actor.sector:
            return
        earlier = self._states.get(country)
        state = actor if actor.kind == "state" else self.told.ontology.actors.get(country)
        if earlier is not None and told.capital:
            return
        place = told.place and (earlier is None or earlier.place)
        self._states[country] = replace(told, actor=state, place=place)

    def _meet_body(self, mention: Mention, told: Told) -> None:
        """Take note of the nouns a body may be called by: the head of its words, and of its full name."""
        heads = {h for text in (mention.text, told.actor.name) for h in _head(text)}
        if "UNO" in told.actor.sector and told.actor.id != "UN" and told.actor.kind == "organisation":
            heads.add("agency")
        for head in heads:
            self._heads.setdefault(head, {})[told.actor.id] = told


def _ends(title: str, noun: str) -> bool:
    """Say whether "the minister" may have a title: a foreign minister is one, a prime minister is not called so."""
    return (title == noun or title.endswith(f" {noun}")) and not title.startswith(("prime", "vice", "deputy"))


def _of_one(person: Actor, office: Actor) -> bool:
    """Say whether a person is of the state, or of the organisation, that an office is of."""
    if office.country is None:
        return person.country is None and bool(set(person.sector) & set(office.sector))
    return person.country == office.country


def _runs(words: tuple[str, ...]) -> Iterator[str]:
    """Yield every run of up to three words."""
    yield from (" ".join(words[i : i + n]) for i in range(len(words)) for n in (1, 2, 3))


def _words(text: str) -> list[str]:
    return [w.strip(".,'’") for w in text.replace("\u00a0", " ").split(" ") if w.strip(".,'’")]


def _head(text: str) -> Iterator[str]:
    """Yield the noun that a body's words end in before "of": "commission", "foreign ministry"."""
    words = _words(text.partition(" of ")[0].partition(" for ")[0])
    if words and not words[-1].isupper():
        yield words[-1].lower()
        if len(words) > 2:
            yield " ".join(words[-2:]).lower()


def _titles(text: str, known: frozenset[str]) -> Iterator[str]:
    """Yield the titles in the words of a mention, of up to three words."""
    words = [w.lower().removesuffix("'s").removesuffix("’s") for w in _words(text)[:20]]
    for i in range(len(words)):
        for size in (1, 2, 3):
            title = " ".join(words[i : i + size])
            if i + size <= len(words) and title in known:
                yield title
