"""What "it", "its", "he", "she" and "they" stand for: what governs them first, then the subject told last.

Where two are as near, or where a stranger stands nearer, the pronoun stays open: a wrong answer costs more than none.
"""

import re
from collections.abc import Iterator
from typing import Literal

from dragoman.model.reading import Clause, Token
from dragoman.reading.referring.discourse import HUMAN, Discourse, Referent
from dragoman.reading.referring.syntax import SUBJECTS, Syntax
from dragoman.reading.setting import DAYS

Number = Literal["it", "he", "she", "they"]
FORMS: dict[str, Number] = {
    "it": "it", "its": "it", "itself": "it",
    "he": "he", "his": "he", "him": "he", "himself": "he",
    "she": "she", "her": "she", "herself": "she",
    "they": "they", "their": "they", "them": "they", "themselves": "they",
}  # fmt: skip
_OWN = frozenset({"its", "his", "her", "their"})
_GENDER = {"he": "female", "she": "male"}  # what it is not
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
BACK = 2  # sentences: how far back a person alone may be meant


class Pronouns:
    """Resolves the pronouns of an article, sentence by sentence."""

    def __init__(self, discourse: Discourse) -> None:
        """Take the article as told."""
        self.told = discourse
        words = discourse.ontology.references.words
        self._done_to, self._done_with = frozenset(words.done_to), frozenset(words.done_with)
        self._does, self._papers = frozenset(words.does), frozenset(words.papers)

    def meant(self, sentence: int, i: int) -> Referent | None:
        """Return what the pronoun at a token stands for, None where that is open."""
        syntax = self.told.syntax[sentence]
        token = syntax.tokens[i]
        want = FORMS[token.text.lower()]
        if want == "it" and self._empty(syntax, i):
            return None
        clause = syntax.clause(i)
        if (
            want == "it"
            and clause is not None
            and token.text.lower() == "it"
            and self._of_instrument(syntax, i, clause)
        ):
            return self._instrument(sentence, i)
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
        for found, rivals in self._places(sentence, i):
            if found is None or not self._agrees(found, want):
                if found is not None and self._blocks(found, want):
                    return None
                continue
            if speech and (found.instrument or not found.known):
                continue
            others = [r for r in rivals if r is not None and r.key != found.key and self._rivals(r, want)]
            return None if others and found.known else found
        return None

    def _places(self, sentence: int, i: int) -> Iterator[tuple[Referent | None, list[Referent | None]]]:
        """Yield what may be meant with what rivals it: this clause, those above, the sentence before."""
        syntax = self.told.syntax[sentence]
        token = syntax.tokens[i]
        word = token.text.lower()
        clause = syntax.clause(i)
        inside = clause is not None and syntax.within_subject(i, clause)
        if clause is not None and not inside and (word in _OWN or word in _SAME):
            yield self._subject(sentence, clause, i), self._owners(sentence, clause, i)
        own = top = clause
        while clause is not None:
            top = clause
            noun = syntax.noun_over(clause)
            if noun is not None and noun < i and clause.kind != "noun":
                yield self.told.referent(sentence, [noun]), []
            above = syntax.parent(clause)
            if above is not None:
                rivals = [] if self._of_speech(clause, above) else self._objects(sentence, above, i)
                yield self._subject(sentence, above, i), rivals
            clause = above
        if self.told.quoted(token.start) is not None:
            return
        free = inside or syntax.role(i) in SUBJECTS
        opens = top is None or i < top.head
        if sentence and (free or opens):
            # "a diplomat said its boats were old": the subject before is no surer than others told there
            apart = own is not top or (top is not None and self._somebody(sentence, top, i))
            yield from self._before(sentence - 1, strict=not free or apart, speech=self._speaks(syntax, i))

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
        rivals: list[Referent | None] = [r for r in self._objects(sentence, main, None) if r is not None and r.human]
        rivals += [r for r in self.told.before(sentence, main.head, back=0) if r.human]
        if strict:
            rivals = list(self.told.before(sentence, len(syntax.tokens), back=0))
        yield self._subject(sentence, main, None), rivals if speech else [*rivals, said]
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

    def _speaks(self, syntax: Syntax, i: int) -> bool:
        """Say whether a pronoun is the subject of a word of speech: only actors speak."""
        token = syntax.tokens[i]
        over = syntax.tokens[token.head]
        return token.dep in SUBJECTS and self.told.ontology.cues.says(over.lemma.lower()) is not None

    # --- agreement ---

    def _agrees(self, referent: Referent, want: Number) -> bool:
        if want == "they":
            return referent.plural
        if referent.plural or len(referent.actors) > 1:
            return False
        if want == "it":
            return not referent.human and not any(a.kind in HUMAN for a in referent.actors)
        return referent.human and referent.gender != _GENDER[want]

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
        for n in range(BACK + 1):
            found = {
                r.key: r
                for r in self.told.before(sentence, i, back=n)
                if r.human and len(r.actors) == 1 and r.gender != _GENDER[want]
            }
            if len(found) > 1:
                return None
            if found and not self._stranger(sentence, i, back=n):
                return next(iter(found.values()))
        return None

    def _stranger(self, sentence: int, i: int, *, back: int) -> bool:
        """Say whether somebody nobody names is told before: "the general" who is no mention."""
        for n in range(max(0, sentence - back), sentence + 1):
            syntax = self.told.syntax[n]
            for k, token in enumerate(syntax.tokens):
                if n == sentence and k >= i:
                    break
                known = self.told.mention_at(token.start) is not None or (n, k) in self.told.resolved
                if not known and self._somebody_new(token):
                    return True
        return False

    def _somebody_new(self, token: Token) -> bool:
        if token.upos == "PROPN":
            return token.dep in (*SUBJECTS, "conj") and token.text not in DAYS
        person = token.upos == "NOUN" and token.dep in (*SUBJECTS, "obj") and token.xpos == "NN"
        return person and self.told.is_person_noun(token.lemma.lower())

    # --- instruments ---

    def _of_instrument(self, syntax: Syntax, i: int, clause: Clause) -> bool:
        """Say whether the verb is one that takes an instrument in the pronoun's place: "ratify it", "it expires"."""
        token = syntax.tokens[i]
        if token.dep == "obj" and token.head == clause.head:
            return clause.lemma in self._done_to
        if token.dep == "nsubj:pass" or (token.dep == "nsubj" and clause.voice == "passive"):
            return clause.lemma in self._done_to
        if token.dep == "nsubj":
            return clause.lemma in self._does
        return bool(syntax.preposition(i)) and syntax.verb_with(i) in self._done_with

    def _instrument(self, sentence: int, i: int) -> Referent | None:
        """Return the instrument told last, where there is but one in the sentences before and no other paper."""
        from dragoman.reading.referring.instruments import nearest

        return nearest(self.told, sentence, i, papers=self._papers)
