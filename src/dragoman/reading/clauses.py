"""Clean clauses from a parse: predicate, agent, patient and complements, with the voice undone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.model.reading import Clause, Oblique, Phrase, Token
from dragoman.model.text import Span
from dragoman.reading import predicates, voices
from dragoman.reading.repair import OBJECT_CONTROL
from dragoman.reading.tree import Tree

# dependents that begin a clause of their own and do not belong to the words of the one they hang from
APART = frozenset({"acl:relcl", "parataxis", "advcl"})
# verbs whose subject does what the infinitive says, an object or not: "promised Minsk to", not "urged Minsk to"
SUBJECT_CONTROL = frozenset({"promise", "pledge", "vow", "threaten", "agree", "refuse", "swear"})
# before a gerund these make the object the doer: "accused Chad of arming", "barred ships from docking"
# what is done to a claim: "a charge that Rabat denies" lacks its object, "a charge that Rabat arms rebels" does not
OF_CLAIMS = frozenset({"deny", "reject", "dismiss", "refute", "dispute", "contest", "repeat"})
FOR_DOING = frozenset({
    "criticize", "criticise", "praise", "thank", "blame", "condemn", "punish", "sanction", "fault", "denounce",
    "rebuke",
    "arrest", "fine", "jail", "slam", "commend",
})  # fmt: skip
OBJECT_MARKERS = frozenset({"of", "from", "into", "with"})
CLOSING_QUOTES = frozenset({"”", '"', "'", "’", "»"})
BRACKETS = {")": "(", "]": "["}
RELATIVES = frozenset({"who", "which", "that", "whom"})
PREPOSITIONS = frozenset(
    {"by", "to", "from", "with", "in", "on", "at", "against", "over", "under", "into", "since", "without"}
)


@dataclass(frozen=True, slots=True)
class _Arguments:
    """The places of a clause before control and coordination are resolved: surface subject and the rest."""

    subject: tuple[Phrase, ...]
    objects: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]
    by: tuple[Phrase, ...]
    obliques: tuple[Oblique, ...]


def clauses(
    article: str, text: str, sentence: int, tokens: Sequence[Token], *, headline: bool = False
) -> tuple[Clause, ...]:
    """Return the clauses of one parsed sentence, outermost first.

    Args:
        article: the article's id.
        text: the article's whole text.
        sentence: the sentence's index in the reading.
        tokens: its tokens, as mended by ``repair.repaired``.
        headline: whether it is one, where the past of a verb without an object is its passive.
    """
    tree = Tree(article, text, tokens, headline=headline)
    heads = [i for i in range(len(tokens)) if predicates.kind(tree, i)]
    order = sorted(heads, key=lambda i: (len(tree.above(i)), i))
    index = {head: n for n, head in enumerate(order)}
    found: dict[int, Clause] = {}
    subjects: dict[int, tuple[Phrase, ...]] = {}
    for head in order:
        found[head] = _clause(tree, head, sentence, index=index, subjects=subjects, known=found)
    return tuple(found[head] for head in order)


def _clause(
    tree: Tree,
    head: int,
    sentence: int,
    *,
    index: dict[int, int],
    subjects: dict[int, tuple[Phrase, ...]],
    known: dict[int, Clause],
) -> Clause:
    kind = predicates.kind(tree, head)
    assert kind is not None
    voice: voices.Voice = "passive"
    parent = next((i for i in tree.above(head) if i in index), None)
    if kind == "noun":
        agents, patients, obliques = _nominal(tree, head)
        places = _Arguments((), patients, (), agents, obliques)
    else:
        places = _arguments(tree, head)
        voice = voices.voice(tree, head)
        places = replace(places, subject=places.subject or _controller(tree, head, parent, subjects, known))
        agents, patients = _undone(places, voice)
    subjects[head] = places.subject
    shape = predicates.shape(tree, head)
    return Clause(
        index=index[head],
        sentence=sentence,
        head=head,
        lemma=predicates.lemma(tree, head),
        kind=kind,
        span=_span(tree, head, kind),
        stretch=_trimmed(tree, tree.subtree(head)),
        voice=voice,
        agents=agents,
        patients=patients,
        recipients=places.recipients,
        obliques=places.obliques,
        parent=None if parent is None else index[parent],
        relation="nominal" if kind == "noun" else tree.tokens[head].dep,
        marker=predicates.marker(tree, head),
        negated=shape.negation is not None,
        negation=shape.negation,
        auxiliaries=shape.auxiliaries,
        tense=shape.tense,
        perfect=shape.perfect,
        progressive=shape.progressive,
        adverbs=shape.adverbs,
        question=predicates.question(tree, head),
        passive_agent_known=voice == "active" or bool(agents),
    )


def _undone(places: _Arguments, voice: str) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Return agents and patients, whatever the voice."""
    if voice == "active":
        return places.subject, places.objects
    return places.by, places.subject + places.objects


def _arguments(tree: Tree, head: int) -> _Arguments:
    subject, second = _subjects(tree, head)
    subject = _antecedent(tree, head, subject)
    objects = tuple(p for p in _phrases(tree, head, "obj") if not tree.temporal(p.head))  # "reported Wednesday"
    objects = tuple(p for p in objects if p.head > head or _fronted(tree, p.head)) or second
    objects = tuple(p for p in objects if not tree.case(p.head))  # "warned Lithuania over Taiwan": a slip
    objects = _antecedent(tree, head, objects)
    by, obliques = _obliques(tree, head)
    if not by and voices.voice(tree, head) == "passive":
        by = _by_hung(tree, head)
    if not objects:
        objects = _gap(tree, head, subject)
    return _Arguments(subject, objects, _phrases(tree, head, "iobj"), by, obliques)


def _subjects(tree: Tree, head: int) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Return the subject, and what the parser took for a second one: behind an active verb it is its object.

    A verb has one subject. Of two before it, set apart, the nearer is its own: "Their papers taken, the envoys left".
    """
    found = [
        i for i in tree.dependents(head, "nsubj", "nsubj:pass", "nsubj:outer") if not _after_a_preposition(tree, i)
    ]
    before = [i for i in found if i < head and tree.tokens[i].text.lower() not in RELATIVES]
    behind = [i for i in found if i > head]
    if len(found) < 2 or not before:
        return tuple(p for i in found for p in tree.phrases(i)), ()
    second = tuple(p for i in behind for p in tree.phrases(i)) if voices.voice(tree, head) == "active" else ()
    apart = any(tree.tokens[i].text == "," for i in range(before[0], before[-1]))
    return tree.phrases(before[-1 if apart else 0]), second


def _after_a_preposition(tree: Tree, i: int) -> bool:
    """Say whether a preposition stands before a noun, which then does nothing: "but not by Kyiv stayed away"."""
    return tree.case(i) in PREPOSITIONS and tree.tokens[i].text.lower() not in RELATIVES


def _fronted(tree: Tree, i: int) -> bool:
    """Say whether an object may stand before its verb: "which", "whom", "what", and what is asked."""
    return tree.tokens[i].xpos in ("WDT", "WP", "WP$", "IN") or any(
        tree.tokens[c].xpos in ("WDT", "WP$") for c in tree.children[i]
    )


def _phrases(tree: Tree, head: int, *deps: str) -> tuple[Phrase, ...]:
    return tuple(phrase for i in tree.dependents(head, *deps) for phrase in tree.phrases(i))


def _antecedent(tree: Tree, head: int, subject: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Put the noun a relative clause hangs from in the place of "which" and "who"."""
    subject = tuple(p for p in subject if len(subject) == 1 or p.text.lower() not in RELATIVES)
    if len(subject) != 1 or subject[0].text.lower() not in RELATIVES:
        return subject
    while tree.tokens[head].dep == "conj" and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    return _modified(tree, head) if tree.tokens[head].dep in ("acl:relcl", "acl") else subject


def _modified(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """Return the noun that a clause modifies; after "A and B, which", both."""
    noun = tree.tokens[head].head
    if tree.tokens[noun].upos in ("VERB", "AUX", "ADV"):
        return ()
    return tree.phrases(noun)


def _gap(tree: Tree, head: int, subject: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Return the object that a relative clause leaves out: "an allegation Iran continues to deny"."""
    token = tree.tokens[head]
    relative = token.head if token.dep == "xcomp" and not tree.dependents(token.head, "obj") else head
    modifies = tree.tokens[relative].dep in ("acl:relcl", "acl") and token.upos == "VERB"
    if not modifies or voices.voice(tree, head) == "passive":
        return ()
    if _hangs_from_a_preposition(tree, head) or _hangs_from_a_preposition(tree, relative):
        return ()
    noun_clause = predicates.marker(tree, relative) == "that" and predicates.lemma(tree, head) not in OF_CLAIMS
    if noun_clause or _relative_subject(tree, relative):
        return ()  # "concerns that the pact may fail" lacks nothing; "who continues to hope" lacks its subject
    antecedent = _modified(tree, relative)
    if (
        not antecedent
        or any(antecedent[0].head == s.head for s in subject)
        or tree.first(head, "ccomp", "xcomp") is not None
    ):
        return ()
    return antecedent


def _hangs_from_a_preposition(tree: Tree, head: int) -> bool:
    """Say whether a preposition takes what a relative clause lacks: "from which it came", "the men it asked for"."""
    near = tree.dependents(head, "obl", "advmod", "nmod")
    fronted = any(tree.tokens[k].text.lower() in RELATIVES and tree.case(k) for k in near)
    return fronted or any(tree.tokens[k].upos == "ADP" and k > head for k in near)


def _obliques(tree: Tree, head: int) -> tuple[tuple[Phrase, ...], tuple[Oblique, ...]]:
    """Return the phrases after "by" in a passive, and all other prepositional complements.

    Complements the parser hung from an object ("impose sanctions on Cuba") count too: where they hang it guesses worst.
    """
    by: list[Phrase] = []
    others: list[Oblique] = []
    passive = voices.voice(tree, head) == "passive"
    before = ""
    for i in tree.dependents(head, "obl", "obl:agent", "obl:tmod", "obl:unmarked", "obl:npmod", "nmod"):
        case = tree.case(i) or (before if _coordinated(tree, i) else "")
        before = case
        if case == "by" and (passive or tree.tokens[i].dep == "obl:agent") and not voices.no_doer(tree, i):
            by += tree.phrases(i)
        else:
            others += (Oblique(case, phrase) for phrase in tree.phrases(i))
    for i in tree.dependents(head, "obj", "nsubj:pass"):
        others += _hung(tree, i)
    return tuple(by), tuple(others)


def _relative_subject(tree: Tree, relative: int) -> bool:
    subject = tree.first(relative, "nsubj", "nsubj:pass")
    return subject is None or tree.tokens[subject].text.lower() in RELATIVES


def _coordinated(tree: Tree, i: int) -> bool:
    """Say whether a complement without a preposition goes on with the one before: "signed by the emir and the king"."""
    first = min(tree.subtree(i))
    joined = tree.tokens[first].upos == "CCONJ" or (first > 0 and tree.tokens[first - 1].upos == "CCONJ")
    return joined and tree.tokens[i].upos in ("NOUN", "PROPN", "PRON")


def _by_hung(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """Return the doer whose "by" the parser hung from another complement: "invited to the summit by Australia"."""
    for i in tree.dependents(head, "obl", "obl:agent", "obj"):
        for n in tree.dependents(i, "nmod"):
            if tree.case(n) == "by" and tree.tokens[n].upos == "PROPN" and not voices.no_doer(tree, n):
                return tree.phrases(n)
    return ()


def _hung(tree: Tree, noun: int) -> list[Oblique]:
    """Return the complements of ``noun`` that may belong to its verb; "of" never does."""
    found = []
    for i in tree.dependents(noun, "nmod"):
        case = tree.case(i)
        if case and case != "of":
            found += [Oblique(case, phrase) for phrase in tree.phrases(i)]
    return found


def _controller(
    tree: Tree, head: int, parent: int | None, subjects: dict[int, tuple[Phrase, ...]], known: dict[int, Clause]
) -> tuple[Phrase, ...]:
    """Return the subject a clause without one of its own takes from where it hangs."""
    dep = tree.tokens[head].dep
    if dep in ("acl", "acl:relcl"):
        return _modified(tree, head)
    if parent is None or predicates.kind(tree, parent) == "noun":
        return ()
    if dep == "xcomp" or (dep == "ccomp" and predicates.infinite(tree, head)):
        governor = known[parent]
        controlled = governor.voice == "active" and governor.lemma not in SUBJECT_CONTROL
        return (governor.recipients or governor.patients if controlled else ()) or subjects.get(parent, ())
    if dep == "advcl" and parent in known and _of_the_object(tree, head, known[parent]):
        told = known[parent].patients or known[parent].recipients
        if told:
            return told
    if dep in ("conj", "advcl", "parataxis", "dep") and (dep == "conj" or predicates.infinite(tree, head)):
        return subjects.get(parent, ())
    return ()


def _of_the_object(tree: Tree, head: int, governor: Clause) -> bool:
    """Say whether the object does what the clause tells: "accused Chad of arming", "urged Chad to disarm"."""
    marker = predicates.marker(tree, head)
    if marker == "for":
        return governor.lemma in FOR_DOING
    return marker in OBJECT_MARKERS or (marker == "to" and governor.lemma in OBJECT_CONTROL)


def _nominal(tree: Tree, head: int) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...], tuple[Oblique, ...]]:
    """Return agents, patients and complements of an event told as a noun.

    "Oman's ratification of the pact", "the approval of the pact by Oman", "Omani approval"; in "the pact's approval by
    Oman" the owner is done to.
    """
    owners = _phrases(tree, head, "nmod:poss")
    adjectives = tuple(
        tree.phrase(i) for i in tree.dependents(head, "amod", "compound") if tree.tokens[i].text[:1].isupper()
    )
    by: tuple[Phrase, ...] = ()
    of: tuple[Phrase, ...] = ()
    others: list[Oblique] = []
    for i in tree.dependents(head, "nmod", "obl", "nmod:desc"):
        case = tree.case(i)
        if case == "by":
            by += tree.phrases(i)
        elif case == "of":
            of += tree.phrases(i)
            by += tuple(p for n in tree.dependents(i, "nmod") if tree.case(n) == "by" for p in tree.phrases(n))
        elif case:
            others += (Oblique(case, phrase) for phrase in tree.phrases(i))
    if by:
        return by, of or owners, tuple(others)
    return owners or adjectives, of, tuple(others)


def _span(tree: Tree, head: int, kind: str) -> Span:
    """Return the words of a clause, without clauses that stand beside it."""
    return _trimmed(tree, tree.subtree(head, without=lambda i: _apart(tree, i, head, kind)))


def _trimmed(tree: Tree, inside: list[int]) -> Span:
    """Return the stretch of some tokens without punctuation and conjunctions at its edges."""
    while len(inside) > 1 and _hangs_over(tree, inside):
        inside.pop()
    while len(inside) > 1 and (tree.tokens[inside[0]].upos == "PUNCT" or tree.tokens[inside[0]].dep == "cc"):
        inside.pop(0)
    return tree.closed(tree.span(inside))


def _hangs_over(tree: Tree, inside: Sequence[int]) -> bool:
    """Say whether the last token is punctuation that closes nothing within the clause."""
    last = tree.tokens[inside[-1]]
    if last.upos != "PUNCT" or last.text in CLOSING_QUOTES:
        return False
    opens = BRACKETS.get(last.text)
    return opens is None or not any(tree.tokens[i].text == opens for i in inside)


def _apart(tree: Tree, i: int, head: int, kind: str) -> bool:
    token = tree.tokens[i]
    if token.head != head:
        return token.dep in ("acl:relcl", "parataxis")
    if kind == "noun" and token.dep in ("conj", "cc", "appos", "case", "acl:relcl", "cop", "nsubj", "advcl"):
        return True
    return token.dep in APART or (token.dep == "conj" and token.upos in ("VERB", "AUX"))
