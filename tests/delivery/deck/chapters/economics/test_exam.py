from __future__ import annotations

import datetime as dt
from dataclasses import replace

from custrata.delivery.deck.chapters.economics import exam
from custrata.delivery.deck.plots import Calibration, Lines


def test_the_published_candidate_is_emphasised_and_the_losers_keep_their_marks(material):
    slide = exam.candidates(material("outfitter"))
    rows = slide.exhibits[0].exhibit.rows
    assert [row.emphasised for row in rows] == [True, False, False, False, False]
    assert rows[0].cells[0].main.text == "Pareto/NBD"
    assert rows[1].cells[2].main.text == "1.611"
    assert slide.titles[0].text.startswith("The prediction is 12% better (8.1% to 15%)")


def test_where_no_model_is_surely_better_the_title_says_so(material):
    found = material("outfitter")
    unsure = tuple(
        replace(r, low=-0.04, value=0.01) if r.measure == "exam_gain" else r for r in found.snapshot.readings
    )
    slide = exam.candidates(replace(found, snapshot=replace(found.snapshot, readings=unsure)))
    assert "cannot be predicted from this" in slide.titles[0].text


def test_where_a_naive_rule_is_published_the_title_says_the_same(material):
    found = material("outfitter")
    said = "No model surely has a lower deviance than everybody orders at the mean rate."
    kept = tuple(r for r in found.snapshot.readings if r.measure != "exam_gain")
    manifest = replace(found.snapshot.manifest, rules={"exam": (said,)})
    changed = replace(found, snapshot=replace(found.snapshot, readings=kept, manifest=manifest))
    assert exam.published(changed) == "mean"
    assert "cannot be predicted from this" in exam.candidates(changed).titles[0].text


def test_tracking_and_calibration_stand_side_by_side(material):
    slide = exam.check(material("outfitter"))
    assert [type(p.exhibit) for p in slide.exhibits] == [Lines, Calibration]
    assert slide.titles[0].text == "In 10 of 10 groups of customers the prediction lies within the interval"


def test_where_all_customers_are_predicted_alike_the_totals_are_the_title(material):
    found = material("outfitter")
    kept = tuple(
        r
        for r in found.snapshot.readings
        if not r.measure.startswith("calibration") or r.segment == (("place", "1"),)
    )
    slide = exam.check(replace(found, snapshot=replace(found.snapshot, readings=kept)))
    assert [type(p.exhibit) for p in slide.exhibits] == [Lines]
    assert slide.titles[0].text == "4,692 purchase days were expected of customers on later data, 4,733 came"


def test_a_month_that_has_only_begun_is_not_drawn(material):
    found = material("outfitter")
    begun = replace(found.snapshot.manifest, as_of=dt.date(2024, 12, 3))
    lines = [
        exam.check(m).exhibits[0].exhibit
        for m in (found, replace(found, snapshot=replace(found.snapshot, manifest=begun)))
    ]
    assert [line.labels[-1] for line in lines] == ["Dec 2024", "Nov 2024"]


def test_marks_in_per_cent_have_their_interval_in_per_cent(material):
    found = material("outfitter")
    wide = tuple(
        replace(r, low=-0.012, high=0.041) if dict(r.segment).get("mark") == "total_error" else r
        for r in found.snapshot.readings
    )
    rows = (
        exam.candidates(replace(found, snapshot=replace(found.snapshot, readings=wide)))
        .exhibits[0]
        .exhibit.rows
    )
    assert rows[0].cells[-1].main.text == "2.1%"
    assert rows[0].cells[-1].small.text == "−1.2% to 4.1%"


def test_without_an_exam_there_is_no_slide(material):
    assert exam.candidates(material("grocer")) is None
    assert exam.check(material("grocer")) is None
