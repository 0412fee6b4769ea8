from __future__ import annotations

from custrata.sources.load.caveats.ratings import rating_caveats, ratings_query
from custrata.sources.load.judge import OFF_SCALE


def test_ratings_outside_their_scale_are_said_by_source_with_the_first_row() -> None:
    rows = [
        {"source": "tickets.csv", "reason": f"{OFF_SCALE}1 to 5", "ratings": 1, "row": 17},
        {"source": "answers.csv", "reason": f"{OFF_SCALE}0 to 10", "ratings": 1200, "row": 3},
    ]
    assert [c.text for c in rating_caveats(rows)] == [
        "1,200 ratings lie outside the scale from 0 to 10, the first in row 3: set aside, and counted "
        "nowhere.",
        "1 rating lies outside the scale from 1 to 5, in row 17: set aside, and counted nowhere.",
    ]


def test_without_answers_nothing_is_asked() -> None:
    assert ratings_query(()) is None
    assert rating_caveats(()) == []
