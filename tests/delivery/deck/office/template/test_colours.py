from __future__ import annotations

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from tests.delivery.deck.office.template.making import template

from custrata.delivery import tokens
from custrata.delivery.deck.office.template import colours
from custrata.errors import DeliveryError
from custrata.vocabulary import EvidenceState


def master(path, **dressed):
    return Presentation(str(template(path, **dressed))).slide_master


def test_a_readable_accent_takes_the_place_of_ours(tmp_path):
    palette = colours.palette_of(master(tmp_path / "own.pptx", accent1="00695C"), tmp_path)
    assert palette[tokens.ACCENT].colour is MSO_THEME_COLOR.ACCENT_1
    assert palette[tokens.ACCENT_SOFT].brightness > 0.5


def test_a_pale_accent_gives_way_to_the_dark_colour(tmp_path):
    palette = colours.palette_of(master(tmp_path / "own.pptx", accent1="FFC000", dk2="1F497D"), tmp_path)
    assert palette[tokens.ACCENT].colour is MSO_THEME_COLOR.TEXT_2
    palette = colours.palette_of(master(tmp_path / "own.pptx", accent1="FFC000", dk2="EEEEEE"), tmp_path)
    assert palette[tokens.ACCENT].colour is MSO_THEME_COLOR.TEXT_1


def test_states_keep_their_own_colours(tmp_path):
    palette = colours.palette_of(master(tmp_path / "own.pptx"), tmp_path)
    for state in EvidenceState:
        assert tokens.STATES[state].fill not in palette
        assert tokens.STATES[state].text not in palette


def test_dark_slides_are_refused(tmp_path):
    with pytest.raises(DeliveryError, match="slides are dark"):
        colours.palette_of(master(tmp_path / "own.pptx", lt1="101010"), tmp_path)


def test_fonts_of_unknown_width_have_a_reserve(tmp_path):
    assert colours.reserve_of(master(tmp_path / "a.pptx", font="Arial")) == 1.0
    assert colours.reserve_of(master(tmp_path / "b.pptx", font="Own Sans")) == colours.RESERVE
    assert colours.reserve_of(master(tmp_path / "c.pptx", font="Verdana")) == colours.WIDE_RESERVE


def test_a_slot_that_the_theme_lacks_has_no_colour():
    assert colours.colour_of("<a:theme/>", "accent1") == ""
