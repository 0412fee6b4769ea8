"""A strategy survives every form that it may be written in."""

from __future__ import annotations

import contextlib
import random

import pytest
from tests.documents import documents

from custrata.delivery.workbook.strategy_book import strategy_book
from custrata.engine.readers.grid import read_grids
from custrata.errors import CustrataError
from custrata.strategy.document import Document
from custrata.strategy.forms.json_text import from_json, to_json
from custrata.strategy.forms.markdown.reading import from_markdown
from custrata.strategy.forms.markdown.writing import to_markdown
from custrata.strategy.forms.sheets import Sheet, from_sheets, to_sheets
from custrata.strategy.text import dump, load

IN_CHUNK = 50
CHUNKS = [*range(6), *(pytest.param(chunk, marks=pytest.mark.soak) for chunk in range(6, 20))]
"""Three hundred documents on every change, a thousand before a release."""


def by_workbook(document, folder):
    file = folder / "strategy.xlsx"
    file.write_bytes(strategy_book(to_sheets(document)))
    return from_sheets(
        Sheet(name, tuple(rows[0]), tuple(map(tuple, rows[1:]))) for name, rows in read_grids(file)
    )


@pytest.mark.parametrize("chunk", CHUNKS)
def test_hundreds_of_documents_survive_yaml_json_workbook_and_markdown(chunk, tmp_path):
    for number, document in enumerate(documents(IN_CHUNK, seed=chunk * IN_CHUNK)):
        seed = chunk * IN_CHUNK + number
        assert load(dump(document)) == document, f"YAML, seed {seed}"
        assert from_json(to_json(document)) == document, f"JSON, seed {seed}"
        assert from_markdown(to_markdown(document)) == document, f"Markdown, seed {seed}"
        assert by_workbook(document, tmp_path) == document, f"workbook, seed {seed}"


@pytest.mark.parametrize(
    "text", ["x" * 40_000, " " * 40_000 + "x", "🚀" * 40_000, '"' * 40_000, "word " * 20_000, "a\n" * 33_000]
)
def test_a_text_longer_than_a_cell_survives(text, tmp_path):
    document = Document(schema_version=2, company=text)
    assert by_workbook(document, tmp_path) == document
    assert from_markdown(to_markdown(document)) == document


def test_the_generated_documents_hold_every_kind_of_part():
    from custrata.strategy.forms.schema import kinds_of
    from custrata.strategy.parts.part import walk

    found = {type(part) for document in documents(600) for _, part in walk(document)}
    assert set(kinds_of(Document)) - found == set()


DAMAGE = (
    "`",
    "**",
    "#",
    "- ",
    "\n",
    "\\",
    "{",
    "}",
    "[",
    "]",
    "&#9999999999;",
    '"',
    ":",
    "null",
    "|",
    " · ",
    "1",
)


def damaged(text, dice):
    """The text with a few signs gone, doubled or put in."""
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(text) + 1)
        gone = dice.choice((0, 0, 1, 7))
        text = text[:at] + dice.choice(("", *DAMAGE)) + text[at + gone :]
    return text


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_text_is_read_or_refused_in_words(seed):
    dice = random.Random(seed)
    (document,) = documents(1, seed=seed)
    for write, read in ((to_json, from_json), (to_markdown, from_markdown), (dump, load)):
        for _ in range(5):
            with contextlib.suppress(CustrataError):
                assert isinstance(read(damaged(write(document), dice)), Document)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_workbook_is_read_or_refused_in_words(seed):
    dice = random.Random(seed)
    (document,) = documents(1, seed=seed)
    cells = [None, "", 0.5, True, '"', "[", "{}", "+", "groups[", "..", "[[]]", -1]
    sheets = []
    for sheet in to_sheets(document):
        rows = [list(row) for row in sheet.rows]
        row = dice.choice(rows)
        row[dice.randrange(len(row))] = dice.choice(cells)
        sheets.append(Sheet(sheet.name, sheet.header, tuple(map(tuple, rows[dice.randint(0, 1) :]))))
    with contextlib.suppress(CustrataError):
        assert isinstance(from_sheets(sheets), Document)
