"""Which cue a clause satisfies: the codebook's patterns against predicates, objects, complements and noun phrases."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding import event_words as words
from dragoman.coding.event_roles import Frame, frame_of, is_somebody, light_frame, resolve
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase, Token
from dragoman.model.terms import EventType
from dragoman.ontology.codebook import Codebook, Cue, Need, spelled

# what the demands of a cue count for: the more a cue asks for and finds, the surer it is
VERB, OBJECT, OBJECT_CLASS, NEED, NEED_ANY, CONTENT, CONTENT_ANY, SUBJECT, NEAR = 10, 4, 2, 4, 2, 5, 3, 3, 3
LOOSE = (("any",), ("to",), ("bare",), ("other",))
COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "acl", "advcl", "obj"})
OWN = frozenset(
    {"i", "we", "you", "one", "people", "he", "she", "there"}
)  # "we must stand together" is asked of nobody
# an adverbial clause with one of these tells a circumstance, not what is promised or demanded
CIRCUMSTANCE = frozenset({
    "if", "when", "while", "after", "before", "because", "as", "since", "although", "though", "unless", "until", "once",
    "by", "without", "despite", "in", "on", "from", "with",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """A cue and the words that satisfied it."""

    cue: Cue
    frame: Frame
    score: int
    consumed: tuple[int, ...]  # heads of noun phrases that are part of the cue, and so tell no event of their own
    content: tuple[Clause, ...]  # the clauses the cue's complement is made of


class Matcher:
    """Finds, for each clause of an article, the cue that fits it best."""

    def __init__(self, scene: Scene, codebook: Codebook) -> None:
        self._scene = scene
        self._codebook = codebook
        self._found: dict[tuple[int, int], Match | None] = {}

    def match(self, clause: Clause) -> Match | None:
        """Return the best cue for a clause, None when none fits; of equals, the first in the codebook."""
        key = (clause.sentence, clause.index)
        if key not in self._found:
            self._found[key] = None  # a parse that loops must not
            self._found[key] = self._best(clause)
        return self._found[key]

    def _best(self, clause: Clause) -> Match | None:
        best: Match | None = None
        for match in self._candidates(clause):
            if best is None or match.score > best.score:
                best = match
        return best

    def _candidates(self, clause: Clause) -> Iterator[Match]:
        frame = frame_of(self._scene, clause)
        if clause.kind == "noun" and not _verbal(self._scene, clause):
            yield from self._nominal(frame, clause, VERB - 4)
            return
        tokens = self._scene.tokens(clause)
        if clause.kind == "verb" and _before_noun(tokens, clause.head):
            return  # "the trial of accused smugglers" accuses nobody
        if clause.kind == "copula" and tokens[clause.head].upos not in ("ADJ", "VERB"):
            return  # "the king is the head of state": no heading anywhere
        lemma = words.predicate(tokens, clause, self._codebook.inflected)
        if " " in clause.lemma and " " not in lemma:
            frame = _without_particle(frame, f"{lemma} to")  # "allowed up to ten": what follows "to" is the object
        for verb, cue in self._codebook.by_verb.get(lemma.split()[0], ()):
            if words.verb_is(tokens, clause, lemma, verb):
                found = self._satisfied(cue, _without_particle(frame, verb), VERB + verb.count(" "))
                if found is not None:
                    yield found
        yield from self._light(frame, lemma)

    def _light(self, frame: Frame, lemma: str) -> Iterator[Match]:
        """Yield cues of nouns that the clause only carries: "launched an attack on"."""
        tokens = self._scene.tokens(frame.clause)
        light = self._codebook.light.get(lemma.split()[0], ())
        if not any(words.verb_is(tokens, frame.clause, lemma, verb) for verb in light):
            return
        for noun in self._nouns(frame):
            for match in self._nominal(light_frame(frame, noun), noun, VERB):
                yield Match(match.cue, match.frame, match.score, (*match.consumed, noun.head), match.content)

    def _nouns(self, frame: Frame) -> tuple[Clause, ...]:
        heads = {p.head for p in frame.patients}
        return tuple(c for c in self._scene.clauses(frame.clause.sentence) if c.kind == "noun" and c.head in heads)

    def _nominal(self, frame: Frame, noun: Clause, base: int) -> Iterator[Match]:
        token = self._scene.tokens(noun)[noun.head]
        for form in sorted(words.of(token)):
            for cue in self._codebook.by_noun.get(form, ()):
                found = self._satisfied(cue, frame, base, noun=noun) if self._named(cue, noun) else None
                if found is not None:
                    yield found

    def _named(self, cue: Cue, noun: Clause) -> bool:
        """Say whether a noun is the cue's, with the other words of a longer one ("mediation effort")."""
        tokens = self._scene.tokens(noun)
        known = words.of(tokens[noun.head]).union(*(words.of(t) for t in tokens if t.head == noun.head))
        return any(all(part in known for part in spelled(entry).split()) for entry in cue.nouns)

    def _satisfied(self, cue: Cue, frame: Frame, base: int, *, noun: Clause | None = None) -> Match | None:
        """Return the match when all that the cue asks for is there."""
        clause = noun or frame.clause
        if cue.voice is not None and cue.voice not in (frame.clause.voice, frame.clause.kind):
            return None
        if noun is not None and cue.not_objects and self._phrase_has(noun, cue.not_objects):
            return None
        if noun is None and self._refused(cue, frame):
            return None
        score, consumed = base + cue.weight, list[int]()
        if cue.objects and noun is None:
            at = self._object(cue, frame)
            if at is None:
                return None
            named = self._is_class(frame.clause, at, cue.objects)
            score += OBJECT_CLASS if named else OBJECT
            consumed += [] if named else [at.head]
        if cue.subjects:
            if not self._acts(cue, frame):
                return None
            score += SUBJECT
        if cue.needs:
            gained = self._needs(cue, frame, consumed)
            if gained is None:
                return None
            score += gained
        if cue.near:
            if not self._near(cue.near, frame, clause):
                return None
            score += NEAR
        content = self._content(cue, frame)
        if cue.content:
            if not content:
                return None
            score += CONTENT_ANY if cue.content in LOOSE else CONTENT
        return Match(cue, frame, score, tuple(consumed), content)

    def _refused(self, cue: Cue, frame: Frame) -> bool:
        """Say whether something is there that the cue excludes."""
        if cue.not_objects and any(self._is(frame.clause, p, cue.not_objects) for p in frame.patients):
            return True
        if any(self._need(need, frame) is not None for need in cue.not_needs):
            return True
        if cue.not_subjects and any(self._is(frame.clause, p, cue.not_subjects) for p in frame.agents):
            return True
        if cue.not_near and self._near(cue.not_near, frame, frame.clause):
            return True
        if not cue.not_content:
            return False
        found = self.complements(frame)
        others = "other" in cue.not_content and any(self._by_another(c, frame) for c in found if c.kind != "noun")
        return others or any(self._type(c) in cue.not_content for c in found)

    def _object(self, cue: Cue, frame: Frame) -> Phrase | None:
        return next((p for p in frame.patients if self._is(frame.clause, p, cue.objects)), None)

    def _acts(self, cue: Cue, frame: Frame) -> bool:
        """Say whether one of those the cue asks for acts; of "SEVERAL", whether two do ("Fiji and Tonga drilled")."""
        if "SEVERAL" in cue.subjects:
            found = (r.actor for p in frame.agents for r in resolve(self._scene, frame.clause, p, "actor"))
            return len({a.country or a.id for a in found if a is not None}) > 1
        return any(self._is(frame.clause, p, cue.subjects) for p in frame.agents)

    def _needs(self, cue: Cue, frame: Frame, consumed: list[int]) -> int | None:
        for need in cue.needs:
            found = self._need(need, frame)
            if found is None:
                continue
            if need.words == ("any",):
                return NEED_ANY
            if found.head >= 0 and not self._is_class(frame.clause, found, need.words):
                consumed.append(found.head)
            return NEED
        return None

    def _need(self, need: Need, frame: Frame) -> Phrase | None:
        for oblique in frame.obliques:
            if oblique.case == need.case and (
                need.words == ("any",) or self._is(frame.clause, oblique.phrase, need.words)
            ):
                return oblique.phrase
        if need.words == ("any",) and any(c.marker == need.case for c in self._scene.children(frame.clause)):
            # "called for Minsk to free them" hangs a clause where the cue asks for a phrase
            return Phrase(-1, frame.clause.span, "")
        return None

    def _is(self, clause: Clause, phrase: Phrase, wanted: tuple[str, ...]) -> bool:
        return self._is_class(clause, phrase, wanted) or words.phrase_is(self._scene, clause, phrase, wanted)

    def _is_class(self, clause: Clause, phrase: Phrase, wanted: tuple[str, ...]) -> bool:
        """Say whether a phrase is wanted for what it is: somebody known ("ACTOR"), an organisation, or nobody."""
        if "ACTOR" in wanted and "NOT_ACTOR" in wanted:
            return True
        if "ACTOR" in wanted:
            found = resolve(self._scene, clause, phrase, "recipient")
            return any(r.actor is not None and r.mention is not None for r in found)  # a place alone is nobody
        if "PARTY" in wanted:
            return is_somebody(self._scene, clause, phrase)
        if "BODY" in wanted:
            return any(a.kind == "organisation" for a in self._scene.actors(clause, phrase))
        if "OUTLET" in wanted:
            return any(a.kind == "outlet" for a in self._scene.actors(clause, phrase))
        if "NOT_ACTOR" in wanted:
            return not self._scene.actors(clause, phrase)
        return False

    def _phrase_has(self, noun: Clause, wanted: tuple[str, ...]) -> bool:
        tokens = self._scene.tokens(noun)
        return words.any_word((t for t in tokens if t.head == noun.head), wanted)

    def _near(self, wanted: tuple[str, ...], frame: Frame, clause: Clause) -> bool:
        tokens = self._scene.tokens(clause)
        span = frame.clause.span if frame.clause.kind != "noun" else clause.span
        listed = words.within(tokens, span.start, span.end)
        helpers = {w for c in (frame.clause, *self.complements(frame)) for w in c.auxiliaries}
        return words.any_word(listed, wanted) or bool(helpers & set(wanted))

    def _content(self, cue: Cue, frame: Frame) -> tuple[Clause, ...]:
        """Return the complements of the types that the cue asks for, or all where it asks for none."""
        found = self.complements(frame)
        if cue.content == ("to",):
            return tuple(c for c in found if c.kind != "noun" and c.marker == "to")
        if cue.content == ("bare",):
            return tuple(c for c in found if self._bare(c))
        if cue.content == ("other",):
            return tuple(c for c in found if c.kind != "noun" and self._by_another(c, frame))
        if not cue.content or cue.content == ("any",):
            clauses = tuple(c for c in found if c.kind != "noun" or _verbal(self._scene, c))
            return clauses if cue.content else found
        return tuple(c for c in found if self._type(c) in cue.content)

    def _bare(self, clause: Clause) -> bool:
        """Say whether a clause has no finite verb, as what is demanded has not: "insisted that Japan pay"."""
        tokens = self._scene.tokens(clause)
        helpers = {t.xpos for t in tokens if t.head == clause.head and t.dep.startswith(("aux", "cop"))}
        # "that Japan pay": one name and no "-s", though the tagger often takes it for a plural's verb
        alone = any(tokens[p.head].xpos == "NNP" for p in clause.agents) and len(clause.agents) == 1
        plain = ("VB", "VBP") if alone else ("VB",)
        bare = any(x in plain for x in (tokens[clause.head].xpos, *helpers)) and "MD" not in helpers
        return bare or _verbal(self._scene, clause)

    def _by_another(self, clause: Clause, frame: Frame) -> bool:
        """Say whether a complement is somebody else's to do: "Warsaw wants Berlin to pay"."""
        own = {p.head for p in frame.agents}
        return bool(clause.agents) and not any(p.head in own or p.text.lower() in OWN for p in clause.agents)

    def complements(self, frame: Frame) -> tuple[Clause, ...]:
        """Return the clauses that are what is said, promised or demanded, and the nouns that tell it in a word."""
        found: list[Clause] = []
        heads = {p.head for p in frame.patients} | {o.phrase.head for o in frame.obliques}
        for child in self._scene.clauses(frame.clause.sentence):
            if child.index == frame.clause.index:
                continue
            if self._hangs(child, frame) or (child.kind == "noun" and child.head in heads):
                found.append(child)
        return tuple(found)

    def _hangs(self, child: Clause, frame: Frame) -> bool:
        """Say whether a clause is a complement: "to", "that", or bare; also of the object ("a plan to withdraw")."""
        relation = self._scene.tokens(child)[child.head].dep
        if child.kind == "noun" and not _verbal(self._scene, child):
            return False
        if relation not in COMPLEMENTS or child.marker in CIRCUMSTANCE:
            return False
        head = self._scene.tokens(child)[child.head].head
        if child.relation == "acl":
            return child.marker in ("to", "that") and (
                head == frame.clause.head or head in {p.head for p in frame.patients}
            )
        if child.parent != frame.clause.index:
            return False
        return child.relation != "advcl" or child.marker in ("to", "that", "for")

    def _type(self, clause: Clause) -> EventType | None:
        found = self.match(clause)
        return None if found is None else found.cue.type


def _before_noun(tokens: tuple[Token, ...], head: int) -> bool:
    """Say whether a participle only describes a noun; after a name it is a verb that the parser mistook."""
    return tokens[head].dep == "amod" and (head == 0 or tokens[head - 1].upos not in ("PROPN", "NOUN"))


def _verbal(scene: Scene, clause: Clause) -> bool:
    """Say whether a noun stands where only a verb can: "insisted that Japan apologise", tagged as a noun."""
    return (
        clause.kind == "noun" and clause.marker == "that" and scene.tokens(clause)[clause.head].dep in ("ccomp", "obj")
    )


def _without_particle(frame: Frame, verb: str) -> Frame:
    """Take a particle that the parser read as a preposition for what it is: "handed over a suspect"."""
    particle = verb.partition(" ")[2]
    taken = tuple(o.phrase for o in frame.obliques if o.case == particle)
    if not particle or frame.patients or not taken:
        return frame
    return replace(frame, patients=taken, obliques=tuple(o for o in frame.obliques if o.case != particle))


def tokens_of(scene: Scene, clause: Clause) -> list[Token]:
    """Return the tokens that a clause covers."""
    return words.within(scene.tokens(clause), clause.span.start, clause.span.end)
