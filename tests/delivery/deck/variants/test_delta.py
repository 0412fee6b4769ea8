from __future__ import annotations

import pytest
from tests.delivery.deck.changing import changed
from tests.delivery.deck.scanning import unproven

from custrata.delivery.deck.pptx_writer import write_deck
from custrata.delivery.deck.variants.delta import MOST, delta_deck
from custrata.errors import DeliveryError
from custrata.evidence.moved import delta


@pytest.mark.parametrize("company", ["grocer", "phone_company", "shop_with_profit"])
def test_what_moved_takes_at_most_six_slides_and_all_its_numbers_are_proven(material, company, tmp_path):
    found = material(company)
    deck = delta_deck(found, changed(found))
    assert 2 <= len(deck.slides) <= MOST
    assert [s.number for s in deck.slides] == list(range(1, len(deck.slides) + 1))
    assert unproven(write_deck(deck, tmp_path / "delta.pptx")) == {}


def test_the_tables_of_the_evidence_stay_on_their_page(material, tmp_path):
    from pptx import Presentation

    found = material("grocer")
    path = write_deck(delta_deck(found, changed(found)), tmp_path / "delta.pptx")
    last = list(Presentation(str(path)).slides)[-1]
    tables = [s for s in last.shapes if s.has_table]
    lowest = max(t.top + sum(r.height for r in t.table.rows) for t in tables)
    assert lowest <= 17.62 * 360_000


def test_nothing_moved_is_one_slide(material):
    found = material("grocer")
    deck = delta_deck(found, delta(found.document, found.snapshot, found.snapshot))
    assert [s.topic for s in deck.slides] == ["Nothing moved"]


def test_without_an_earlier_snapshot_it_is_refused(material):
    with pytest.raises(DeliveryError, match="no earlier snapshot"):
        delta_deck(material("grocer"), None)
