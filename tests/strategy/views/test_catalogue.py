from __future__ import annotations

import pytest
from tests.complete import complete
from tests.documents import documents
from tests.snapshots import every_company

from custrata.drafting.draft import draft
from custrata.errors import DocumentError
from custrata.evidence.check import evaluate
from custrata.strategy.document import Document
from custrata.strategy.parts.canvas import TITLES
from custrata.strategy.views.catalogue import PLANS, view, views

EMPTY = Document(schema_version=2, company="A")


def test_five_views_have_the_components_that_they_are_known_for():
    sizes = {v.name: len(v.components) for v in views(EMPTY)}
    assert sizes == {"anatomy": 7, "canvas": 12, "marketing": 7, "steps": 7, "chain": 4}
    assert [c.title for c in view("canvas", EMPTY).components] == list(TITLES.values())
    assert len({c.part_of for c in view("canvas", EMPTY).components}) == 5
    assert len({c.part_of for c in view("marketing", EMPTY).components}) == 3


def test_an_empty_document_is_empty_in_every_view():
    assert {v.completeness for v in views(EMPTY)} == {0.0}


@pytest.mark.parametrize("name", PLANS)
def test_in_a_whole_document_nothing_is_missing(name):
    missing = [
        (c.id, w.title, w.found.missing)
        for c in view(name, complete()).components
        for w in c.wanted
        if not w.found.there
    ]
    assert missing == []


@pytest.mark.parametrize("name", PLANS)
def test_every_component_of_a_whole_document_stands_at_its_paths(name):
    for component in view(name, complete()).components:
        assert component.parts_present
        assert component.question.endswith("?")


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)
def test_a_draft_is_partly_there_and_what_it_claims_holds(snapshot):
    document = draft(snapshot)
    judged = {e.claim_id: e for e in evaluate(document, snapshot)}
    seen = views(document, judged)
    assert any(found.completeness > 0 for found in seen)
    for found in seen:
        assert found.completeness < 1
        assert all(c.strength.not_judged == 0 for c in found.components)


def test_whatever_a_document_holds_it_can_be_seen():
    for component in (c for d in documents(12, seed=41) for found in views(d) for c in found.components):
        assert 0 <= component.completeness <= 1
        assert component.strength.gaps == len(component.gaps)


def test_a_view_that_is_none_is_refused_with_the_names_of_those_there_are():
    with pytest.raises(DocumentError, match="anatomy, canvas, marketing, steps, chain"):
        view("wheel", EMPTY)
