from __future__ import annotations

from custrata.strategy.parts.part import Owner
from custrata.web.steering.templatetags.steering import (
    at,
    exhibit,
    in_words,
    measure,
    owner,
    part_link,
    spot,
    spots,
)


def test_a_part_is_named_whether_or_not_its_editor_is_there():
    assert "Open" in part_link("tessel", "goals[keep]", "Open")
    assert "&lt;b&gt;" in part_link("tessel", "x", "<b>")


def test_measures_have_their_titles_and_unknown_ones_their_name():
    assert measure("nps") == "Net Promoter Score"
    assert measure("no_such_measure") == "no such measure"
    assert in_words("time_to_results") == "Time to results"


def test_a_mapping_is_read_by_key():
    assert (at({"a": 1}, "a"), at({"a": 1}, "b")) == (1, None)


def test_nobody_is_shown_as_nobody():
    assert "A. Person" in owner(Owner(role="finance", name="A. Person"))
    assert "finance, suggested" in owner(Owner(role="finance"))
    assert "nobody yet" in owner(Owner())


def test_an_exhibit_is_drawn_by_the_page(workspace):
    class Draws:
        def exhibit(self, shown, words):
            return f"{shown}: {words}"

    assert exhibit({"drawing": Draws()}, "table", "finding") == "table: finding"


def test_places_are_told_as_people_call_them():
    assert spot("") == "The whole strategy"
    assert spot("canvas.steering.insight.statements[G09]") == "Insight: G09"
    assert spot("lifecycle[stage-at-risk].position") == "Lifecycle stage at risk: position"
    assert "[" not in spot("groups[group-tier-gold].needs[G15]")


def test_a_line_of_places_keeps_its_other_words():
    assert spots("insight_sources") == "insight sources"
    assert spots("Customers by country and 2 more") == "Customers by country and 2 more"
    assert spots("goal-keep.owner; groups[group-tier-gold]") == "Goal keep: owner; Group tier gold"
