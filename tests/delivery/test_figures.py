from __future__ import annotations

import datetime as dt

import pytest

from custrata.delivery.figures import (
    Figure,
    Name,
    Prose,
    Spelling,
    derived,
    figure,
    how_sure,
    rests_on,
    say,
    spelling,
    sure_in_short,
)
from custrata.vocabulary import Period, Reading

WHOLE = Period("all", dt.date(2017, 1, 1), dt.date(2017, 12, 31))


def reading(value: float | None, unit: str = "USD", **more: object) -> Reading:
    return Reading("revenue", value, unit, 12, "customers", WHOLE, **more)


@pytest.mark.parametrize(
    ("unit", "values", "value", "text"),
    [
        ("USD", [422_310.0, 2_100.0], 2_100.0, "$2k"),
        ("USD", [2_614_000.0], 2_614_000.0, "$2.61m"),
        ("share", [0.36, 0.04], 0.04, "4%"),
        ("share", [0.06, 0.04], 0.04, "4.0%"),
        ("customers", [2469.0], 2469.0, "2,469"),
        ("USD", [-15_000.0], -15_000.0, "−$15.0k"),
    ],
)
def test_all_numbers_of_an_exhibit_share_one_spelling(unit, values, value, text):
    assert spelling(unit, values).text(value) == text


def test_a_number_that_rounds_to_nothing_is_not_printed_as_nothing():
    assert Spelling("$", "k", 1e3, 0).text(120.0) == "under $1k"
    assert Spelling("$", "k", 1e3, 0).text(0.0) == "$0k"


def test_an_unknown_number_says_so():
    assert Spelling().text(None) == "not known"


def test_a_figure_must_rest_on_something():
    with pytest.raises(ValueError, match="rests on nothing"):
        Figure("12", 12.0)


def test_a_digit_in_plain_words_is_refused():
    with pytest.raises(ValueError, match="bound to nothing"):
        say("we have 12 customers")


def test_a_sentence_keeps_its_figures_and_names():
    shown = figure(reading(1200.0))
    prose = say("revenue is ", shown, say(" in ", Name("2017")))
    assert prose.text == "revenue is $1,200 in 2017"
    assert prose.figures == (shown,)
    assert [n.text for n in prose.names] == ["2017"]


def test_the_interval_is_written_in_the_unit_of_the_reading():
    assert figure(reading(0.72, "share", low=0.7, high=0.74)).interval == "70% to 74%"
    assert derived(0.72, "share", (reading(0.72, "share", low=0.7, high=0.74),), "half").interval == ""


def test_n_is_a_figure_too():
    assert rests_on(reading(1.0)).text == "12"


def test_an_empty_sentence_is_a_sentence():
    assert Prose().text == ""


def test_a_mark_of_an_exam_written_in_per_cent_has_its_interval_in_per_cent():
    mark = reading(-0.305, "", low=-0.353, high=-0.257)
    assert figure(mark, written=Spelling("", "%", 0.01, 1)).interval == "−35.3% to −25.7%"
    assert "%" not in figure(mark).interval


def test_a_small_share_is_written_with_the_digits_of_the_strategy_s_sentences() -> None:
    assert spelling("share", [0.0002, 0.00018]).text(0.0002) == "0.02%"
    assert spelling("share", [0.002]).text(0.002) == "0.2%"
    assert spelling("share", [0.0]).text(0.0) == "0.0%"


ESTIMATED = "MBG/NBD, gamma-gamma; revenue; 36 months ahead; chance and parameters, gamma from moments, 95%"


def test_beside_a_number_its_model_is_named_and_its_interval_told_in_words():
    told = how_sure(ESTIMATED)
    assert told.startswith("MBG/NBD, gamma-gamma; revenue; 36 months ahead; ")
    assert told.endswith("; 95% interval of the model, from chance and parameters")
    assert how_sure("counted") == "counted"


@pytest.mark.parametrize(
    ("method", "short"),
    [
        (ESTIMATED, "estimated: revenue, 36 months ahead; with 95% intervals"),
        ("ratio of sums, 95%", "with 95% intervals"),
        ("low to high rates", "with intervals from low to high rates"),
    ],
)
def test_in_short_no_formula_and_no_model_is_named(method, short):
    assert sure_in_short(method) == short
