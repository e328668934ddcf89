"""Learns how English makes a word's form, from the pairs of form and lemma in the treebanks.

An *edit* says how to get from form to lemma: lower the case or not, cut so many letters, add these. For each tag
and ending the edit most words take is kept where it differs from that of the shorter ending; words that still come
out wrong go into a lexicon. ``dragoman.reading.lemmas`` applies it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.reading.lemmas import Lemmatiser, cased, group
from training.treebank import Sentence

LONGEST = 5  # letters of an ending
FEWEST = 2  # words that must share an ending before it makes a rule

VERBS = Path(__file__).with_name("verbs.txt")
HAVE_BE_DO = {
    "VBD": ("had have", "was be", "were be", "did do", "'d have"),
    "VBN": ("had have", "been be", "done do"),
    "VBG": ("having have", "being be", "doing do"),
    "VBZ": ("has have", "is be", "does do", "'s be"),
    "VBP": ("have have", "am be", "are be", "do do", "'re be", "'m be", "'ve have"),
}
NOUNS = (
    "crises crisis", "bases base", "analyses analysis", "theses thesis", "hypotheses hypothesis", "axes axis",
    "series series", "species species", "headquarters headquarters", "means means", "aircraft aircraft",
    "men man", "women woman", "children child", "servicemen serviceman", "spokesmen spokesman", "wives wife",
    "lives life", "halves half", "knives knife", "leaves leaf", "thieves thief", "troops troop", "clauses clause",
    "causes cause",
    "criteria criterion", "memoranda memorandum", "referenda referendum", "addenda addendum", "phenomena phenomenon",
    "quotas quota", "fora forum", "fleets fleet", "missiles missile", "vetoes veto", "embargoes embargo",
    "heroes hero", "cargoes cargo", "volcanoes volcano", "potatoes potato", "buses bus", "gases gas", "viruses virus",
    "allies ally", "armies army", "embassies embassy", "ministries ministry", "treaties treaty", "parties party",
    "houses house", "purposes purpose", "licences licence", "licenses license", "exercises exercise",
    "defences defence", "expenses expense", "responses response",
    "abuses abuse", "losses loss", "crosses cross", "congresses congress",
    "caches cache", "breaches breach", "marches march", "speeches speech", "taxes tax", "proxies proxy",
)  # fmt: skip

Pair = tuple[str, str, str]  # form, tag, lemma


def learn(sentences: Iterable[Sentence]) -> Lemmatiser:
    pairs = _with_verbs(_pairs(sentences))
    rules = _rules(pairs)
    bare = Lemmatiser(rules=rules, lexicon={})
    known = {pair[:2] for pair in pairs}
    shared = [pair for pair in _verbs_of_nouns(pairs) if pair[:2] not in known]
    wrong = (pair for pair in (*shared, *pairs) if bare.lemma(*pair[:2]) != pair[2])
    lexicon = {f"{form} {tag}": lemma for form, tag, lemma in wrong}
    return Lemmatiser(rules=rules, lexicon=dict(sorted(lexicon.items())))


def _pairs(sentences: Iterable[Sentence]) -> list[Pair]:
    """Each form with its tag once, with the lemma it has most often."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.lemma != "_" and word.xpos != "GW":  # parts of one word written apart: the whole is the lemma
                tag = f"{word.xpos}|{word.upos}"
                seen[cased(word.form, tag), tag][word.lemma] += 1
    return [(form, tag, min(c, key=lambda x: (-c[x], x))) for (form, tag), c in sorted(seen.items())]


def _with_verbs(pairs: list[Pair]) -> list[Pair]:
    """Add the forms of listed words that the treebanks do not show."""
    known = {(form, tag): lemma for form, tag, lemma in pairs}
    for form, tag, lemma in (*_auxiliaries(), *nouns()):
        known.setdefault((form, tag), lemma)
    for form, tag, lemma in verbs(VERBS.read_text(encoding="utf-8")):
        known[form, tag] = lemma  # over the treebanks, where "fled" is from "flead"
    return sorted((form, tag, lemma) for (form, tag), lemma in known.items())


def _auxiliaries() -> Iterator[Pair]:
    for xpos, forms in HAVE_BE_DO.items():
        for form, lemma in map(str.split, forms):
            yield from ((form, f"{xpos}|{upos}", lemma) for upos in ("AUX", "VERB"))


def nouns() -> Iterator[Pair]:
    yield from ((form, "NNS|NOUN", lemma) for form, lemma in map(str.split, NOUNS))


def verbs(text: str) -> Iterator[Pair]:
    """Yield the forms of the verbs listed, regular but for the pasts given."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            base, *pasts = line.split()
            base, stem = base.rstrip("*"), base.replace("*", base[-2:-1])
            past, participle = pasts or [_ed(stem)] * 2
            yield from ((past, "VBD|VERB", base), (participle, "VBN|VERB", base))
            yield from ((_ing(stem), "VBG|VERB", base), (_s(base), "VBZ|VERB", base))


def _verbs_of_nouns(pairs: list[Pair]) -> Iterator[Pair]:
    """Yield the forms of verbs that are nouns as well, "chaired", "vetoed": they are told from "chaire" by the noun."""
    for form, tag, lemma in pairs:
        if tag == "NN|NOUN" and form == lemma and form.isascii() and form.isalpha() and len(form) > 2:
            yield from verbs(f"{form}*" if re.fullmatch(r"[^aeiou]+[aeiou][^aeiouwxy]", form) else form)


def _ed(stem: str) -> str:
    if stem.endswith("e"):
        return f"{stem}d"
    return f"{stem[:-1]}ied" if re.search(r"[^aeiou]y$", stem) else f"{stem}ed"


def _ing(stem: str) -> str:
    if stem.endswith("ie"):
        return f"{stem[:-2]}ying"
    return f"{stem[:-1]}ing" if re.search(r"[^eoy]e$", stem) else f"{stem}ing"


def _s(base: str) -> str:
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if re.search(r"(?:s|x|z|ch|sh|[^o]o)$", base) else f"{base}s"


def _rules(pairs: list[Pair]) -> dict[str, str]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, tag, lemma in pairs:
        edit = _edit(form, lemma)
        for length in range(min(LONGEST, len(form)) + 1):
            counts[group(form, tag), form[len(form) - length :].lower()][edit] += 1
    rules: dict[str, str] = {}
    for (kind, ending), edits in sorted(counts.items(), key=lambda item: (item[0][0], len(item[0][1]), item[0][1])):
        best = min(edits, key=lambda edit: (-edits[edit], edit))
        if ending == "" or (edits[best] >= FEWEST and best != _shorter(rules, kind, ending)):
            rules[f"{kind} {ending}"] = best
    return rules


def _shorter(rules: dict[str, str], kind: str, ending: str) -> str | None:
    return next((rules[key] for n in range(1, len(ending) + 1) if (key := f"{kind} {ending[n:]}") in rules), None)


def _edit(form: str, lemma: str) -> str:
    """Prefer to keep the case; "l" lowers it: "Countries" to "country" is ``l3y``."""
    for case, base in (("k", form), ("l", form.lower())):
        same = next(
            (n for n, (a, b) in enumerate(zip(base, lemma, strict=False)) if a != b), min(len(base), len(lemma))
        )
        if same or case == "l":
            return f"{case}{len(base) - same}{lemma[same:]}"
    raise AssertionError
