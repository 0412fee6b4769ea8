from __future__ import annotations

import pytest
from pydantic import ValidationError

from custrata.strategy.parts.statement import Claim, Figure, Gap, ReadingKey

SHARE = Figure(name="share", measure="revenue", segment={"tier": "gold"}, value=0.413, unit="share")


def claim(**changes: object) -> Claim:
    fields = {"id": "E01", "text": "Gold earns {share} of revenue.", "figures": (SHARE,)}
    return Claim(**{**fields, **changes})


def test_a_claim_reads_with_the_numbers_it_was_written_with_or_with_those_of_today():
    assert claim().said() == "Gold earns 41% of revenue."
    assert claim().said({"share": 0.5}) == "Gold earns 50% of revenue."
    assert claim().said({"share": None}) == "Gold earns not known of revenue."


def test_the_short_form_is_the_whole_sentence_until_somebody_writes_one():
    assert claim().said_short() == claim().said()
    assert claim(short="Gold: {share}").said_short() == "Gold: 41%"


def test_a_placeholder_without_a_figure_is_refused():
    with pytest.raises(ValidationError, match="names lost"):
        claim(text="{lost} left")
    with pytest.raises(ValidationError, match="short text names lost"):
        claim(short="{lost} left")


def test_two_figures_of_one_name_are_refused():
    with pytest.raises(ValidationError, match="same name"):
        claim(figures=(SHARE, SHARE))


def test_a_threshold_needs_a_direction_and_a_direction_a_threshold():
    with pytest.raises(ValidationError, match="go together"):
        Figure(name="a", measure="nps", threshold=30)
    with pytest.raises(ValidationError, match="go together"):
        Figure(name="a", measure="nps", direction="at least")
    assert Figure(name="a", measure="nps", threshold=30, direction="at most").threshold == 30


def test_a_figure_names_all_its_readings_its_own_first():
    other = ReadingKey(measure="revenue")
    figure = SHARE.model_copy(update={"over": (other,)})
    assert [k.key for k in figure.keys] == [("revenue", (("tier", "gold"),), "all"), ("revenue", (), "all")]


def test_a_segment_is_pairs_inside_and_a_mapping_outside():
    assert SHARE.segment == (("tier", "gold"),)
    assert SHARE.model_dump()["segment"] == {"tier": "gold"}


def test_a_gap_says_what_it_waits_for():
    gap = Gap(id="G01", text="Cost is not known.", waits_for="a column of cost")
    assert gap.said() == "Cost is not known. Waits for a column of cost."


def test_a_figure_is_found_by_name():
    assert claim().figure("share") == SHARE
    assert claim().figure("none") is None
