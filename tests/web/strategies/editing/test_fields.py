from custrata.strategy.blocks import with_block
from custrata.strategy.document import Document
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.web.strategies.editing.field import Typed
from custrata.web.strategies.editing.fields import (
    adds,
    fields_of,
    kind_of,
    meaning,
    suggestions,
)
from custrata.web.strategies.editing.root import root_of

EMPTY = Document(schema_version=2, company="A")
CLAIM = {
    "kind": "claim",
    "id": "E1",
    "text": "Gold brings {share}.",
    "figures": [
        {"name": "share", "measure": "revenue", "segment": {"tier": "gold"}, "value": 0.41, "unit": "share"}
    ],
}
BLOCK = "canvas.context.customer_context"
DOCUMENT = with_block(EMPTY, BLOCK, {"id": "customer_context", "statements": [CLAIM]})


def test_a_claim_shows_what_its_placeholders_are_and_keeps_them_out_of_reach():
    _, listed = fields_of(DOCUMENT, root_of(DOCUMENT, BLOCK))
    (claim,) = listed.inner
    assert claim.notes == (("{share}", "41%, revenue, tier gold"),)
    assert claim.text.value == "Gold brings {share}."
    assert claim.named("figures") is None


def test_a_list_of_statements_takes_all_three_kinds():
    _, listed = fields_of(DOCUMENT, root_of(DOCUMENT, BLOCK))
    assert [kind for kind, _ in listed.adds] == ["claim", "proposal", "gap"]


def test_fields_are_asked_for_by_what_they_hold():
    sorts = {f.path: f.sort for f in fields_of(EMPTY, root_of(EMPTY, "experiments[x1]"))}
    assert sorts["starts_on"] == "day"
    assert sorts["n_per_arm"] == "number"
    assert sorts["state"] == "choice"
    assert sorts["guardrails"] == "lines"
    assert sorts["hypothesis"] == "statement"
    assert sorts["result"] == "absent"
    assert sorts["owner"] == "owner"


def test_what_was_typed_stands_in_its_field_with_what_is_wrong():
    typed = Typed({"months": "soon"}, {"months": "write a number"})
    found = {f.path: f for f in fields_of(EMPTY, root_of(EMPTY, "horizon"), typed)}
    assert (found["months"].value, found["months"].error) == ("soon", "write a number")


def test_the_kind_of_a_statement_is_what_it_says():
    kinds = (Claim, Proposal, Gap)
    assert kind_of(kinds, {"kind": "gap"}) is Gap
    assert adds((Goal,), "goals") == (("Goal", "a goal"),)


def test_a_field_says_what_it_means():
    assert meaning(Goal, "id")
    assert meaning(Goal, "nothing") == ""


def test_measures_are_suggested_only_where_a_field_asks_for_one():
    assert suggestions(fields_of(EMPTY, root_of(EMPTY, "experiments[x1]")))
    assert not suggestions(fields_of(EMPTY, root_of(EMPTY, "horizon")))
