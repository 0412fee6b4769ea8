from __future__ import annotations

from custrata.delivery.deck.chapters.strategy.way import Way
from custrata.web.steering.scorecard.sparks import spark, track


def test_a_line_ends_in_a_dot_and_the_target_is_dashed():
    drawn = spark((1.0, 2.0, 4.0), 4.0, "three builds")
    assert 'points="4.0,20.0 42.0,14.7 80.0,4.0"' in drawn
    assert 'cx="80.0" cy="4.0"' in drawn
    assert 'y1="4.0" y2="4.0" class="ax dash"' in drawn


def test_nothing_is_drawn_of_nothing_and_one_value_is_a_dot():
    assert spark((), 1.0, "nothing") == ""
    assert 'cx="80.0" cy="12.0"' in spark((3.0,), None, "one build")


def test_words_are_escaped():
    assert "<b>" not in spark((1.0,), None, "<b>")


def test_a_track_shows_now_target_and_plan_and_ends_at_its_edges():
    drawn = track(Way(50.0, 20.0, 80.0, 25.0), "half way")
    assert 'class="zero dash"' in drawn
    assert 'class="fb"' in drawn
    assert 'class="f1 ring"' in drawn
    assert 'class="f2 ring"' in track(Way(-300.0), "far away")
    assert 'cx="4.0"' in track(Way(-300.0), "far away")
    assert track(None, "no way") == ""
