"""The figures of a vote: "191 votes in favour, with eight opposed and three abstentions", "276–6", "unanimously"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.model.reading import Tally
from dragoman.model.text import Span
from dragoman.reading.numerals import IN_WORDS, whole

LONGEST = 20_000  # code points of a "sentence" that are read: beyond that it is no prose
MOST = 10_000  # no chamber or assembly of states has more; larger figures are ballots of a people

_N = rf"(?:\d{{1,3}}(?:,\d{{3}})?|\d{{1,4}}|{IN_WORDS})"
_VOTER = (
    r"(?:(?:present|elected|sitting|attending|participating|parliament)\s)?(?:members?(?:\sof\s"
    r"(?:the\s)?(?:parliament|house|chamber|congress|assembly|council|senate|board|duma|majlis))?"
    r"|member\s(?:states|countries|nations)|lawmakers?|deput(?:y|ies)|legislators?|senators?|representatives?"
    r"|delegates?|delegations?|parliamentarians?|MPs?|MEPs?|MKs?"
    r"|council(?:l)?ors?|countries|states|nations|governments?|judges|justices|republicans?|democrats?|peers)"
)
_FAVOUR = (
    r"(?:in\sfavou?r|in\ssupport|favou?red|favou?ring|for|yes|ayes?|yeas?|supporting|supported"
    r"|backing|backed|approved|approving|endorsed)"
)
_AGAINST = r"(?:against|opposed|opposing|in\sopposition|rejected|nays?|noes|no)"
_CAST = r"(?:\s(?:votes?|ballots?)(?:\s(?:were\s)?cast)?)"
_WHO = (
    rf"(?:\s{_VOTER})?(?:\s(?:present))?(?:\s(?:who\s)?(?:voted|voting|vote|cast\s(?:their\s)?(?:votes?"
    rf"|ballots?)|were|was|had))?"
)
# "for" is a word of many uses: as the name of a side it stands before a stop, a number or "and"
_FOR_ENDS = r"(?!\s(?!and\b|with\b|to\b|while\b|versus\b|but\b|,)[a-z])"


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure found: its field, value and place in the sentence."""

    field: str
    value: int
    start: int
    end: int
    sure: bool  # it says itself that it is of a vote


def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(pattern, re.IGNORECASE)


_CUE = _compiled(
    r"vot(?:e|ed|es|ing)\b|ballot|abst|favou?r|against|oppos|unanim|tally|roll[\s-]call|ayes|yeas"
    r"|backed|approv|ratif|pass(?:ed|es|ing)|adopt|reject|defeat"
)

# field, whether the pattern itself speaks of a vote, pattern with the figure as "n"
_LABELLED: tuple[tuple[str, bool, "re.Pattern[str]"], ...] = (
    ("yes", True, _compiled(rf"(?<![\w.,-])(?P<n>{_N}){_CAST}\s(?:in\sfavou?r|in\ssupport|yes\b|for{_FOR_ENDS})")),
    (
        "yes",
        True,
        _compiled(
            rf"(?<![\w.,-])(?P<n>{_N})(?:\s{_VOTER})?(?:\spresent)?\s(?:voted|voting|cast\s(?:their\s)?votes)\s(?:in\sfavou?r|in\ssupport|yes\b|for\b|to\s(?:ratify|approve|back|adopt|pass|support|accept))"
        ),
    ),
    (
        "yes",
        True,
        _compiled(
            rf"(?<![\w.,-])(?P<n>{_N})\s{_VOTER}(?:\spresent)?\s(?:(?:had|have)\s)?(?:backed|supported|approved|endorsed|were\sin\sfavou?r|in\sfavou?r|favou?red|said\syes)"
        ),
    ),
    (
        "yes",
        False,
        _compiled(
            rf"(?<![\w.,-])(?P<n>{_N})\s(?:(?:were\s)?in\sfavou?r\b|(?:were\s)?for(?=,|\sand\s{_N}|;|\s–|\sto\s{_N}\sagainst)|ayes\b|yeas\b|yes\b(?=,|\sand|\sto)|backed\b|approving)"
        ),
    ),
    (
        "yes",
        True,
        _compiled(
            rf"\b(?:garner|secur|receiv|won|w[io]nning|gain|obtain|got|getting|collect|muster|draw|attract)(?:ed|ing|e)?\s(?:just\s|only\s)?(?P<n>{_N})\s(?:of\s(?:the\s|a\spossible\s)?{_N}\s)?(?:\w+\s)?votes?\b(?!\s(?:against|to\s))"
        ),
    ),
    (
        "yes",
        True,
        _compiled(
            rf"\b(?:passed|approved|adopted|ratified|carried|backed|endorsed|accepted)(?:\s\w+){{0,5}}\s(?P<by>with|by)\s(?P<n>{_N})\svotes?\b(?!\s(?:against|to\s|for\b|in\sfavou?r))"
        ),
    ),
    ("yes", True, _compiled(rf"\bsupport(?:ed)?\s(?:of|by|from)\s(?P<n>{_N})\s{_VOTER}")),
    (
        "no",
        True,
        _compiled(
            rf"(?<![\w.,-])(?P<n>{_N}){_CAST}?{_WHO}\s(?:voted\s)?(?:against\b|opposed\b|opposing\b|in\sopposition\b|nays?\b|noes\b)"
        ),
    ),
    ("no", True, _compiled(rf"(?<![\w.,-])(?P<n>{_N})\s(?:dissenting|negative|opposing|no|“no”|\"no\")\svotes?\b")),
    ("no", True, _compiled(rf"(?<![\w.,-])(?P<n>{_N})(?:\s{_VOTER})?\s(?:voted|voting)\sno\b")),
    ("no", False, _compiled(rf"(?<=,\s)(?P<n>{_N})\sno(?=[.,;]|\Z|\sand\s)")),
    (
        "no",
        True,
        _compiled(
            r"\b(?P<n>an?|the\s(?:sole|only|lone)|a\s(?:single|lone))\s(?:dissenting\svote|vote\sagainst|no\svote|negative\svote)\b"
        ),
    ),
    (
        "abstain",
        True,
        _compiled(
            rf"(?<![\w.,-])(?P<n>{_N})(?:\s(?:{_VOTER}|others?|more))?(?:\s(?:had|have|who))?\s(?:abstain(?:ed|ing|s)?|abstentions?|abstainers?)\b"
        ),
    ),
    ("abstain", True, _compiled(r"\b(?P<n>an|a\s(?:single|lone))\sabstention\b")),
    ("abstain", True, _compiled(rf"\babstentions?\s?(?::|numbered|stood\sat)\s?(?P<n>{_N})\b")),
    (
        "not_voting",
        True,
        _compiled(
            rf"(?<![\w.,-])(?P<n>{_N})(?:\s(?:{_VOTER}|others?|more))?\s(?:not\svoting|non-?voting|(?:did|do)\snot\s(?:vote|cast|take\spart|participate)|refrained\sfrom\svoting|boycotted)"
        ),
    ),
    (
        "absent",
        True,
        _compiled(
            rf"(?<![\w.,-])(?P<n>{_N})(?:\s(?:{_VOTER}|others?|more))?\s(?:(?:were|was|being)\s)?(?:absent|absentees|stayed\saway|missing)\b"
        ),
    ),
    (
        "present",
        True,
        _compiled(
            rf"(?<![\w.,-])(?P<n>{_N})(?:\s{_VOTER})?\s(?:(?:who\s)?(?:were|was)\s)?(?:present|in\sattendance|attending|in\sthe\s(?:chamber|hall|room)|taking\spart)\b(?!\s(?:at|in|day|and\sfuture))"
        ),
    ),
    (
        "yes",
        True,
        _compiled(
            rf"(?<![\w.,-])(?P<n>{_N})\s{_VOTER}\sof\s(?:the\s)?[\w’' ]{{2,40}}?"
            r"\svoted\s(?:in\sfavou?r|for|to\sapprove)\b"
        ),
    ),
    (
        "no",
        True,
        _compiled(rf"(?<![\w.,-])(?P<n>{_N})\s{_VOTER}\sof\s(?:the\s)?[\w’' ]{{2,40}}?\svoted\sagainst\b"),
    ),
    ("present", False, _compiled(rf"\bof\s(?:the\s|those\s)?(?P<n>{_N})\spresent\s{_VOTER}")),
    (
        "seats",
        False,
        _compiled(rf"(?<![\w.,-])(?P<n>{_N})-(?:seat|member|strong)(?:s|ed)?\s(?:[A-Z“\"]|\w+\s?){{1,3}}"),
    ),
    (
        "seats",
        False,
        _compiled(
            rf"\b(?:of|among)\s(?:the\s|its\s|all\s|their\s)?(?:\w+[’']s\s)?(?P<n>{_N})\s{_VOTER}\b(?!\s(?:present|in\sattendance|voted|who\svoted|abstain|absent|taking|attending))"
        ),
    ),
    ("seats", False, _compiled(rf"\b(?:of|in)\s(?:the\s|its\s)?(?:\w+[’']s\s)?(?P<n>{_N})\sseats\b")),
)

# "191 of 212 lawmakers present voted in favour", "two of its 100 members opposed"
_SHARE = _compiled(
    rf"(?<![\w.,-])(?P<n>{_N})\s(?:out\s)?of\s(?:the\s|its\s|all\s)?(?:\w+[’']s\s)?(?P<of>{_N})\s{_VOTER}"
    rf"(?P<present>\s(?:who\swere\s|who\s)?(?:present|in\sattendance|taking\spart))?"
    rf"\s(?:(?:had|have|were|was)\s)?(?:(?:voted|voting)\s)?(?P<side>{_FAVOUR}|{_AGAINST}|abstain(?:ed|ing))\b"
)
# "of 450 deputies 300 backed", "out of 120 members, 61 voted for"
_OF_FIRST = _compiled(
    rf"\b(?:out\s)?of\s(?:the\s|its\s|all\s)?(?:\w+[’']s\s)?(?P<of>{_N})\s{_VOTER}(?P<present>\s"
    rf"(?:present|in\sattendance|taking\spart))?,?\s(?P<n>{_N})"
    rf"\s(?:(?:had|have|were|was)\s)?(?:(?:voted|voting)\s)?(?P<side>{_FAVOUR}|{_AGAINST}|abstain(?:ed|ing))\b"
)
_NIL = {"nil": 0, "none": 0, "nothing": 0, "nought": 0}
_DASH = r"(?:-|–|—|\s(?:to|against|versus|v)\s|:)"
# two or three figures that stand for sides: yes, no, abstaining
_PAIR = _compiled(
    rf"(?<![\w.,/-])(?P<yes>{_N})(?P<votes>\svotes?(?:\s(?:in\sfavou?r|for))?)?(?P<dash>{_DASH})"
    rf"(?P<no>{_N}|(?<=votes\sto\s)(?:nil|none|nothing|nought)|(?<=\d\sto\s)nil)(?P<against>\s(?:votes?\s)?against\b)?"
    rf"(?:(?:[-–—]|,\s?)(?P<abstain>{_N})(?![\w]))?(?![\w%]|[.,]\d|-\w|–\d|/)"
)
_PAIR_BEFORE = _compiled(
    r"(?:\bvot(?:e|ed|es|ing)(?:\s(?:\w+ly|\w+day)|,)?,?\s\(?|\bvote\sfailed,?\s|\btied\s|\bvot(?:e|ed|es|ing)(?:\s(?:of|was|count\sof|tally\sof|by|overwhelmingly|again|last\s\w+|on\s\w+))?\s?\(?"
    r"|\b(?:by|with|on)\s(?:a\s)?(?:vote\sof\s|tally\sof\s|count\sof\s|margin\sof\s)?"
    r"|\b(?:in|on|with|by|after)\san?\s|\b(?:tally|count|result|margin)\s(?:was|of)\s"
    r"|\b(?:passed|passes|approved|approves|adopted|ratified|rejected|defeated|carried|cleared"
    r"|backed|endorsed|ratifies|rejects|backs|adopts)\b(?:\s[\w’'-]+){0,7},?\s\(?|\()\Z"
)
_PAIR_NOUN = _compiled(
    r"[\s-](?:\w+\s)?(?:vote|votes|margin|majority|roll[\s-]call|tally|ballot|party[\s-]line\svote|split)\b"
)
_PAIR_AFTER = _compiled(
    r"\s?(?:[.,;:)”\"]|$|\s(?:with|on|to|in|after|and|late|early|for|as|at|against|but|when|while"
    r"|under|over|during|by|before|following|that|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last"
    r"|yesterday)\b)"
)
_GAME = _compiled(
    r"\b(?:won|win|wins|beat|beats|lost|lose|score[ds]?|scoring|goals?|match|game|semi-?finals?"
    r"|final|cup|league|draw|drew|victory\sover|seeds?|set|innings|odds|halftime|half-time)\b"
)
_ALL = _compiled(
    rf"\ball\s(?:of\s(?:the|its)\s)?(?P<n>{_N})\s(?:\w+\s)?(?P<who>{_VOTER})(?P<present>\spresent)?"
    rf"(?:\sof\s(?:the\s)?[\w\s]{{2,40}}?)?\s(?:voted|backed|approved|supported|endorsed|were\sin"
    rf"\sfavou?r|favou?red|ratified)(?!\s(?:against|no\b))"
)
_UNANIMOUS = _compiled(
    r"\b(?:unanimously\s(?:\w+\s)?(?:approv|adopt|pass|ratif|vot|back|endors|reject|accept|support"
    r"|agreed\sto|consent)\w*"
    r"|(?:approv|adopt|pass|ratif|vot|back|endors|reject|accept|support|agreed|carried)\w*(?:\s[\w’'-]+){0,6}"
    r"\sunanimously"
    r"|(?:by|in|with)\s(?:an?\s)?unanim(?:ous|ity)(?:\s(?:vote|decision|approval|consent|ballot))?"
    r"|unanimous\s(?:vote|approval|ballot|consent|ratification))"
)
_NOBODY = (
    r"(?:none|nobody|no\s?one|no\s(?:votes?|ballots?|members?|lawmakers?|deput(?:y|ies)|senators?"
    r"|MPs?|countries|states))"
)
_ZERO: tuple[tuple[str, "re.Pattern[str]"], ...] = (
    (
        "no",
        _compiled(
            rf"\b(?:(?:{_NOBODY}\s(?:were\s|was\s)?(?:cast\s|voted\s|voting\s)?(?:against|opposed|opposing|dissent(?:ed|ing)))|no\s(?:dissenting|negative|opposing|no)\svotes?|no\sopposition|without\s(?:opposition|dissent|a\s(?:single\s)?(?:dissenting\svote|vote\sagainst|no\svote)|any\svotes?\sagainst))\b"
        ),
    ),
    (
        "abstain",
        _compiled(
            rf"\b(?:no\sabstentions?|without\sabstentions?|(?:and|or)\sabstentions?(?=\.|,|;|\swere)|{_NOBODY}\s(?:abstain(?:ed|ing)?))\b"
        ),
    ),
)
_NO_AND_ABSTENTIONS = _compiled(r"\bno\s(?:votes\sagainst|opposition|dissent\w*)\s(?:and|or)\s(?:no\s)?abstentions?")
# not "failed" nor "fell short": what needs three fifths fails with the larger figure for it
_REJECTED = _compiled(r"\b(?:reject|defeat|voted\sdown|vote\sdown|turned\sdown)\w*")
_QUALIFIED = _compiled(
    r"\b(?:two-thirds|three-fifths|three-quarters|supermajority|qualified\smajority|short\sof|needed|required|requires)\b"
)
# a figure that is no exact one, the upper end of "10 to 15", the whole of "61 out of 100"
_INEXACT = _compiled(
    r"(?:\b(?:about|around|some|nearly|almost|over|more\sthan|fewer\sthan|less\sthan|at\sleast|at\smost|up\sto"
    r"|approximately|roughly|estimated|under|close\sto|as\smany\sas|no\s(?:fewer|more|less)\sthan)\s"
    rf"|\bbetween\s{_N}\sand\s|(?<![\w.]){_N}(?:\s(?:to|or|out\sof|of)\s(?:the\s|its\s)?|\s?[-–—]\s?))\Z"
)
_POLL = _compiled(
    r"\b(?:opinion\spolls?|polls?\s(?:show|suggest|found|put|of)\w*|in\sa\spoll|surveys?|respondents|pollsters?)\b"
)
# a noun that the figures after it belong to: "Articles 3-7", "the budget for 2025-26"
_NUMBERED = _compiled(
    r"\b(?:articles?|sections?|chapters?|clauses?|paragraphs?|resolutions?|annex(?:es)?|pages?|items?|numbers?|nos?\.|rounds?"
    r"|phases?|levels?|schedules?|amendments?|protocols?|parts?|points?|steps?|grades?|ages?|aged|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept?\.|oct\.|nov\.|dec\.)\s\Z"
)
_YEARS = re.compile(r"(?:19|20)\d\d[-–—/](?:\d\d|(?:19|20)\d\d)\Z")
_NEEDED = _compiled(
    r"\b(?:need|needs|needed|require|requires|required|requiring|short\sof|threshold\sof|minimum"
    r"\sof|at\sleast)\s(?:the\s|a\s)?\Z"
)


def tallies(article_id: str, text: str, start: int, end: int) -> tuple[Tally, ...]:
    """Return the tallies of one sentence; a field told twice begins a new one. What is not told is None, never zero."""
    sentence = text[start : min(end, start + LONGEST)]
    if not _CUE.search(sentence) or _POLL.search(sentence):
        return ()
    figures = _apart(
        [
            *_named(sentence),
            *_shares(sentence),
            *_pairs(sentence),
            *_zeros(sentence),
            *_whole_house(sentence),
            *_labelled(sentence),
        ]
    )
    groups = [g for g in _grouped(figures) if _is_vote(g)]
    unanimous = list(_UNANIMOUS.finditer(sentence))
    out = [_tally(article_id, start, group) for group in groups]
    return tuple(_with_unanimity(article_id, sentence, start, out, unanimous))


def _value(words: str) -> int | None:
    words = words.lower().strip()
    if words in ("a", "an") or words.startswith(("a ", "the ")):
        return 1
    value = _NIL.get(words, whole(words))
    return value if value is not None and value <= MOST else None


def _labelled(sentence: str) -> Iterator[_Figure]:
    for field, sure, pattern in _LABELLED:
        for match in pattern.finditer(sentence):
            value = _value(match["n"])
            if (
                value is not None
                and not _is_margin(match, value)
                and not _is_vague(sentence, field, match.start("n"), value)
            ):
                yield _Figure(field, value, *match.span("n"), sure)


_LABEL = _compiled(
    rf"(?<!\d\s)\b(?:votes?\s)?(?P<side>in\sfavou?r|for|yes|ayes|yeas|against|no|noes|nays|abstentions?|abstain(?:ed|ing)?)"
    rf"(?:\svotes)?(?:\s?:|\swere|(?=\s\d))\s(?P<n>{_N})(?![\w%]|[.,]\d|\s(?:percent|per\scent|votes|years?|days))"
)


def _named(sentence: str) -> Iterator[_Figure]:
    """Yield the figures of "In favour: 141; against: 5", where both sides are named so and nothing else is."""
    found = [(_side(m["side"]), _value(m["n"]), m) for m in _LABEL.finditer(sentence)]
    sides = [side for side, _, _ in found]
    if {"yes", "no"} <= set(sides) and len(set(sides)) == len(sides) and all(v is not None for _, v, _ in found):
        yield from (_Figure(side, value, *m.span("n"), True) for side, value, m in found if value is not None)


_COUNT_BY = 50  # "passed by 141 votes" is a count, "passed by two votes" a margin


def _is_margin(match: "re.Match[str]", value: int) -> bool:
    return "by" in match.re.groupindex and (value < 2 or (match["by"].lower() == "by" and value < _COUNT_BY))


def _is_vague(sentence: str, field: str, start: int, value: int) -> bool:
    """Say whether a figure is only what is needed, an estimate, or one end or the whole of another."""
    before = sentence[max(0, start - 24) : start]
    return bool(_NEEDED.search(before)) or (field != "seats" and _is_inexact(sentence, start, value))


def _is_inexact(sentence: str, start: int, value: int) -> bool:
    """Say whether a figure is an estimate or part of another; "some 212" is as exact as 212."""
    match = _INEXACT.search(sentence[max(0, start - 60) : start])
    return match is not None and (value % 10 == 0 or match[0].strip().lower() != "some")


def _side(word: str) -> str:
    """Return the field a side's name stands for."""
    low = word.lower()
    return "abstain" if low.startswith("abst") else "no" if re.fullmatch(_AGAINST, low) else "yes"


def _shares(sentence: str) -> Iterator[_Figure]:
    for pattern in (_SHARE, _OF_FIRST):
        for match in pattern.finditer(sentence):
            part, total = _value(match["n"]), _value(match["of"])
            if part is None or total is None or part > total:
                continue
            if pattern is _OF_FIRST or not _is_inexact(sentence, match.start("n"), part):
                yield _Figure(_side(match["side"]), part, *match.span("n"), True)
                yield _Figure("present" if match["present"] else "seats", total, *match.span("of"), True)


def _pairs(sentence: str) -> Iterator[_Figure]:
    """Yield the figures of "by 191 votes to eight", "276–6", "191-8-3"."""
    for match in _PAIR.finditer(sentence):
        yes, no = _value(match["yes"]), _value(match["no"])
        if yes is None or no is None or not _is_pair(sentence, match) or _is_open(sentence, match, yes, no):
            continue
        first, second = _order(sentence, match, yes, no)
        yield _Figure(first, yes, *match.span("yes"), True)
        yield _Figure(second, no, *match.span("no"), True)
        abstain = _value(match["abstain"]) if match["abstain"] else None
        if abstain is not None:
            yield _Figure("abstain", abstain, *match.span("abstain"), True)


def _is_pair(sentence: str, match: "re.Match[str]") -> bool:
    """Say whether two figures are sides of a vote, not a score, a span or a ratio."""
    before, after = sentence[max(0, match.start() - 70) : match.start()], sentence[match.end() : match.end() + 30]
    noun = _PAIR_NOUN.match(after)
    if (
        _NUMBERED.search(before)
        or _YEARS.match(match[0])
        or (noun and match["yes"] == match["no"] and "split" in noun[0])
    ):
        return False
    if match["votes"] or (noun and not match["dash"].isspace()):
        return True
    if _GAME.search(before) or _GAME.search(after):
        return False
    led = _PAIR_BEFORE.search(before)
    if led is None or not (_PAIR_AFTER.match(after) or match["against"] or "vote of" in led[0].lower()):
        return False
    verb = re.match(
        r"\W*(?:vot|pass|approv|adopt|ratif|reject|defeat|carr|clear|back|endors|tally|count)", led[0], re.IGNORECASE
    )
    return bool(verb) or bool(
        re.search(r"\b(?:vote|voted|voting|passed|approved|adopted|ratified|rejected)\b", before + after, re.IGNORECASE)
    )


def _is_open(sentence: str, match: "re.Match[str]", yes: int, no: int) -> bool:
    """Say whether it cannot be told whose the figures are: "rejected the treaty 53-47, short of two thirds"."""
    before = sentence[max(0, match.start() - 60) : match.start()]
    if _is_inexact(sentence, match.start(), yes) and not match["votes"]:
        return True
    return yes > no and bool(_REJECTED.search(before)) and bool(_QUALIFIED.search(sentence))


def _order(sentence: str, match: "re.Match[str]", yes: int, no: int) -> tuple[str, str]:
    """Return which side comes first: of a bill voted down the larger figure is against it."""
    if match["votes"] and re.search("fav|for", match["votes"]):
        return "yes", "no"
    before, after = sentence[max(0, match.start() - 60) : match.start()], sentence[match.end() : match.end() + 16]
    # "voted 64 to 31 against the accord", not "by 64 votes to 31 against"
    turned = match["against"] and not match["votes"] and re.match(r"\s[a-z]", after)
    against = (
        turned or _REJECTED.search(before) or re.match(r"\s(?:against|to\s(?:reject|block))\b", after, re.IGNORECASE)
    )
    return ("no", "yes") if against and yes > no else ("yes", "no")


def _zeros(sentence: str) -> Iterator[_Figure]:
    """Yield the zeros that are told: "none against", "no abstentions"."""
    for match in _NO_AND_ABSTENTIONS.finditer(sentence):
        middle = sentence.lower().find("abst", match.start())
        yield _Figure("no", 0, match.start(), middle, True)
        yield _Figure("abstain", 0, middle, match.end(), True)
    for field, pattern in _ZERO:
        for match in pattern.finditer(sentence):
            if not match[0].lower().startswith(("and", "or")):
                yield _Figure(field, 0, *match.span(), True)


def _whole_house(sentence: str) -> Iterator[_Figure]:
    """Yield "all 15 members voted" as fifteen for."""
    for match in _ALL.finditer(sentence):
        value = _value(match["n"])
        if value:
            yield _Figure("yes", value, *match.span("n"), True)


def _apart(figures: list[_Figure]) -> list[_Figure]:
    """Return the figures in text order, of those at one place the one found first."""
    taken: list[_Figure] = []
    places: list[tuple[int, int]] = []
    for figure in figures:
        if not any(figure.start < e and s < figure.end for s, e in places):
            taken.append(figure)
            places.append((figure.start, figure.end))
    return sorted(taken, key=lambda f: f.start)


def _grouped(figures: list[_Figure]) -> list[list[_Figure]]:
    """Return the figures of each vote: a field told again begins the next, seats told ahead go with what follows."""
    groups: list[list[_Figure]] = []
    for figure in figures:
        if groups and figure.field not in {f.field for f in groups[-1]}:
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _is_vote(group: list[_Figure]) -> bool:
    """Say whether figures make a vote: a side of it that says so itself, or two sides."""
    sides = [f for f in group if f.field in ("yes", "no", "abstain", "not_voting")]
    return (any(f.sure for f in sides) and (len(sides) > 1 or sides[0].value > 0 or len(group) > 1)) or len(sides) > 1


def _tally(article_id: str, offset: int, group: list[_Figure]) -> Tally:
    at = [(f.field, Span(article_id, offset + f.start, offset + f.end)) for f in group]
    told = {f.field: f.value for f in group}
    return Tally(
        span=Span(article_id, min(s.start for _, s in at), max(s.end for _, s in at)),
        yes=told.get("yes"),
        no=told.get("no"),
        abstain=told.get("abstain"),
        not_voting=told.get("not_voting"),
        absent=told.get("absent"),
        present=told.get("present"),
        seats=told.get("seats"),
        spans=tuple(at),
    )


def _with_unanimity(
    article_id: str, sentence: str, offset: int, found: list[Tally], unanimous: "list[re.Match[str]]"
) -> list[Tally]:
    """Return the tallies, marked or joined by one for "unanimously"."""
    whole_house = {m.start("n") + offset for m in _ALL.finditer(sentence)}
    found = [
        replace(t, unanimous=True) if any(s.start in whole_house for f, s in t.spans if f == "yes") else t
        for t in found
    ]
    if not unanimous:
        return found
    place = Span(article_id, offset + unanimous[0].start(), offset + unanimous[0].end())
    if not found:
        return [Tally(span=place, unanimous=True, spans=(("unanimous", place),))]
    first = found[0]
    span = Span(article_id, min(first.span.start, place.start), max(first.span.end, place.end))
    return [replace(first, span=span, unanimous=True, spans=(*first.spans, ("unanimous", place))), *found[1:]]
