from custrata.web.strategies.conflicts.sides import marked, settled, sides

THEIRS = {"id": "b", "owner": {"role": "CX"}, "statements": [{"id": "P1", "text": "Live in two weeks."}]}
MINE = {"id": "b", "statements": [{"id": "P1", "text": "Live in three weeks."}, {"id": "P2", "text": "New."}]}


def test_only_what_differs_is_shown():
    found = {side.path: (side.theirs, side.mine) for side in sides(THEIRS, MINE)}
    assert found["statements[P1].text"] == ("Live in two weeks.", "Live in three weeks.")
    assert found["statements[P2]"] == ("(not there)", "New.")
    assert set(found) == {"owner", "statements[P1].text", "statements[P2]"}


def test_what_went_and_what_came_is_marked():
    assert marked("in two weeks", "in three weeks") == (
        "in <del>two</del> weeks",
        "in <ins>three</ins> weeks",
    )


def test_markup_that_was_typed_is_shown_and_not_run():
    assert "<script>" not in "".join(marked("<script>", "<b>"))


def test_keeping_mine_takes_nothing_of_theirs():
    assert settled(THEIRS, MINE, {}, {}) == MINE


def test_a_choice_at_each_place_makes_the_block():
    chosen = {"statements[P1].text": "own", "statements[P2]": "theirs", "owner": "theirs"}
    made = settled(THEIRS, MINE, chosen, {"statements[P1].text": "Live in ten days."})
    assert made == {**THEIRS, "statements": [{"id": "P1", "text": "Live in ten days."}]}


def test_a_block_that_is_gone_can_stay_gone():
    assert settled(None, MINE, {"": "theirs"}, {}) is None
    assert [side.label for side in sides(None, MINE)] == ["the whole block"]
