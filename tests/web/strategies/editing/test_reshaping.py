from django.http import QueryDict

from custrata.strategy.blocks import with_block
from custrata.strategy.document import Document
from custrata.web.strategies.editing.reading import read
from custrata.web.strategies.editing.reshaping import fresh_id, reshaped
from custrata.web.strategies.editing.root import root_of

EMPTY = Document(schema_version=2, company="A")
BLOCK = "canvas.context.customer_context"
STATEMENTS = [{"kind": "proposal", "id": f"P{n}", "text": f"{n}."} for n in (1, 2, 3)]
DOCUMENT = with_block(EMPTY, BLOCK, {"id": "customer_context", "statements": STATEMENTS})
ROOT = root_of(DOCUMENT, BLOCK)
TYPED = read(ROOT, QueryDict("f:statements[P1].text=Typed"))


def ids(reading):
    return [one["id"] for one in reading.plain["statements"]]


def test_a_statement_is_added_at_the_end_and_what_was_typed_stays():
    found = reshaped(ROOT, TYPED, "add:statements:gap")
    assert found.plain["statements"][-1]["kind"] == "gap"
    assert found.typed.raw["statements[P1].text"] == "Typed"
    assert list(found.typed.new.values()) == [f"gap:{ids(found)[-1]}"]


def test_a_statement_goes_up_and_down_but_not_over_the_edge():
    assert ids(reshaped(ROOT, TYPED, "up:statements[P2]")) == ["P2", "P1", "P3"]
    assert ids(reshaped(ROOT, TYPED, "down:statements[P3]")) == ["P1", "P2", "P3"]


def test_a_part_that_may_be_missing_is_put_in_its_place():
    root = root_of(EMPTY, "experiments[x1]")
    found = reshaped(root, read(root, QueryDict()), "add:result:gap")
    assert found.plain["result"]["kind"] == "gap"


def test_a_list_within_a_part_is_begun():
    root = root_of(EMPTY, "business")
    found = reshaped(root, read(root, QueryDict()), "add:challenges:claim")
    assert [one["kind"] for one in found.plain["challenges"]] == ["claim"]


def test_a_form_without_a_wish_is_not_reshaped():
    assert reshaped(ROOT, TYPED, "") is None


def test_two_people_draw_two_ids():
    assert len({fresh_id("claim") for _ in range(20)}) > 15
    assert fresh_id("gap").startswith("G")


def test_a_number_is_bound_to_a_place_at_the_end_of_its_sentence():
    found = reshaped(ROOT, TYPED, "add:statements[P1].figures:Figure")
    first = found.plain["statements"][0]
    assert first["figures"] == [{"name": "number", "measure": ""}]
    assert first["text"] == found.typed.raw["statements[P1].text"] == "Typed {number}"
    assert found.typed.new == {"statements[P1].figures[number]": "Figure:number"}
    more = reshaped(ROOT, found, "add:statements[P1].figures:Figure").plain["statements"][0]
    assert [one["name"] for one in more["figures"]] == ["number", "number2"]
    stopped = reshaped(ROOT, TYPED, "add:statements[P2].figures:Figure").plain["statements"][1]
    assert stopped["text"] == "2 {number}."


def test_a_form_is_given_again_as_it_was_typed():
    assert reshaped(ROOT, TYPED, "again") is TYPED
    assert reshaped(ROOT, TYPED, "") is None
