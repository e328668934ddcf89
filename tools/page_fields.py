"""The fields of dataclasses with their types and the comments beside them, read from the source."""

import ast
import inspect
import io
import textwrap
import tokenize
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldDoc:
    """One field as its class declares it."""

    name: str
    type: str
    meaning: str  # the comment on its line; empty where name and type say it


def fields_of(noun: type) -> tuple[FieldDoc, ...]:
    """Return the fields of a dataclass in the order in which it declares them."""
    source = textwrap.dedent(inspect.getsource(noun))
    comments = _comments(source)
    (body,) = ast.parse(source).body
    assert isinstance(body, ast.ClassDef)
    declared = [item for item in body.body if isinstance(item, ast.AnnAssign)]
    return tuple(FieldDoc(_name(d), _type(d), comments.get(d.end_lineno or d.lineno, "")) for d in declared)


def about(noun: object) -> str:
    """Return a docstring as paragraphs of Markdown."""
    return inspect.cleandoc(inspect.getdoc(noun) or "").replace("``", "`")


def first_line(noun: object) -> str:
    """Return the first sentence of a docstring."""
    return about(noun).split("\n\n")[0].replace("\n", " ")


def _name(declared: ast.AnnAssign) -> str:
    assert isinstance(declared.target, ast.Name)
    return declared.target.id.rstrip("_")


def _type(declared: ast.AnnAssign) -> str:
    return ast.unparse(declared.annotation).strip("'")


def _comments(source: str) -> dict[int, str]:
    """Return the comment of each line that has one."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {t.start[0]: t.string.lstrip("# ") for t in tokens if t.type == tokenize.COMMENT}
