"""The words and shapes of votes, as patterns: sides, voters, shares, what stands before and after two figures."""

import re

from dragoman.reading.numerals import IN_WORDS

N = rf"(?:\d{{1,3}}(?:,\d{{3}})?|\d{{1,4}}|{IN_WORDS})"

VOTER = (
    r"(?:(?:present|elected|sitting|attending|participating|parliament)\s)?(?:members?(?:\sof\s"
    r"(?:the\s)?(?:parliament|house|chamber|congress|assembly|council|senate|board|duma|majlis))?"
    r"|member\s(?:states|countries|nations)|lawmakers?|deput(?:y|ies)|legislators?|senators?|representatives?"
    r"|delegates?|delegations?|parliamentarians?|MPs?|MEPs?|MKs?"
    r"|council(?:l)?ors?|countries|states|nations|governments?|judges|justices|republicans?|democrats?|peers)"
)

FAVOUR = (
    r"(?:in\sfavou?r|in\ssupport|favou?red|favou?ring|for|yes|ayes?|yeas?|supporting|supported"
    r"|backing|backed|approved|approving|endorsed)"
)

AGAINST = r"(?:against|opposed|opposing|in\sopposition|rejected|nays?|noes|no)"

CAST = r"(?:\s(?:votes?|ballots?)(?:\s(?:were\s)?cast)?)"

WHO = (
    rf"(?:\s{VOTER})?(?:\s(?:present))?(?:\s(?:who\s)?(?:voted|voting|vote|cast\s(?:their\s)?(?:votes?"
    rf"|ballots?)|were|was|had))?"
)

# "for" is a word of many uses: as the name of a side it stands before a stop, a number or "and"
FOR_ENDS = r"(?!\s(?!and\b|with\b|to\b|while\b|versus\b|but\b|,)[a-z])"


def compiled(pattern: str) -> "re.Pattern[str]":
    """Return a pattern that reads either case."""
    return re.compile(pattern, re.IGNORECASE)


CUE = compiled(
    r"vot(?:e|ed|es|ing)\b|ballot|abst|favou?r|against|oppos|unanim|tally|roll[\s-]call|ayes|yeas"
    r"|backed|approv|ratif|pass(?:ed|es|ing)|adopt|reject|defeat"
)

# field, whether the pattern itself speaks of a vote, pattern with the figure as "n"
LABELLED: tuple[tuple[str, bool, "re.Pattern[str]"], ...] = (
    ("yes", True, compiled(rf"(?<![\w.,-])(?P<n>{N}){CAST}\s(?:in\sfavou?r|in\ssupport|yes\b|for{FOR_ENDS})")),
    (
        "yes",
        True,
        compiled(
            rf"(?<![\w.,-])(?P<n>{N})(?:\s{VOTER})?(?:\spresent)?\s(?:voted|voting|cast\s(?:their\s)?votes)\s(?:in\sfavou?r|in\ssupport|yes\b|for\b|to\s(?:ratify|approve|back|adopt|pass|support|accept))"
        ),
    ),
    (
        "yes",
        True,
        compiled(
            rf"(?<![\w.,-])(?P<n>{N})\s{VOTER}(?:\spresent)?\s(?:(?:had|have)\s)?(?:backed|supported|approved|endorsed|were\sin\sfavou?r|in\sfavou?r|favou?red|said\syes)"
        ),
    ),
    (
        "yes",
        False,
        compiled(
            rf"(?<![\w.,-])(?P<n>{N})\s(?:(?:were\s)?in\sfavou?r\b|(?:were\s)?for(?=,|\sand\s{N}|;|\s–|\sto\s{N}\sagainst)|ayes\b|yeas\b|yes\b(?=,|\sand|\sto)|backed\b|approving)"
        ),
    ),
    (
        "yes",
        True,
        compiled(
            rf"\b(?:garner|secur|receiv|won|w[io]nning|gain|obtain|got|getting|collect|muster|draw|attract)(?:ed|ing|e)?\s(?:just\s|only\s)?(?P<n>{N})\s(?:of\s(?:the\s|a\spossible\s)?{N}\s)?(?:\w+\s)?votes?\b(?!\s(?:against|to\s))"
        ),
    ),
    (
        "yes",
        True,
        compiled(
            rf"\b(?:passed|approved|adopted|ratified|carried|backed|endorsed|accepted)(?:\s\w+){{0,5}}\s(?P<by>with|by)\s(?P<n>{N})\svotes?\b(?!\s(?:against|to\s|for\b|in\sfavou?r))"
        ),
    ),
    ("yes", True, compiled(rf"\bsupport(?:ed)?\s(?:of|by|from)\s(?P<n>{N})\s{VOTER}")),
    (
        "no",
        True,
        compiled(
            rf"(?<![\w.,-])(?P<n>{N}){CAST}?{WHO}\s(?:voted\s)?(?:against\b|opposed\b|opposing\b|in\sopposition\b|nays?\b|noes\b)"
        ),
    ),
    ("no", True, compiled(rf"(?<![\w.,-])(?P<n>{N})\s(?:dissenting|negative|opposing|no|“no”|\"no\")\svotes?\b")),
    ("no", True, compiled(rf"(?<![\w.,-])(?P<n>{N})(?:\s{VOTER})?\s(?:voted|voting)\sno\b")),
    ("no", False, compiled(rf"(?<=,\s)(?P<n>{N})\sno(?=[.,;]|\Z|\sand\s)")),
    (
        "no",
        True,
        compiled(
            r"\b(?P<n>an?|the\s(?:sole|only|lone)|a\s(?:single|lone))\s(?:dissenting\svote|vote\sagainst|no\svote|negative\svote)\b"
        ),
    ),
    (
        "abstain",
        True,
        compiled(
            rf"(?<![\w.,-])(?P<n>{N})(?:\s(?:{VOTER}|others?|more))?(?:\s(?:had|have|who))?\s(?:abstain(?:ed|ing|s)?|abstentions?|abstainers?)\b"
        ),
    ),
    ("abstain", True, compiled(r"\b(?P<n>an|a\s(?:single|lone))\sabstention\b")),
    ("abstain", True, compiled(rf"\babstentions?\s?(?::|numbered|stood\sat)\s?(?P<n>{N})\b")),
    (
        "not_voting",
        True,
        compiled(
            rf"(?<![\w.,-])(?P<n>{N})(?:\s(?:{VOTER}|others?|more))?\s(?:not\svoting|non-?voting|(?:did|do)\snot\s(?:vote|cast|take\spart|participate)|refrained\sfrom\svoting|boycotted)"
        ),
    ),
    (
        "absent",
        True,
        compiled(
            rf"(?<![\w.,-])(?P<n>{N})(?:\s(?:{VOTER}|others?|more))?\s(?:(?:were|was|being)\s)?(?:absent|absentees|stayed\saway|missing)\b"
        ),
    ),
    (
        "present",
        True,
        compiled(
            rf"(?<![\w.,-])(?P<n>{N})(?:\s{VOTER})?\s(?:(?:who\s)?(?:were|was)\s)?(?:present|in\sattendance|attending|in\sthe\s(?:chamber|hall|room)|taking\spart)\b(?!\s(?:at|in|day|and\sfuture))"
        ),
    ),
    (
        "yes",
        True,
        compiled(
            rf"(?<![\w.,-])(?P<n>{N})\s{VOTER}\sof\s(?:the\s)?[\w’' ]{{2,40}}?"
            r"\svoted\s(?:in\sfavou?r|for|to\sapprove)\b"
        ),
    ),
    (
        "no",
        True,
        compiled(rf"(?<![\w.,-])(?P<n>{N})\s{VOTER}\sof\s(?:the\s)?[\w’' ]{{2,40}}?\svoted\sagainst\b"),
    ),
    ("yes", True, compiled(rf"(?<![\w.,-])(?P<n>{N})\s{VOTER}\ssupporting\b")),
    ("no", True, compiled(rf"(?<![\w.,-])(?P<n>{N})\sobjections?\b")),
    (
        "yes",
        True,
        compiled(
            rf"(?<![\w.,-])(?P<n>{N})\s{VOTER}\sin\s(?:the\s)?[\w’' -]{{2,40}}?"
            r"\s(?:voted\s(?:in\sfavou?r|for|to\sapprove)|backed|supported|approved|endorsed)\b"
        ),
    ),
    ("seats", False, compiled(rf"\bout\sof\s(?:a\spossible\s|a\stotal\sof\s|the\s)?(?P<n>{N})(?=[.,;]|\Z|\sseats\b)")),
    ("present", False, compiled(rf"\bof\s(?:the\s|those\s)?(?P<n>{N})\spresent\s{VOTER}")),
    (
        "seats",
        False,
        compiled(rf"(?<![\w.,-])(?P<n>{N})-(?:seat|member|strong)(?:s|ed)?\s(?:[A-Z“\"]|\w+\s?){{1,3}}"),
    ),
    (
        "seats",
        False,
        compiled(
            rf"\b(?:of|among)\s(?:the\s|its\s|all\s|their\s)?(?:\w+[’']s\s)?(?P<n>{N})\s{VOTER}\b(?!\s(?:present|in\sattendance|voted|who\svoted|abstain|absent|taking|attending))"
        ),
    ),
    ("seats", False, compiled(rf"\b(?:of|in)\s(?:the\s|its\s)?(?:\w+[’']s\s)?(?P<n>{N})\sseats\b")),
)

# "191 of 212 lawmakers present voted in favour", "two of its 100 members opposed"
SHARE = compiled(
    rf"(?<![\w.,-])(?P<n>{N})\s(?:out\s)?of\s(?:the\s|its\s|all\s)?(?:\w+[’']s\s)?(?P<of>{N})\s{VOTER}"
    rf"(?P<present>\s(?:who\swere\s|who\s)?(?:present|in\sattendance|taking\spart))?"
    rf"\s(?:(?:had|have|were|was)\s)?(?:(?:voted|voting)\s)?(?P<side>{FAVOUR}|{AGAINST}|abstain(?:ed|ing))\b"
)

# "of 450 deputies 300 backed", "out of 120 members, 61 voted for"
OF_FIRST = compiled(
    rf"\b(?:out\s)?of\s(?:the\s|its\s|all\s)?(?:\w+[’']s\s)?(?P<of>{N})\s{VOTER}(?P<present>\s"
    rf"(?:present|in\sattendance|taking\spart))?,?\s(?P<n>{N})"
    rf"\s(?:(?:had|have|were|was)\s)?(?:(?:voted|voting)\s)?(?P<side>{FAVOUR}|{AGAINST}|abstain(?:ed|ing))\b"
)

# "the support of 76 of the 130 members", "passed by 269 of 450 deputies"
SUPPORT = compiled(
    rf"\b(?:support\sof|backing\sof|votes\sof|approval\sof|passed\sby|approved\sby|backed\sby|adopted\sby|supported\sby"
    rf"|ratified\sby|carried\sby)\s(?P<n>{N})\s(?:out\s)?of\s(?:the\s|its\s|all\s)?(?:\w+[’']s\s)?(?P<of>{N})"
    rf"\s(?:{VOTER}|seats|votes)\b"
)

# who is named instead of counted; names stand with capitals
_NAME = r"(?:the\s)?[A-Z][\w.’'-]+(?:\s(?:of\s)?[A-Z][\w.’'-]+){0,3}"
LISTED = re.compile(
    rf"(?:\b(?:with|while|as|only|and|but)|[;,–—])\s(?P<who>{_NAME}(?:,\s{_NAME}){{0,8}}(?:,?\sand\s{_NAME})?)\s"
    r"(?P<what>abstain(?:ing|ed)|vot(?:ing|ed)\s(?:against|no)\b|opposing)"
)
BETWEEN_NAMES = re.compile(r",\sand\s|,\s|\sand\s")

NIL = {"nil": 0, "none": 0, "nothing": 0, "nought": 0}

DASH = r"(?:-|–|—|\s(?:to|against|versus|v)\s|:)"

# two or three figures that stand for sides: yes, no, abstaining
PAIR = compiled(
    rf"(?<![\w.,/-])(?P<yes>{N})(?P<votes>\svotes?(?:\s(?:in\sfavou?r|for))?)?(?P<dash>{DASH})"
    rf"(?P<no>{N}|(?<=votes\sto\s)(?:nil|none|nothing|nought)|(?<=\d\sto\s)nil)(?P<against>\s(?:votes?\s)?against\b)?"
    rf"(?:(?:[-–—]|,\s?)(?P<abstain>{N})(?![\w]))?(?![\w%]|[.,]\d|-\w|–\d|/)"
)

PAIR_BEFORE = compiled(
    r"(?:\b(?:vote|tally|count|result|ballot)\b[^.;]{0,40}?\s(?:was|stood\sat|ended|finished|came\sout\sat|tied\sat)\s\(?"
    r"|\binto\slaw,?\s\(?|\bmajority\sof\s\d+\s[–—-]\s|\bsaid\syes\sby\s|\bvot(?:e|ed|es|ing)(?:\s(?:\w+ly|\w+day)|,)?,?\s\(?|\bvote\sfailed,?\s|\btied\s|\bvot(?:e|ed|es|ing)(?:\s(?:of|was|count\sof|tally\sof|by|overwhelmingly|again|last\s\w+|on\s\w+))?\s?\(?"
    r"|\b(?:by|with|on)\s(?:a\s)?(?:vote\sof\s|tally\sof\s|count\sof\s|margin\sof\s)?"
    r"|\b(?:in|on|with|by|after)\san?\s|\b(?:tally|count|result|margin)\s(?:was|of)\s"
    r"|\b(?:passed|passes|approved|approves|adopted|ratified|rejected|defeated|carried|cleared"
    r"|backed|endorsed|ratifies|rejects|backs|adopts)\b(?:\s[\w’'-]+){0,7},?\s\(?|\()\Z"
)

PAIR_NOUN = compiled(
    r"[\s-](?:\w+\s)?(?:vote|votes|margin|majority|roll[\s-]call|tally|ballot|party[\s-]line\svote|split)\b"
)

PAIR_AFTER = compiled(
    r"\s?(?:[.,;:)”\"]|$|\s(?:with|on|to|in|after|and|late|early|for|as|at|against|but|when|while"
    r"|under|over|during|by|before|following|that|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last"
    r"|yesterday)\b)"
)

GAME = compiled(
    r"\b(?:won|win|wins|beat|beats|lost|lose|score[ds]?|scoring|goals?|match|game|semi-?finals?"
    r"|final|cup|league|draw|drew|victory\sover|seeds?|set|innings|odds|halftime|half-time)\b"
)

ALL = compiled(
    rf"\ball\s(?:of\s(?:the|its)\s)?(?P<n>{N})\s(?:\w+\s)?(?P<who>{VOTER})(?P<present>\spresent)?"
    rf"(?:\sof\s(?:the\s)?[\w\s]{{2,40}}?)?\s(?:voted|backed|approved|supported|endorsed|were\sin"
    rf"\sfavou?r|favou?red|ratified)(?!\s(?:against|no\b))"
)

UNANIMOUS = compiled(
    r"\b(?:unanimously\s(?:\w+\s)?(?:approv|adopt|pass|ratif|vot|back|endors|reject|accept|support"
    r"|agreed\sto|consent)\w*"
    r"|(?:approv|adopt|pass|ratif|vot|back|endors|reject|accept|support|agreed|carried)\w*(?:\s[\w’'-]+){0,6}"
    r"\sunanimously"
    r"|(?:by|in|with)\s(?:an?\s)?unanim(?:ous|ity)(?:\s(?:vote|decision|approval|consent|ballot))?"
    r"|unanimous\s(?:vote|approval|ballot|consent|ratification))"
)

NOBODY = (
    r"(?:none|nobody|no\s?one|no\s(?:votes?|ballots?|members?|lawmakers?|deput(?:y|ies)|senators?"
    r"|MPs?|countries|states))"
)

ZERO: tuple[tuple[str, "re.Pattern[str]"], ...] = (
    (
        "no",
        compiled(
            rf"\b(?:(?:{NOBODY}\s(?:were\s|was\s)?(?:cast\s|voted\s|voting\s)?(?:against|opposed|opposing|dissent(?:ed|ing)))|no\s(?:dissenting|negative|opposing|no)\svotes?|no\sopposition|without\s(?:opposition|dissent|a\s(?:single\s)?(?:dissenting\svote|vote\sagainst|no\svote)|any\svotes?\sagainst))\b"
        ),
    ),
    (
        "abstain",
        compiled(
            rf"\b(?:no\sabstentions?|without\sabstentions?|(?:and|or)\sabstentions?(?=\.|,|;|\swere)|{NOBODY}\s(?:abstain(?:ed|ing)?))\b"
        ),
    ),
)

NO_AND_ABSTENTIONS = compiled(r"\bno\s(?:votes\sagainst|opposition|dissent\w*)\s(?:and|or)\s(?:no\s)?abstentions?")

# not "failed" nor "fell short": what needs three fifths fails with the larger figure for it
REJECTED = compiled(r"\b(?:reject|defeat|voted\sdown|vote\sdown|turned\sdown)\w*")

QUALIFIED = compiled(
    r"\b(?:two-thirds|three-fifths|three-quarters|supermajority|qualified\smajority|short\sof|needed|required|requires)\b"
)

# a figure that is no exact one, the upper end of "10 to 15", the whole of "61 out of 100"
INEXACT = compiled(
    r"(?:\b(?:about|around|some|nearly|almost|over|more\sthan|fewer\sthan|less\sthan|at\sleast|at\smost|up\sto"
    r"|approximately|roughly|estimated|under|close\sto|as\smany\sas|no\s(?:fewer|more|less)\sthan)\s"
    rf"|\bbetween\s{N}\sand\s|(?<![\w.]){N}(?:\s(?:to|or|out\sof|of)\s(?:the\s|its\s)?|\s?[-–—]\s?))\Z"
)

POLL = compiled(
    r"\b(?:opinion\spolls?|polls?\s(?:show|suggest|found|put|of)\w*|in\sa\spoll|surveys?|respondents|pollsters?)\b"
)

# a noun that the figures after it belong to: "Articles 3-7", "the budget for 2025-26"
NUMBERED = compiled(
    r"\b(?:articles?|sections?|chapters?|clauses?|paragraphs?|resolutions?|annex(?:es)?|pages?|items?|numbers?|nos?\.|rounds?"
    r"|phases?|levels?|schedules?|amendments?|protocols?|parts?|points?|steps?|grades?|ages?|aged|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept?\.|oct\.|nov\.|dec\.)\s\Z"
)

YEARS = re.compile(r"(?:19|20)\d\d[-–—/](?:\d\d|(?:19|20)\d\d)\Z")

NEEDED = compiled(
    r"\b(?:need|needs|needed|require|requires|required|requiring|short\sof|threshold\sof|minimum"
    r"\sof|at\sleast)\s(?:the\s|a\s)?\Z"
)

LABEL = compiled(
    rf"(?<!\d\s)\b(?:votes?\s)?(?P<side>in\sfavou?r|for|yes|ayes|yeas|against|no|noes|nays|abstentions?|abstain(?:ed|ing)?)"
    rf"(?:\svotes)?(?:\s?:|\swere|(?=\s\d))\s(?P<n>{N})(?![\w%]|[.,]\d|\s(?:percent|per\scent|votes|years?|days))"
)
