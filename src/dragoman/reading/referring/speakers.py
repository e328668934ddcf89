"""Who "I" and "we" are in a quotation: the one who is told to say it."""

from dragoman.reading.referring.discourse import Discourse, Referent

FIRST = frozenset({"i", "me", "my", "we", "us", "our", "myself", "ourselves"})


def speaker(told: Discourse, sentence: int, i: int) -> Referent | None:
    """Return who speaks the quotation that a token stands in, told in its sentence, the one before or the one after."""
    syntax = told.syntax[sentence]
    quote = told.within(syntax.tokens[i].start)
    if quote is None:
        return None
    paragraph = syntax.sentence.paragraph
    for n in (sentence, sentence - 1, sentence + 1):
        if not 0 <= n < len(told.syntax) or told.syntax[n].sentence.paragraph != paragraph:
            continue
        if n != sentence and not _goes_on(told, sentence, n):
            continue
        found = _speaks(told, n, sentence)
        if found:
            return found[0] if len({r.key for r in found}) == 1 else None
    return None


def _goes_on(told: Discourse, sentence: int, other: int) -> bool:
    """Say whether a sentence is nothing but quoted words, so that its speaker is told beside it."""
    here = told.syntax[sentence].sentence.span
    quote = told.within(here.start + 1)
    return quote is not None and here.end <= quote.span.end + 1 and abs(sentence - other) == 1


def _speaks(told: Discourse, n: int, sentence: int) -> list[Referent]:
    """Return the subjects of words of speech outside quotations: actors, and one each."""
    syntax, found = told.syntax[n], []
    for clause in syntax.clauses:
        at = syntax.tokens[clause.head].start
        if clause.kind != "verb" or told.ontology.cues.says(clause.lemma) is None or told.within(at) is not None:
            continue
        referent = told.referent(n, syntax.subjects(clause))
        if referent is not None and referent.known and len(referent.actors) == 1:
            found.append(referent)
    return found
