from __future__ import annotations

from dataclasses import replace

from tests.delivery.paper.written import full, full_document, gap

from custrata.delivery.paper.page import Band, Grid, Lines, Pair, Tone, Voice, lines_of
from custrata.delivery.paper.pages.who_we_win_with import who_we_win_with


def page():
    return who_we_win_with(full())[0]


def test_indicators_and_red_flags_stand_apart_on_a_logarithmic_track():
    grids = [b for b in page().blocks if isinstance(b, Grid) and b.track]
    assert [g.tone for g in grids] == [Tone.ACCENT, Tone.LOSS]
    assert all(g.track.logarithmic for g in grids)
    assert [len(g.rows) for g in grids] == [3, 2]
    assert (grids[0].rows[0].spot.low, grids[0].rows[0].spot.value, grids[0].rows[0].spot.high) == (
        1.9,
        2.4,
        3.0,
    )


def test_every_sign_says_on_how_many_customers_it_rests():
    row = next(b for b in page().blocks if isinstance(b, Grid) and b.track).rows[0]
    assert [c.lines[0].words.text for c in row.cells[1:]] == ["400", "2.4×", "1.9 to 3"]


def test_whom_not_to_serve_stands_under_the_profiles():
    table = next(b for b in page().blocks if isinstance(b, Grid) and b.heading.startswith("Profiles"))
    assert table.rows[-1].cells[0].lines[0].words.text == "Not served"
    assert len(table.rows) == 4


def test_customers_words_and_decisions_that_rest_on_the_page_stand_side_by_side():
    pair = page().blocks[-1]
    assert isinstance(pair, Pair)
    assert pair.left.lines[0].words.text.startswith("“I want")
    assert "bargain" in pair.right.lines[0].words.text


def test_a_profile_that_waits_is_a_gap_under_a_title_that_says_so():
    document = full_document()
    waits = document.profiles[0].model_copy(
        update={"statement": gap("w", "Not known.", "the analysis"), "signs": ()}
    )
    given = replace(full(), document=document.model_copy(update={"profiles": (waits,)}))
    sheet = who_we_win_with(given)[0]
    assert sheet.finding.words.text == "Whom we win with is not known yet"
    assert isinstance(sheet.blocks[0], Lines)
    assert next(lines_of(sheet.blocks[0])).voice is Voice.GAP


def test_the_band_names_groups_and_for_how_long():
    band = next(b for b in page().blocks if isinstance(b, Band))
    assert band.line.words.text == "Weekend walkers; the company designs around it for 9 months"
