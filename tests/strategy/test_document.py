from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.snapshots import shop_with_profit

from custrata.drafting.draft import draft
from custrata.strategy.document import Document, SignOff
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.statement import Proposal


def proposal(name: str) -> Proposal:
    return Proposal(id=name, text="Do it.")


def test_two_parts_of_one_id_are_refused():
    goals = (Goal(id="goal", statement=proposal("P01")), Goal(id="other", statement=proposal("P01")))
    with pytest.raises(ValidationError, match="two parts: P01"):
        Document(schema_version=2, company="A", goals=goals)


def test_an_insight_must_name_a_claim_of_the_document():
    insight = Insight(id="I1", claim="E99", consequence=proposal("P01"))
    with pytest.raises(ValidationError, match="E99"):
        Document(schema_version=2, company="A", insights=(insight,))


def test_another_schema_version_is_refused():
    with pytest.raises(ValidationError):
        Document(schema_version=99, company="A")


def test_statements_come_with_their_path_and_claims_are_found_by_id():
    document = draft(shop_with_profit())
    assert document.claim("E01") in document.claims()
    assert document.claim("E999") is None
    assert any(path.startswith("canvas.context") for path, _ in document.statements())


def test_a_function_has_signed_once_it_has_a_day():
    assert not SignOff(function="finance").signed
    assert SignOff(function="finance", revision=3, signed_on="2024-05-01").signed
