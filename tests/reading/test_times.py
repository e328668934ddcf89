"""Times in newswire sentences of our own, with the date they were published."""

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.forms import Every
from dragoman.model.time import Time
from dragoman.reading.times import passing, times

# a Wednesday
PUBLISHED = date(2024, 9, 18)


def read(sentence: str) -> tuple[Time, ...]:
    return times("a1", sentence, 0, len(sentence))


def case(
    sentence: str, words: str, edtf: str | None, tense: str | None = None, *, on: date = PUBLISHED, id: str
) -> object:
    return pytest.param(sentence, words, edtf, tense, on, id=id)


FULL = [
    case("The pact was signed in Sofia on March 4, 2023.", "March 4, 2023", "2023-03-04", id="month first"),
    case("The pact was signed on 4 March 2023 in Sofia.", "4 March 2023", "2023-03-04", id="day first"),
    case("The pact of the 21st of June 2022 lapsed.", "the 21st of June 2022", "2022-06-21", id="ordinal with of"),
    case(
        "Talks opened on Tuesday, September 17, 2024, in Oslo.",
        "Tuesday, September 17, 2024",
        "2024-09-17",
        id="weekday and date",
    ),
    case("Sept. 3, 2024 was the deadline.", "Sept. 3, 2024", "2024-09-03", id="month cut short"),
    case("It expired on 2024-08-30.", "2024-08-30", "2024-08-30", id="ISO date"),
    case("It expired on 30.08.2024.", "30.08.2024", "2024-08-30", id="dotted date is day first"),
    case("It expired on 08/30/2024.", "08/30/2024", "2024-08-30", id="slashed date with one reading"),
    case("It expired on 05/06/2024.", "05/06/2024", "2024", id="slashed date with two readings keeps the year"),
    case("Ministers met in January 2024.", "January 2024", "2024-01", id="month and year"),
    case("Ministers met in January of 2024.", "January of 2024", "2024-01", id="month of year"),
    case("The border closed in 2019.", "2019", "2019", id="year"),
    case("The collapse of the 2018 grain accord angered Chad.", "2018", "2018", id="a year before a noun"),
    case(
        "Since its 2008 invasion of Georgia, relations froze.",
        "2008",
        "2008",
        id="since its invasion in a year is no span",
    ),
    case("The 1648 Peace of Westphalia is a model.", "1648", "1648", id="an old year that names a treaty"),
    case("The accord of May 2023 was renewed.", "May 2023", "2023-05", id="May with a year"),
    case("The embassy closed in the 1990s.", "the 1990s", "199X", id="decade"),
    case("Borders drawn in the 19th century are disputed.", "the 19th century", "18XX", id="century"),
    case("The league formed in 480 BC.", "480 BC", "-0479", id="before Christ"),
    case("The parliament sat about 1950.", "1950", "1950~", id="about a year"),
]

PARTIAL = [
    case("Lawmakers approved it in April.", "April", "2024-04", "past", id="month, past: this year's"),
    case(
        "Lawmakers approved it in November.", "November", "2023-11", "past", id="month ahead of us, past: last year's"
    ),
    case("Leaders will meet in November.", "November", "2024-11", "future", id="month, future: this year's"),
    case("Leaders will meet in April.", "April", "2025-04", "future", id="month behind us, future: next year's"),
    case("Leaders met in September.", "September", "2024-09", "past", id="this month counts as past"),
    case("Leaders will meet in September.", "September", "2024-09", "future", id="this month counts as future"),
    case("It was signed on September 12.", "September 12", "2024-09-12", "past", id="day without year, past"),
    case("It was signed on December 12.", "December 12", "2023-12-12", "past", id="day ahead of us, past: last year's"),
    case("The summit opens on October 2.", "October 2", "2024-10-02", "future", id="day without year, future"),
    case(
        "The summit opens on January 15.", "January 15", "2025-01-15", "future", id="day behind us, future: next year's"
    ),
    case("It was signed on September 18.", "September 18", "2024-09-18", "past", id="the day itself"),
    case("The envoy spoke on 20 August.", "20 August", "2024-08-20", id="no tense: the nearest"),
    case("The envoy spoke on 2 January.", "2 January", "2024-01-02", on=date(2024, 2, 1), id="no tense, new year"),
    case(
        "The envoy spoke on 28 December.",
        "28 December",
        "2023-12-28",
        on=date(2024, 1, 5),
        id="no tense, across the year's end",
    ),
    case("It was ratified in March of last year.", "March of last year", "2023-03", id="month of last year"),
    case("It was ratified in December last year.", "December last year", "2023-12", id="month last year"),
    case("It takes effect in March next year.", "March next year", "2025-03", id="month next year"),
    case(
        "Exports fell in the second quarter of 2024.", "the second quarter of 2024", "2024-34", id="quarter of a year"
    ),
    case("Exports fell in Q1 2024.", "Q1 2024", "2024-33", id="quarter, short"),
    case("Exports fell in the first half of 2023.", "the first half of 2023", "2023-40", id="half year"),
    case(
        "Exports fell in the third quarter of last year.",
        "the third quarter of last year",
        "2023-35",
        id="quarter of last year",
    ),
    case("Exports fell in the second quarter.", "the second quarter", "2024-34", "past", id="quarter alone"),
    case("The offensive of summer 2023 stalled.", "summer 2023", "2023-22", id="season and year"),
    case("The offensive began in the spring of 2022.", "the spring of 2022", "2022-21", id="season of year"),
    case("The offensive began in the spring.", "the spring", "2024-21", "past", id="season alone, past"),
    case(
        "Last summer the two armies clashed.",
        "Last summer",
        "2023-22",
        id="last summer, in its own summer's end",
        on=date(2024, 7, 3),
    ),
    case("Last summer the two armies clashed.", "Last summer", "2024-22", id="last summer, after summer"),
    case("Next spring the two leaders will meet.", "Next spring", "2025-21", id="next spring"),
    case("They agreed in fiscal 2023.", "fiscal 2023", "2023~", id="a fiscal year is roughly the year"),
]

SHADED = [
    case("The treaty lapses in early 2026.", "early 2026", "[2026-01..2026-04]", id="early year"),
    case("The treaty lapsed in late 2022.", "late 2022", "[2022-09..2022-12]", id="late year"),
    case("The treaty lapsed in mid-2022.", "mid-2022", "[2022-04..2022-09]", id="mid year"),
    case("It was agreed in early May 2024.", "early May 2024", "[2024-05-01..2024-05-09]", id="early month"),
    case("It was agreed in late May.", "late May", "[2024-05-22..2024-05-31]", "past", id="late month"),
    case(
        "It was agreed at the beginning of 2023.",
        "the beginning of 2023",
        "[2023-01..2023-03]",
        id="beginning of a year",
    ),
    case(
        "It was agreed at the end of June.", "the end of June", "[2024-06-25..2024-06-30]", "past", id="end of a month"
    ),
    case(
        "Forces will leave by the end of the year.",
        "the end of the year",
        "[..2024-12-31]",
        id="by the end of the year",
    ),
    case(
        "Forces will leave at the end of next month.",
        "the end of next month",
        "[2024-10-25..2024-10-31]",
        id="end of next month",
    ),
    case("Forces will leave by year-end.", "year-end", "[..2024-12-31]", id="by year-end"),
]

WEEKDAYS = [
    case("Parliament approved the accord Wednesday.", "Wednesday", "2024-09-18", "past", id="today's weekday is today"),
    case("Parliament approved the accord on Tuesday.", "Tuesday", "2024-09-17", "past", id="yesterday's weekday"),
    case(
        "Parliament approved the accord on Thursday.", "Thursday", "2024-09-12", "past", id="tomorrow's weekday, past"
    ),
    case("Parliament will vote on Thursday.", "Thursday", "2024-09-19", "future", id="tomorrow's weekday, future"),
    case("Parliament will vote on Wednesday.", "Wednesday", "2024-09-18", "future", id="today's weekday, future"),
    case("Parliament will vote on Monday.", "Monday", "2024-09-23", "future", id="weekday across the weekend"),
    case("Parliament voted on Monday.", "Monday", "2024-09-16", None, id="no tense: the last"),
    case("The envoy left last Wednesday.", "last Wednesday", "2024-09-11", id="last is never today"),
    case("The envoy left last Friday.", "last Friday", "2024-09-13", id="last Friday"),
    case("The envoy arrives next Wednesday.", "next Wednesday", "2024-09-25", id="next is never today"),
    case("The envoy arrives this Friday.", "this Friday", "2024-09-20", id="this Friday, the nearer"),
    case("The envoy left on Friday last week.", "Friday last week", "2024-09-13", id="weekday last week"),
    case("The envoy arrives on Monday next week.", "Monday next week", "2024-09-23", id="weekday next week"),
    case("Late on Tuesday the envoy left.", "Late on Tuesday", "2024-09-17", id="late on a weekday is that day"),
    case("On Tuesday morning the envoy left.", "Tuesday morning", "2024-09-17", id="morning of a weekday"),
    case("At 10:30 GMT on Tuesday the envoy left.", "10:30 GMT on Tuesday", "2024-09-17", id="hour of a weekday"),
    case("A reply is due by Friday.", "Friday", "[..2024-09-20]", id="by looks ahead, as a bound"),
    case(
        "Shells fell in the early hours of Sunday.",
        "the early hours of Sunday",
        "2024-09-15",
        id="early hours of a day",
    ),
    case("It sat on Monday, Sept. 23.", "Monday, Sept. 23", "2024-09-23", "past", id="the weekday tells the year"),
    case(
        "At 3 p.m. (1300 GMT) on Friday they met.",
        "3 p.m. (1300 GMT) on Friday",
        "2024-09-13",
        id="an hour in two zones",
    ),
    case("Wednesday's vote was close.", "Wednesday", "2024-09-18", id="possessive weekday"),
    case("After Tuesday's vote the leader resigned.", "Tuesday", "2024-09-17", id="after a day's vote is no bound"),
]

RELATIVE = [
    case("The envoy left today.", "today", "2024-09-18", id="today"),
    case("The envoy left yesterday.", "yesterday", "2024-09-17", id="yesterday"),
    case("The envoy leaves tomorrow.", "tomorrow", "2024-09-19", id="tomorrow"),
    case("The envoy left earlier today.", "earlier today", "2024-09-18", id="earlier today"),
    case("Shells fell last night.", "last night", "2024-09-17", id="last night"),
    case("Shells fell overnight.", "overnight", "2024-09-18", id="overnight"),
    case("The Duma ratified it last month.", "last month", "2024-08", id="last month"),
    case("They meet next month.", "next month", "2024-10", id="next month"),
    case("Last year trade doubled.", "Last year", "2023", id="last year"),
    case("This year trade doubled.", "This year", "2024", id="this year"),
    case("Next year trade will double.", "Next year", "2025", id="next year"),
    case("It was signed last week.", "last week", "[2024-09-09..2024-09-15]", id="last week"),
    case("They meet next week.", "next week", "[2024-09-23..2024-09-29]", id="next week"),
    case("It was signed earlier this week.", "earlier this week", "[2024-09-16..2024-09-22]", id="earlier this week"),
    case("It was signed last weekend.", "last weekend", "[2024-09-14..2024-09-15]", id="last weekend"),
    case("They met this weekend.", "this weekend", "[2024-09-14..2024-09-15]", "past", id="this weekend, past"),
    case(
        "They will meet this weekend.", "this weekend", "[2024-09-21..2024-09-22]", "future", id="this weekend, ahead"
    ),
    case("They met three days ago.", "three days ago", "2024-09-15", id="days ago"),
    case("They met two weeks ago.", "two weeks ago", "2024-09-04~", id="weeks ago, about"),
    case("They met three months ago.", "three months ago", "2024-06", id="months ago"),
    case("They met a year ago.", "a year ago", "2023", id="a year ago"),
    case("They met nearly a decade ago.", "nearly a decade ago", "2014", id="nearly a decade ago"),
    case("They will meet in two weeks.", "two weeks", "2024-10-02~", id="in two weeks, ahead"),
    case("They met last April.", "last April", "2024-04", id="last April"),
    case("They met last December.", "last December", "2023-12", id="last December"),
    case("They will meet next June.", "next June", "2025-06", id="next June"),
    case(
        "Over the past three years trade doubled.",
        "the past three years",
        "2021-09-18/2024-09-18",
        id="the past three years last",
    ),
    case("In the next two weeks talks resume.", "the next two weeks", "2024-09-18/2024-10-02", id="the next two weeks"),
    case("In recent years ties grew.", "recent years", None, id="recent years are vague"),
    case("Talks follow in the months ahead.", "the months ahead", None, id="the months ahead are vague"),
    case("Two days earlier shells fell.", "Two days earlier", None, id="earlier than what is not told"),
    case("Weeks after the vote shells fell.", "Weeks after", None, id="weeks after what is not told"),
    case("The following year shells fell.", "The following year", None, id="the following year of what"),
    case("That day shells fell.", "That day", None, id="that day"),
    case("On Christmas Eve shells fell.", "Christmas Eve", "2023-12-24", "past", id="Christmas Eve"),
    case("At Easter 2024 shells fell.", "Easter 2024", "2024-03-31", id="Easter is reckoned"),
]

WIDER = [
    case("Talks began on the 9th.", "the 9th", "2024-09-09", "past", id="a day of this month alone"),
    case("Talks began on the 29th.", "the 29th", "2024-08-29", "past", id="a day of last month alone"),
    case("Both fought in the late '70s.", "the late '70s", "[1977..1979]", id="shade inside a short decade"),
    case("Exports rose last quarter.", "last quarter", "2024-34", id="last quarter is the one before this"),
    case("It fell in Q2, by a third.", "Q2", "2024-34", "past", id="a quarter without its year"),
    case("The April accord was annulled.", "April", "2024-04", "past", id="a month that names a pact"),
    case("The Orthodox Easter truce held.", "Orthodox Easter", "2024-05-05", "past", id="Orthodox Easter"),
    case("The Orthodox Christmas truce held.", "Orthodox Christmas", "2024-01-07", "past", id="Orthodox Christmas"),
    case("Unions marched on May Day.", "May Day", "2024-05-01", "past", id="May Day"),
    case("The city fell 5,000 years ago.", "5,000 years ago", "-2976", id="before Christ"),
    case("A year and a half ago it lapsed.", "A year and a half ago", "2023-03", id="a year and a half ago"),
]

SPANS = [
    case(
        "Talks run from May 3 to June 5, 2023.",
        "May 3 to June 5, 2023",
        "2023-05-03/2023-06-05",
        id="from to, the year shared",
    ),
    case("Talks ran from 2015 to 2018.", "2015 to 2018", "2015/2018", id="from year to year"),
    case(
        "Between July 2021 and March 2022 talks stalled.", "July 2021 and March 2022", "2021-07/2022-03", id="between"
    ),
    case("Talks ran 3-5 May 2023.", "3-5 May 2023", "2023-05-03/2023-05-05", id="days of a month"),
    case(
        "Talks ran October 22–24, 2023.", "October 22–24, 2023", "2023-10-22/2023-10-24", id="days of a month, American"
    ),
    case("The war of 1980–1988 cost both.", "1980–1988", "1980/1988", id="years with a dash"),
    case("The 2015-16 talks failed.", "2015-16", "2015/2016", id="years, the second short"),
    case("Since 2022 ties have frozen.", "2022", "2022/..", id="since lasts"),
    case("Since April ties have frozen.", "April", "2024-04/..", id="since a month"),
    case("Since November ties have frozen.", "November", "2023-11/..", id="since looks back"),
    case("Talks ran from Monday to Friday.", "Monday to Friday", "2024-09-09/2024-09-13", id="weekdays in order"),
    case("Talks run March through May.", "March through May", "2024-03/2024-05", id="month through month"),
    case("It must leave no later than June 30, 2025.", "June 30, 2025", "[..2025-06-30]", id="no later than is by"),
    case("The truce holds until at least March 2025.", "March 2025", "../2025-03", id="until at least"),
    case("The truce holds until Sunday.", "Sunday", "../2024-09-22", id="until looks ahead"),
    case("The truce held until 2020.", "2020", "../2020", id="until a year"),
    case("It was agreed before 2020.", "2020", "[..2019-12-31]", id="before excludes the year"),
    case("It was agreed after May 3, 2023.", "May 3, 2023", "[2023-05-04..]", id="after excludes the day"),
    case("It must be ratified by March 1, 2025.", "March 1, 2025", "[..2025-03-01]", id="by a day"),
]


@pytest.mark.parametrize(
    ("sentence", "words", "edtf", "tense", "on"), FULL + PARTIAL + SHADED + WEEKDAYS + RELATIVE + WIDER + SPANS
)
def test_dates(sentence: str, words: str, edtf: str | None, tense: str | None, on: date) -> None:
    (time,) = [t for t in read(sentence) if t.kind == "date"]
    when = time.anchored(on, tense=tense)  # type: ignore[arg-type]
    assert (time.text, when.edtf) == (words, edtf)
    assert (when.reason is None) == (edtf is not None)


def test_a_list_shares_the_year_of_its_last() -> None:
    found = read("The base was shut in March and August 2022.")
    assert [t.anchored(PUBLISHED).edtf for t in found] == ["2022-03", "2022-08"]


@pytest.mark.parametrize(
    ("sentence", "clock"),
    [
        pytest.param("It began at 10:30 GMT on Tuesday.", "10:30Z", id="Greenwich"),
        pytest.param("It began at 0600 GMT on Tuesday.", "06:00Z", id="four figures"),
        pytest.param("It began at 9 p.m. EDT on Tuesday.", "21-04:00", id="a zone of America"),
        pytest.param("It began at 9:15 p.m. IST on Tuesday.", "21:15", id="a zone of two names says nothing"),
        pytest.param("It struck at 4:17 a.m. (01:17 GMT) on Tuesday.", "04:17", id="told again for another zone"),
    ],
)
def test_clock(sentence: str, clock: str) -> None:
    (time,) = read(sentence)
    assert time.clock == clock


@pytest.mark.parametrize(
    ("sentence", "unit", "count"),
    [
        pytest.param("They meet every two weeks.", "week", 2, id="every two weeks"),
        pytest.param("They meet every other day.", "day", 2, id="every other day"),
        pytest.param("Their annual summit opened.", "year", 1, id="annual"),
        pytest.param("They meet twice a year.", "year", 1, id="twice a year"),
    ],
)
def test_sets_that_count(sentence: str, unit: str, count: float) -> None:
    (time,) = read(sentence)
    assert isinstance(time.form, Every)
    assert (time.kind, time.form.unit, time.form.count) == ("set", unit, count)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The 38th parallel is on the 9th floor.", id="an ordinal before a noun"),
        pytest.param("In the March of the Living they walked.", id="March with a capital"),
        pytest.param("The first quarter of the field was mined.", id="a quarter of something else"),
        pytest.param("A 2000-strong force left.", id="a number that looks like a year"),
        pytest.param("The Friday Mosque was shut.", id="a name with a weekday"),
        pytest.param("A once-a-decade meeting opened.", id="once-a-decade"),
    ],
)
def test_wider_near_misses(sentence: str) -> None:
    assert read(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "words", "term"),
    [
        pytest.param("They signed a 20-year pact.", "20-year", "P20Y", id="hyphened years"),
        pytest.param("They signed a five-year pact.", "five-year", "P5Y", id="hyphened years in words"),
        pytest.param("The pact holds for 25 years.", "25 years", "P25Y", id="for years"),
        pytest.param("The truce held for a year and a half.", "a year and a half", "P1Y6M", id="a year and a half"),
        pytest.param("The truce holds for six months.", "six months", "P6M", id="for months"),
        pytest.param("The truce held for a decade.", "a decade", "P10Y", id="a decade"),
        pytest.param("A two-week truce began.", "two-week", "P2W", id="two-week"),
        pytest.param("A 72-hour truce began.", "72-hour", "PT72H", id="hours"),
        pytest.param("The truce held for two and a half years.", "two and a half years", "P2Y6M", id="and a half"),
        pytest.param("He served two years and six months.", "two years and six months", "P2Y6M", id="years and months"),
        pytest.param("The talks lasted several weeks.", "several weeks", None, id="an unnamed number"),
        pytest.param("The war went on for decades.", "decades", None, id="for decades"),
        pytest.param("A month-long siege ended.", "month-long", "P1M", id="month-long"),
        pytest.param(
            "A fortnight ago is no term but half a century is.", "half a century", "P50Y", id="half a century"
        ),
    ],
)
def test_terms(sentence: str, words: str, term: str | None) -> None:
    (time,) = [t for t in read(sentence) if t.is_duration]
    assert (time.text, time.term) == (words, term)
    assert time.anchored(PUBLISHED).edtf is None


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The two sides may sign the accord.", id="may is a verb"),
        pytest.param("May the accord hold.", id="May that opens a wish"),
        pytest.param("Theresa May signed the accord.", id="May is a person"),
        pytest.param("Troops march on the capital.", id="march is a verb"),
        pytest.param("The March on the capital failed.", id="a March is no month"),
        pytest.param("An august assembly met.", id="august is an adjective"),
        pytest.param("The Security Council adopted Resolution 1929.", id="a resolution's number"),
        pytest.param("Some 2000 troops crossed the river.", id="a round number of troops"),
        pytest.param("The loan of $2020 was small.", id="money"),
        pytest.param("The 32-year-old envoy left.", id="an age"),
        pytest.param("The envoy, 32 years old, left.", id="an age in years"),
        pytest.param("The second envoy sat in the sun.", id="second and sun"),
        pytest.param("The fall of the government shook markets.", id="the fall of a government"),
        pytest.param("The Good Friday Agreement holds.", id="an agreement called after a day"),
        pytest.param("Survivors of Bloody Sunday spoke.", id="a day that is a name"),
        pytest.param("The Sunday Times reported the talks.", id="a newspaper"),
        pytest.param("They pumped two million barrels a day.", id="a rate"),
        pytest.param("Call 2024-5567-1 for details.", id="a telephone number"),
        pytest.param("Marching orders, janitors and decoys.", id="words that begin like months"),
    ],
)
def test_near_misses(sentence: str) -> None:
    assert read(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "words", "case", "attributive"),
    [
        pytest.param("It was signed in April.", "April", "in", False, id="in"),
        pytest.param("Since the 2015 deal collapsed, ties froze.", "2015", "since", True, id="the deal, not the year"),
        pytest.param("It holds until May 2025.", "May 2025", "until", False, id="until"),
        pytest.param("It was signed Wednesday.", "Wednesday", None, False, id="no preposition"),
        pytest.param("They fear Tuesday's vote.", "Tuesday", None, True, id="possessive"),
    ],
)
def test_case(sentence: str, words: str, case: str | None, attributive: bool) -> None:
    (time,) = read(sentence)
    assert (time.text, time.case, time.attributive) == (words, case, attributive)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param("They meet every Friday.", "every Friday", id="every weekday"),
        pytest.param("They meet twice a year.", "twice a year", id="twice a year"),
        pytest.param("They meet annually.", "annually", id="annually"),
        pytest.param("They meet on Mondays.", "Mondays", id="plural weekday"),
    ],
)
def test_sets(sentence: str, words: str) -> None:
    (time,) = read(sentence)
    assert (time.text, time.kind) == (words, "set")


def test_passing_words_are_kept_apart() -> None:
    sentence = "The former envoy recently left; he is now in Rome."
    assert read(sentence) == ()
    assert [t.text for t in passing("a1", sentence, 0, len(sentence))] == ["former", "recently", "now"]


def test_offsets_are_the_article_s() -> None:
    text = "First sentence.\n\nThey met on May 3, 2023."
    (time,) = times("a1", text, 17, len(text))
    assert time.span.of(text) == "May 3, 2023"


WORDS = st.sampled_from(
    "May march Monday last next week year years 20 2025 the of to and between from - , . ’s ago later two a quarter "
    "spring early mid- January 3rd 12:30 p.m. BC 1990s century since until per day every \u200b \u202e \n".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text(text: str) -> None:
    found = read(text)
    for time in found:
        assert time.span.of(text) == time.text
        assert time.text.strip()
        for published in (None, date(1, 1, 1), PUBLISHED, date.max):
            when = time.anchored(published)
            assert (when.edtf is None) == (when.reason is not None)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("piece", ["1", "May ", "2025-", "one ", "a ", " ", "the end of ", "to ", "12:"])
def test_hostile_text_is_bounded(piece: str) -> None:
    read(piece * 5000)
