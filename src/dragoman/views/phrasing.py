"""Plain sentences about rows of the record, in words that say no more than the row."""

from collections.abc import Iterable, Mapping

from dragoman import ontology
from dragoman.errors import UnknownName
from dragoman.model.derived import Agreement, Assessment, Event, PartyStatus, Provision, Statement, Step, Vote
from dragoman.model.report import Report
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
OBLIGATIONS = {"included": "holds", "permitted": "permits", "forbidden": "forbids", "excluded": "leaves out"}
MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


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

    def step(self, step: Step) -> str:
        """Return one step with who, when, where, and the papers' own word for it."""
        who = self.name(step.body) if step.body else self.names(step.parties)
        act = ACTS[step.act]
        if not who:
            act = act.removesuffix(" by")
        words = [act, who, day(step.when), f"in {step.where[0].text}" if step.where else ""]
        said = [w for w in step.as_said if w not in act]
        text = " ".join(w for w in words if w)
        if step.stance != "actual":
            text = f"{step.stance}: {text}"
        return text + (f" (“{'”, “'.join(said)}”, as they say)" if said else "")

    def provision(self, provision: Provision) -> str:
        """Return what an instrument holds, in the article's words."""
        sectors = ", ".join(provision.sectors)
        return f"{OBLIGATIONS[provision.obligation]}: {provision.text} [{sectors}]"

    def vote(self, vote: Vote, through: str) -> str:
        """Return the figures of a vote and by which way they come."""
        told = [(vote.yes, "for"), (vote.no, "against"), (vote.abstain, "abstaining"), (vote.not_voting, "not voting"),
                (vote.absent, "absent"), (vote.present, "present"), (vote.seats, "seats")]  # fmt: skip
        figures = ", ".join(f"{count} {what}" for count, what in told if count is not None) or "no figures"
        body = self.name(vote.body) if vote.body else "a body not named"
        outcome = f" – {vote.outcome}" if vote.outcome else ""
        return f"{body}: {figures}{outcome} (through {through})"

    def event(self, event: Event, told: list[Report]) -> str:
        """Return an event in PLOVER's terms with the words it was read from."""
        recipients = f" → {self.names(event.recipients)}" if event.recipients else ""
        mode = f"/{event.mode}" if event.mode else ""
        stances = "" if event.stance == "actual" else f" ({', '.join(s.stance for s in event.stances)})"
        words = " ".join(told[0].evidence[0].quote.split())
        return f"{event.type}{mode}  {self.names(event.actors)}{recipients}{stances}: “{words}”"

    def statement(self, statement: Statement, told: list[Report]) -> str:
        """Return who said what, in the article's words; between quotation marks only what it quotes."""
        cue = told[0].attribution[-1].cue or "said"
        if statement.directness == "direct":
            return f"{statement.speaker} {cue}: “{statement.text}”{_tail(statement.when)}"
        about = " ".join(dict.fromkeys(r.text for r in told[0].roles if r.role in ("object", "addressee")))
        about = about if about not in statement.text else ""
        first = statement.text.split(" ", 1)[0]
        of = "of" if about and first.endswith("ing") else "that" if told[0].rule.endswith(("/warn", "/tell")) else ""
        words = [statement.speaker, cue, about, of, statement.text]
        return " ".join(w for w in words if w) + _tail(statement.when)

    def assessment(self, assessment: Assessment, outlet: str) -> str:
        """Return a view with its holder; the outlet where it is nobody else's."""
        return f"{assessment.holder or outlet}: {assessment.text}"

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


def _tail(when: When | None) -> str:
    said = day(when)
    return f", {said}" if said else ""


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
