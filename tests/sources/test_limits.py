"""What is made to break a reader costs one line, and what follows is read."""

import gzip
import io
import tarfile
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.articles import extract
from dragoman.errors import ExtractError
from dragoman.model.article import Page
from dragoman.sources import Failure, Limits, Terms, fetch

SAMPLES = Path(__file__).parents[1] / "data" / "sources"
TEXT = b"Peru and Chile signed a pact on the waters of the aquifer on Monday, the ministry said."


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return held.getvalue()


def tarred(**files: bytes) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name.replace("__", "."))
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return held.getvalue()


def read(root: Path, **limits: int) -> tuple[list[str], list[str]]:
    """Return the names of the pages and the lines of a folder."""
    found = list(fetch(str(root), terms=Terms(Limits(**limits))))
    return [p.name for p in found if isinstance(p, Page)], [str(f) for f in found if isinstance(f, Failure)]


def nested(depth: int) -> bytes:
    content = TEXT
    for number in range(depth):
        content = zipped(**{f"a{number}__txt" if number == 0 else f"a{number}__zip": content})
    return content


SMALL = {"page": 10_000, "packed": 100_000, "small": 100_000, "bomb": 10}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("a.zip", zipped(x__txt=b"x" * 20_000), "a.zip/x.txt: 20,000 bytes, over the limit", id="one large file"),
        pytest.param("a.zip", zipped(**{f"{n}__jsonl": b"\n" * 9_000 for n in range(30)}), "unpacks to over 100,000 bytes", id="many files"),
        pytest.param("a.jsonl.gz", gzip.compress(b"\n" * 10**6), "a.jsonl.gz: unpacks to over 100,000 bytes", id="a gzip of lines"),
        pytest.param("a.tar.gz", gzip.compress(tarred(x__txt=b"x" * 10**6)), "over the limit of 100,000 bytes", id="a tar"),
        pytest.param("a.zip", nested(6), "an archive 4 archives deep is not opened", id="nested"),
        pytest.param("a.zip", zipped(**{"../../etc/x__txt": TEXT}), "skipped: its name leads out of the archive", id="a zip path with .."),
        pytest.param("a.tar", tarred(**{"../x__txt": TEXT}), "skipped: its name leads out of the archive", id="a tar path with .."),
        pytest.param("a.zip", zipped(**{"/etc/x__txt": TEXT}), "skipped: its name leads out of the archive", id="a zip path from the root"),
        pytest.param("a.zip", zipped(x__txt=TEXT)[:60], "a.zip: broken zip:", id="a truncated zip"),
        pytest.param("a.tar", tarred(x__txt=TEXT)[:560], "a.tar: broken", id="a truncated tar"),
        pytest.param("a.txt.gz", gzip.compress(TEXT)[:-12], "a.txt.gz: broken: ", id="a truncated gzip"),
        pytest.param("a.txt.zst", (SAMPLES / "pact.html.zst").read_bytes()[:60], "a.txt.zst: ", id="a truncated zstd"),
        pytest.param("a.txt.xz", b"\xfd7zXZ\x00rest", "a.txt.xz: broken: ", id="a broken xz"),
        pytest.param("a.pdf", (SAMPLES / "note.pdf").read_bytes()[:300], "a.pdf: a broken PDF: ", id="a truncated PDF"),
        pytest.param("a.pdf", b"%PDF-1.4 nothing", "a.pdf: a broken PDF: ", id="no PDF"),
        pytest.param("a.docx", (SAMPLES / "note.docx").read_bytes()[:500], "a.docx: a broken document of Word", id="a truncated docx"),
        pytest.param("a.docx", zipped(x__xml=b"<a/>"), "a.docx/x.xml: ", id="a zip called docx is read as one"),
        pytest.param("a.eml", b"Subject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nx", "a.eml: an e-mail without text", id="no text"),
        pytest.param("a.mbox", b"From x\nSubject: a\n\n" + b"y" * 20_000, "a.mbox#1: a letter over the limit", id="a long letter"),
        pytest.param("a.csv", b"title,text\na,\xe9t\xe9\n", "a.csv#1: not UTF-8; ", id="a table of another charset"),
        pytest.param("a.csv", b"title,text\na,\"" + b"x" * 20_000, "a.csv#1: a broken row", id="a quotation that does not end"),
        pytest.param("a.rss", b"<rss><channel><item>", "a.rss#1: only a title", id="a feed cut short"),
        pytest.param("a.xml", b"<urlset></urlset>", "a.xml: a sitemap without addresses", id="an empty sitemap"),
        pytest.param("a.xml", b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><a", "a.xml: ", id="NewsML cut short"),
        pytest.param("a.warc", b"WARC/1.0 and no more", "a.warc#0: a broken record", id="no WARC"),
        pytest.param("a.zip", (SAMPLES / "pack.zip").read_bytes().replace(b"\x1f\x8b", b"\x1f\x8c", 1), "a.zip/a.txt.gz: ", id="a file of a zip that is not as it was packed"),
        pytest.param("a.rss", b"<rss><channel><item><title>x</title><link>http://[</link></item></channel></rss>", "a.rss#1: only a title", id="a link that is no address"),
        pytest.param("a.list", b"a\x00b\n", "no such file or folder", id="a path with a zero byte"),
        pytest.param("a.list", b"# nothing\n", "a.list: a list that names nothing", id="an empty list"),
        pytest.param("a.parquet", b"PAR1 and no more", "a.parquet: ", id="a broken Parquet table"),
    ],
)  # fmt: skip
def test_costs_a_line(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_bytes(TEXT)
    pages, told = read(tmp_path, **SMALL)
    assert any(words in line for line in told), told
    assert all("\n" not in line and len(line) < 400 for line in told)
    assert pages[-1] == "z.txt"


def test_entities_are_not_filled_in(tmp_path: Path) -> None:
    bomb = (
        b'<!DOCTYPE a [<!ENTITY a "'
        + b"x" * 100
        + b'"><!ENTITY b "'
        + b"&a;" * 100
        + b'"><!ENTITY c "'
        + b"&b;" * 100
        + b'">]>'
    )
    (tmp_path / "a.newsml").write_bytes(
        bomb + b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML><p>&c;</p></inlineXML></contentSet></newsItem>'
    )  # fmt: skip
    pages, told = read(tmp_path)
    assert (pages, len(told)) == ([], 1)


def test_members_before_a_break_are_read(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "%d"}\n' % n for n in range(9000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-2000])
    pages, told = read(tmp_path)
    assert pages[0] == "a.jsonl.gz#1"
    assert len(pages) > 1000
    assert [line.partition(";")[0].partition(": ")[2][:6] for line in told] == ["broken"]


def records() -> list[bytes]:
    """Return the members of the sample: a head, a page, a 404, a picture, a page, a PDF."""
    whole = (SAMPLES / "crawl.warc.gz").read_bytes()
    places = [at for at in range(len(whole)) if whole[at : at + 4] == b"\x1f\x8b\x08\x00"] + [len(whole)]
    return [whole[start:end] for start, end in pairwise(places)]


def broken(record: bytes) -> bytes:
    return record[:60] + b"\xff" * 20 + record[80:]


@pytest.mark.parametrize(
    ("parts", "pages", "few"),
    [
        pytest.param(lambda r: [*r[:2], broken(r[1]), *r[4:]], 3, 1, id="in the middle"),
        pytest.param(lambda r: [broken(r[1]), *r[1:]], 3, 1, id="at the beginning"),
        pytest.param(lambda r: [*r[:5], broken(r[4])], 2, 1, id="at the end"),
        pytest.param(lambda r: [*r[:5], r[4][:200]], 2, 1, id="cut short at the end"),
        pytest.param(
            lambda r: [*r[:2], b"no record at all" * 9, *r[4:]], 3, 0, id="other bytes between are passed over"
        ),
        pytest.param(lambda r: [*r[:2], broken(r[1]), broken(r[1]), *r[4:]], 3, 2, id="two, one after the other"),
    ],
)
def test_a_broken_record_of_a_warc(tmp_path: Path, parts: object, pages: int, few: int) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"".join(parts(records())))  # type: ignore[operator]
    found, told = read(tmp_path)
    assert len(found) == pages
    assert len(told) == few
    assert all("a broken record" in line for line in told)


def test_a_record_that_lies_about_its_length(tmp_path: Path) -> None:
    plain = [gzip.decompress(record) for record in records()]
    lying = plain[1].replace(b"Content-Length: ", b"Content-Length: 9", 1)
    (tmp_path / "a.warc").write_bytes(b"".join([plain[0], lying, plain[1], plain[1]]))
    found, told = read(tmp_path)
    assert len(found) == 2
    assert "cut short" in told[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(
            b"<html><body>" + b"<div>" * 300 + b"<p>x</p>", "deep, over the limits", id="HTML 300 levels deep"
        ),
        pytest.param(b"<html><body>" + b"<p>x</p>" * 30_000, "elements", id="HTML of many elements"),
    ],
)
def test_monsters_of_markup(content: bytes, words: str) -> None:
    with pytest.raises(ExtractError, match=words):
        extract(Page("a.html", content, "text/html"))


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        pytest.param("<html><body><p>Le ministre a été reçu à Lima lundi, dit-il encore.</p>".encode("cp1252"), "text/html; charset=utf-8", id="a wrong charset told"),
        pytest.param("<html><body><p>Le ministre a été reçu à Lima lundi, dit-il encore.</p>".encode("cp1252"), "text/html", id="no charset told"),
    ],
)  # fmt: skip
def test_wrong_charsets_are_told(content: bytes, media_type: str) -> None:
    with pytest.raises(ExtractError, match="is not UTF-8"):
        extract(Page("a.html", content, media_type))


def test_a_charset_told_in_the_page_is_read() -> None:
    text = '<html><head><meta charset="iso-8859-1"></head><body><p>Le ministre a été reçu à Lima lundi, dit-il.</p>'
    assert "reçu" in extract(Page("a.html", text.encode("cp1252"), "text/html")).text


def test_a_page_of_300_mb_is_not_held(tmp_path: Path) -> None:
    with (tmp_path / "a.html").open("wb") as stream:
        stream.truncate(300_000_000)
    _, told = read(tmp_path)
    assert told == ["a.html: 300,000,000 bytes, over the limit of 20,000,000 bytes for one page; split it into one file an article"]  # fmt: skip
