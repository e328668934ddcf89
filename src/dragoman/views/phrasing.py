"""Plain sentences about rows of the record, in words that say no more than the row."""

from collections.abc import Iterable, Iterator, Mapping

from dragoman import ontology
from dragoman.errors import UnknownName
from dragoman.model.derived import Agreement, Assessment, Event, PartyStatus, Provision, Statement, Step, Vote
from dragoman.model.report import Report, Role, VoteContent
from dragoman.model.time import When

ACTS = {
    "approved": "approved by", "rejected": "rejected by", "returned": "returned by", "reviewed": "reviewed by",
    "assented": "given assent by", "promulgated": "promulgated by", "proposed": "proposed by",
    "negotiated": "negotiated by", "text_adopted": "agreed in text by", "initialled": "initialled by",
    "signed": "signed by", "ratified": "ratified by", "acceded": "acceded to by",
    "exchanged": "instruments exchanged by", "deposited": "instrument deposited by", "reserved": "reserved on by",
    "unsigned": "unsigned by", "provisionally_applied": "provisionally applied by", "in_force": "in force",
    "implemented": "carried out by", "suspended": "suspended by", "withdrawal_notified": "withdrawal notified by",
    "withdrawn": "left by", "terminated": "ended by", "lapsed": "lapsed", "collapsed": "collapsed",
    "extended": "extended by", "amended": "amended by",
}  # fmt: skip
NOUNS = {
    "approved": "approval by", "reviewed": "review by", "assented": "assent of", "promulgated": "promulgation by",
    "ratified": "ratification by", "exchanged": "exchange of instruments by", "deposited": "deposit of instruments by",
}  # fmt: skip
BARE = frozenset(
    {"deny", "declare", "state", "note", "argue", "insist", "add", "warn", "tell", "say", "issue", "suggest"}
)
PRONOUNS = frozenset({"it", "him", "her", "them", "he", "she", "they", "me", "us"})
DIFFER = " – the accounts differ, see below"
# before a step that is not told as done
HOW = {
    "actual": "", "planned": "planned: ", "possible": "possible: ", "demanded": "called for: ", "alleged": "alleged: ",
    "denied": "denied: ", "negated": "not done: ",
}  # fmt: skip
HELD = {
    "actual": "told as fact", "planned": "planned", "possible": "possible", "demanded": "demanded",
    "alleged": "alleged", "denied": "denied", "negated": "said not to be so",
}  # fmt: skip
# an event's type and mode in plain words
LABELS = {
    "AGREE": "undertaking", "CONSULT": "talks", "CONSULT/visit": "visit", "CONSULT/phone": "call", "SUPPORT": "support",
    "CONCEDE": "concession", "COOPERATE": "cooperation", "AID": "aid", "RETREAT": "retreat",
    "RETREAT/withdraw": "withdrawal", "RETREAT/release": "release", "RETREAT/disarm": "disarmament",
    "RETREAT/ceasefire": "ceasefire", "RETREAT/access": "access granted", "RETREAT/resign": "resignation",
    "REQUEST": "request", "ACCUSE": "accusation", "ACCUSE/disapprove": "disapproval", "ACCUSE/investigate": "inquiry",
    "REJECT": "refusal", "THREATEN": "threat", "PROTEST": "protest", "SANCTION": "sanctions or cut ties",
    "SANCTION/expel": "expulsion", "SANCTION/convict": "conviction", "SANCTION/withdraw": "withdrawal of ties",
    "MOBILIZE": "mobilisation", "COERCE": "coercion", "COERCE/arrest": "arrest", "COERCE/seize": "seizure",
    "COERCE/deport": "deportation", "ASSAULT": "attack",
}  # fmt: skip
OBLIGATIONS = {"included": "holds", "permitted": "permits", "forbidden": "forbids", "excluded": "leaves out"}
MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

FIGURES = {
    "yes": "for",
    "no": "against",
    "abstain": "abstaining",
    "not_voting": "not voting",
    "absent": "absent",
    "present": "present",
    "seats": "seats",
}


class Phrasing:
    """Puts rows into words.

    Args:
        names: what each actor id is called.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def name(self, actor: str) -> str:
        """Return what an actor is called in the record, or else in the tables; the id itself where nobody says."""
        if actor in self._names:
            return self._names[actor]
        try:
            return ontology.load().actors.get(actor).name
        except UnknownName:
            return actor.rpartition("/")[2].replace("-", " ")

    def names(self, actors: Iterable[str]) -> str:
        """Return several names as a phrase."""
        return joined([self.name(a) for a in actors])

    def agreement(self, agreement: Agreement) -> str:
        """Return the heading of an agreement: name, parties, term."""
        parts = [agreement.name[:1].upper() + agreement.name[1:]]
        if agreement.parties:
            parts.append(self.names(agreement.parties))
        if agreement.term:
            parts.append(f"term {term(agreement.term)}")
        return " · ".join(parts)

    def step(self, step: Step, *, disputed: bool = False) -> str:
        """Return one step with who, when and where, and the papers' word where it says more than the act.

        Where accounts differ on the day, none of their days is given.
        """
        who = self.name(step.body) if step.body else self.names(step.parties)
        act = ACTS[step.act]
        if not who:
            act = act.removesuffix(" by")
        place = f"in {step.where[0].text}" if step.where else ""
        text = " ".join(w for w in (act, who, "" if disputed else day_told(step.when), place) if w)
        prefix = HOW[step.stance]
        stronger = [w for w in step.as_said if "ratif" in w and step.act != "ratified"]
        said = f" (they say “{'”, “'.join(stronger)}”)" if stronger else ""
        return f"{prefix}{text}{said}{DIFFER if disputed else ''}"

    def provision(self, provision: Provision) -> str:
        """Return what an instrument holds, in the article's words."""
        sectors = ", ".join(s for s in provision.sectors if s != "other")
        return f"{OBLIGATIONS[provision.obligation]}: {provision.text}" + (f" [{sectors}]" if sectors else "")

    def vote(self, vote: Vote, told: list[Report], through: str, *, disputed: bool = False) -> str:
        """Return the figures of a vote, the day, and by which way they come; of figures that differ, all of them."""
        figures = ", ".join(f"{count} {what}" for count, what in _figures(vote, told)) or "no figures"
        body = self.name(vote.body) if vote.body else "a body not named"
        day = f" {day_told(vote.when)}" if day_told(vote.when) else ""
        outcome = f" – {vote.outcome}" if vote.outcome else ""
        return f"{body}{day}: {figures}{outcome}{through}{DIFFER if disputed else ''}"

    def event(self, event: Event, told: list[Report]) -> str:
        """Return an event: what kind it is in a word, between whom, and the words it was read from."""
        label = LABELS.get(f"{event.type}/{event.mode}") or LABELS[event.type]
        recipients = f" → {self.names(event.recipients)}" if event.recipients else ""
        words = " ".join(told[0].evidence[0].quote.split())
        when = f", {day_told(event.when)}" if day_told(event.when) else ""
        return f"{label}, {self.names(event.actors)}{recipients}{when}{self._held(event)}: “{words}”"

    def _held(self, event: Event) -> str:
        """Return how an event holds; where accounts differ, that they do."""
        stances = [s.stance for s in event.stances]
        if stances == ["actual"] or not stances:
            return ""
        others = ", ".join(HELD[s] for s in stances if s != "actual")
        return f" ({'told as fact by one, ' if 'actual' in stances else ''}{others})"

    def statement(self, statement: Statement, told: list[Report]) -> str:
        """Return who said what, in the article's words; between quotation marks only what it quotes."""
        last = told[0].attribution[-1]
        who = self._who(statement.speaker, statement.speaker_actor)
        cue = _finite(last.cue, last.commitment)
        when = f" ({day(statement.when).removeprefix('on ')})" if day_told(statement.when) else ""
        if statement.directness == "direct":
            return f"{who} {cue}: “{statement.text}”{when}"
        roles = {r.role: self._printed(r) for r in told[0].roles}
        about = roles.get("object") or roles.get("addressee") or ""
        about = "" if statement.text.startswith(about) else about
        if cue == "told" and not about:
            cue = "said"
        gerund = statement.text.split(" ", 1)[0].endswith("ing")
        joint = "of" if gerund else "" if statement.text.startswith("to ") else "that"
        words = [who, cue, about, joint if about else "", statement.text]
        return " ".join(w for w in words if w) + when

    def _who(self, text: str, actor: str | None) -> str:
        """Return the words for a speaker; where they name nobody, also who he is: "The ministry [Foreign Ministry]"."""
        if actor is not None and text.lower() in PRONOUNS:
            return self.name(actor)
        first = text[:1].upper() + text[1:]
        if actor is None or any(c.isupper() for c in text[1:]) or (text[:1].isupper() and " " not in text):
            return first
        name = self.name(actor)
        named = text.split()[0] in name.split() or text.lower() == name.lower()  # "Argentine officials"
        return first if named else f"{first} [{name}]"

    def _printed(self, role: Role) -> str:
        """Return the words of a role, a name for a pronoun: a line of a brief stands alone."""
        return self.name(role.actor) if role.actor and role.text.lower() in PRONOUNS else role.text

    def assessment(self, assessment: Assessment, told: Report, outlet: str) -> str:
        """Return a view with its holder and the word that says it is one; the outlet's own in its own words."""
        cue = told.attribution[-1].cue if len(told.attribution) > 1 else None
        if assessment.holder is None or not cue:
            return f"{outlet}, in its own words: {assessment.text}"
        return f"{assessment.holder} {_finite(cue, 'asserts')} {assessment.text}"

    def missing(self, status: PartyStatus) -> str:
        """Return what a party's own procedure still requires and no account reports."""
        acts = "; ".join(
            f"{NOUNS.get(m.act, m.act.replace('_', ' ') + ' by')} {self.name(m.body)}"
            + (f" ({m.source})" if m.source else "")
            for m in status.missing
        )
        return f"{self.name(status.party)}: {acts}"

    def according(self, report: Report) -> str:
        """Return by whose word a report holds, the outlet's own left out."""
        return " → ".join(source.source for source in report.attribution[1:])


def day_told(when: When | None) -> str:
    """Return a time that words in the article tell; the day of the paper alone dates nothing for a reader."""
    return "" if when is None or when.basis == "article" else day(when)


def _finite(cue: str | None, commitment: str) -> str:
    """Return a reporting word that can follow its subject: "accusing" is "accused"."""
    if cue and not cue.endswith("ing") and cue.endswith(("ed", "d", "s", "t", "e", "k", "w")) and cue not in BARE:
        return cue
    if cue and cue.startswith("accus"):
        return "accused"
    return {"alleges": "alleged", "denies": "denied", "doubts": "doubted"}.get(commitment, "said")


def day(when: When | None) -> str:
    """Return a time in words: "on 17 January 2025", "in April 2025", "on or before 21 May 2025"."""
    if when is None or when.edtf is None:
        return ""
    if when.edtf.startswith("[..") and when.latest:
        return f"on or before {_date(when.latest)}"
    if when.edtf.startswith("[") and when.earliest and when.latest:
        return f"between {_date(when.earliest)} and {_date(when.latest)}"
    parts = when.edtf.split("-")
    if all(p.isdigit() for p in parts) and len(parts) <= 3 and (len(parts) < 2 or int(parts[1]) <= 12):
        return ("on " if len(parts) == 3 else "in ") + _date(when.edtf)
    return f"({when.text or when.edtf})"


def _date(edtf: str) -> str:
    parts = edtf.split("-")
    words = [str(int(parts[2]))] if len(parts) == 3 else []
    return " ".join([*words, *([MONTHS[int(parts[1])]] if len(parts) > 1 else []), parts[0]])


def term(iso: str) -> str:
    """Return an ISO 8601 duration in words: "P20Y" is "20 years"."""
    unit = {"Y": "year", "M": "month", "W": "week", "D": "day"}.get(iso[-1], "")
    number = iso[1:-1]
    return f"{number} {unit}{'' if number == '1' else 's'}" if unit and number.isdigit() else iso


def joined(words: list[str]) -> str:
    """Return words as a phrase: "A, B and C"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _figures(vote: Vote, told: list[Report]) -> Iterator[tuple[str, str]]:
    """Yield each figure of a vote with its word, as the accounts have it: "129 or 131", "for"."""
    for field, word in FIGURES.items():
        count = getattr(vote, field)
        accounts = {getattr(r.content, field) for r in told if isinstance(r.content, VoteContent)} - {None}
        counts = sorted(accounts or {count} - {None})
        if counts:
            yield " or ".join(map(str, counts)), word
