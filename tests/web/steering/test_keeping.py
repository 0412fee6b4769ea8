from __future__ import annotations

from custrata.web.steering.keeping import differing


def test_only_fields_that_differ_are_shown_side_by_side():
    theirs, mine = {"text": "A", "same": 1, "score_of": {"a": 1}}, {"text": "B", "same": 1}
    assert differing(theirs, mine) == [("text", "A", "B"), ("score of", '{\n "a": 1\n}', "nothing")]


def test_a_block_that_was_taken_out_stands_beside_the_whole_text():
    assert differing(None, {"a": 1}) == [("", "nothing", '{\n "a": 1\n}')]


def test_a_save_without_a_base_is_meant_for_the_latest(come_in, address, standing):
    item = standing().initiatives[0].id
    editor = come_in("editor")
    for score in ("5", "6"):
        assert (
            editor.post(
                address("goals/score/"), {"item": item, "dimension": "impact", "score": score}
            ).status_code
            == 302
        )
    assert dict(standing().initiatives[0].scores) == {"impact": 6}
