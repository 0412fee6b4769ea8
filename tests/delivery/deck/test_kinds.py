from __future__ import annotations

import pytest
from pptx import Presentation
from tests.delivery.deck.changing import changed, earlier

from custrata.delivery.deck.kinds import DECKS
from custrata.delivery.deliverable import Given
from custrata.errors import DeliveryError

BY_KIND = {d.kind: d for d in DECKS}


@pytest.fixture
def given(material):
    found = material("grocer")
    before = earlier(found.snapshot)
    return Given(
        found.snapshot,
        found.document,
        found.evidence,
        earlier=before,
        delta=changed(found),
        team="head of marketing",
        example="MOCK FIGURES",
    )


def test_the_kinds_are_those_of_the_storyline():
    assert list(BY_KIND) == ["board", "executive", "team", "delta"]


@pytest.mark.parametrize("kind", ["board", "executive", "team", "delta"])
def test_each_kind_writes_a_file_that_opens(given, kind, tmp_path):
    said = BY_KIND[kind].write(given, tmp_path / "deck.pptx")
    slides = list(Presentation(str(tmp_path / "deck.pptx")).slides)
    assert f"{len(slides)} slides" in said
    assert "DRAFT" in said
    assert any("MOCK FIGURES" in s.text_frame.text for s in slides[1].shapes if s.has_text_frame)


@pytest.mark.parametrize("kind", ["board", "executive", "team", "delta"])
def test_another_ending_is_refused(given, kind, tmp_path):
    with pytest.raises(DeliveryError, match=r"ends in \.pptx"):
        BY_KIND[kind].write(given, tmp_path / "deck.pdf")
