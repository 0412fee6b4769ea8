"""What winning customers costs against what they bring, by the channel that won them."""

from __future__ import annotations

from custrata.delivery.deck.chapters.economics import asking
from custrata.delivery.deck.chapters.pieces import number, with_interval, words
from custrata.delivery.deck.material import Material, worded
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import Prose, figure, rests_on, say
from custrata.strategy.wording.spelling import UNKNOWN
from custrata.vocabulary import Reading

_CHANNEL = "acquisition_channel"


def returns(material: Material) -> Slide | None:
    """Lifetime value over acquisition cost by channel; a line stands where both are equal."""
    found = [r for r in asking.points(material, "ltv_to_cac", _CHANNEL) if r.segment[0][1] != UNKNOWN]
    if not found:
        return None
    ranked = sorted(found, key=lambda r: (-(r.value or 0.0), r.segment))[:9]
    worst = ranked[-1]
    heads = (
        Column("Channel", least=3.5),
        Column("Customers", right=True, share=0),
        Column("Cost of winning one", right=True, share=0),
        Column("Lifetime value each", right=True, share=0),
        Column("Value to cost", right=True, share=0, least=3),
        Column("The line is where both are equal", share=3, least=7),
    )
    rows = tuple(_row(material, r, high=r is worst) for r in ranked)
    return Slide(
        "Economics",
        "Value against acquisition cost",
        _titles(material, ranked),
        say("Lifetime value ÷ what winning a customer cost", material.money_note, _how_sure(ranked)),
        (Placed(Table(heads, rows, track=5, level=1.0)),),
        _payback(material),
    )


def _how_sure(ranked: list[Reading]) -> Prose:
    first = next((r for r in ranked if r.low is not None), None)
    return asking.how_sure(first) if first is not None else Prose()


def _row(material: Material, reading: Reading, *, high: bool) -> Row:
    where = reading.segment
    value = figure(reading)
    under = (value.value or 0.0) < 1
    beneath = with_interval(value).small
    return Row(
        (
            words(where[0][1], bold=high),
            number(rests_on(reading)),
            number(asking.shown(material, "customer_acquisition_cost", where)),
            with_interval(asking.shown(material, "lifetime_value", where), bold=False),
            number(value, bold=True, tone=Tone.LOSS if under else Tone.INK, under=beneath),
            Cell(),
        ),
        now=value,
    )


def _titles(material: Material, ranked: list[Reading]) -> tuple[Prose, ...]:
    best, worst = ranked[0], ranked[-1]
    names = [worded(asking.capital(r.segment[0][1]), "data") for r in (best, worst)]
    if (worst.value or 0.0) < 1:
        value = figure(worst)
        surely = "" if worst.high is not None and worst.high < 1 else ", though not surely"
        return (
            say(
                names[1],
                f" customers bring less than winning them costs{surely}: ",
                value,
                " times",
                asking.between(value),
            ),
            say(names[1], " customers bring ", value, " times what winning them costs"),
        )
    if len(ranked) == 1:
        return (say(names[0], " customers bring ", figure(best), " times what winning them costs"),)
    return (
        say(
            names[0],
            " customers bring ",
            figure(best),
            " times what winning them costs, ",
            names[1],
            " ones ",
            figure(worst),
            " times",
        ),
        say("A customer brings ", figure(worst), " to ", figure(best), " times what winning one costs"),
    )


def _payback(material: Material) -> Prose:
    found = asking.points(material, "payback_months", "cohort")
    if not found:
        return say("move the next money for winning to where the whole interval lies right of the line")
    last = found[-1]
    return say(
        "customers who began in ",
        worded(last.segment[0][1], "data"),
        " pay back what winning them cost after ",
        figure(last),
        " months",
    )
