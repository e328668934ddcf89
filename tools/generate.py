"""Writes the generated pages of the documents and the output of their commands; ``--check`` compares instead."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # the other modules of this folder, when run as ``tools.generate``

import ontology_pages
import program_pages
import quality_data
import shown_output

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
# written by other programs, or their pages by us
NOT_RENEWED = ("docs/quality.md", "docs/reference")


def main() -> int:
    """Write or compare, and say what was done."""
    parser = argparse.ArgumentParser(prog="python -m tools.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a page is not as it would be")
    check = parser.parse_args().check
    changed = stale()
    for path, text in changed.items():
        if not check:
            _write(path, text)
        sys.stderr.write(f"{path.relative_to(ROOT)}: {'not as the program is now' if check else 'written'}\n")
    if check and changed:
        sys.stderr.write("`make docs` writes them anew; read the difference\n")
    return 1 if check and changed else 0


def stale() -> dict[Path, str | None]:
    """Return the pages that are not as they would be written now, with what they should be; None: gone."""
    wanted: dict[Path, str | None] = {**reference(), **documents(), **data()}
    left = {path: None for path in REFERENCE.rglob("*.md") if path not in wanted}
    return {path: text for path, text in {**wanted, **left}.items() if text != _now(path)}


def reference() -> dict[Path, str]:
    """Return the generated pages."""
    pages = {REFERENCE / name: text for name, text in program_pages.pages().items()}
    return pages | {REFERENCE / "ontology" / name: text for name, text in ontology_pages.pages().items()}


def data() -> dict[Path, str]:
    """Return what of the documents goes with the package."""
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    return {ROOT / "src" / "dragoman" / "web" / "quality.json": quality_data.text(page)}


def documents() -> dict[Path, str]:
    """Return the written pages, the output of their commands renewed."""
    return {path: shown_output.renewed(path.read_text(encoding="utf-8")) for path in written_pages()}


def written_pages() -> list[Path]:
    """Return the pages that are written by hand, sorted."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    return sorted(p for p in found if p.is_file() and not p.relative_to(ROOT).as_posix().startswith(NOT_RENEWED))


def _now(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _write(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
