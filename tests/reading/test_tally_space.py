"""Votes over the whole space of how newspapers print them; rather none than a wrong one: one line each."""

import pytest

from dragoman.model.reading import Tally
from dragoman.reading.tallies import tallies

FIELDS = ("yes", "no", "abstain", "not_voting", "absent", "present", "seats")
# a sentence | figures of each vote; "-" is no vote
ROWS = """
The bill was approved by 191 votes to eight. | yes=191 no=8
The Senate voted 191-8-3 to ratify the treaty. | yes=191 no=8 abstain=3
The Senate voted 191-8 with three abstentions. | yes=191 no=8 abstain=3
It passed 276–6 with 30 abstentions. | yes=276 no=6 abstain=30
The council unanimously adopted the resolution. | unanimous
All 15 members voted in favour. | yes=15 unanimous
All 15 council members backed the text. | yes=15 unanimous
The council voted 13-0 with two abstaining. | yes=13 no=0 abstain=2
The council voted 13-0, with Russia and China abstaining. | yes=13 no=0 abstain=2
The council voted 14 to 0, with one abstention (China). | yes=14 no=0 abstain=1
The vote was 14 in favour, none against, with 1 abstention. | yes=14 no=0 abstain=1
The vote was 14 in favour to none against, with one abstention. | yes=14 no=0 abstain=1
The resolution was adopted by a vote of 14 in favour to 1 against (United States), with no abstentions. | yes=14 no=1 abstain=0
The assembly adopted the text by a recorded vote of 141 in favour to 5 against, with 35 abstentions. | yes=141 no=5 abstain=35
The text passed with 141 votes for, five against and 35 abstentions. | yes=141 no=5 abstain=35
In favour: 141; against: 5; abstentions: 35. | yes=141 no=5 abstain=35
Yes: 97. No: 1. Abstain: 2. | yes=97 no=1 abstain=2
For 312, against 120, abstentions 8. | yes=312 no=120 abstain=8
Lawmakers voted 312 for, 120 against. | yes=312 no=120
Ayes 234, noes 198. | yes=234 no=198
The ayes were 234 and the noes 198. | yes=234 no=198
MPs voted by 234 to 198 to approve the deal. | yes=234 no=198
The lower house backed the deal 234 to 198. | yes=234 no=198
Deputies approved the treaty by a majority of 36. | -
The motion passed by 51 votes to 49. | yes=51 no=49
The motion passed by a single vote. | -
The motion failed by 49 votes to 51. | yes=49 no=51
The motion was defeated 49-51. | yes=49 no=51
The motion was defeated by 202 votes to 432. | yes=202 no=432
Parliament rejected the deal by 432 votes to 202. | yes=202 no=432
The bill was rejected 58-42. | yes=42 no=58
The Senate rejected the treaty 51-48. | yes=48 no=51
The treaty fell short, with 60 senators in favour and 40 opposed. | yes=60 no=40
Three hundred and twelve deputies voted in favour and 20 against. | yes=312 no=20
Of 450 deputies, 300 voted for. | yes=300 seats=450
Out of the 120 members present, 61 voted in favour. | yes=61 present=120
The Duma ratified the pact with 410 votes in favour, none against and one abstention. | yes=410 no=0 abstain=1
The 450-seat Rada backed it with 338 votes. | yes=338 seats=450
The bill needs 226 votes to pass. | -
The treaty needs a two-thirds majority. | -
A total of 338 lawmakers voted for the bill. | yes=338
Sixty-one members voted for, 59 voted against. | yes=61 no=59
61 members voted yes, 59 no. | yes=61 no=59
The 61-59 vote ended a long debate. | yes=61 no=59
In a 61-59 vote, the Knesset approved the pact. | yes=61 no=59
On a 61-59 vote, the Knesset approved the pact. | yes=61 no=59
By a 61-59 margin, the Knesset approved the pact. | yes=61 no=59
The Knesset approved the pact, 61-59. | yes=61 no=59
The Knesset approved the pact (61-59). | yes=61 no=59
The Knesset approved the pact 61–59, with no abstentions. | yes=61 no=59 abstain=0
The vote, 61 to 59, was close. | yes=61 no=59
The tally was 61-59. | yes=61 no=59
Lawmakers passed the bill in a 5-4 decision. | -
The team won 2-1. | -
The vote was followed by a 2-1 win for the team. | -
He won 61 percent of the vote. | -
The bill passed with 61 percent of the vote. | -
He won the vote by 51% to 49%. | -
The party won 61 seats to 59. | -
The 2015 vote was 10 years ago. | -
The vote on May 5-6 was delayed. | -
The vote was held on 14 June, with 35 observers. | -
The ruling party has 61 of the 120 seats. | -
The committee voted 8-3 on Tuesday to back the bill. | yes=8 no=3
The committee voted Tuesday, 8-3, to back the bill. | yes=8 no=3
The committee voted 8 to 3, with 2 members abstaining, to back the bill. | yes=8 no=3 abstain=2
The committee voted 8-3-2. | yes=8 no=3 abstain=2
The committee backed it, eight votes to three. | yes=8 no=3
It was carried by 27 votes to nil. | yes=27 no=0
It was adopted without a vote. | -
It was adopted by acclamation. | -
The council adopted the text with 12 votes, with three abstentions. | yes=12 abstain=3
Twelve members voted in favour while three abstained. | yes=12 abstain=3
12 countries voted in favour, 2 voted against and 1 abstained. | yes=12 no=2 abstain=1
The draft got nine votes in favour, two against (Russia and China) and four abstentions. | yes=9 no=2 abstain=4
Ten members voted for the text, four opposed it and Somalia abstained. | yes=10 no=4 abstain=1
The United States was the sole vote against. | no=1
The text passed 120-9, with 35 countries abstaining and 29 not voting. | yes=120 no=9 abstain=35 not_voting=29
It was passed by 313 to 77 with 120 absent. | yes=313 no=77 absent=120
Some 300 deputies voted in favour. | -
More than 300 deputies voted in favour. | -
At least 226 deputies must vote in favour. | -
About 300 of the 450 deputies backed it. | -
The bill passed with the votes of 61 members. | -
Senators approved the pact on a 92-2 roll call. | yes=92 no=2
The party-line vote was 12-10. | yes=12 no=10
The House voted 217-213 to pass it, and the Senate cleared it 51-50. | yes=217 no=213; yes=51 no=50
The House passed it 217-213 and the Senate 51-50. | yes=217 no=213; yes=51 no=50
It passed its first reading by 61 to 59 and its second by 63-57. | yes=61 no=59; yes=63 no=57
No one voted against, and 12 abstained. | no=0 abstain=12
The council voted three to two in favor. | yes=3 no=2
The council voted three to two against the bill. | yes=2 no=3
The board voted 26-7 against the plan. | yes=7 no=26
The resolution was adopted by 26 votes in favour, 3 against, with 5 abstentions. | yes=26 no=3 abstain=5
Votes for: 26, against: 3, abstaining: 5. | yes=26 no=3 abstain=5
The assembly, with 131 members present, voted 100 to 31. | yes=100 no=31 present=131
The vote was postponed to July 2-3. | -
Voters approved it by 52 to 48 percent. | -
With 30 votes against and 200 in favour, the bill passed. | yes=200 no=30
With 200 in favour, 30 against and 12 abstentions, the bill passed. | yes=200 no=30 abstain=12
The council adopted it 13-0-2. | yes=13 no=0 abstain=2
It passed on a 13-0 vote with two abstentions. | yes=13 no=0 abstain=2
It passed by 15 votes to none. | yes=15 no=0
The pact passed with 61 of 120 lawmakers in favour. | yes=61 seats=120
The house approved it on 5 May 2025 by 61 to 59. | yes=61 no=59
Between 50 and 60 deputies voted against. | -
Some 10 to 15 deputies abstained. | -
10 to 15 deputies voted against. | -
10-15 deputies voted against. | -
Lawmakers approved 10-15 projects. | -
Parliament passed the 2025-26 budget. | -
Parliament passed the budget for 2025-26. | -
Parliament adopted sections 10-12 of the bill. | -
Parliament approved Articles 3-7. | -
The cabinet backed the 5-1 formula. | -
The cabinet approved a 50-50 split. | -
The council adopted the bill on 6-7 May. | -
The council approved a 2-4 percent rise. | -
Members voted for 3 to 5 hours. | -
Deputies adopted a 3-5 year plan. | -
The union rejected a 3-2 offer. | -
Ministers approved the sale of 3 to 5 ships. | -
The committee passed 3 to 5 amendments. | -
They voted 3 times to adopt 12 bills. | -
The council rejected 3 of 15 drafts. | -
The United Nations Security Council adopted resolution 2231 (2015) by 15 votes. | -
Council members voted 15-0 on Resolution 2735. | yes=15 no=0
The assembly adopted resolution ES-11/1 by 141 to 5. | yes=141 no=5
The assembly voted 143 in favor, nine against, 25 abstaining. | yes=143 no=9 abstain=25
143 countries voted in favour, including 12 from Africa, and nine against. | yes=143 no=9
Of the 27 states, 20 backed the plan, five were against and two abstained. | yes=20 no=5 abstain=2 seats=27
Polls show 61 percent in favour and 30 percent against. | -
In a poll, 61 out of 100 voted for the plan. | -
Two of the seven judges voted against. | no=2 seats=7
The house rejected it for the third time, 391 to 242. | yes=242 no=391
The bill passed by one vote. | -
The bill passed by just two votes, 61-59. | yes=61 no=59
MPs approved the bill by a margin of 20 votes. | -
The deal was ratified 98-2 in the 100-member Senate. | yes=98 no=2 seats=100
The 100-member Senate ratified the deal 98-2. | yes=98 no=2 seats=100
With 98 senators present, 97 voted yes and one abstained. | yes=97 abstain=1 present=98
The decision passed with 14 votes in favour, and Pakistan abstaining. | yes=14 abstain=1
Voting 14-0-1, the council adopted the text. | yes=14 no=0 abstain=1
A vote of 14-0-1 ended the matter. | yes=14 no=0 abstain=1
The 14-0-1 vote ended the matter. | yes=14 no=0 abstain=1
The text got 14 yes votes, 0 no votes and 1 abstention. | yes=14 no=0 abstain=1
The vote count was 14 for, 0 against, 1 abstaining. | yes=14 no=0 abstain=1
The UN General Assembly voted overwhelmingly, 149 to 12 with 19 abstentions, to demand a truce. | yes=149 no=12 abstain=19
Nearly 300 lawmakers voted for, with some 30 against. | -
Votes were cast by 300 of 450 members; 280 were for and 20 against. | yes=280 no=20 seats=450
The resolution received 120 votes for, 14 votes against and 45 abstentions. | yes=120 no=14 abstain=45
The 120-14 vote, with 45 abstentions, was not binding. | yes=120 no=14 abstain=45
He was elected with 28 votes for and 26 against. | yes=28 no=26
Senators rejected, 47-53, a motion to curb the war. | yes=47 no=53
The Senate failed to override the veto, voting 53-45. | yes=53 no=45
The vote failed 47-53. | yes=47 no=53
It failed on a vote of 47 to 53. | yes=47 no=53
Lawmakers voted 90-10 to reject the pact. | yes=10 no=90
Lawmakers voted 10-90 on the pact, rejecting it. | yes=10 no=90
The motion of no confidence was passed by 61 votes to 59. | yes=61 no=59
The house voted 61-59 against a motion to reject the pact. | yes=59 no=61
Turkey's parliament voted 287-55 to approve Sweden's bid. | yes=287 no=55
Hungary's parliament approved it with 188 votes for and 6 against. | yes=188 no=6
The vote was tied 60-60. | yes=60 no=60
"""


def shown(tally: Tally) -> str:
    told = [f"{f}={getattr(tally, f)}" for f in FIELDS if getattr(tally, f) is not None]
    return " ".join([*told, *(["unanimous"] if tally.unanimous else [])])


LINES = [line.split(" | ") for line in ROWS.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "expected"), LINES, ids=[sentence for sentence, _ in LINES])
def test_tally(sentence: str, expected: str) -> None:
    found = tallies("a1", sentence, 0, len(sentence))
    assert ("; ".join(map(shown, found)) or "-") == expected


PIECES = [
    "passed a b c d e f g h ",
    "12 votes to ",
    "all 3 a b ",
    "vote 1-",
    "out of 1 of 1 ",
    "for 1 ",
    "between 1 and ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_is_bounded(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    tallies("a1", text, 0, len(text))
