from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError
from tests.documents import documents
from tests.snapshots import every_company

from custrata.drafting.draft import draft
from custrata.strategy.document import Document
from custrata.strategy.forms.json_text import to_json
from custrata.strategy.forms.schema import json_schema, kinds_of, schema_text
from custrata.strategy.parts.statement import Claim, Figure


@pytest.fixture(scope="module")
def validator():
    return Draft202012Validator(json_schema())


def test_the_schema_is_one_and_closed():
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    shapes = [schema, *(shape for shape in schema["$defs"].values() if shape["type"] == "object")]
    assert [shape["title"] for shape in shapes if shape["additionalProperties"] is not False] == []
    assert schema["required"] == ["schema_version", "company"]


def test_what_is_written_as_json_keeps_the_schema(validator):
    for document in [*documents(60), *map(draft, every_company())]:
        validator.validate(json.loads(to_json(document)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"company": "A"},
        {"schema_version": 2, "company": "A", "compnay": "B"},
        {"schema_version": 2, "company": "A", "groups": [{"id": "1", "name": "x"}]},
        {"schema_version": 2, "company": "A", "groups": [{"id": "g", "name": "x", "segment": [["a", "b"]]}]},
    ],
)
def test_what_is_no_strategy_breaks_the_schema(validator, wrong):
    with pytest.raises(ValidationError):
        validator.validate(wrong)


def test_the_published_text_is_the_schema():
    assert json.loads(schema_text()) == json_schema()


def test_every_kind_of_part_is_found_once():
    kinds = kinds_of(Document)
    assert kinds[0] is Document
    assert len(set(kinds)) == len(kinds) > 60
    assert {Claim, Figure} <= set(kinds)
