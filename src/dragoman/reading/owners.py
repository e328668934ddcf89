"""States, organisations and bodies as they are named in a sentence, and what may belong to one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.model.actor import Actor
from dragoman.ontology.actors import Sense
from dragoman.reading.gazetteer import Hit
from dragoman.reading.setting import Setting

Form = Literal["name", "adjective", "metonym", "capital", "office", "description", "reference"]
CLEAR = 3  # how many times oftener than the next an article must name a state for a bare "Senate" to be its
ABOUT = 4  # how often an article must name a state to be about it
_SHORT = frozenset("US U.S. UK U.K. EU E.U. UN U.N. UAE NATO".split())
# "Malaysian Home Affairs Minister"
_PORTFOLIO = re.compile(r"(?:['’]s)?(?:[ \u00a0][A-Z][\w-]+(?:[ \u00a0](?:and|of))?){1,3}[ \u00a0]")
_MINISTERIAL = re.compile(r"(?:Minister|Secretary|Judge|Ambassador|Representative|Attorney General)\Z")
# "Iran-backed militias" are not Iran's; a London-based company may be British
BACKED = re.compile(
    r"[-–](?:backed|led|linked|allied|aligned|affiliated|supported|sponsored|trained|funded|financed|brokered|mediated"
    r"|held|occupied|controlled|leaning|friendly|inspired|armed|made|built|born|speaking|bound|imposed|appointed)\b"
)
_STRICT = ("ADJ", "ADV", "NUM", "PART", "PUNCT")
# nouns that stay what they are whatever qualifies them: a Kenyan tea company is a company
_PLAIN = frozenset(
    "business scientists people press military rebels opposition students labour farmers refugees clergy believers "
    "medics criminals militia gunmen party activists lawyers charities".split()
)
_LOCATED = re.compile(r"(?i)\b(?:in|from|to|near|inside|across|of)[ \u00a0]\Z")


@dataclass(frozen=True, slots=True)
class Owner:
    """A state or organisation named here, which may have a body or a person."""

    start: int
    end: int
    actor: Actor
    form: Form


class Owners:
    """Says what the names of one sentence stand for, and what is joined to them."""

    def __init__(self, setting: Setting, hits: Sequence[Hit]) -> None:
        """Take the hits in order; they do not overlap."""
        self.at = setting
        self.hits = hits
        self.actors = setting.actors
        self._index = {h.start: i for i, h in enumerate(hits)}

    def attributive(self, owner: Owner) -> bool:
        """Whether a name may stand before a noun like an adjective: "Kenyan", "US"."""
        return owner.form == "adjective" or self.at.text(owner.start, owner.end) in _SHORT

    def index(self, hit: Hit) -> int:
        """Return which hit of the sentence it is."""
        return self._index[hit.start]

    def named(self, hit: Hit, *, told: bool = False) -> Owner | str | None:
        """Return what a name stands for here; a reason where that is open, None where it is no actor at all.

        ``told``: the words before leave no doubt that it is a state's name ("president of").
        """
        if re.search(r"\b(?:(?:non|pro|anti)-|ethnic[- \u00a0])\Z", self.at.before(hit.start, 8), re.IGNORECASE):
            return (
                None  # "non-Western states", "pro-Russian rebels"; ethnic Albanians are mostly another state's people
            )
        if self._american(hit):
            return None
        if hit.text in ("West", "the west"):
            return self._west(hit)
        sense = self._sense(hit)
        if isinstance(sense, str):
            return sense
        if (
            sense is None
            or self.at.part_of_name(hit, sense.form, followed=told or self._followed(hit))
            or (sense.form == "capital" and self.at.lists.is_quiet(hit.text) and not self._loud(hit, sense))
        ):
            return None
        if hit.text.endswith("-"):
            following = self.at.after(hit.end, 1)
            return (
                Owner(hit.start, hit.end - 1, self.actors.get(sense.actor), "adjective")
                if following.isupper()
                else None
            )
        form: Form = "description" if sense.form == "demonym" else sense.form
        if form == "name" and re.match(r"-\w", self.at.after(hit.end, 2)):
            form = "adjective"
        return Owner(hit.start, hit.end, self.actors.get(sense.actor), form)

    def _american(self, hit: Hit) -> bool:
        """Whether a town of the United States has the name: "Lebanon, Pennsylvania"."""
        i = self._index[hit.start] + 1
        following = self.hits[i] if i < len(self.hits) else None
        return (
            following is not None
            and following.entry.region == "USA"
            and (not following.entry.senses and self.at.text(hit.end, following.start) == ", ")
            and all(s.actor != "USA" for s in hit.entry.senses)
        )

    def _loud(self, hit: Hit, sense: Sense) -> bool:
        """Whether a capital that is seldom a government is one here: the article names its state, and it acts."""
        token = self.at.last_token(hit.start, hit.end)
        subject = token is not None and self.at.token(token).dep == "nsubj"
        return subject and self.at.told[sense.actor] > 0 and not self.at.is_place(hit.start, hit.end)

    def _followed(self, hit: Hit) -> bool:
        """Whether a name or office that we know comes right after: "United States President"."""
        i = self._index[hit.start] + 1
        return (
            i < len(self.hits) and self.at.text(hit.end, self.hits[i].start) == " " and not self.hits[i].entry.blocked
        )

    def _sense(self, hit: Hit) -> Sense | str | None:
        senses = hit.entry.senses
        chambers = [s for s in senses if "/legislature" in s.actor]
        others = [s for s in senses if s not in chambers]
        if chambers and not others and (len(chambers) > 1 or hit.entry.noun):
            return self._chamber_by_context(hit, chambers)
        if len(others) == 1 and chambers and self.actors.cues(hit.text) is None:
            return others[0]  # the General Assembly is the UN's before it is Uruguay's
        chosen = self.at.choose(hit, senses)
        if isinstance(chosen, str) and hit.entry.noun and (state := self.subject()):
            body = self.actors.body(state, hit.entry.noun)
            return Sense(body.id, "metonym") if body else chosen
        return chosen

    def _chamber_by_context(self, hit: Hit, senses: Sequence[Sense]) -> Sense | str:
        """ "Senate" is that of the one state the article speaks of which has a Senate."""
        weights = sorted(((self.at.told[s.actor[:3]], s.actor) for s in senses), reverse=True)
        next_best = weights[1][0] if len(weights) > 1 else 0
        alone = len(weights) == 1 or len(self.at.told) == 1  # no other state with one, or no other state at all
        if weights[0][0] >= (1 if alone else 2) and weights[0][0] >= CLEAR * next_best:
            return next(s for s in senses if s.actor == weights[0][1])
        if hit.entry.noun and (state := self.subject()) and (body := self.actors.body(state, hit.entry.noun)):
            return Sense(body.id, "name")
        return f"no state named with {hit.text!r}, and none stands out of those that may have one"

    def subject(self) -> str | None:
        """The one state the article is about, where there is one."""
        ranked = self.at.told.most_common(2)
        if not ranked or ranked[0][1] < ABOUT or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
            return None
        return ranked[0][0]

    def _west(self, hit: Hit) -> Owner | None:
        before, after = self.at.before(hit.start, 30), self.at.after(hit.end, 12)
        group = self.actors.get("group/the-west")
        if hit.text == "West":
            joined = re.search(r"\w[-–—/]\Z|\b(?:East and|East-)\Z", before) or re.match(r"[-–—/][A-Z]", after)
            return Owner(hit.start, hit.end, group, "name") if joined else None
        settled = re.search(r"\b(?:with|against|between .{1,20} and|on)\s\Z", before) and not re.match(
            r"\s(?:of|coast|bank|side|in)\b", after
        )
        return Owner(hit.start, hit.end, group, "name") if settled else None

    def state_after(self, i: int, end: int) -> Actor | None:
        """ "General Ali Khan of Pakistan" is Pakistan's."""
        following = next((h for h in self.hits[i:] if h.start > end), None)
        if (
            following is None
            or not following.entry.senses
            or not re.fullmatch(r"[ \u00a0]of[ \u00a0](?:the )?", self.at.text(end, following.start))
        ):
            return None
        owner = self.named(following)
        return owner.actor if isinstance(owner, Owner) and owner.form in ("name", "capital") else None

    def joined(self, owner: Owner, hit: Hit) -> bool:
        """Whether a noun or a name belongs to an owner before it."""
        gap = self._gap(owner.end, hit.start)
        if len(gap) > 80 or "\n" in gap or BACKED.match(gap):
            return False
        loose = (
            gap[:1] == " " and not self.attributive(owner) and (owner.form == "capital" or not hit.text[0].isupper())
        )
        if loose and (owner.form == "capital" or _LOCATED.search(self.at.before(owner.start, 12))):
            return False  # "in Iran officials said"
        ministerial = _MINISTERIAL.search(hit.text) and _PORTFOLIO.fullmatch(gap)
        if self.at.lists.between.fullmatch(gap) or ministerial:
            return True
        return self._hangs(owner, hit, gap)

    def _gap(self, start: int, end: int) -> str:
        """What stands between, a region's name as one joined word: "US Middle East envoy"."""
        gap = self.at.text(start, end)
        for hit in self.hits:
            if start < hit.start and hit.end < end and self._qualifies(hit):
                gap = gap.replace(hit.text, "in-between")
        return gap

    def _hangs(self, owner: Owner, hit: Hit, gap: str) -> bool:
        """Whether the parse hangs the owner from the noun, with nothing but a noun phrase between."""
        first, noun = self.at.last_token(owner.start, owner.end), self.at.last_token(hit.start, hit.end)
        if first is None or noun is None or re.search(r"[,;:()\"“”]", gap):
            return False
        between = [self.at.token(k) for k in range(first + 1, noun)]
        # "Iranian football federation president" is no president of Iran
        loose = ("ADJ", "NOUN", "PROPN", "ADV", "NUM", "PART", "PUNCT", "VERB") if hit.entry.noun in _PLAIN else _STRICT
        nominal = all(t.upos in loose for t in between)
        return nominal and len(between) <= 6 and self.at.token(first).head == noun

    def region(self, i: int, j: int) -> bool:
        """Whether one hit is a region's name right before an office: "Middle East envoy"."""
        region, office = self.hits[i], self.hits[j]
        named = bool(office.entry.title or office.entry.noun)
        sent = (office.entry.noun or office.entry.title) in ("envoy", "foreign-ministry")
        qualifies = named and self._qualifies(region) and (sent or not region.entry.senses)
        return qualifies and self.at.text(region.end, office.start) in (" ", " special ", " peace ")

    def _qualifies(self, hit: Hit) -> bool:
        """Whether a name only says where somebody is sent: "Middle East envoy", "UN ambassador"."""
        kinds = {self.actors.get(s.actor).kind for s in hit.entry.senses}
        return kinds == {"organisation"} or (hit.entry.place and not hit.entry.senses)

    def attribute(self, hit: Hit) -> bool:
        """Whether the noun only qualifies another: "military" in "US military aid"."""
        after = re.match(r"[ \u00a0]([a-z-]+)", self.at.after(hit.end, 24))
        if after and after.group(1) in self.at.lists.heads:
            return False
        if after and after.group(1) in self.at.lists.compounds:
            return True
        token = self.at.last_token(hit.start, hit.end)
        if token is None:
            return False
        noun = self.at.token(token)
        head = self.at.token(noun.head)
        return (
            noun.dep in ("compound", "amod") and noun.head > token and head.upos == "NOUN" and hit.entry.title is None
        )
