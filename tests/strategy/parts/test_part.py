from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.complete import complete

from custrata.strategy.document import Document, Horizon
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.part import Owner, blocks, fields_among, label, walk
from custrata.strategy.parts.statement import Proposal


def document() -> Document:
    goal = Goal(id="goal-keep", statement=Proposal(id="P01", text="Customers stay."))
    return Document(schema_version=2, company="A", goals=(goal,))


def test_an_unknown_field_is_refused():
    with pytest.raises(ValidationError, match="extra"):
        Owner(role="x", rank=1)


def test_a_part_cannot_be_changed_in_place():
    with pytest.raises(ValidationError, match="frozen"):
        Owner(role="x").role = "y"


def test_an_owner_is_a_name_and_a_role_alone_needs_one():
    assert str(Owner(role="head of sales")) == "needs an owner (head of sales suggested)"
    assert str(Owner()) == "needs an owner"
    assert str(Owner(role="head of sales", name="M. Ekdahl")) == "M. Ekdahl"


def test_every_part_has_a_path_by_its_id():
    paths = [path for path, _ in walk(document())]
    assert paths[0] == ""
    assert "goals[goal-keep].statement" in paths
    assert "canvas.context.customer_context" in paths


def test_a_part_without_a_name_is_found_by_its_position():
    assert label(Owner(), 3) == "3"


@pytest.mark.parametrize("name", ["", "9lives", "a b", "a.b", "a" * 81])
def test_an_id_that_could_not_be_an_address_is_refused(name):
    with pytest.raises(ValidationError):
        Proposal(id=name, text="x")


def test_a_document_is_walked_once_and_gives_the_same_parts_again():
    document = Document(schema_version=2, company="A", horizon=Horizon(months=9))
    first, second = list(walk(document)), list(walk(document))
    assert first == second
    assert all(one is other for (_, one), (_, other) in zip(first, second, strict=True))
    changed = document.model_copy(update={"horizon": Horizon(months=24)})
    assert Horizon(months=24) in [part for _, part in walk(changed)]
    assert Horizon(months=9) in [part for _, part in walk(document)]


def test_only_fields_that_a_part_has_are_asked_for():
    assert fields_among(Owner(role="head"), ("name", "groups", "role")) == ("name", "role")
    assert fields_among(Horizon(), ("name", "groups")) == ()


def test_blocks_hold_every_part_once():
    document = complete()
    found = [
        pair
        for path, block in blocks(document)
        for pair in ([(path, block)] if block.whole else walk(block, path))
    ]
    assert found == list(walk(document))
    assert {path for path, block in blocks(document) if block.whole} >= {"", "canvas", "canvas.purpose"}
