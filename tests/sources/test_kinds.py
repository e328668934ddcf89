"""Each kind of file gives its article: its name, its fields, its text."""

import builtins
import gzip
import zipfile
from pathlib import Path

import pytest

from dragoman.articles import extract
from dragoman.model.article import Article, Page
from dragoman.sources import Failure, Terms, fetch, kinds
from dragoman.sources.kinds import kind_of, source

SAMPLES = Path(__file__).parents[1] / "data" / "sources"
TITLE = "Peru and Chile sign pact on aquifer"
COURIER, SUR = "The Southern Courier", "Agencia del Sur"
URL = "https://courier.example/2024/pact"
LAST = "Chile's Senate has to approve it before it can enter into force, the ministry added."


def articles(name: str, **terms: object) -> list[Article]:
    found = fetch(str(SAMPLES / name), terms=Terms(**terms))  # type: ignore[arg-type]
    return [extract(page) for page in found if isinstance(page, Page)]


def lines(target: Path, **terms: object) -> list[str]:
    found = fetch(str(target), terms=Terms(**terms))  # type: ignore[arg-type]
    return [str(entry) for entry in found if isinstance(entry, Failure)]


@pytest.mark.parametrize(
    ("file", "name", "outlet", "byline", "url", "basis"),
    [
        pytest.param("pact.txt", "pact.txt", None, (), None, "text", id="plain text"),
        pytest.param("pact.md", "pact.md", None, (), None, "text", id="Markdown"),
        pytest.param("pact.html", "pact.html", COURIER, (), URL, "metadata", id="HTML"),
        pytest.param("pact.html.gz", "pact.html.gz", COURIER, (), URL, "metadata", id="gzip"),
        pytest.param("pact.html.zst", "pact.html.zst", COURIER, (), URL, "metadata", id="zstandard"),
        pytest.param("page.mhtml", "page.mhtml", COURIER, (), URL, "metadata", id="MHTML"),
        pytest.param("letter.eml", "letter.eml", COURIER, (), None, "metadata", id="an e-mail"),
        pytest.param("letters.mbox", "letters.mbox#1", "Courier Briefing", (), None, "metadata", id="a mailbox"),
        pytest.param("note.docx", "note.docx", None, (), None, "modified", id="Word"),
        pytest.param("note.pdf", "note.pdf", None, (), None, "modified", id="PDF"),
        pytest.param("pact.json", "pact.json#1", COURIER, ("Ana Ruiz",), URL, "metadata", id="JSON"),
        pytest.param("pact.jsonl", "pact.jsonl#1", COURIER, ("Ana Ruiz",), URL, "metadata", id="JSON Lines"),
        pytest.param("pact.csv", "pact.csv#1", COURIER, ("Ana Ruiz",), URL, "metadata", id="CSV"),
        pytest.param("pact.tsv", "pact.tsv#1", None, (), None, "metadata", id="CSV with tabs"),
        pytest.param("item.newsml.xml", "item.newsml.xml", SUR, ("Ana Ruiz",), None, "metadata", id="NewsML-G2"),
        pytest.param("message.newsml.xml", "message.newsml.xml#1", SUR, ("Ana Ruiz",), None, "metadata", id="NewsML-G2 message"),
        pytest.param("item1.ninjs.json", "item1.ninjs.json", SUR, ("Ana Ruiz",), "http://agency.example/1", "metadata", id="ninjs 1"),
        pytest.param("item3.ninjs.json", "item3.ninjs.json", SUR, ("Ana Ruiz",), None, "metadata", id="ninjs 3"),
        pytest.param("feed.rss", "feed.rss#1", COURIER, ("Ana Ruiz",), URL, "metadata", id="RSS"),
        pytest.param("feed.atom", "feed.atom#1", COURIER, ("Ana Ruiz",), URL, "metadata", id="Atom"),
        pytest.param("feed.rdf", "feed.rdf#1", COURIER, ("Ana Ruiz",), URL, "metadata", id="RDF"),
        pytest.param("feed.json", "feed.json#1", COURIER, ("Ana Ruiz",), URL, "metadata", id="JSON Feed"),
        pytest.param("crawl.warc", "crawl.warc#208", COURIER, (), "https://courier.example/2024/1", "metadata", id="WARC"),
        pytest.param("crawl.warc.gz", "crawl.warc.gz#165", COURIER, (), "https://courier.example/2024/1", "metadata", id="WARC, gzip"),
        pytest.param("crawl.warc.zst", "crawl.warc.zst#156", COURIER, (), "https://courier.example/2024/1", "metadata", id="WARC, zstandard"),
        pytest.param("pack.tar.gz", "pack.tar.gz/news/pact.html", COURIER, (), URL, "metadata", id="tar.gz"),
        pytest.param("pack.zip", "pack.zip/a.txt.gz", None, (), None, "unknown", id="gzip in zip"),
        pytest.param("all.list", "pact.txt", None, (), None, "text", id="a list"),
    ],
)  # fmt: skip
def test_article(
    file: str, name: str, outlet: str | None, byline: tuple[str, ...], url: str | None, basis: str
) -> None:
    made = articles(file)[0]
    assert (made.file, made.title, made.outlet, made.byline, made.url) == (name, TITLE, outlet, byline, url)
    assert made.published.basis == basis
    # printed in the feeds as nine in the evening of Lima, which is the next day in UTC
    assert made.published.edtf == (None if basis == "unknown" else "2024-03-05")
    assert made.text.endswith(LAST)


def test_parquet() -> None:
    pytest.importorskip("pyarrow")
    (made,) = articles("pact.parquet")
    assert (made.file, made.title, made.outlet, made.url) == ("pact.parquet#1", TITLE, COURIER, URL)


def test_parquet_without_its_library_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    assert lines(SAMPLES / "pact.parquet") == [
        "pact.parquet: a Parquet table; `pip install 'dragoman[parquet]'` adds what reads it"
    ]


@pytest.mark.parametrize(
    ("file", "names"),
    [
        pytest.param("letters.mbox", ["#1", "#2"], id="letters"),
        pytest.param("crawl.warc.gz", ["#165", "#1247", "#2006"], id="a page, a packed one, a PDF; no 404, no picture"),
        pytest.param("pack.tar.gz", ["/news/pact.html", "/news/old.mbox#1", "/news/old.mbox#2"], id="a mailbox in it"),
        pytest.param("pack.zip", ["/a.txt.gz", "/b/pact.html"], id="in the order of names, a Mac's files left out"),
        pytest.param("message.newsml.xml", ["#1"], id="no item that was withdrawn"),
    ],
)
def test_several(file: str, names: list[str]) -> None:
    assert [made.file for made in articles(file)] == [f"{file}{name}" for name in names]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        pytest.param("scan.pdf", "scan.pdf: 2 pages without text: a scan?", id="a scan"),
        pytest.param("feed.rss", "feed.rss#2: only a title and a teaser", id="a teaser"),
        pytest.param("sitemap.xml", "sitemap.xml: 2 addresses are named in it; --follow", id="nothing fetched unasked"),
        pytest.param("message.newsml.xml", "message.newsml.xml#2: the agency has withdrawn it", id="withdrawn"),
        pytest.param(
            "pact.csv", "pact.csv: columns guessed: text from 'Body', title from 'Headline'", id="guesses are told"
        ),
        pytest.param("all.list", "not-there.txt: no such file or folder", id="a line of a list that leads nowhere"),
    ],
)
def test_told(file: str, words: str) -> None:
    assert any(line.startswith(words) for line in lines(SAMPLES / file)), lines(SAMPLES / file)


def test_columns_may_be_named() -> None:
    (made,) = articles("pact.csv", columns=(("title", "Publication"),))
    assert made.title == COURIER


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        pytest.param((("text", "Leib"),), "no column called 'Leib'; there are: 'ID', 'Headline'", id="no such column"),
        pytest.param((("leib", "Body"),), "no field called 'leib'; known: text, title", id="no such field"),
    ],
)
def test_columns_that_are_not_there(columns: tuple[tuple[str, str], ...], words: str) -> None:
    (line,) = lines(SAMPLES / "pact.csv", columns=columns)
    assert words in line


def test_a_table_without_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("when,where\n2024,Lima\n")
    (line,) = lines(tmp_path / "a.csv")
    assert "no column is known to hold the text; --column text=NAME names it" in line


def test_margins_and_hyphens_of_a_print_are_no_text() -> None:
    (made,) = articles("note.pdf")
    assert "Ministry of Foreign Affairs" not in made.text
    assert "so that neither is surprised by a fall" in made.text


@pytest.mark.parametrize("file", sorted(path.name for path in SAMPLES.iterdir()))
def test_the_kind_is_told_by_the_bytes_too(file: str) -> None:
    """Under another name, what the bytes say for sure is not lost; the rest goes by name."""
    with (SAMPLES / file).open("rb") as stream:
        head = stream.read(8192)
    named = kind_of(file, head)
    assert named is not None
    if named().fits(head) == 2:
        assert kind_of("somewhere", head) in (named, source["gzip"], source["zstd"])
        assert kind_of("a.txt", head) is not source["page"] or file.endswith((".html", ".list"))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        pytest.param(b"From the desk of the minister\n\nPeru said: no.", "page", id="text that begins with From"),
        pytest.param(b"Note: Peru and Chile met.\n\nThey signed.", "page", id="text with a colon in its first line"),
        pytest.param(b"The <rss> element opens a feed.", "page", id="text about feeds"),
        pytest.param(b"See https://courier.example/1\nfor more.", "page", id="text with an address"),
        pytest.param(b'<html><body>{"versioncreated": 1}</body></html>', "page", id="HTML with JSON in it"),
        pytest.param(b'{"title": "x", "text": "y"}', "json", id="one object"),
        pytest.param(b'{"title": "x"}\n{"title": "y"}\n', "jsonl", id="objects, a line each"),
        pytest.param(b"https://a.example/1\nhttps://a.example/2\n", "list", id="addresses"),
    ],
)
def test_near_misses_of_a_kind(head: bytes, kind: str) -> None:
    assert kind_of("-", head) is source[kind]


def test_kind_can_be_forced(tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_bytes((SAMPLES / "pact.csv").read_bytes())
    pages = [entry for entry in fetch(str(tmp_path / "a.dat"), kind="csv") if isinstance(entry, Page)]
    assert [page.name for page in pages] == ["a.dat#1"]


def test_pattern(tmp_path: Path) -> None:
    for name in ("a/1.txt", "a/b/2.txt", "a/3.html", "c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Peru met Chile.")
    assert [entry.name for entry in fetch(str(tmp_path / "**" / "*.txt"))] == ["a/1.txt", "a/b/2.txt", "c.txt"]
    (entry,) = fetch(str(tmp_path / "*.pdf"))
    assert str(entry).endswith("no file fits the pattern; ** stands for folders of any depth")


def test_names_with_signs_of_patterns_are_names(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("Peru met Chile.")
    assert [entry.name for entry in fetch(str(tmp_path / "a[1].txt"))] == ["a[1].txt"]


def test_a_list_in_an_archive_names_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Peru met Chile.")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x.list", str(tmp_path / "secret.txt"))
    (line,) = lines(tmp_path / "a.zip", follow=True)
    assert line.endswith("which is not on the disk: only addresses are read from there")


def test_addresses_are_not_fetched_because_a_text_or_an_archive_holds_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("https://courier.example/1\nhttps://courier.example/2\n")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("x.list", "https://courier.example/1\n")
    page, failure = fetch(str(tmp_path))
    assert page.name == "a.txt"
    assert str(failure) == "b.zip/x.list: 1 addresses are named in it; --follow fetches them"


def test_a_list_that_names_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.list").write_text("a.list\n")
    (line,) = lines(tmp_path / "a.list")
    assert line.startswith("a.list: named 2 lists deep")


def test_all_kinds_have_a_sample() -> None:
    seen = {kind_of(path.name, path.read_bytes()[:8192]) for path in SAMPLES.iterdir()}
    assert {name for name in kinds() if source[name] not in seen} == {"bzip2", "xz", "tar", "zip"} - {
        name for name in ("zip",) if source[name] in seen
    }


@pytest.mark.parametrize("ending", ["bz2", "xz"])
def test_other_ways_to_pack(tmp_path: Path, ending: str) -> None:
    import bz2
    import lzma

    pack = {"bz2": bz2.compress, "xz": lzma.compress}[ending]
    (tmp_path / f"a.txt.{ending}").write_bytes(pack((SAMPLES / "pact.txt").read_bytes()))
    (page,) = fetch(str(tmp_path))
    assert isinstance(page, Page)
    assert extract(page).title == TITLE


def test_gzip_of_many_members_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"text": "x"}\n') + gzip.compress(b'{"text": "y"}\n'))
    assert [entry.name for entry in fetch(str(tmp_path))] == ["a.jsonl.gz#1", "a.jsonl.gz#2"]
