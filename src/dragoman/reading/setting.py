"""What surrounds a name: the sentence it stands in, the words of the article, and what they make of it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dragoman.model.article import Article
from dragoman.model.reading import Sentence, Token
from dragoman.ontology.actors import ActorTable, Sense
from dragoman.ontology.names import load_names
from dragoman.reading.gazetteer import Hit

DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)
_PLACED = re.compile(
    r"(?i:\b(in|inside|at|near|off|outside|around|across|throughout|within|via|into|outside of|toward|towards)\s+)"
    r"(?:(?:the|[a-z]+ern|central|downtown|occupied|neighbou?ring|nearby|war-torn)\s+){0,2}\Z"
)
_CITY = re.compile(r"([A-Z][\w'’-]+(?:[ \u00a0][A-Z][\w'’-]+)?),[ \u00a0]\Z")  # "Aleppo, Syria"
_FROM = re.compile(r"(?i)(?:\b([\w-]+)\s+)?from\s+(?:the\s+)?\Z")
_LEFT = re.compile(r"\b(?:left|leaves|leave|leaving|departed|departs|departing)[ \u00a0]\Z")
_NO_MORE = re.compile(
    rf"[.,;]|[ \u00a0](?:on|in|at|for|after|before|by|the|early|late|last|hours|days|{'|'.join(sorted(DAYS))})\b"
)
_TO = re.compile(r"(?i)\bto\s+(?:the\s+)?\Z")
# what comes from a government, not from a city
_SENT = re.compile(
    r"(?i)(?:pressure|demands?|response|reaction|support|statement|threats?|approval|invitation|permission|assurances?"
    r"|aid|strateg(?:y|ies)|polic(?:y|ies)|denials?|objections?|criticism|message|letter|request|concessions?|orders?"
    r"|instructions|guarantees?|backing|assistance|help|signals?|comment)\Z"
)
_MOTION = re.compile(
    r"(?i)\b(?:travel\w*|fl(?:y|ew|ying|own|ight|ights)|visit\w*|trips?|return\w*|head(?:ed|ing|s)|arriv\w*|go|goes|going"
    r"|gone|went|c[ao]m(?:e|es|ing)|tour\w*|dispatch\w*|delegations?|drove|driv\w+|sail\w*|journey\w*|moved?|moving"
    r"|ambassadors?|envoys?|deport\w*|evacuat\w*)\b[^.;]{0,40}\Z"
)
_HOUSES = re.compile(
    r"\b(?:University|(?<!Central )(?<!National )(?<!Reserve )Bank|Institute|College|Battle|Treaty|School|Academy"
    r"|Museum|Church|Archbishop|Bishop"
    r"|Order|(?<!Grand )Duke|(?<!Grand )Duchess|Princess|Lord|Bay|Cape|Isle|City|Port|Peace) of (?:the )?\Z"
)
_RUN = re.compile(r"(?:[ \u00a0][A-Z][\w-]*){1,4}")
_ENTERPRISE = re.compile(
    r"\b(?:Federation|Association|Airlines|Airways|Air|Bank|University|Institute|Company|Corp|Corporation|Inc|Ltd|Party|Club"
    r"|Museum|Network|TV|News|Radio|Times|Post|Herald|Tribune|Foundation|Society|League|Football|Cricket|Rugby|Olympic|Chess"
    r"|Telecom|Motors|Steel|Mobile|Railways|Hospital|School|College|Festival|Prize|Cup|Games|Marathon|Exchange|Street)\b"
)
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w-]*)")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.-]*)[ \u00a0]\Z")
OPENERS = frozenset(
    "The A An In On At By With From For To Of And But Or As If When While After Before Since Until Both Like "
    "Unlike Although Though Because Between Among Against Over Under Also Meanwhile However Then Now Is Are Was "
    "Were Has Have Had Will Would Can Could May Might Should Why How What Who That This These Those Its Their "
    "His Her Our Today Yesterday Earlier Later Once Still Yet Only Even Perhaps Maybe Just Here There Where "
    "Which Whether Not No So Thus Instead Inside Outside Without Within Despite During Through Following Did "
    "Does Do Speaking According Asked President Minister".split()
)

ALWAYS = "*"  # a cue that every article holds
DIRECTIONS = frozenset(
    "North South East West Northern Southern Eastern Western Central Mainland Upper Lower Occupied Greater".split()
)
_VERBS = frozenset("Said Will Mark Grant Rob Sue Drew Chase Pat Bill Art Faith Grace".split())  # first names, and words
_SMALL = frozenset(
    "the and for with from over after into amid than that but via out off nor yet per its his her are was has".split()
)


def is_shouted(text: str) -> bool:
    """Whether a text is printed all in capitals."""
    letters = "".join(filter(str.isalpha, text[:400]))
    return len(letters) >= 10 and sum(map(str.isupper, letters)) > 0.85 * len(letters)


@dataclass(frozen=True)
class Setting:
    """One sentence of an article, with the table to read it by."""

    article: Article
    sentence: Sentence
    actors: ActorTable
    lists: "Lists"
    told: Counter[str]  # how often the article names each state

    @property
    def start(self) -> int:
        """Where the sentence begins."""
        return self.sentence.span.start

    @property
    def end(self) -> int:
        """Where the sentence ends."""
        return self.sentence.span.end

    def text(self, start: int, end: int) -> str:
        """Return the article's text between two offsets."""
        return self.article.text[start:end]

    def before(self, start: int, reach: int = 80) -> str:
        """Return what stands before an offset, within the sentence."""
        return self.article.text[max(self.start, start - reach) : start]

    def after(self, end: int, reach: int = 120) -> str:
        """Return what stands after an offset, within the sentence."""
        return self.article.text[end : min(self.end, end + reach)]

    @cached_property
    def titled(self) -> bool:
        """Whether every word of weight has a capital, as in headlines."""
        words = re.findall(r"[^\W\d_]{3,}", self.text(self.start, min(self.end, self.start + 400)))
        return len(words) >= 4 and all(w[0].isupper() or w in _SMALL for w in words)

    @cached_property
    def shouted(self) -> bool:
        """Whether it is printed all in capitals."""
        return is_shouted(self.text(self.start, self.end))

    @cached_property
    def tokens(self) -> dict[int, int]:
        """Token indexes by where the token begins; empty where the sentence was not parsed."""
        return {t.start: i for i, t in enumerate(self.sentence.tokens)}

    def last_token(self, start: int, end: int) -> int | None:
        """Return the index of the last token that begins in a stretch."""
        found = [i for at, i in self.tokens.items() if start <= at < end]
        return max(found, default=None)

    def token(self, index: int) -> Token:
        """Return a token of the sentence."""
        return self.sentence.tokens[index]

    def is_place(self, start: int, end: int) -> bool:
        """Whether the words before a state or capital make it a place."""
        if re.match(r"['’]s?\b", self.after(end, 3)):
            return False
        before = self.before(start, 90)
        if self._attributive(start, end, before):
            return False
        city = _CITY.search(before)
        if _PLACED.search(before) or (city and city.group(1) in self.actors.places()):
            return True
        if found := _FROM.search(before):
            return not (found.group(1) and _SENT.match(found.group(1)))
        if re.search(r"\bfrom (?:the )?[A-Z][\w ]{2,25} to (?:the )?\Z", before):
            return True
        return bool(_TO.search(before) and _MOTION.search(_TO.sub("", before)))

    def is_left(self, start: int, end: int) -> bool:
        """Whether a city is what somebody leaves, and nothing more is said of it: "left Cairo on Friday"."""
        left = _LEFT.search(self.before(start, 14))
        return bool(left and _NO_MORE.match(self.after(end, 30)))

    def _attributive(self, start: int, end: int, before: str) -> bool:
        """Whether the name only qualifies a noun: "in the Ukraine conflict"."""
        index = self.last_token(start, end)
        if index is not None:
            token = self.token(index)
            return token.dep in ("compound", "amod", "nmod:poss") and token.head > index
        return before.endswith(("the ", "The ")) and bool(
            re.match(
                r"[ \u00a0](?!and|or|on|in|to|of|for|with|from|by|at|has|is|was|will|that|as)[a-z]{4,}",
                self.after(end, 20),
            )
        )

    def part_of_name(self, hit: Hit, form: str, *, followed: bool) -> bool:
        """Whether a state's or capital's name is part of a longer name: "Jordan Peterson", "University of Kabul"."""
        before = _WORD_BEFORE.search(self.before(hit.start, 30))
        if _HOUSES.search(self.before(hit.start, 40)):
            return True
        run = _RUN.match(self.after(hit.end, 60))
        if run and form != "adjective" and _ENTERPRISE.search(run.group()):
            return True  # "Kenya Football Federation"
        if before and (
            before.group(1) in self.lists.given or (form != "adjective" and self._first_name(before.group(1)))
        ):
            return True
        if self.titled or self.shouted or form == "adjective" or len(hit.text) < 4 or "." in hit.text:
            return False
        if before and self._given(before, hit):
            return True
        after = None if followed else _WORD_AFTER.match(self.after(hit.end, 30))
        return bool(
            after
            and after.group(1)[0].isupper()
            and after.group(1) not in DAYS
            and (form == "capital" or not after.group(1).isupper())
        )

    def _first_name(self, word: str) -> bool:
        """Whether a word before a state's or capital's name is somebody's: "Helen Paris"."""
        return (
            "g" in load_names().get(word, "")
            and not (self.titled or self.shouted)
            and word not in OPENERS
            and word not in _VERBS
            and not self.actors.lookup(word)
            and word not in self.actors.places()
        )

    def _given(self, before: "re.Match[str]", hit: Hit) -> bool:
        """Whether the word before makes a longer name: "University College London", "Michael Jordan"."""
        word = before.group(1)
        opens = self.text(self.start, hit.start).strip(" \u00a0\"“‘'") == word
        known = (
            bool(re.search(r"-[a-z]", word))  # "Fatah-linked"
            or word in DAYS
            or word in OPENERS
            or word in DIRECTIONS
            or word in self.actors.places()
            or self.actors.lookup(word)
        )
        opens = opens and "g" not in load_names().get(word, "")  # "Carla Washington"
        return word[0].isupper() and not opens and not word.isupper() and not word.endswith(".") and not known

    def choose(self, hit: Hit, senses: Sequence[Sense]) -> Sense | str:
        """Return what an ambiguous name means here, or why that is open."""
        cues = self.actors.cues(hit.text)
        if cues is None:
            return senses[0] if len(senses) == 1 else self._by_state(hit, senses)
        by_sense, against = cues
        text = self.article.text
        found = {sense: sum(_told(c, text) for c in words) for sense, words in by_sense.items()}
        best = max(found, key=lambda s: found[s], default="")
        others = max((n for s, n in found.items() if s != best), default=0)
        contrary = sum(_told(c, text) for c in against)
        if best and found[best] and found[best] >= 2 * others and found[best] > contrary:
            return next(s for s in senses if s.actor == best)
        return f"nothing in the article says which {hit.text} is meant"

    def namesake(self, hit: Hit) -> bool:
        """Whether the article speaks of the region that has a state's name: Georgia, with Atlanta."""
        cues = self.actors.cues(hit.text) if hit.text in self.actors.namesakes() else None
        if cues is None:
            return False
        told = max(sum(_told(c, self.article.text) for c in words) for words in cues[0].values())
        return sum(_told(c, self.article.text) for c in cues[1]) > told

    def _by_state(self, hit: Hit, senses: Sequence[Sense]) -> Sense | str:
        """ "The Labour Party" is that of the only state the article names which has one."""
        countries = {s: self.actors.get(s.actor).country for s in senses}
        named = [s for s in senses if self.told[countries[s] or ""]]
        if len(named) == 1 and "/" in named[0].actor:
            return named[0]
        return f"{hit.text!r} may be any of {', '.join(s.actor for s in senses[:4])}"


def _told(cue: str, text: str) -> bool:
    if cue == ALWAYS:
        return True
    at = text.find(cue)
    return at >= 0 and bool(re.search(rf"\b{re.escape(cue)}\b", text))


@dataclass(frozen=True)
class Lists:
    """The word lists of the table that mentions need, ready for use."""

    personal: frozenset[str]
    given: frozenset[str]
    quiet: frozenset[str]
    former: frozenset[str]
    compounds: frozenset[str]
    heads: frozenset[str]
    between: "re.Pattern[str]"  # what may stand between a state and its office

    def is_quiet(self, name: str) -> bool:
        """Whether a capital's name is hardly ever the government's: "Kingston"."""
        return name.replace("’", "'") in self.quiet

    @classmethod
    def of(cls, actors: ActorTable) -> "Lists":
        """Gather the lists of a table."""
        words = sorted((re.escape(w) for w in actors.word_list("between")), key=len, reverse=True)
        between = rf"(?:['’]s?)?(?:[ \u00a0](?i:{'|'.join(words)}|[\w]+(?:-[\w]+)+)(?:,|\b))*[ \u00a0]"
        get = {
            k: frozenset(actors.word_list(k)) for k in ("personal", "given", "quiet", "former", "compounds", "heads")
        }
        return cls(between=re.compile(between), **get)


@lru_cache(maxsize=4)
def lists(actors: ActorTable) -> Lists:
    """Return the word lists of a table, made ready on first use."""
    return Lists.of(actors)
