from __future__ import annotations

from custrata.strategy.text.nodes import parse
from custrata.strategy.text.paths import label, places, written


def test_list_items_are_named_by_id_then_name_then_position():
    assert label({"id": "x", "name": "y"}, 0) == "[x]"
    assert label({"name": "y"}, 0) == "[y]"
    assert label({"text": "z"}, 4) == "[4]"
    assert label("revenue", 4) == "[revenue]"
    assert label(7, 4) == "[4]"


def test_every_value_has_a_path_outer_before_inner():
    paths = [written(path) for path, _ in places(parse("groups:\n  - id: gold\n    intent: {a: 1}\n"))]
    assert paths == [
        "",
        "groups",
        "groups[gold]",
        "groups[gold].id",
        "groups[gold].intent",
        "groups[gold].intent.a",
    ]
