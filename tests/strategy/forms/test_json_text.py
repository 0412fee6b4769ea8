from __future__ import annotations

import json

import pytest
from tests.documents import documents
from tests.snapshots import every_company

from custrata.drafting.draft import draft
from custrata.errors import DocumentError
from custrata.strategy.forms.json_text import from_json, to_json


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)
def test_a_draft_comes_back_from_its_json(snapshot):
    document = draft(snapshot)
    assert from_json(to_json(document)) == document


def test_equal_documents_have_equal_texts_and_fields_keep_their_order():
    document = documents(1)[0]
    assert to_json(document) == to_json(document.model_copy())
    assert list(json.loads(to_json(document)))[:2] == ["schema_version", "company"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "line 1: the text is not JSON"),
        ('{"company": "A",\n "company": "B"}', "company: a field stands there twice"),
        ('{"company": NaN}', "a strategy cannot hold NaN"),
        ("[1]", "there is no strategy in it"),
        ("[" * 100_000, "nests too deep"),
        ('{"company": "A", "revision": ' + "9" * 5000 + "}", "too long"),
        ('{"company": "A", "groups": [{"id": "gold"}]}', r"groups\[gold\].name: field required"),
        ('{"company": "A", "schema_version": 99}', "update the program"),
    ],
)
def test_a_text_that_holds_no_strategy_is_refused_with_the_place(text, message):
    with pytest.raises(DocumentError, match=message):
        from_json(text)


def test_a_mark_at_the_beginning_does_not_matter():
    assert from_json('\ufeff{"company": "A"}').company == "A"
