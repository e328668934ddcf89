"""Quantities over the whole space of how newspapers print them, near misses too: one line each."""

import pytest

from dragoman.model.reading import Quantity
from dragoman.reading.quantities import quantities

# a sentence | low..high unit; an open bound is left out, "-" is no quantity
ROWS = """
About 300 people died. | 270..330 person
At least 12 soldiers were killed. | 12.. troop
More than a dozen drones were shot down. | 13..
Dozens of protesters were held. | 24..
Up to 5,000 troops will deploy. | ..5000 troop
Nearly half of the seats are vacant. | 0.45..0.5 share
Between 10 and 15 tanks were destroyed. | 10..15
Some 1.2 million refugees fled. | 1080000..1320000 person
A further 200 fled. | 200
Several hundred migrants crossed. | 200..
A few hundred migrants crossed. | 200..
Tens of thousands marched. | 20000..
Hundreds of thousands of people fled. | 200000.. person
Scores were wounded. | 40..
The toll rose to 43. | 43
The price is $3.5 billion. | 3500000000 USD
It will pay 2.4bn euros. | 2400000000 EUR
It will pay €2.4 billion. | 2400000000 EUR
It will pay 500 million dollars. | 500000000 USD
A $1.5-billion loan was agreed. | 1500000000 USD
A 100-million-euro loan was agreed. | 100000000 EUR
It cost £40m. | 40000000 GBP
It cost 3 trillion yen. | 3e+12 JPY
US$20 million was paid. | 20000000 USD
A loan of 10 billion Hong Kong dollars was agreed. | 10000000000 HKD
Output rose by 411,000 barrels per day. | 411000 barrel per day
OPEC will cut 1.2 million bpd. | 1200000 barrel per day
Exports of 38 billion cubic metres of gas. | 38000000000 cubic metre
It shipped 38 bcm of gas. | 38 billion cubic metre
30,000 tonnes of wheat arrived. | 30000 tonne
A 1,200-megawatt reactor was built. | 1200 megawatt
A 1,000 MW line opened. | 1000 megawatt
60 percent of voters back it. | 60 percent
60% enriched uranium was found. | 60 percent
Between 5% and 10% of output was lost. | 5..10 percent
5-10 percent of output was lost. | 5..10 percent
Turnout was 48.5 per cent. | 48.5 percent
A two-thirds majority is needed. | 0.666667 share
Two-thirds of members agreed. | 0.666667 share
A three-fifths majority is needed. | 0.6 share
Three out of four voters agreed. | 0.75 share
One in five children is out of school. | 0.2 share
Fewer than 20 people remain. | ..19 person
No more than 1,550 warheads may be deployed. | ..1550
Over 2,000 troops were sent. | 2001.. troop
As many as 70,000 fled. | ..70000
Less than 3.67 percent is allowed. | ..3.67 percent
Twenty-five soldiers died. | 25 troop
Two hundred and six people died. | 206 person
A hundred people died. | 100 person
Half a million people fled. | 500000 person
Half a dozen rockets fell. | 6
Three dozen rockets fell. | 36
Two million five hundred thousand tonnes came. | 2500000 tonne
Seven of the 15 members objected. | 7; 15
The 27-nation bloc agreed. | 27
The 15-member council met. | 15
A 20-year pact was signed. | -
In 2015 the pact was signed. | -
Article 5 was invoked. | -
UN Resolution 2231 was cited. | -
The G7 and the G20 met. | -
They won 2-1. | -
Call 020 7946 0018 now. | -
The 5+1 group met. | -
On May 14 they met. | -
At 10:30 they met. | -
The 38th parallel is the line. | -
The F-16 fell. | -
A 155mm shell fell. | -
The 12-nautical-mile limit was crossed. | 12 nautical mile
The missile flew 1,500 km. | 1500 kilometre
The missile flew 1,500 kilometers. | 1500 kilometre
An area of 40,000 square kilometres was lost. | 40000 square kilometre
Flight MH17 was hit. | -
Route 66 is closed. | -
Chapter VII was invoked. | -
The 2019-2020 talks failed. | -
Two of the ships sank. | 2
Both sides lost ten men each. | 10
The first and second rounds failed. | -
The two countries signed. | 2
The two sides exchanged 150 prisoners each. | 2; 150
1,000-1,500 fighters came. | 1000..1500
Sixty to seventy tanks came. | 60..70
Around two dozen states signed. | 21.6..26.4
Roughly a third of the fleet is lost. | 0.3..0.366666 share
A quarter of a million people fled. | 250000 person
The tariff rises from 10% to 25%. | 10 percent; 25 percent
The tariff rises by 15 percentage points. | 15 percentage point
More than 1,000 people, including 300 children, fled. | 1001.. person; 300
Paragraph 4 and Annex 2 were cut. | -
Group of Seven leaders met. | -
Unit 731 was named. | -
The Il-76 and Su-27 flew. | -
Building 7 fell. | -
The 3rd Brigade moved. | -
He is 45 years old. | -
He, 45, resigned. | -
It has 1.4bn people. | 1400000000 person
Upwards of 900 fell. | 900..
$1-2 billion was lost. | 1000000000..2000000000 USD
$10 million to $15 million was lost. | 10000000..15000000 USD
Rs 500 crore was spent. | 5000000000
500 million Swiss francs were frozen. | 500000000 CHF
Zero casualties were reported. | 0
No casualties were reported. | -
Not one ship sailed. | 1
Hundreds were held. | 200..
Thousands of Syrians fled. | 2000..
The 193-member assembly met. | 193
Page 12 of document 7 says so. | -
The magnitude-6.1 quake struck. | -
At 40 degrees Celsius it is hot. | 40 degree
COVID-19 spread. | -
The 9/11 attacks came. | -
An estimated 4,000 to 5,000 fell. | 4000..5000
More than 200,000 tonnes of rice a year is sold. | 200000.. tonne
The toll is 300-plus. | 300..
Some 300-odd ships came. | 270..330
Twelve or more soldiers died. | 12.. troop
The fleet has 300 or so ships. | 270..330
A dozen ships sank. | 12
Around 2030 the plant will open. | -
They live at 10 Downing Street. | -
The Boeing 737 landed. | -
Articles 3 and 4 were cut. | -
A 3-0 victory followed. | -
The 12 to 15 drones were shot down. | 12..15
Killed were 10 and 15 wounded. | 10; 15
Half the fleet is lost. | 0.5 share
In the first half of 2025 trade fell. | -
The half-brother fled. | -
Troops were cut from 5,000 to 3,000. | 5000; 3000
300 TWh was sold. | 300 terawatt hour
5 million mcm flowed. | 5000000 million cubic metre
About 40 percent of Turks agree. | 36..44 percent
More than two-thirds voted. | 0.666667.. share
Just over a third agreed. | 0.333333.. share
The grant is 20 lakh rupees. | 2000000 INR
Between $5 million and $10 million is missing. | 5000000..10000000 USD
At most 3 ships remain. | ..3
"""


def shown(found: Quantity) -> str:
    low, high = ("" if x is None else f"{x:.12g}" for x in (found.low, found.high))
    return (low if low == high else f"{low}..{high}") + (f" {found.unit}" if found.unit else "")


LINES = [line.split(" | ") for line in ROWS.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "expected"), LINES, ids=[sentence for sentence, _ in LINES])
def test_quantity(sentence: str, expected: str) -> None:
    found = quantities("a1", sentence, 0, len(sentence))
    assert ("; ".join(map(shown, found)) or "-") == expected
    assert all(q.span.of(sentence) == q.text for q in found)


PIECES = [
    "1 ",
    "3-",
    "at least ",
    "one hundred ",
    "between 1 and ",
    "half a ",
    "a quarter of a ",
    "articles 1, 1",
    "1,000 ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_is_bounded(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    quantities("a1", text, 0, len(text))
