"""What "the pact", "the text" and "it" point back at: an instrument told before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.model.reading import Clause, Token
from dragoman.model.text import Span
from dragoman.reading.referring.discourse import Discourse, Referent
from dragoman.reading.referring.syntax import Syntax
from dragoman.reading.setting import DAYS

BACK = 6  # sentences: how far back a noun may point
NEAR = 2  # sentences: how far back "it" may
_POINTS = frozenset({"the", "this", "that", "these", "those"})
# "20-year", "US-brokered", "1,000-page": how long or whose work, which tells no two apart
_ALIKE = re.compile(
    r"[\d,]+-\w+|\w+-(?:year|month|day|page|point|article|clause)"
    r"|[\w.]+-(?:brokered|mediated|backed|sponsored|led|drafted|negotiated|signed)"
)
_SHORT = re.compile(r"[^().;:,–—]{0,90}?[ \u00a0]\((?P<short>[A-Z][A-Za-z&-]{1,9})\)")
_BESIDE = frozenset({"obj", "conj", "nsubj", "nsubj:pass"})  # "passed a budget and a treaty"
_MODIFIERS = frozenset({"amod", "compound", "nummod", "nmod:poss", "flat", "nmod", "nmod:desc", "nmod:unmarked"})


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument as told at one place."""

    referent: Referent
    first: Span  # where it was told first
    head: str
    words: frozenset[str]  # that tell it from others
    hanging: frozenset[str]  # those that follow it
    sentence: int
    loose: bool = False  # a contract or a compromise: an instrument only where "the deal" is said of it


class Instruments:
    """The instruments of an article, in the order they are told."""

    def __init__(self, discourse: Discourse) -> None:
        """Start with none."""
        self.told = discourse
        self._table = discourse.ontology.instruments
        words = discourse.ontology.references.words
        self._alike = frozenset(words.alike) | frozenset(self._table.words.adjectives)
        self._named: list[Named] = []
        self._short: dict[str, Named] = {}  # "VFA", told in brackets after "visiting forces agreement"

    def meet(self, sentence: int, i: int) -> Referent | None:
        """Take note of a noun; return what it points back at, or None where it tells something new or is open."""
        syntax = self.told.syntax[sentence]
        noun = syntax.tokens[i].lemma.lower()
        if (called := self._short.get(syntax.tokens[i].text)) is not None:
            return self._again(called, sentence, i)
        pointing, own = self._pointing(syntax, i)
        if not self._may_name(syntax, i, noun):
            found = self._told_before(noun, own, sentence) if pointing and self._may_point(noun) else None
            if found is None and noun in self.told.table.loose and syntax.sings(i):
                self._name_loosely(sentence, i, own)
            return found
        hanging = self._hanging(syntax, i)
        found = self._told_before(noun, own, sentence, hanging) if pointing else None
        span = self._span(syntax, i)
        first = found.instrument if found is not None and found.instrument else span
        referent = Referent(first, instrument=first, token=(sentence, i))
        named = Named(referent, first, noun, own | hanging, hanging, sentence)
        self._named.append(named)
        self._shorten(named, span, syntax.sentence.span.end)
        self.told.instruments[sentence, i] = referent
        return found

    def _name_loosely(self, sentence: int, i: int, own: frozenset[str]) -> None:
        """Take note of what is no instrument by its noun, and may be called one later: "a gas supply contract"."""
        syntax = self.told.syntax[sentence]
        span, hanging = self._span(syntax, i), self._hanging(syntax, i)
        referent = Referent(span, instrument=span, token=(sentence, i))
        noun = syntax.tokens[i].lemma.lower()
        self._named.append(Named(referent, span, noun, own | hanging, hanging, sentence, loose=True))

    def _again(self, called: Named, sentence: int, i: int) -> Referent | None:
        """Return the instrument that a short form of the article stands for."""
        if self.told.mention_at(self.told.syntax[sentence].tokens[i].start) is not None:
            return None
        again = replace(called.referent, token=(sentence, i))
        self._named.append(replace(called, referent=again, sentence=sentence))
        self.told.instruments[sentence, i] = again
        return again

    def _shorten(self, named: Named, span: Span, end: int) -> None:
        """Take note of the short form in brackets, where it is made of the first letters of the words before it."""
        text = self.told.article.text
        found = _SHORT.match(text, span.start, end)
        if found is None or found.start("short") <= span.end:
            return
        letters = iter(w[0].upper() for w in re.findall(r"\w+", text[span.start : found.start("short")]))
        if all(letter in letters for letter in found["short"] if letter.isupper()):
            self._short.setdefault(found["short"], named)

    def another(self, sentence: int, i: int) -> None:
        """Take note of a second of its kind that nobody names: "Delhi has another", "and Lithuania a rival one"."""
        last = self._named[-1] if self._named else None
        syntax = self.told.syntax[sentence]
        token = syntax.tokens[i]
        of_a_kind = token.text == "another" or any(syntax.tokens[k].lemma == "a" for k in syntax.children[i])
        if last is None or token.dep in ("det", "nummod") or last.sentence != sentence or not of_a_kind:
            return
        span = Span(self.told.article.id, token.start, token.end)
        self._named.append(
            Named(
                Referent(span, instrument=span, token=(sentence, i)),
                span,
                last.head,
                last.words,
                last.hanging,
                sentence,
            )
        )

    def _may_name(self, syntax: Syntax, i: int, noun: str) -> bool:
        if self._within_name(syntax, i):
            return False
        if not self._table.is_head(noun):
            return self._called(syntax, i, noun) or self._compound(syntax, i, noun)
        span = self._span(syntax, i)
        mention = self.told.mention_at(syntax.tokens[i].start)
        return self._table.kind_of(span.of(self.told.article.text)) is not None and not (mention and mention.actor)

    def _may_point(self, noun: str) -> bool:
        return self._table.refers_back(noun) or noun in self.told.table.kinds_of

    def _called(self, syntax: Syntax, i: int, noun: str) -> bool:
        """Say whether a name stands before a noun that needs one to name an instrument: "the Cairo framework"."""
        named = any(syntax.tokens[k].upos == "PROPN" and k == i - 1 for k in syntax.children[i])
        return named and self._table.refers_back(noun)

    def _compound(self, syntax: Syntax, i: int, noun: str) -> bool:
        """Say whether a noun names an instrument with the one before it: "peace plan"."""
        before = syntax.tokens[i - 1] if i - 1 in syntax.children[i] else None
        return before is not None and self._table.is_head(f"{before.text.lower()} {noun}")

    def _within_name(self, syntax: Syntax, i: int) -> bool:
        """Say whether a noun is part of the word for another: "memorandum of understanding"."""
        over = syntax.tokens[i].head
        words = " ".join(t.text.lower() for t in syntax.tokens[over : i + 1])
        return over < i <= over + 3 and self._table.is_head(words)

    def _pointing(self, syntax: Syntax, i: int) -> tuple[bool, frozenset[str]]:
        """Say whether a noun stands with "the" or "this", and return the words that tell it from others."""
        kids = [syntax.tokens[k] for k in syntax.children[i] if k < i]
        definite = any(t.text.lower() in _POINTS for t in kids)
        own = frozenset(w for k in syntax.children[i] if k < i and (w := self._tells(syntax, k)))
        return definite and syntax.sings(i), own

    def _tells(self, syntax: Syntax, k: int) -> str | None:
        """Return a word before a noun that tells it from others, or None: "20-year" and "regional" do not."""
        token = syntax.tokens[k]
        if token.dep not in _MODIFIERS or token.lemma.lower() in self._alike:
            return None
        hyphened = re.compile(r"[\w.,]+-\w+(?:-\w+)*\Z").search(
            self.told.article.text[max(0, token.end - 30) : token.end]
        )
        return None if hyphened and _ALIKE.fullmatch(hyphened.group()) else token.lemma.lower()

    def _hanging(self, syntax: Syntax, i: int) -> frozenset[str]:
        """Return the words that follow and tell an instrument from others: "treaty on shared rivers"."""
        after = (syntax.tokens[k] for k in syntax.dependents(i, "nmod", "acl") if k > i)
        tells = (t for t in after if t.dep == "nmod" or t.xpos == "VBG")  # "on sending troops", not "reached in May"
        return frozenset(t.lemma.lower() for t in tells if t.text not in DAYS)

    def _span(self, syntax: Syntax, i: int) -> Span:
        """Return the noun with what stands before it in its phrase."""
        first = min([i, *(k for k in syntax.children[i] if k < i and syntax.tokens[k].dep in (*_MODIFIERS, "det"))])
        while first > 0 and any(k < first for k in syntax.children[first] if syntax.tokens[k].dep in _MODIFIERS):
            first = min(syntax.children[first])
        return Span(self.told.article.id, syntax.tokens[first].start, syntax.tokens[i].end)

    def _told_before(
        self, noun: str, own: frozenset[str], sentence: int, hanging: frozenset[str] = frozenset()
    ) -> Referent | None:
        """Return the one instrument before that the noun may stand for; of several, the one of the same noun.

        Args:
            noun: the noun, singular.
            own: what stands before it and tells it from others, all of which must have been told.
            sentence: where it stands.
            hanging: what follows it; of an instrument that was told with other words this tells another.
        """
        near = [n for n in self._named[-40:] if sentence - n.sentence <= BACK]
        near = [n for n in near if not hanging or not n.hanging or hanging & n.hanging]
        if own:
            near = [n for n in near if own <= n.words]
        same = [n for n in near if n.head == noun and not n.loose]
        fits = [n for n in near if not n.loose and self._fits(noun, n.head)]
        for choice in (same, fits, [n for n in near if n.loose and self._fits_loosely(noun, n.head)]):
            if choice:
                return choice[-1].referent if len({n.first for n in choice}) == 1 else None
        return None

    def _fits_loosely(self, noun: str, head: str) -> bool:
        return head in self.told.table.loosely.get(noun, ())

    def _fits(self, noun: str, head: str) -> bool:
        allowed = self.told.table.kinds_of.get(noun)
        return allowed is None or head in allowed or self._fits_loosely(noun, head)


def nearest(told: Discourse, sentence: int, i: int, *, papers: frozenset[str]) -> Referent | None:
    """Return the one instrument of this sentence and those before, where no other paper is told after it."""
    found: dict[Span, Referent] = {}
    for n in range(sentence, max(-1, sentence - NEAR - 1), -1):
        syntax = told.syntax[n]
        for k in range(min(len(syntax.tokens), i if n == sentence else len(syntax.tokens)) - 1, -1, -1):
            referent = told.instruments.get((n, k)) if n != sentence or not _beside(syntax, k, i) else None
            if referent is not None and referent.instrument is not None:
                found.setdefault(referent.instrument, referent)
            elif _is_paper(syntax.tokens[k], papers) and (not found or syntax.tokens[k].dep in _BESIDE):
                return None
        if found:
            break
    return next(iter(found.values())) if len(found) == 1 else None


def _beside(syntax: Syntax, k: int, i: int) -> bool:
    """Say whether two words hang from one verb, and so are not the same thing: "a 1994 agreement extended it"."""
    return syntax.tokens[k].head == syntax.tokens[i].head


def _is_paper(token: Token, papers: frozenset[str]) -> bool:
    return token.upos == "NOUN" and token.lemma.lower() in papers and token.xpos == "NN" and token.dep != "compound"


def topic(told: Discourse, sentence: int) -> Referent | None:
    """Return the instrument that the sentence before is about: its subject, or else the only thing told."""
    syntax = told.syntax[sentence - 1]
    main = syntax.main() if sentence else None
    if main is None or syntax.sentence.headline:
        return None
    said = [c for c in syntax.clauses if c.relation == "ccomp" and syntax.parent(c) is main]
    for clause in (main, *said[:1]):
        subject = told.referent(sentence - 1, syntax.subjects(clause))
        if subject is not None and subject.instrument is not None:
            return subject
    things = {r.key: r for r in _things(told, sentence - 1, main)}
    only = next(iter(things.values())) if len(things) == 1 else None
    return only if only is not None and only.instrument is not None else None


def _things(told: Discourse, sentence: int, clause: Clause) -> Iterator[Referent]:
    """Yield what is told beside a verb that "it" may mean, were it no instrument: no people, no days, no place."""
    syntax = told.syntax[sentence]
    beside = [k for k in syntax.dependents(clause.head, "obl") if syntax.tokens[k].text not in DAYS]
    for k in (*syntax.subjects(clause), *syntax.objects(clause), *beside):
        mention = told.mention_at(syntax.tokens[k].start)
        referent = told.referent(sentence, [k])
        placed = mention is not None and mention.place
        if referent is not None and not (referent.human or referent.plural or referent.actors or placed):
            yield referent
