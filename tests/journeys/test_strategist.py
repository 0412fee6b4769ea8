"""The strategist's tutorial runs: every command says what the page says, and the files hold what it says.

The page is read as the tutorial is. A comment ``<!-- into: PART FIELD -->`` above a block of YAML says where
the reader puts the block into the strategy with an editor.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader
from tests.journeys.test_tutorial import missing, steps

from custrata.engine.readers.grid import read_grids

PAGE = Path(__file__).resolve().parents[2] / "docs" / "strategist.md"
INTO = re.compile(r"^<!-- into: (\S+) (\S+) -->\n\n```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
STRATEGY = Path("shop/.custrata/strategy.yaml")


@pytest.fixture
def desk(tmp_path, repository, monkeypatch):
    """The folder in which the strategist sits."""
    shutil.copytree(repository / "docs" / "tutorial", tmp_path / "docs" / "tutorial")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_of_the_strategist_runs_and_leaves_a_signed_deck(custrata, desk):
    for kind, what, content in steps(as_files(PAGE.read_text(encoding="utf-8"))):
        if kind == "run":
            said = converse(what, custrata)
            assert missing(content, said) is None, f"$ {what}\nwants: {missing(content, said)}\n\n{said}"
        elif what.startswith("into/"):
            _, part, field = what.split("/")
            insert(part, field, content.split("\n", 1)[1])
        else:
            Path(what).parent.mkdir(parents=True, exist_ok=True)
            Path(what).write_text(content, encoding="utf-8")
    assert marks(words_of_deck("shop.pptx")) == marks(words_of_deck("june.pptx")) == {"Signed"}
    assert marks(words_of_deck("moved.pptx")) == {"Signed"}
    assert marks(words_of_paper("draft.pdf")) == {"DRAFT"}
    assert "4 of 5 owners signed" in words_of_paper("draft.pdf")
    assert marks(words_of_paper("gold.pdf")) == marks(words_of_paper("scorecard.pdf")) == {"Signed"}
    assert marks(words_of_paper("shop.pdf")) == {"Signed"}
    promise = "What you order by noon leaves the roastery the same day."
    assert all(promise in words for words in (words_of_deck("shop.pptx"), words_of_paper("gold.pdf")))
    assert "BEGIN:VEVENT" in Path("shop.ics").read_text(encoding="utf-8")
    assert promise in words_of_workbook("shop.xlsx")


def as_files(page):
    """The page, with blocks that go into the strategy told as files."""
    return INTO.sub(lambda m: f"```yaml\n# file: into/{m[1]}/{m[2]}\n{m[3]}```", page)


def converse(line, custrata):
    """Run a line of the page; what it says."""
    if line.startswith("custrata "):
        done = custrata(*shlex.split(line)[1:])
        assert done.code in (0, 1), f"$ {line}\n{done.said}"
        return done.said
    done = subprocess.run(line, shell=True, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout


def insert(part, field, text):
    """Put a text below a field of a part, as somebody does in an editor."""
    written = STRATEGY.read_text(encoding="utf-8")
    found = re.search(rf"^  - id: {part}\n(?:    .*\n)*?    {field}:\n", written, re.MULTILINE)
    assert found, f"{part} has no {field}"
    STRATEGY.write_text(written[: found.end()] + text + written[found.end() :], encoding="utf-8")


def words_of_deck(name):
    """All texts on the slides of a deck, those in tables too."""
    shapes = [shape for slide in Presentation(name).slides for shape in slide.shapes]
    told = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    tables = [shape.table for shape in shapes if shape.has_table]
    return "\n".join(told + [cell.text for table in tables for cell in table.iter_cells()])


def words_of_workbook(name):
    """All texts in the cells of a workbook."""
    return {str(cell) for _, rows in read_grids(Path(name)) for row in rows for cell in row}


def words_of_paper(name):
    """All texts of a PDF, in one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(name).pages).split())


def marks(words):
    """Which marks stand in a text."""
    return set(re.findall(r"\bDRAFT\b|\bSigned(?=, revision \d)", words))


def test_the_reader_of_the_page_puts_a_block_where_it_belongs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    STRATEGY.parent.mkdir(parents=True)
    STRATEGY.write_text("a:\n  - id: x\n    p:\n      - 1\n  - id: y\n    p:\n      - 2\n", encoding="utf-8")
    insert("y", "p", "      - 3\n")
    assert STRATEGY.read_text(encoding="utf-8").endswith("  - id: y\n    p:\n      - 3\n      - 2\n")


def test_a_block_that_goes_into_the_strategy_is_told_as_a_file():
    page = "<!-- into: x p -->\n\n```yaml\n- 1\n```\n"
    assert list(steps(as_files(page))) == [("write", "into/x/p", "# file: into/x/p\n- 1\n")]
