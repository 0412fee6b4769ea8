from __future__ import annotations

import pytest

from custrata.delivery import tokens
from custrata.vocabulary import EvidenceState, Tier


def luminance(colour: str) -> float:
    parts = [int(colour.lstrip("#")[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", [tokens.INK, tokens.INK_2, tokens.INK_3, tokens.ACCENT, tokens.PROPOSAL])
def test_text_can_be_read_on_white(colour):
    assert contrast(colour, tokens.WHITE) >= 4.5


@pytest.mark.parametrize("state", EvidenceState)
def test_every_state_has_glyph_word_and_readable_colours(state):
    mark = tokens.STATES[state]
    assert mark.glyph
    assert mark.word
    assert contrast(mark.text, tokens.WHITE) >= 7
    assert contrast(mark.fill, tokens.WHITE) >= 3


@pytest.mark.parametrize("tier", Tier)
def test_labels_on_tiers_can_be_read(tier):
    assert contrast(tokens.TIER_FILL[tier], tokens.TIER_LABEL[tier]) >= 4.5


@pytest.mark.parametrize("name", ["ink", "ink-2", "ink-3", "accent", "ok", "bad", "drift", "stale", "open"])
@pytest.mark.parametrize("night", [0, 1])
def test_text_of_the_report_can_be_read_by_day_and_by_night(name, night):
    ground = tokens.DAY_AND_NIGHT["surface"][night]
    assert contrast(tokens.DAY_AND_NIGHT[name][night], ground) >= 4.5
