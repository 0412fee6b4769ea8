from __future__ import annotations

import pytest
from tests.delivery.deck.scanning import unproven
from tests.delivery.hostile import hostile
from tests.snapshots import grocer

from custrata.delivery.deck.pptx_writer import write_deck
from custrata.delivery.deck.storyline import compose
from custrata.delivery.deck.variants.functions import function_of
from custrata.delivery.deck.variants.team import MOST, chosen, team_deck
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate


@pytest.mark.parametrize("company", ["grocer", "phone_company", "outfitter"])
def test_a_team_gets_at_most_fifteen_slides_before_the_appendix(composition, company):
    deck = team_deck(composition(company), "head of marketing")
    story = [s for s in deck.slides if not s.appendix]
    assert 5 <= len(story) + 1 <= MOST


def test_only_its_own_rows_stand_in_its_plans(composition):
    found = composition("grocer")
    function = function_of(found.material.document, "head of customer marketing")
    slides = {s.row: s for s in chosen(found, function)}
    owned = [r for r in found.material.document.scorecard if function.owns(r.owner)]
    assert len(slides["scorecard"].exhibits[0].exhibit.rows) == len(owned[:8])


def test_exhibits_that_the_board_sees_too_are_the_same_objects(composition):
    found = composition("grocer")
    boards = {s.row: s for s in found.slides}
    story = [
        s for s in team_deck(found, "head of marketing").slides if s.row in {"summary", "intents", "tiers"}
    ]
    assert story
    for slide in story:
        assert slide.exhibits is boards[slide.row].exhibits


def test_a_figure_has_the_same_id_in_every_variant(composition):
    found = composition("grocer")
    deck = team_deck(found, "head of marketing")
    ids = {
        row.cells[0].main.text
        for s in deck.slides
        if s.topic.startswith("Figures of the whole base")
        for p in s.exhibits
        for row in p.exhibit.rows
    }
    assert ids
    assert ids <= set(found.ids.values())


def test_every_number_of_a_teams_deck_stands_in_its_appendix(whole, tmp_path):
    found = whole("grocer")
    deck = team_deck(compose(found.snapshot, found.document, found.evidence), "sales")
    assert unproven(write_deck(deck, tmp_path / "team.pptx")) == {}


def test_digits_in_a_companys_name_are_proven_too(tmp_path):
    snapshot = hostile(grocer())
    document = draft(snapshot)
    whole = compose(snapshot, document, evaluate(document, snapshot))
    assert unproven(write_deck(team_deck(whole, "marketing"), tmp_path / "team.pptx")) == {}
