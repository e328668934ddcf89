"""Clauses the parser took for noun phrases: in "Ghana imposed duties on Mali" it may see "imposed" as an adjective.

A verb of the codebook in a finite form, right behind a subject, is a predicate whatever its tag: news has short main
clauses that the treebanks lack.
"""

from dataclasses import replace

from dragoman.coding.phrases import hanging, joined, phrase_at
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Token
from dragoman.ontology.codebook import Codebook, spelled

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "compound", "nmod", "nmod:poss", "advmod", "obl", "dep"})


def rescued(scene: Scene, sentence: int, codebook: Codebook) -> tuple[Clause, ...]:
    """Return the clauses of a sentence that the parse hides, numbered after those it shows."""
    known = scene.clauses(sentence)
    whole = _whole(scene, sentence)
    if whole is not None:
        return (whole,)
    heads = {c.head for c in known if c.kind != "noun"}
    tokens = scene.reading.sentences[sentence].tokens
    found: list[Clause] = []
    for i, token in enumerate(tokens):
        if i in heads or not _mistaken(token) or not _is_verb(tokens, i, codebook):
            continue
        subject = _subject(tokens, i)
        if subject is not None:
            found.append(_clause(scene, sentence, i, subject, index=len(known) + len(found)))
    return tuple(found)


def _whole(scene: Scene, sentence: int) -> Clause | None:
    """Return the main clause of a sentence that was read as a noun with a participle: "Mali talked with Chad."

    A headline may be just that ("Two men held in Kabul"): only a sentence with a full stop and no other main
    predicate counts.
    """
    tokens = scene.reading.sentences[sentence].tokens
    if not tokens or tokens[-1].text not in (".", "!", ";"):
        return None
    for clause in scene.clauses(sentence):
        token = tokens[clause.head]
        root = token.head
        if clause.kind != "verb" or clause.relation != "acl" or clause.marker or token.xpos not in ("VBN", "VBD"):
            continue
        named = tokens[root].text[:1].isupper() or tokens[root].upos in ("NOUN", "PROPN")
        alone = tokens[root].head == root and not any(t.head == root and t.dep in ("cop", "nsubj") for t in tokens)
        if named and alone and root < clause.head and not _by(tokens, clause.head):
            objects = [i for i, t in enumerate(tokens) if t.head == clause.head and t.dep == "obj"]
            subjects = [phrase_at(scene, sentence, i, before=clause.head) for i in joined(scene, sentence, root)]
            patients = tuple(phrase_at(scene, sentence, i) for o in objects for i in joined(scene, sentence, o))
            return replace(
                clause,
                voice="active",
                agents=tuple(subjects),
                patients=patients,
                relation="root",
                parent=None,
                tense="past",
            )
    return None


def _by(tokens: tuple[Token, ...], head: int) -> bool:
    """Say whether a participle has an agent after "by", as only a passive has."""
    obliques = [i for i, t in enumerate(tokens) if t.head == head]
    return any(t.text.lower() == "by" and t.head in obliques for t in tokens)


def _is_verb(tokens: tuple[Token, ...], i: int, codebook: Codebook) -> bool:
    """Say whether a word is a finite form of a cue's verb, or its bare form behind a modal: "would free"."""
    form = spelled(tokens[i].text)
    return form in codebook.inflected or (form in codebook.by_verb and bool(_modals(tokens, i)))


def _modals(tokens: tuple[Token, ...], i: int) -> tuple[str, ...]:
    return tuple(t.lemma.lower() for t in tokens[:i] if t.head == i and t.xpos == "MD")


def _mistaken(token: Token) -> bool:
    return (
        token.text[:1].islower() and token.upos in ("ADJ", "NOUN", "VERB") and token.dep not in ("nmod", "obl", "conj")
    )


def _subject(tokens: tuple[Token, ...], i: int) -> int | None:
    """Return the noun right before token ``i`` that must be its subject, None where the parse is plausible."""
    governor = tokens[i].head if tokens[i].dep in ("amod", "compound") else i
    if any(t.head in (i, governor) and t.dep in ("cop", "det") for t in tokens[:i]):
        return None
    for s in range(i - 1, -1, -1):
        token = tokens[s]
        astray = (
            token.head == s and tokens[governor].head == s and governor != i and s == i - 1
        )  # the subject as the root
        if astray and token.upos == "PROPN":
            return s
        if token.upos in ("PROPN", "NOUN", "PRON") and token.head in (i, governor) and token.dep in SUBJECTS:
            # a common noun is a subject only where the parse says so: "a tax imposed", "the weapons seized"
            said = token.dep.startswith("nsubj") or (token.upos == "PROPN" and s == i - 1 and governor != i)
            return s if said and _adjoins(tokens, s, i) else None
    return None


def _adjoins(tokens: tuple[Token, ...], s: int, i: int) -> bool:
    """Say whether nothing stands between a subject and its verb but what belongs to the subject, adverbs and times."""
    for k in range(s + 1, i):
        above = k
        for _ in range(3):
            above = tokens[above].head
            if above == s:
                break
        if above != s and tokens[k].upos not in ("ADV", "PUNCT", "PROPN", "PART", "ADP", "NUM"):
            return False
    return True


def _clause(scene: Scene, sentence: int, head: int, subject: int, *, index: int) -> Clause:
    tokens = scene.reading.sentences[sentence].tokens
    governor = tokens[head].head if tokens[head].dep in ("amod", "compound") else head
    objects = [governor] if governor != head else [i for i, t in enumerate(tokens) if t.head == head and t.dep == "obj"]
    places = {head, governor, *objects}
    span = scene.reading.sentences[sentence].span
    modals = _modals(tokens, head)
    content = tokens[head].dep in ("ccomp", "xcomp")
    above = next((c for c in scene.clauses(sentence) if content and c.head == tokens[head].head), None)
    return Clause(
        index=index,
        sentence=sentence,
        head=head,
        lemma=tokens[head].lemma.lower(),
        kind="verb",
        span=span,
        stretch=span,
        voice="active",
        agents=tuple(phrase_at(scene, sentence, i) for i in joined(scene, sentence, subject)),
        patients=tuple(phrase_at(scene, sentence, i, after=head) for o in objects for i in joined(scene, sentence, o)),
        recipients=(),
        obliques=hanging(scene, sentence, places),
        parent=None if above is None else above.index,
        relation="root" if above is None else tokens[head].dep,
        marker=None,
        negated=any(t.head == head and t.lemma.lower() in ("not", "n't") for t in tokens),
        negation=None,
        auxiliaries=modals,
        tense="future" if "will" in modals else "past",
        perfect=False,
        progressive=False,
        adverbs=(),
    )
