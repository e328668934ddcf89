"""Runs the language library, and turns what it says into our tokens; nothing else in the package imports it."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman import config
from dragoman.errors import EngineError
from dragoman.model.reading import Token
from dragoman.reading import tokens
from dragoman.reading.casing import Casing
from dragoman.reading.lemmas import Lemmatiser

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SHIPPED = Path(__file__).parents[1] / "models" / "en"
LONGEST = 200  # words parsed at once; longer "sentences" are lists or tables, and are parsed in pieces
_TALK = ("LICENSE", "README.md", "card.md", "scores.json")  # about the model, not of it
_LOOKED_AT = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE", "LANG")  # what our model and the parser ask of a word
_PARSED: list[int | str] = ["TAG", "HEAD", "DEP"]
_WRAPPED = 2**64  # the library hands on a head to the left as a number without sign
_OF_NAMES = {"NN|NOUN": "NNP|PROPN", "NNS|NOUN": "NNPS|PROPN"}
_MANY = 64  # sentences handed to the library at once; the tokens do not depend on it


@dataclass(frozen=True, slots=True)
class Engine:
    """A tagger, lemmatiser and parser of English, after Universal Dependencies."""

    maker: str  # name and fingerprint of the model
    pipeline: "Language"
    lemmatiser: Lemmatiser | None  # None: another's model, which cuts words and gives lemmas by itself
    casing: Casing

    @classmethod
    def load(cls, path: Path | None = None) -> "Engine":
        """Load the model we ship, or a spaCy pipeline trained on Universal Dependencies from ``path``.

        Raises:
            EngineError: there is no model, or it has no parser.
        """
        path = path or SHIPPED
        if not (path / "config.cfg").is_file():
            raise EngineError(
                f"{path}: no language model there; name a folder with a spaCy pipeline, or run `make model`"
            )
        own = Lemmatiser.load(path / "lemmas.json") if (path / "lemmas.json").is_file() else None
        pipeline = _loaded(path, exclude=["tokenizer"] if own else [])
        casing = Casing.load(path / "words.txt") if own else Casing(frozenset())
        if own:
            _look_at(pipeline, _LOOKED_AT)
        return cls(f"{pipeline.meta['name']} {_fingerprint(path)}", pipeline, own, casing)

    def parse(self, texts: Sequence[str], offsets: Sequence[int]) -> list[tuple[Token, ...]]:
        """Parse texts that are a sentence each; the tokens' offsets are shifted by the text's offset."""
        found: list[list[Token]] = [[] for _ in texts]
        with self.pipeline.memory_zone():  # forgets new words afterwards: a long run stays as small as a short one
            pieces = [piece for number, text in enumerate(texts) for piece in self._pieces(number, text)]
            parsed = self.pipeline.pipe((p.doc for p in pieces), batch_size=_MANY)
            for piece, doc in zip(pieces, parsed, strict=True):
                at = found[piece.text]
                at.extend(self._tokens(doc, piece, texts[piece.text], offsets[piece.text], before=len(at)))
        return [tuple(_joined(sentence)) for sentence in found]

    def _pieces(self, number: int, text: str) -> "Iterator[_Piece]":
        for part in _parts(self._words(text), text):
            yield _Piece(number, self._doc(text, part), part)

    def _words(self, text: str) -> list[tuple[int, int]]:
        if self.lemmatiser:
            return tokens.words(text)
        return [(t.idx, t.idx + len(t)) for t in self.pipeline.make_doc(text) if not t.is_space]

    def _doc(self, text: str, spans: Sequence[tuple[int, int]]) -> "Doc":
        from spacy.tokens import Doc

        forms = [text[start:end] for start, end in spans]
        if self.lemmatiser:
            forms = self.casing.undone([tokens.plain(form) for form in forms])
        following = [*(start for start, _ in spans[1:]), spans[-1][1]]
        spaces = [end < after for (_, end), after in zip(spans, following, strict=True)]
        starts: list[bool | int | None] = [n == 0 for n in range(len(spans))]  # the parser must find no more
        return Doc(self.pipeline.vocab, words=forms, spaces=spaces, sent_starts=starts)

    def _tokens(self, doc: "Doc", piece: "_Piece", text: str, offset: int, *, before: int) -> Iterable[Token]:
        named = doc.vocab.strings
        parsed = zip(doc.to_array(_PARSED).tolist(), piece.spans, strict=True)
        for i, ((tag_, head, dep), (start, end)) in enumerate(parsed):
            form = doc[i].text
            tag = self._tag(i, form, named[tag_])
            xpos, _, upos = tag.partition("|")
            up = head - _WRAPPED if head > _WRAPPED // 2 else head  # relative to the word, negative before it
            yield Token(
                text=text[start:end],
                start=offset + start,
                end=offset + end,
                lemma=self.lemmatiser.lemma(form, tag) if self.lemmatiser else doc[i].lemma_,
                upos=upos or doc[i].pos_,
                xpos=_quote(text[start:end]) or xpos,
                head=before + i + up,
                dep=named[dep] if up else "root",
            )

    def _many(self, form: str) -> bool:
        """Tell whether the first word of a sentence is a plural that running text writes small: "Gunmen", "Rebels"."""
        return form.endswith(("s", "men")) and form[1:].islower() and form.lower() in self.casing.words

    def _tag(self, i: int, form: str, tag: str) -> str:
        """Return "XPOS|UPOS"; a large word within a sentence that we do not know as a small one is a name."""
        if not i:
            return "NNS|NOUN" if tag in ("NNP|PROPN", "NNPS|PROPN") and self._many(form) else tag
        named = _OF_NAMES.get(tag)
        return named if named and self.casing.names(form) else tag


@dataclass(frozen=True, slots=True)
class _Piece:
    text: int  # index of the text it is of
    doc: "Doc"
    spans: Sequence[tuple[int, int]]


def _loaded(path: Path, *, exclude: list[str]) -> "Language":
    held = config.one_thread()
    import spacy

    try:
        pipeline = spacy.load(path, exclude=exclude)
    except (OSError, ValueError, KeyError) as error:
        raise EngineError(f"{path}: not a language model this version can read: {error}") from error
    if "parser" not in pipeline.pipe_names:
        raise EngineError(f"{path}: the pipeline has no parser; name one trained on Universal Dependencies")
    if held:  # small blocks on many threads would wait for one another
        _in_blocks(pipeline)
    return pipeline


def _look_at(pipeline: "Language", attributes: Sequence[str]) -> None:
    """Find out no more of each new word than is asked for: a tenth of the time of parsing went there."""
    from spacy.attrs import IDS

    asked = {IDS[name] for name in attributes}
    vocab: Any = pipeline.vocab  # the library's stubs leave out how a word's attributes are got
    vocab.lex_attr_getters = {key: getter for key, getter in vocab.lex_attr_getters.items() if key in asked}


def _in_blocks(pipeline: "Language") -> None:
    """Let a pipeline that runs on the processor multiply in blocks."""
    from thinc.api import NumpyOps

    from dragoman.reading.products import InBlocks

    ops = NumpyOps()
    ops.gemm = InBlocks(otherwise=ops.gemm)
    for node in (node for _, part in pipeline.pipeline if hasattr(part, "model") for node in part.model.walk()):
        if isinstance(node.ops, NumpyOps):
            node.ops = ops


def _fingerprint(path: Path) -> str:
    """Hash what decides over the tokens, so that a record knows what read it."""
    digest = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file() and p.name not in _TALK):
        digest.update(file.relative_to(path).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def _parts(spans: list[tuple[int, int]], text: str) -> Iterable[list[tuple[int, int]]]:
    """Cut an overlong sentence, after a comma, semicolon or the like where there is one."""
    while len(spans) > LONGEST:
        cut = next((n for n in range(LONGEST, LONGEST // 2, -1) if text[spans[n - 1][0]] in ",;:.|•"), LONGEST)
        yield spans[:cut]
        spans = spans[cut:]
    if spans:
        yield spans


def _joined(sentence: list[Token]) -> Iterable[Token]:
    """Hang further roots from the first, so that a sentence has one."""
    from dataclasses import replace

    roots = [n for n, token in enumerate(sentence) if token.head == n]
    for n, token in enumerate(sentence):
        if n in roots[1:]:
            yield replace(token, head=roots[0], dep="punct" if token.upos == "PUNCT" else "parataxis")
        else:
            yield token


def _quote(form: str) -> str | None:
    """Curly marks say themselves whether they open or close; the model sees them straight."""
    return {"“": "``", "”": "''"}.get(form)
