from __future__ import annotations

import dataclasses
import random

import pytest
from tests.documents import documents
from tests.snapshots import every_company

from custrata.drafting.draft import draft
from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.forms.sheets import MORE, Sheet, columns, from_sheets, sheet_names, to_sheets
from custrata.strategy.parts.group import CustomerGroup, GroupIntent
from custrata.strategy.parts.statement import Gap
from custrata.vocabulary import Intent


def gold() -> Document:
    gap = Gap(id="G1", text="Not known.", waits_for="data")
    group = CustomerGroup(id="gold", name="Gold", needs=(gap,), intent=GroupIntent(intent=Intent.GROW))
    return Document(schema_version=2, company="A", groups=(group,))


def test_a_row_says_where_it_belongs():
    sheets = {sheet.name: sheet for sheet in to_sheets(gold())}
    assert list(sheets) == ["Strategy", "Statement", "Customer group", "Group intent"]
    assert sheets["Customer group"] == Sheet(
        "Customer group", ("in", "id", "name"), (("groups", "gold", "Gold"),)
    )
    assert sheets["Group intent"].rows == (("groups[gold].intent", "grow"),)
    assert sheets["Statement"].rows[0][:2] == ("groups[gold].needs", "Not known. Waits for data.")


def test_documents_come_back_whatever_the_order_of_sheets():
    for seed, document in enumerate(documents(80)):
        sheets = list(to_sheets(document))
        random.Random(seed).shuffle(sheets)
        assert from_sheets(sheets) == document


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)
def test_a_draft_comes_back(snapshot):
    document = draft(snapshot)
    assert from_sheets(to_sheets(document)) == document


def test_long_text_goes_on_in_further_rows():
    document = Document(schema_version=2, company="word " * 9000)
    (sheet,) = to_sheets(document)
    assert [row[0] for row in sheet.rows].count(MORE) == 2
    assert max(len(cell) for row in sheet.rows for cell in row if isinstance(cell, str)) <= 16_000
    assert from_sheets([sheet]) == document


def test_empty_rows_and_what_a_sentence_reads_as_are_not_read():
    sheets = [
        dataclasses.replace(s, rows=(*(changed(row, s) for row in s.rows), ("",) * len(s.header)))
        for s in to_sheets(gold())
    ]
    assert from_sheets(sheets) == gold()


def changed(row, sheet):
    return tuple("x" if name == "reads as" else cell for name, cell in zip(sheet.header, row, strict=True))


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        (Sheet("Notes", ("a",), ()), "Notes: the strategy has no sheet of this name"),
        (Sheet("Goal", ("in", "colour"), ()), "Goal: there is no column 'colour'"),
        (Sheet("Goal", ("in", "id"), (("goal", "g"),)), "Goal, row 2: the row belongs to 'goal'"),
        (
            Sheet("Statement", ("in", "id"), (("groups[lead].needs", "g"),)),
            r"belongs to 'groups\[lead\].needs'",
        ),
        (Sheet("Statement", ("in", "id"), ((7, "g"),)), "belongs to '7'"),
        (Sheet("Strategy", ("field", "value"), (("horizon.weeks", 3),)), "belongs to 'horizon.weeks'"),
        (Sheet("Strategy", ("field", "value"), (("canvass.x", 3),)), "belongs to 'canvass.x'"),
        (Sheet("Goal", ("in", "id", "kind"), ()), "there is no column 'kind'"),
    ],
)
def test_what_has_no_place_is_refused_and_named(sheet, message):
    with pytest.raises(DocumentError, match=message):
        from_sheets([*to_sheets(gold()), sheet])


def test_a_row_that_does_not_say_where_it_belongs_is_not_lost():
    whole, *others = to_sheets(gold())
    added = Sheet("Goal", ("in", "id"), ((None, "more"),))
    with pytest.raises(DocumentError, match="Goal, row 2: the row does not say where it belongs"):
        from_sheets([whole, *others, added])


def test_what_stands_there_once_is_said_once():
    whole, statements, *others = to_sheets(gold())
    twice = dataclasses.replace(whole, rows=(*whole.rows, ("company", "B")))
    with pytest.raises(DocumentError, match="two rows say what stands at company"):
        from_sheets([twice, statements, *others])
    intent = others[-1]
    other = dataclasses.replace(intent, rows=(*intent.rows, *intent.rows))
    with pytest.raises(DocumentError, match=r"two rows say what stands at groups\[gold\].intent"):
        from_sheets([whole, statements, *others[:-1], other])
    column = dataclasses.replace(intent, header=("in", "intent", "intent"))
    with pytest.raises(DocumentError, match="two columns 'intent'"):
        from_sheets([whole, statements, *others[:-1], column])


def test_blanks_that_came_in_by_hand_are_not_read():
    def blank(row):
        return tuple(f" {cell} " if isinstance(cell, str) else cell for cell in row)

    by_hand = [dataclasses.replace(s, rows=tuple(map(blank, s.rows))) for s in to_sheets(gold())]
    assert from_sheets(by_hand) == gold()


def test_names_of_sheets_and_columns_fit_a_workbook():
    assert max(map(len, sheet_names())) <= 31
    assert len({name.lower() for name in sheet_names()}) == len(sheet_names())
    assert columns("Customer group")[:3] == ("in", "id", "name")


def test_rows_of_another_length_are_read_as_far_as_they_go():
    (sheet,) = to_sheets(Document(schema_version=2, company="A"))
    company = ("company", "A")
    rows = (*(row for row in sheet.rows if row != company), company, (MORE, "B", "beside"), (MORE,))
    assert from_sheets([Sheet(sheet.name, sheet.header, rows)]).company == "AB"
