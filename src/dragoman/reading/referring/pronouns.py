"""What "it", "its", "he", "she" and "they" stand for: what governs them first, then the subject told last.

Where two are as near, or where a stranger stands nearer, the pronoun stays open: a wrong answer costs more than none.
"""

import re
from collections.abc import Iterator
from typing import Literal

from dragoman.model.reading import Clause, Mention, Token
from dragoman.ontology.reference import Gender
from dragoman.reading.referring.discourse import HUMAN, LONGEST, Discourse, Referent
from dragoman.reading.referring.instruments import nearest, topic
from dragoman.reading.referring.syntax import SUBJECTS, Syntax
from dragoman.reading.setting import DAYS
from dragoman.reading.strangers import REASON as UNKNOWN

Number = Literal["it", "he", "she", "they"]
FORMS: dict[str, Number] = {
    "it": "it", "its": "it", "itself": "it",
    "he": "he", "his": "he", "him": "he", "himself": "he",
    "she": "she", "her": "she", "herself": "she",
    "they": "they", "their": "they", "them": "they", "themselves": "they",
}  # fmt: skip
_OWN = frozenset({"its", "his", "her", "their"})
_MUST = frozenset({"must", "should", "ought", "need"})
_GENDER = {"he": "female", "she": "male"}  # what it is not
TELLS: dict[Number, Gender] = {"he": "male", "she": "female"}
_SAME = frozenset({"itself", "himself", "herself", "themselves"})
# "it is clear that", "it remains to be seen", "it took three days"
_IS = (
    r"[Ii]t(?:['’]s|[ \u00a0](?:(?:is|was|would be|will be|may be|might be|could be|remains|remained"
    r"|becomes|became|has been|had been)(?:[ \u00a0](?:not|also|still|now|never))?|isn['’]t|wasn['’]t))[ \u00a0]"
)
_EMPTY = re.compile(
    rf"{_IS}(?:\w+[ \u00a0]){{1,3}}(?:that|if|whether|who|how|why)\b"
    rf"|{_IS}(?:(?:very|too|more|so|increasingly|also)[ \u00a0])?(?:important|necessary|possible"
    r"|impossible|difficult|hard|easy|time|early|premature|essential|crucial|vital|wrong|right|better|best|good"
    r"|dangerous|common|customary|up|not clear|unclear|clear|the (?:first|second|third|last|latest))\b"
    r"|[Ii]t[ \u00a0](?:\w+[ \u00a0])?(?:seems?|seemed|appears?|appeared|emerged|transpired|turned out|follows"
    r"|matters|rain\w*|snow\w*"
    r"|(?:took|takes|will take)[ \u00a0](?:\w+[ \u00a0]){1,3}(?:hours?|days?|weeks?|months?|years?|to))\b"
)
_ACCUSES = frozenset({"accuse", "blame", "denounce"})
_DENIES = frozenset({"deny", "reject", "dismiss"})
_INSIDE = frozenset({"in", "under", "within"})  # "in it": a text or a place, no actor
_GIVES = frozenset({"give", "provide", "offer", "name", "set"})
_DETAILS = frozenset(
    {"reason", "detail", "date", "figure", "evidence", "name", "explanation", "number", "timetable", "deadline"}
)
_WITHHOLDS = frozenset({"elaborate", "decline", "specify"})
BACK = 2  # sentences: how far back a person alone may be meant


class Pronouns:
    """Resolves the pronouns of an article, sentence by sentence."""

    def __init__(self, discourse: Discourse) -> None:
        """Take the article as told."""
        self.told = discourse
        words = discourse.ontology.references.words
        self._done_to, self._done_with = frozenset(words.done_to), frozenset(words.done_with)
        self._does, self._papers = frozenset(words.does), frozenset(words.papers)
        self._ground, self._harm = frozenset(words.own_ground), frozenset(words.done_to_ground)
        self._may_be_done_to, self._parts = frozenset(words.may_be_done_to), frozenset(words.parts)

    def meant(self, sentence: int, i: int) -> Referent | None:
        """Return what the pronoun at a token stands for, None where that is open."""
        syntax = self.told.syntax[sentence]
        token = syntax.tokens[i]
        want = FORMS[token.text.lower()]
        if want == "it" and self._empty(syntax, i):
            return None
        if want == "it" and self._of_instrument(syntax, i):
            return self._instrument(sentence, i)
        if want == "it" and self._of_anything(syntax, i) and (told := topic(self.told, sentence)) is not None:
            return told
        found = self._governed(sentence, i, want)
        if found is None and want in _GENDER:
            found = self._alone(sentence, i, want)
        if found is None or not found.known or found.token == (sentence, i):
            return None
        return found

    def _empty(self, syntax: Syntax, i: int) -> bool:
        token = syntax.tokens[i]
        if token.dep == "expl":
            return True
        at = token.start
        return bool(_EMPTY.match(self.told.article.text, at, min(syntax.sentence.span.end, at + 80)))

    # --- by what governs it ---

    def _governed(self, sentence: int, i: int, want: Number) -> Referent | None:
        """Return the first that agrees of those that may be meant, the nearest in the tree first."""
        syntax = self.told.syntax[sentence]
        speech = self._speaks(syntax, i)
        beside = self._beside(sentence, i)
        if (accused := self._answers(sentence, i, want)) is not None:
            return accused
        for place, rivals in self._places(sentence, i):
            found = self._member(place, want) or place
            if found is None or not self._agrees(found, want):
                if found is not None and self._blocks(found, want):
                    return None
                continue
            if (speech and (found.instrument or not found.known)) or found.key in beside:
                continue
            here = {found.key, *((a.id,) for a in place.actors)} if place is not None else {found.key}
            others = [r for r in rivals if r is not None and r.key not in here and self._rivals(r, want)]
            return self._surest(found, others, want) if others and found.known else found
        return None

    def _surest(self, found: Referent, others: list[Referent], want: Number) -> Referent | None:
        """Return the only woman known of several that "she" may mean; of whom nothing is known is as a rule a man."""
        told = {r.key: r for r in (found, *others)}
        if want != "she" or any(len(r.actors) != 1 or " " not in r.actors[0].name for r in told.values()):
            return None
        women = [r for r in told.values() if r.gender == TELLS[want]]
        return women[0] if len(women) == 1 else None

    def _answers(self, sentence: int, i: int, want: Number) -> Referent | None:
        """Return who was accused in the sentence before, of "he denied it"."""
        syntax, clause = self.told.syntax[sentence], self.told.syntax[sentence].clause(i)
        before = self.told.syntax[sentence - 1].main() if sentence else None
        if clause is None or before is None or i not in syntax.subjects(clause):
            return None
        if clause.lemma not in _DENIES or before.lemma not in _ACCUSES or syntax.parent(clause) is not None:
            return None
        accused = {
            r.key: r for r in self._objects(sentence - 1, before, None) if r is not None and self._agrees(r, want)
        }
        return next(iter(accused.values())) if len(accused) == 1 else None

    def _places(self, sentence: int, i: int) -> Iterator[tuple[Referent | None, list[Referent | None]]]:
        """Yield what may be meant with what rivals it: this clause, those above, the sentence before."""
        syntax = self.told.syntax[sentence]
        token = syntax.tokens[i]
        word = token.text.lower()
        clause = syntax.clause(i)
        inside = clause is not None and syntax.within_subject(i, clause)
        if clause is not None and (says := self._suffers(syntax, i, clause)) is not None:
            yield self._subject(sentence, says, i), []
            return
        if clause is not None and not inside and (word in _OWN or word in _SAME):
            yield self._subject(sentence, clause, i), self._owners(sentence, clause, i)
        if word in _SAME:
            return
        own = top = clause
        while clause is not None:
            top = clause
            noun = syntax.noun_over(clause)
            taken = clause is own and word not in _OWN and self._relates(syntax, clause)
            if noun is not None and noun < i and clause.kind != "noun" and not taken:
                yield self.told.referent(sentence, [noun]), []
            above = syntax.parent(clause)
            if above is not None and self._leaves_quote(sentence, clause, above):
                return
            if above is not None:
                open_still = word in _OWN or self._demanded(clause)
                told = self._of_speech(clause, above) and not open_still
                rivals = [] if told else self._objects(sentence, above, i)
                yield self._subject(sentence, above, i), [*rivals, *self._between(sentence, above, i)]
            clause = above
        if self.told.quoted(token.start) is not None or syntax.preposition(i) in _INSIDE:
            return
        free = inside or syntax.role(i) in SUBJECTS
        opens = top is None or i < top.head
        if sentence and (free or opens):
            # "a diplomat said its boats were old": the subject before is no surer than others told there
            apart = own is not top or (top is not None and self._somebody(sentence, top, i))
            yield from self._before(sentence - 1, strict=not free or apart, speech=self._speaks(syntax, i))
            if word == "it" and syntax.role(i) in SUBJECTS and not apart:
                yield topic(self.told, sentence), self._single(sentence - 1)

    def _suffers(self, syntax: Syntax, i: int, clause: Clause) -> Clause | None:
        """Return the clause of who tells of harm to what is its own: "accused Chad of violating its airspace"."""
        noun = syntax.tokens[syntax.tokens[i].head]
        verbs = [t.lemma.lower() for t in syntax.tokens[:i] if t.upos == "VERB"]
        if noun.lemma.lower() not in self._ground or not verbs or verbs[-1] not in self._harm:
            return None
        governing = (clause, syntax.parent(clause))
        return next((c for c in governing if c is not None and self.told.ontology.cues.says(c.lemma) is not None), None)

    def _relates(self, syntax: Syntax, clause: Clause) -> bool:
        """Say whether a relative pronoun stands by the verb for the noun before: "the union, which it joined"."""
        near = (syntax.tokens[k] for k in syntax.children[clause.head])
        return any(t.xpos in ("WDT", "WP") and t.dep in (*SUBJECTS, "obj") for t in near)

    def _leaves_quote(self, sentence: int, clause: Clause, above: Clause) -> bool:
        """Say whether what governs a clause is outside its quotation: nobody speaks of himself as "he"."""
        tokens = self.told.syntax[sentence].tokens
        quote = self.told.quoted(tokens[clause.head].start)
        return quote is not None and self.told.quoted(tokens[above.head].start) != quote

    def _between(self, sentence: int, above: Clause, i: int) -> list[Referent | None]:
        """Return the persons named between the verb above and "his": "she said the ads of Paz hurt his campaign"."""
        syntax = self.told.syntax[sentence]
        if syntax.tokens[i].text.lower() not in _OWN:
            return []
        start = syntax.tokens[above.head].start
        return [r for r in self.told.before(sentence, i, back=0) if r.human and r.span.start > start]

    def _single(self, sentence: int) -> list[Referent | None]:
        """Return those told in a sentence that are no part of a subject of several: of "Chad and Mali" none is "it"."""
        main = self.told.syntax[sentence].main()
        subject = self._subject(sentence, main, None) if main is not None else None
        joined = set(subject.key) if subject is not None and len(subject.actors) > 1 else set()
        return [r for r in self.told.before(sentence, LONGEST, back=0) if not joined & set(r.key)]

    def _somebody(self, sentence: int, main: Clause, i: int) -> bool:
        """Say whether the main clause of a pronoun's sentence has a subject that is somebody else."""
        subject = self._subject(sentence, main, i)
        return subject is not None and not self.told.syntax[sentence].within_subject(i, main)

    def _before(
        self, sentence: int, *, strict: bool, speech: bool
    ) -> Iterator[tuple[Referent | None, list[Referent | None]]]:
        """Yield the subject of the sentence before and, where it speaks, that of what it says."""
        syntax = self.told.syntax[sentence]
        main = syntax.main()
        if main is None or syntax.sentence.headline:
            return
        below = [c for c in syntax.clauses if c.relation == "ccomp" and syntax.parent(c) is main]
        said = self._subject(sentence, below[0], None) if below else None
        subject = self._subject(sentence, main, None)
        strict = strict or (subject is not None and subject.human and subject.gender is None)
        rivals: list[Referent | None] = [r for r in self._objects(sentence, main, None) if r is not None and r.human]
        rivals += [r for r in self.told.before(sentence, main.head, back=0) if r.human]
        if strict:
            rivals += self.told.before(sentence, len(syntax.tokens), back=0)
        yield subject, rivals if speech else [*rivals, said]
        if said is not None:
            yield said, []

    def _subject(self, sentence: int, clause: Clause, i: int | None) -> Referent | None:
        """Return what the subject of a clause stands for; a pronoun is not its own."""
        heads = self.told.syntax[sentence].subjects(clause)
        if i in heads:
            return None
        return self.told.referent(sentence, heads)

    def _objects(self, sentence: int, clause: Clause, i: int | None) -> list[Referent | None]:
        syntax = self.told.syntax[sentence]
        heads = [k for k in syntax.objects(clause) if i is None or k < i]
        return [self.told.referent(sentence, [k]) for k in heads]

    def _owners(self, sentence: int, clause: Clause, i: int) -> list[Referent | None]:
        """Return the objects before "its" in its own clause: "Chad gave Niger its maps"."""
        return [r for r in self._objects(sentence, clause, i) if r is not None and r.known]

    def _of_speech(self, clause: Clause, above: Clause) -> bool:
        """Say whether a clause is what its parent says or wants: "Turkey told Greece that it would"."""
        return clause.relation in ("ccomp", "conj") and self.told.ontology.cues.says(above.lemma) is not None

    def _demanded(self, clause: Clause) -> bool:
        """Say whether a clause tells what must be done, by the speaker or who is spoken to: "that he should resign"."""
        return clause.lemma == "have" or bool(_MUST & set(clause.auxiliaries))

    def _speaks(self, syntax: Syntax, i: int) -> bool:
        """Say whether a pronoun is the subject of a word of speech: only actors speak."""
        token = syntax.tokens[i]
        over = syntax.tokens[token.head]
        if token.dep not in SUBJECTS:
            return False
        return self.told.ontology.cues.says(over.lemma.lower()) is not None or self._says_little(syntax, token.head)

    def _says_little(self, syntax: Syntax, verb: int) -> bool:
        """Say whether a verb is what a speaker does who says no more: "gave no reason", "did not elaborate"."""
        lemma = syntax.tokens[verb].lemma.lower()
        gave = lemma in _GIVES and any(syntax.tokens[k].lemma.lower() in _DETAILS for k in syntax.objects_of(verb))
        return gave or lemma in _WITHHOLDS

    # --- agreement ---

    def _agrees(self, referent: Referent, want: Number) -> bool:
        if want == "they":
            return referent.plural
        if referent.plural or len(referent.actors) > 1:
            return False
        if want == "it":
            return not referent.human and not any(a.kind in HUMAN for a in referent.actors)
        return referent.human and referent.gender != _GENDER[want]

    def _member(self, group: Referent | None, want: Number) -> Referent | None:
        """Return the only woman of several told together for "she"; for "he", the only one who is none."""
        if group is None or want not in _GENDER or len(group.actors) < 2 or not group.human:
            return None
        women = [a for a in group.actors if self.told.gender_of(a) == TELLS["she"]]
        fits = women if want == "she" else [a for a in group.actors if a not in women]
        return Referent(group.span, tuple(fits), human=True, gender=TELLS[want]) if len(fits) == 1 else None

    def _rivals(self, referent: Referent, want: Number) -> bool:
        """Say whether one may be meant as well; things in number do not fail to agree or close a border."""
        return self._agrees(referent, want) and (want != "they" or referent.human or referent.known)

    def _blocks(self, referent: Referent, want: Number) -> bool:
        """Say whether one that does not agree leaves all that is further off in doubt: an unknown plural for "they"."""
        return want == "they" and not referent.known and referent.plural

    # --- persons alone ---

    def _alone(self, sentence: int, i: int, want: Number) -> Referent | None:
        """Return the one person named in the sentences before who agrees, where there is but one."""
        if self.told.quoted(self.told.syntax[sentence].tokens[i].start) is not None:
            return None
        beside = self._beside(sentence, i)
        for n in range(BACK + 1):
            found = {
                r.key: r
                for r in self.told.before(sentence, i, back=n)
                if r.human and len(r.actors) == 1 and r.gender != _GENDER[want] and r.key not in beside
            }
            if len(found) > 1:
                return None
            if found and not self._stranger(sentence, i, want, back=n):
                return next(iter(found.values()))
        return None

    def _beside(self, sentence: int, i: int) -> set[tuple[str, ...]]:
        """Return who else stands by the verb of "him": nobody receives himself without "himself"."""
        syntax = self.told.syntax[sentence]
        token, clause = syntax.tokens[i], syntax.clause(i)
        if clause is None or token.head != clause.head or token.text.lower() in (*_OWN, *_SAME):
            return set()
        others = [self._subject(sentence, clause, i), *self._objects(sentence, clause, i)]
        return {r.key for r in others if r is not None}

    def _stranger(self, sentence: int, i: int, want: Number, *, back: int) -> bool:
        """Say whether somebody nobody names is told before: "the general" who is no mention."""
        for n in range(max(0, sentence - back), sentence + 1):
            syntax = self.told.syntax[n]
            for k, token in enumerate(syntax.tokens):
                if n == sentence and k >= i:
                    break
                mention = self.told.mention_at(token.start)
                if mention is not None and mention.reason == UNKNOWN and self._may_be(mention, want):
                    return True
                known = mention is not None or (n, k) in self.told.resolved or self._named_beside(syntax, k)
                if not known and self._somebody_new(token):
                    return True
        return False

    def _may_be(self, mention: Mention, want: Number) -> bool:
        return self.told.table.gender(mention.text, mention.text) != _GENDER[want]

    def _named_beside(self, syntax: Syntax, k: int) -> bool:
        """Say whether a noun's person is named: "his economy minister, Jane Doe"."""
        return any(self.told.mention_at(syntax.tokens[n].start) for n in syntax.dependents(k, "appos"))

    def _somebody_new(self, token: Token) -> bool:
        if token.upos == "PROPN":
            return token.dep in (*SUBJECTS, "conj") and token.text not in DAYS
        person = token.upos == "NOUN" and token.dep in (*SUBJECTS, "obj") and token.xpos == "NN"
        return person and self.told.is_person_noun(token.lemma.lower())

    # --- instruments ---

    def _of_instrument(self, syntax: Syntax, i: int) -> bool:
        """Say whether a pronoun stands for what only an instrument is or has: "ratify it", "it expires", "its text"."""
        token, clause = syntax.tokens[i], syntax.clause(i)
        if token.text.lower() == "its":
            return self._has_parts(syntax, token.head)
        if clause is None or token.text.lower() != "it":
            return False
        if self._undergoes(token, clause) and clause.lemma in self._done_to:
            return True
        if token.dep in SUBJECTS:
            return any(does in self._does for does in self._deeds(syntax, clause))
        return bool(syntax.preposition(i)) and syntax.verb_with(i) in self._done_with

    def _of_anything(self, syntax: Syntax, i: int) -> bool:
        """Say whether "it" undergoes what may be done to an instrument and to other things: "delay it"."""
        token, clause = syntax.tokens[i], syntax.clause(i)
        if clause is None or token.text.lower() != "it":
            return False
        if self._undergoes(token, clause):
            return clause.lemma in self._may_be_done_to
        return bool(syntax.preposition(i)) and syntax.verb_with(i) in self._may_be_done_to

    def _undergoes(self, token: Token, clause: Clause) -> bool:
        """Say whether a pronoun is the object of its verb, or the subject of its passive."""
        if token.dep == "obj":
            return token.head == clause.head
        return token.dep == "nsubj:pass" or (token.dep == "nsubj" and clause.voice == "passive")

    def _has_parts(self, syntax: Syntax, noun: int) -> bool:
        """Say whether "its" stands before what only an instrument has, and no "of" tells whose: "its signing of"."""
        if syntax.tokens[noun].lemma.lower() not in self._parts:
            return False
        return not any(syntax.preposition(k) in ("of", "to") for k in syntax.dependents(noun, "nmod"))

    def _deeds(self, syntax: Syntax, clause: Clause) -> Iterator[str]:
        """Yield a verb alone and with what hangs from it: "expire", "take effect", "enter into force"."""
        yield clause.lemma
        for k in syntax.children[clause.head]:
            words = (clause.lemma, syntax.preposition(k), syntax.tokens[k].lemma.lower())
            yield " ".join(w for w in words if w)

    def _instrument(self, sentence: int, i: int) -> Referent | None:
        """Return the instrument told last, where there is but one in the sentences before and no other paper."""
        return nearest(self.told, sentence, i, papers=self._papers)
