import pytest
from django.http import QueryDict

from custrata.strategy.blocks import with_block
from custrata.strategy.document import Document
from custrata.web.strategies.editing.reading import read
from custrata.web.strategies.editing.root import root_of

EMPTY = Document(schema_version=2, company="A")
BLOCK = "canvas.context.customer_context"
STATEMENTS = [
    {"kind": "proposal", "id": "P1", "text": "One."},
    {"kind": "gap", "id": "G1", "text": "Two.", "waits_for": "a survey"},
]
DOCUMENT = with_block(EMPTY, BLOCK, {"id": "customer_context", "statements": STATEMENTS})


def sent(*pairs):
    data = QueryDict(mutable=True)
    for name, value in pairs:
        data.appendlist(name, value)
    return data


def test_what_is_not_in_the_form_stays():
    root = root_of(DOCUMENT, BLOCK)
    assert read(root, sent()).plain == root.plain


def test_the_order_of_a_form_is_the_order_of_the_list():
    found = read(root_of(DOCUMENT, BLOCK), sent(("o:statements", "G1"), ("o:statements", "P1")))
    assert [one["id"] for one in found.plain["statements"]] == ["G1", "P1"]


def test_a_new_statement_is_taken_in_and_one_that_goes_is_left_out():
    data = sent(
        ("n:statements[P7]", "proposal:P7"), ("f:statements[P7].text", "New."), ("x:statements[P1]", "1")
    )
    found = read(root_of(DOCUMENT, BLOCK), data).plain["statements"]
    assert [one["id"] for one in found] == ["G1", "P7"]
    assert found[1] == {"kind": "proposal", "id": "P7", "text": "New."}


def test_an_empty_sentence_is_told_and_not_dropped():
    found = read(root_of(DOCUMENT, BLOCK), sent(("f:statements[P1].text", "  ")))
    assert found.typed.errors == {"statements[P1].text": "write something here"}


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("least_effect", "45%", 0.45),
        ("least_effect", "−1,200.5", -1200.5),
        ("n_per_arm", "1,200", 1200),
        ("starts_on", "2026-11-30", "2026-11-30"),
        ("guardrails", "one\r\n two \n", ["one", "two"]),
        ("metric", "revenue", "revenue"),
    ],
)
def test_a_value_is_read_by_what_its_field_holds(field, typed, value):
    assert read(root_of(EMPTY, "experiments[x1]"), sent((f"f:{field}", typed))).plain[field] == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("least_effect", "much"),
        ("least_effect", "nan"),
        ("least_effect", "4,5%"),
        ("n_per_arm", "1.5"),
        ("starts_on", "soon"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(field, typed):
    assert field in read(root_of(EMPTY, "experiments[x1]"), sent((f"f:{field}", typed))).typed.errors


def test_ticks_that_were_all_taken_off_leave_nothing():
    document = with_block(
        EMPTY,
        "goals[g1]",
        {"id": "g1", "statement": {"kind": "proposal", "id": "P2", "text": "Keep."}, "groups": ["x"]},
    )
    assert "groups" not in read(root_of(document, "goals[g1]"), sent(("m:groups", "1"))).plain


def test_pairs_are_written_a_line_for_each():
    found = read(root_of(EMPTY, "initiatives[i1]"), sent(("f:scores", "reach: 3\neffort: 2")))
    assert found.plain["scores"] == {"reach": "3", "effort": "2"}
    assert read(root_of(EMPTY, "initiatives[i1]"), sent(("f:scores", "reach"))).typed.errors


def test_a_new_number_is_known_by_its_name():
    data = sent(
        ("n:statements[P1].figures[share]", "Figure:share"),
        ("f:statements[P1].figures[share].measure", "revenue"),
        ("f:statements[P1].figures[share].segment", "tier: gold"),
    )
    (made,) = read(root_of(DOCUMENT, BLOCK), data).plain["statements"][0]["figures"]
    assert made == {"name": "share", "measure": "revenue", "segment": {"tier": "gold"}}
