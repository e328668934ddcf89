"""What is read, what is passed over with a line, and what the pages are called."""

import gzip
import io
import os
from pathlib import Path

import pytest

from dragoman import sources
from dragoman.errors import SourceError, UnknownName
from dragoman.model.article import Page
from dragoman.sources import Failure, Limits, Terms, fetch

SENTENCE = b"Chad and Niger signed a pact on wells."


def write(root: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def names(target: Path) -> list[str]:
    return [entry.name for entry in fetch(str(target)) if isinstance(entry, Page)]


def failures(target: Path, **limits: int) -> list[str]:
    return [str(entry) for entry in fetch(str(target), terms=Terms(Limits(**limits))) if isinstance(entry, Failure)]


def test_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    files = ["b/z.txt", "b/a.html", "a.txt", "c.md", "B.txt", "b.txt"]
    root = write(tmp_path, dict.fromkeys(files, SENTENCE))
    assert names(root) == ["B.txt", "a.txt", "b/a.html", "b/z.txt", "b.txt", "c.md"]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    assert names(write(tmp_path, {"a.txt": SENTENCE, ".b.txt": SENTENCE, ".git/c.txt": SENTENCE})) == ["a.txt"]


def test_names_do_not_depend_on_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "in", {"a.txt": SENTENCE, "b/c.txt": SENTENCE})
    told = names(root)
    monkeypatch.chdir(root)
    assert names(Path(".")) == told == ["a.txt", "b/c.txt"]


def test_file_is_called_by_its_own_name(tmp_path: Path) -> None:
    assert names(write(tmp_path, {"a.txt": SENTENCE}) / "a.txt") == ["a.txt"]


def test_link_that_leads_back_is_no_folder(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.txt": SENTENCE})
    (root / "loop").symlink_to(root, target_is_directory=True)
    assert names(root) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        pytest.param("a.txt", SENTENCE, "text/plain", id="text"),
        pytest.param("a.TXT", SENTENCE, "text/plain", id="capitals"),
        pytest.param("a.md", SENTENCE, "text/markdown", id="Markdown"),
        pytest.param("a.htm", SENTENCE, "text/html", id="HTML by name"),
        pytest.param("a.txt", b"<!DOCTYPE html><p>x", "text/html", id="HTML saved as text"),
        pytest.param("a", b"<!DOCTYPE html><p>x", None, id="no ending: the bytes decide later"),
        pytest.param("a.txt", "é".encode("utf-16"), "text/plain", id="UTF-16 has zero bytes and is text"),
    ],
)
def test_media_type(tmp_path: Path, name: str, content: bytes, media_type: str | None) -> None:
    (page,) = fetch(str(write(tmp_path, {name: content}) / name))
    assert isinstance(page, Page)
    assert (page.media_type, page.content) == (media_type, content)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.txt", b"", "a.txt: empty (0 bytes)", id="empty"),
        pytest.param("a.txt", b" \n", "a.txt: empty (2 bytes, all white space)", id="white space"),
        pytest.param("a.txt", b"ab\x00c", "a.txt: binary (a zero byte at offset 2)", id="zero byte"),
        pytest.param("a.txt", b"\x89PNG x", "a.txt: a PNG image", id="a picture called text"),
        pytest.param("a.txt", b"\x01\x02\x03abc", "a.txt: binary (3 control characters", id="control characters"),
        pytest.param("a.txt", b"x" * 300, "a.txt: 300 bytes, over the limit of 200 bytes", id="too large"),
        pytest.param("a.png", b"\x89PNG", "a.png: skipped: files ending '.png' are not read; known: .", id="unknown"),
        pytest.param("a", SENTENCE, "a: skipped: a file without an ending is not read; known:", id="no ending"),
        pytest.param("a.txt.gz", b"nothing", "a.txt.gz: broken: ", id="no gzip"),
        pytest.param("a.txt.gz", gzip.compress(SENTENCE)[:-9], "a.txt.gz: broken: ", id="truncated gzip"),
        pytest.param("a.txt.gz", gzip.compress(b"x" * 10**6), "a.txt.gz: over the limit of 200 bytes", id="a bomb"),
        pytest.param("a.jsonl", b"[1]\n", "a.jsonl#1: no JSON object", id="no object"),
        pytest.param("a.jsonl", b'{"a": "' + b"x" * 900 + b'"}\n', "a.jsonl#1: a line over the limit", id="long line"),
        pytest.param("a.json", b"[" * 150, "a.json: no JSON object", id="no JSON"),
    ],
)
def test_one_line_each_and_the_rest_goes_on(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    root = write(tmp_path, {name: content, "z.txt": SENTENCE})
    (line,) = failures(root, page=200)
    assert line.startswith(reason)
    assert "\n" not in line
    assert names(root)[-1] == "z.txt"


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_name_that_is_no_text_is_shown_with_escapes(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff.txt")).write_bytes(SENTENCE)
    (tmp_path / os.fsdecode(b"b\xff.png")).write_bytes(SENTENCE)
    assert [entry.name for entry in fetch(str(tmp_path))] == ["a\\xff.txt", "b\\xff.png"]
    (page,) = fetch(str(tmp_path / os.fsdecode(b"a\xff.txt")))
    assert (page.name, isinstance(page, Page)) == ("a\\xff.txt", True)
    with pytest.raises(SourceError, match=r"c\\xff: no such file"):
        fetch(os.fsdecode(b"c\xff"))


def test_links_that_lead_nowhere_or_to_a_folder(tmp_path: Path) -> None:
    root = write(tmp_path / "in", {"z.txt": SENTENCE})
    (root / "a.txt").symlink_to(tmp_path / "gone.txt")
    (root / "b").symlink_to(tmp_path, target_is_directory=True)
    assert [line.partition(";")[0] for line in failures(root)] == [
        "a.txt: the link leads nowhere",
        "b: skipped: a link to a folder is not followed",
    ]
    with pytest.raises(SourceError, match=r"the link leads nowhere; name"):
        fetch(str(root / "a.txt"))


def test_skipped_is_no_failure_to_read(tmp_path: Path) -> None:
    (entry,) = fetch(str(write(tmp_path, {"a.png": b"\x89PNG"})))
    assert isinstance(entry, Failure)
    assert entry.skipped


def test_empty_folder(tmp_path: Path) -> None:
    (line,) = failures(tmp_path)
    assert line.startswith(f"{tmp_path.name}: an empty folder")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (line,) = failures(tmp_path)
    assert line.startswith("a.txt: not a regular file; ")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        pytest.param("not/there", "no such file or folder; known files: .", id="not there"),
        pytest.param("", "no such file or folder", id="nothing"),
    ],
)
def test_not_there(target: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        fetch(target)


def test_kind_can_be_forced(tmp_path: Path) -> None:
    (page,) = fetch(str(write(tmp_path, {"a.log": b'{"text": "x"}'}) / "a.log"), kind="jsonl")
    assert (page.name, isinstance(page, Page)) == ("a.log#1", True)


def test_unknown_kind() -> None:
    with pytest.raises(UnknownName, match="no source called 'tape'; known: bzip2, "):
        fetch("x", kind="tape")


def test_gzip(tmp_path: Path) -> None:
    (page,) = fetch(str(write(tmp_path, {"a.html.gz": gzip.compress(SENTENCE)}) / "a.html.gz"))
    assert page == Page(name="a.html.gz", content=SENTENCE, media_type="text/html")


def test_json(tmp_path: Path) -> None:
    root = write(
        tmp_path, {"a.jsonl": b'{"text": "x"}\n\n{"text": "y"}', "b.json": b'[{"text": "x"}]', "c.json": b'{"a": 1}'}
    )
    assert names(root) == ["a.jsonl#1", "a.jsonl#3", "b.json#1", "c.json"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SENTENCE)))
    assert list(fetch("-")) == [Page(name="-", content=SENTENCE)]


def test_kinds_are_listed() -> None:
    assert {"gzip", "json", "jsonl", "page", "zip"} < set(sources.kinds())
