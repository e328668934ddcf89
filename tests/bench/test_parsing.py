"""The parsing bench says what is missing, and writes its table where the page keeps it."""

import json

from bench import parsing


def score(usage):
    figures = dict.fromkeys(parsing.FIGURES, 81.25)
    return parsing.Score(set="EWT test", usage=usage, f1=figures, labels=dict.fromkeys(parsing.LABELS, (90.0, 89.5)))


def test_without_data_one_line_says_so(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("DRAGOMAN_DATA", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["parsing.py"])
    assert parsing.main() == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "not there, nothing measured; set DRAGOMAN_DATA and DRAGOMAN_EVAL" in err


def test_the_table_has_a_row_for_each_usage():
    lines = list(parsing.table([score("sentences given"), score("raw text")]))
    assert lines[2] == "| EWT test, sentences given | " + " | ".join(["81.2"] * len(parsing.FIGURES)) + " |"
    assert len([line for line in lines if line.startswith("| EWT test, raw text |")]) == 2


def test_figures_go_between_the_marks_of_the_page(monkeypatch, tmp_path):
    page = tmp_path / "quality.md"
    page.write_text(f"before\n\n{parsing.MARKS[0]}\n\nold\n\n{parsing.MARKS[1]}\n\nafter\n", encoding="utf-8")
    monkeypatch.setattr(parsing, "QUALITY", page)
    monkeypatch.setattr(parsing, "SHIPPED", tmp_path)
    monkeypatch.setattr(parsing.breaks, "SHIPPED", tmp_path / "sentences")
    (tmp_path / "sentences").mkdir()
    monkeypatch.setattr(parsing.Engine, "load", lambda: parsing.Engine("made by hand", None, None, None))
    parsing.write([score("raw text")])
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n\n")
    assert text.endswith("\n\nafter\n")
    assert "old" not in text
    assert text.count("| EWT test, raw text |") == 2
    assert json.loads((tmp_path / "scores.json").read_text(encoding="utf-8"))["model"] == "made by hand"
