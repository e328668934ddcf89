"""Clauses the parser took for noun phrases: in "Ghana imposed duties on Mali" it may see "imposed" as an adjective.

A verb of the codebook in a finite form, right behind a subject, is a predicate whatever its tag: news has short main
clauses that the treebanks lack.
"""

from dragoman.coding.phrases import hanging, joined, phrase_at
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Token
from dragoman.ontology.codebook import Codebook, spelled

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "compound", "nmod", "nmod:poss", "advmod", "obl", "dep"})


def rescued(scene: Scene, sentence: int, codebook: Codebook) -> tuple[Clause, ...]:
    """Return the clauses of a sentence that the parse hides, numbered after those it shows."""
    known = scene.clauses(sentence)
    heads = {c.head for c in known if c.kind != "noun"}
    tokens = scene.reading.sentences[sentence].tokens
    found: list[Clause] = []
    for i, token in enumerate(tokens):
        if i in heads or spelled(token.text) not in codebook.inflected or not _mistaken(token):
            continue
        subject = _subject(tokens, i)
        if subject is not None:
            found.append(_clause(scene, sentence, i, subject, index=len(known) + len(found)))
    return tuple(found)


def _mistaken(token: Token) -> bool:
    return token.text[:1].islower() and token.upos in ("ADJ", "NOUN", "VERB") and token.dep not in ("nmod", "obl", "conj")


def _subject(tokens: tuple[Token, ...], i: int) -> int | None:
    """Return the noun right before token ``i`` that must be its subject, None where the parse is plausible."""
    governor = tokens[i].head if tokens[i].dep in ("amod", "compound") else i
    if any(t.head in (i, governor) and t.dep in ("cop", "det") for t in tokens[:i]):
        return None
    for s in range(i - 1, -1, -1):
        token = tokens[s]
        if token.upos in ("PROPN", "NOUN", "PRON") and token.head in (i, governor) and token.dep in SUBJECTS:
            # a common noun is a subject only where the parse says so: "a tax imposed", "the weapons seized"
            said = token.dep.startswith("nsubj") or (token.upos == "PROPN" and s == i - 1 and governor != i)
            return s if said else None
    return None


def _clause(scene: Scene, sentence: int, head: int, subject: int, *, index: int) -> Clause:
    tokens = scene.reading.sentences[sentence].tokens
    governor = tokens[head].head if tokens[head].dep in ("amod", "compound") else head
    objects = [governor] if governor != head else [i for i, t in enumerate(tokens) if t.head == head and t.dep == "obj"]
    places = {head, governor, *objects}
    span = scene.reading.sentences[sentence].span
    return Clause(
        index=index,
        sentence=sentence,
        head=head,
        lemma=tokens[head].lemma.lower(),
        kind="verb",
        span=span,
        voice="active",
        agents=tuple(phrase_at(scene, sentence, i) for i in joined(scene, sentence, subject)),
        patients=tuple(phrase_at(scene, sentence, i, after=head) for o in objects for i in joined(scene, sentence, o)),
        recipients=(),
        obliques=hanging(scene, sentence, places),
        parent=None,
        relation="root",
        marker=None,
        negated=False,
        negation=None,
        auxiliaries=(),
        tense="past",
        perfect=False,
        progressive=False,
        adverbs=(),
    )
