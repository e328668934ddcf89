"""A pack of evidence for somebody who checks: what the record says, the words, and the texts they stand in."""

import hashlib
import json
import zipfile
from dataclasses import asdict
from pathlib import Path

from dragoman.model.article import Article
from dragoman.record import Record
from dragoman.record.rows import line_of, row_of
from dragoman.views.explain import Explanation, explain
from dragoman.views.exports._files import whole

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip file can tell: the same pack for the same record
README = """What is here

explanation.json   what was asked for, the rule that read it, the chain of sources, and each field with its words
reports.jsonl      the reports it rests on, whole, in the schema of the export
articles.jsonl     the articles they come from: outlet, address, dates, and the SHA-256 of the text
judgements.jsonl   what a person decided about any of them
texts/             the text of each article as it was read, in UTF-8

How to check

Offsets count code points (characters) of the text, the first is 0, the end is not included. In Python:
open("texts/ID.txt", encoding="utf-8", newline="").read()[start:end] is the quotation. The SHA-256 of a text's bytes is
the one in articles.jsonl. Nothing here says that what an outlet or a speaker says is true.
"""


def pack(record: Record, id: str, path: Path, *, version: str) -> Path:
    """Write the evidence of anything in the record as a zip file; the same record gives the same bytes.

    Raises:
        UnknownName: nothing in the record has this id.
        OutputError: the file cannot be written.
    """
    found = explain(record, id)
    files = _files(record, found, version)
    with whole(path) as partial, zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in sorted(files.items()):
            out.writestr(zipfile.ZipInfo(name, EPOCH), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return path


def _files(record: Record, found: Explanation, version: str) -> dict[str, str]:
    reports = record.reports_with(told.report for told in found.told)
    ids = {found.id, *(r.id for r in reports), *(r.article for r in reports)}
    articles = [a for a in record.articles() if a.id in ids]
    judged = [j for j in record.judgements() if not ids.isdisjoint(j.subjects)]
    explanation = {"dragoman": version, **asdict(found)}
    return {
        "README.txt": README,
        "explanation.json": json.dumps(explanation, ensure_ascii=False, indent=2) + "\n",
        "reports.jsonl": "".join(f"{line_of(row_of(report))}\n" for report in reports),
        "articles.jsonl": "".join(f"{_article(article)}\n" for article in articles),
        "judgements.jsonl": "".join(f"{line_of(row_of(judgement))}\n" for judgement in judged),
        **{f"texts/{article.id}.txt": article.text for article in articles},
    }


def _article(article: Article) -> str:
    row = {key: value for key, value in row_of(article).items() if key not in ("text", "paragraphs", "headline")}
    return line_of({**row, "text_sha256": hashlib.sha256(article.text.encode("utf-8")).hexdigest()})
