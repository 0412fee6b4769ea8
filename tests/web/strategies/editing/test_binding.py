from django.http import QueryDict
from tests.snapshots import every_company

from custrata.strategy.blocks import with_block
from custrata.strategy.document import Document
from custrata.web.strategies.editing.binding import SIDELESS, TAKEN, bound_in, figure_at, statements_in
from custrata.web.strategies.editing.reading import read
from custrata.web.strategies.editing.root import root_of

FIRM = next(s for s in every_company() if {"current", "previous"} <= {r.period.name for r in s.readings})
BLOCK = "canvas.context.customer_context"
HELD = {"name": "n", "measure": "customers", "value": 7.0, "unit": "customers"}
CLAIM = {"kind": "claim", "id": "E1", "text": "We serve {n}.", "figures": [HELD]}
OTHER = {"kind": "claim", "id": "E2", "text": "And {n}.", "figures": [HELD]}
DOCUMENT = with_block(
    Document(schema_version=2, company="A"), BLOCK, {"id": "customer_context", "statements": [CLAIM, OTHER]}
)
ROOT = root_of(DOCUMENT, BLOCK)
AT = "statements[E1].figures[n]"


def typed(**fields):
    data = QueryDict(mutable=True)
    data[f"f:{AT}.measure"] = "customers"
    for name, value in fields.items():
        data[name if ":" in name else f"f:{AT}.{name}"] = value
    return bound_in(read(ROOT, data), ROOT.plain, data, FIRM)


def number(reading, path=AT):
    return figure_at(reading.plain, path)


def test_a_number_that_reads_the_same_keeps_what_its_sentence_was_written_with():
    found = typed(threshold="5", direction="at least")
    assert number(found)["value"] == 7.0
    assert "as_of" not in found.plain["statements"][0]


def test_a_number_that_reads_something_else_is_written_as_it_is_and_the_neighbour_stays():
    found = typed(measure="revenue")
    revenue = FIRM.reading("revenue")
    assert (number(found)["value"], number(found)["unit"]) == (revenue.value, revenue.unit)
    assert found.plain["statements"][0]["as_of"] == FIRM.manifest.as_of.isoformat()
    assert number(found, "statements[E2].figures[n]") == HELD
    assert "as_of" not in found.plain["statements"][1]


def test_a_measure_may_be_called_by_its_title_and_what_is_none_is_said_at_its_field():
    found = typed(measure="Average order value")
    assert (number(found)["measure"], found.typed.errors) == ("average_order_value", {})
    assert number(found)["value"] == FIRM.reading("average_order_value").value
    wrong = typed(measure="Averige order value").typed.errors
    assert wrong == {f"{AT}.measure": "no measure is called “Averige order value”: choose one from the list"}


def test_a_title_that_a_number_already_holds_is_mended_at_its_next_save():
    held = {**CLAIM, "figures": [{**HELD, "measure": "Average order value"}]}
    plain = {"id": "customer_context", "statements": [held]}
    root = root_of(with_block(DOCUMENT, BLOCK, plain), BLOCK)
    data = QueryDict(f"f:{AT}.measure=Average+order+value")
    found = bound_in(read(root, data), root.plain, data, FIRM)
    assert (number(found)["measure"], found.typed.errors) == ("average_order_value", {})


def test_a_number_is_written_anew_where_somebody_asks_for_it():
    data = {f"w:{AT}": "1"}
    assert number(typed(**data))["value"] == FIRM.reading("customers").value


def test_a_comparison_follows_the_measure_and_goes_when_it_is_taken_off():
    found = number(typed(measure="revenue", segment="tier: gold", comparison="share"))
    assert found["over"] == [{"measure": "revenue"}]
    assert found["unit"] == "share"
    assert "over" not in number(typed(comparison="alone"))


def test_a_limit_and_its_side_go_together():
    assert typed(threshold="5").typed.errors == {f"{AT}.direction": SIDELESS}
    assert typed(direction="at most").typed.errors == {f"{AT}.threshold": TAKEN}
    assert typed(direction="at most", threshold="5").typed.errors == {}


def test_a_place_in_the_sentence_that_no_number_fills_is_said_at_the_sentence():
    data = QueryDict(mutable=True)
    data["f:statements[E1].text"] = "We serve {n} and {m}."
    found = bound_in(read(ROOT, data), ROOT.plain, data, FIRM)
    assert "{m} is bound to no number" in found.typed.errors["statements[E1].text"]


def test_a_number_that_was_not_in_the_form_stays_as_it_is():
    data = QueryDict("f:statements[E1].text=We+serve+{n}.")
    assert bound_in(read(ROOT, data), ROOT.plain, data, FIRM).plain == ROOT.plain


def test_statements_are_found_wherever_they_stand():
    inner = {"base": {"kind": "claim", "id": "E9", "text": "x"}, "why": [{"id": "a", "reason": dict(CLAIM)}]}
    assert [path for path, _ in statements_in(inner)] == ["base", "why[a].reason"]
    assert figure_at(inner, "why[a].reason.figures[n]") == HELD
    assert figure_at(inner, "why[a].reason.figures[m]") is None
