"""What "the former" and "the latter" stand for: the first and the last of those told together before."""

from collections.abc import Iterator, Sequence

from dragoman.reading.referring.discourse import LONGEST, Discourse, Referent

_WHICH = {"former": 0, "latter": -1}
_NOUNS = ("NOUN", "PROPN")


def ordinal(told: Discourse, sentence: int, i: int) -> Referent | None:
    """Return the first or the last of the one pair or list nearest before "the former" or "the latter"."""
    syntax = told.syntax[sentence]
    word = syntax.tokens[i].text.lower()
    if word not in _WHICH or not i or syntax.tokens[i - 1].text.lower() != "the" or _describes(told, sentence, i):
        return None
    for n, before in ((sentence, i), (sentence - 1, LONGEST)):
        lists = list(_lists(told, n, before)) if n >= 0 else []
        listed = lists or ([alone] if n >= 0 and len(alone := _told(told, n, before)) == 2 else [])
        if len(listed) == 2:
            fit = [found for found in listed if _papers(found) != _acts(told, sentence, i)]
            return fit[0][_WHICH[word]] if len(fit) == 1 and fit[0][_WHICH[word]].known else None
        if listed:
            meant = listed[0][_WHICH[word]]
            return meant if meant.known and len(listed) == 1 and not _rivals(told, n, before, listed[0]) else None
    return None


def _papers(listed: Sequence[Referent]) -> bool:
    return all(r.instrument is not None for r in listed)


def _acts(told: Discourse, sentence: int, i: int) -> bool:
    """Say whether only actors do what a word does: they speak, and have something of theirs."""
    syntax = told.syntax[sentence]
    clause = syntax.clause(i)
    speaks = clause is not None and told.ontology.cues.says(clause.lemma) is not None
    return speaks or any(t.text.lower() in ("its", "it", "their") for t in syntax.tokens[i + 1 :])


def _rivals(told: Discourse, sentence: int, before: int, listed: Sequence[Referent]) -> bool:
    """Say whether two instruments are told beside two others: then "the former" may be one of these as well."""
    papers = {r.key for (n, k), r in told.instruments.items() if n == sentence and k < before}
    return len(papers) > 1 and not any(r.instrument for r in listed)


def _describes(told: Discourse, sentence: int, i: int) -> bool:
    """Say whether the word stands before a noun: "the former president"."""
    syntax = told.syntax[sentence]
    following = syntax.tokens[i + 1] if i + 1 < len(syntax.tokens) else None
    return following is not None and following.upos in (*_NOUNS, "ADJ", "NUM")


def _lists(told: Discourse, sentence: int, before: int) -> Iterator[list[Referent]]:
    """Yield what is joined by "and" before a token: two or more, each one alone; for "the latter" is never several."""
    syntax = told.syntax[sentence]
    for i, token in enumerate(syntax.tokens[:before]):
        if token.upos not in _NOUNS or token.dep == "conj":
            continue
        joined = [told.referent(sentence, [k]) for k in syntax.joined(i) if k < before]
        found = [r for r in joined if r is not None and not r.plural]
        if len(found) > 1 and len(found) == len(joined):
            yield found


def _told(told: Discourse, sentence: int, before: int) -> list[Referent]:
    """Return the states and organisations told before a token, in the order in which they are told first."""
    found: dict[tuple[str, ...], Referent] = {}
    for referent in reversed(list(told.before(sentence, before, back=0))):
        found.setdefault(referent.key, referent)
    return list(found.values())
