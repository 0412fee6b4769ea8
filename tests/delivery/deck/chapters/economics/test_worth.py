from __future__ import annotations

from dataclasses import replace

import pytest
from tests.delivery.deck.filled import not_examined

from custrata.delivery.deck.chapters.economics import worth
from custrata.delivery.deck.slides import FigurePanel, Table


def test_equity_stands_with_its_interval_and_its_terms(material):
    slide = worth.equity(material("outfitter"))
    assert slide.titles[0].text == (
        "Today's customers bring €1.25m (€1.15m to €1.37m) of margin in 36 months, discounted; "
        "platinum and gold, 25% of them, hold 74%"
    )
    for term in ("Pareto/NBD", "margin", "36 months", "10% a year", "30 Dec 2024", "95% interval"):
        assert term in slide.measured.text


def test_a_budget_follows_from_margin_only(material):
    found = material("outfitter")
    told = tuple(
        replace(r, method=r.method.replace("; margin;", "; revenue;")) for r in found.snapshot.readings
    )
    slide = worth.equity(replace(found, snapshot=replace(found.snapshot, readings=told)))
    assert " of revenue in 36 months, discounted" in slide.titles[0].text
    assert "lower end" not in slide.so_what.text
    assert "lower end" in worth.equity(found).so_what.text


def test_what_comes_after_the_horizon_is_not_on_the_slide(material):
    panel = next(
        p.exhibit for p in worth.equity(material("outfitter")).exhibits if isinstance(p.exhibit, FigurePanel)
    )
    assert "after the horizon" not in " ".join(row.words.text for row in panel.rows)


def test_tiers_show_their_interval_over_the_track(material):
    table = next(
        p.exhibit for p in worth.equity(material("outfitter")).exhibits if isinstance(p.exhibit, Table)
    )
    assert table.track == 3
    assert all(row.now.ends != (None, None) for row in table.rows)


def test_who_is_alive_by_bg_nbd_is_not_shown(material):
    found = material("outfitter")
    told = tuple(replace(r, method=r.method.replace("Pareto/NBD", "BG/NBD")) for r in found.snapshot.readings)
    changed = replace(found, snapshot=replace(found.snapshot, readings=told))
    panels = [
        next(p.exhibit for p in worth.equity(m).exhibits if isinstance(p.exhibit, FigurePanel))
        for m in (found, changed)
    ]
    said = [" ".join(row.words.text for row in panel.rows) for panel in panels]
    assert "probably still customers" in said[0]
    assert "probably still customers" not in said[1]


@pytest.mark.parametrize("make", [worth.equity, worth.by_channel, worth.by_cohort, worth.by_attribute])
@pytest.mark.parametrize("company", ["grocer", "phone_company", "pipeline", "bare"])
def test_without_readings_there_is_no_slide(material, make, company):
    assert make(material(company)) is None


def test_channels_are_told_apart_only_where_intervals_are(material):
    slide = worth.by_channel(material("outfitter"))
    assert slide.titles[0].text == (
        "Customers won through referral are worth €702 each, those through display €241"
    )
    found = material("outfitter")
    wide = tuple(
        replace(r, low=1.0, high=9000.0) if r.measure == "lifetime_value" else r
        for r in found.snapshot.readings
    )
    assert worth.by_channel(replace(found, snapshot=replace(found.snapshot, readings=wide))) is None


def test_groups_that_are_left_out_are_counted(material):
    found = material("outfitter")
    assert "not shown" not in worth.by_channel(found).measured.text
    few = tuple(
        replace(r, n=5)
        if r.measure == "lifetime_value" and r.segment == (("acquisition_channel", "search"),)
        else r
        for r in found.snapshot.readings
    )
    said = worth.by_channel(replace(found, snapshot=replace(found.snapshot, readings=few))).measured.text
    assert said.endswith("; not shown: 1 value")


def test_a_plain_extrapolation_is_called_a_first_guess(material):
    found = material("outfitter")
    bare = tuple(
        replace(
            r,
            low=None,
            high=None,
            method="the mean rate of all customers; margin; 36 months ahead; without an interval",
        )
        if r.measure in ("customer_equity", "lifetime_value")
        else r
        for r in found.snapshot.readings
    )
    slide = worth.equity(replace(found, snapshot=replace(found.snapshot, readings=bare)))
    assert "without an interval" in slide.measured.text
    assert "first guess" in slide.so_what.text


def test_cohorts_stand_in_their_order(material):
    rows = worth.by_cohort(material("outfitter")).exhibits[0].exhibit.rows
    assert [r.cells[0].main.text for r in rows] == ["2023-Q2", "2023-Q3", "2023-Q4"]


def test_a_value_whose_model_sat_no_exam_says_so(material):
    slide = worth.equity(not_examined(material("outfitter")))
    assert all(t.text.endswith("(not examined: too few customers)") for t in slide.titles)
    assert "; not examined: too few customers" in slide.measured.text
    assert "first guess" in slide.so_what.text
    assert "not examined" not in worth.equity(material("outfitter")).titles[0].text
