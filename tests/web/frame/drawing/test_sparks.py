from custrata.web.frame.drawing.sparks import IN_ROW, IN_TILE, spark, track


def test_a_line_rises_where_the_values_rise_and_ends_in_a_dot():
    assert 'points="3.0,19.0 36.0,11.0 69.0,3.0"' in spark((1.0, 2.0, 3.0), None, IN_TILE)
    drawn = spark((1.0, 2.0, 4.0), 4.0, IN_ROW)
    assert 'points="4.0,20.0 42.0,14.7 80.0,4.0"' in drawn
    assert 'cx="80.0" cy="4.0"' in drawn


def test_the_target_is_dashed_on_the_same_scale():
    assert 'y1="3.0" y2="3.0" class="ax dash"' in spark((1.0, 2.0, 3.0), 5.0, IN_TILE)
    assert "dash" not in spark((1.0, 2.0, 3.0), None, IN_TILE)


def test_nothing_is_drawn_of_nothing_and_one_value_is_a_dot_at_the_end():
    assert spark((), 1.0, IN_ROW) == ""
    assert 'cx="80.0" cy="12.0"' in spark((3.0,), None, IN_ROW)


def test_equal_values_are_a_level_line():
    assert 'points="3.0,11.0 36.0,11.0 69.0,11.0"' in spark((2.0, 2.0, 2.0), None, IN_TILE)


def test_words_are_escaped_and_without_words_nobody_is_told():
    drawn = spark((1.0,), None, IN_ROW, words="<b>")
    assert 'aria-label="&lt;b&gt;"' in drawn
    assert 'aria-hidden="true"' in spark((1.0,), None, IN_ROW)


def test_drawings_hold_no_style_and_no_colour():
    drawn = spark((1.0, 2.0), 3.0, IN_TILE) + track("x", 0.5, (0.2, 0.8), 1.0)
    assert "style=" not in drawn
    assert "fill=" not in drawn


def test_a_track_shows_now_with_its_interval_target_ticks_and_what_is_wanted():
    drawn = track("half way", 0.5, (0.25, 0.75), 1.0, ticks=(0.0,), wanted=0.4)
    assert '<rect x="32.0" y="5" width="56.0"' in drawn
    assert 'cx="116.0" cy="8" r="4.5" class="hollow k1"' in drawn
    assert 'cx="60.0" cy="8" r="4" class="f1 ring"' in drawn
    assert drawn.count("<line") == 3
    assert 'class="zero dash"' in drawn


def test_what_lies_beyond_a_track_stands_at_its_edge():
    drawn = track("far away", -3.0, (None, None), None, colour=2)
    assert 'cx="4.0" cy="8" r="4" class="f2 ring"' in drawn
    assert "hollow" not in drawn
    assert "fb" not in drawn
