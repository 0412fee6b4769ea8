from __future__ import annotations

from custrata.strategy.acting.explaining import explained, parted
from custrata.strategy.lint.registry import all_pitfalls, pitfall_of


def test_every_pitfall_says_what_to_avoid_why_and_how_to_mend_it():
    thin = [p.code for p in all_pitfalls() if {"Why", "Mend"} - {head for head, _ in explained(p).parts}]
    assert thin == []


def test_a_page_is_parted_by_its_headings():
    found = explained(pitfall_of("OW101"))
    assert found.lead == "Nobody has taken a proposal yet."
    assert [head for head, _ in found.parts] == ["Avoid", "Prefer", "Why", "Mend"]


def test_what_has_no_heading_is_kept():
    found = parted("Lead.\n\nA note\nof two lines.\n\nWhy: so.")
    assert (found.rest, found.parts) == (("A note of two lines.",), (("Why", "so."),))
