from __future__ import annotations

import pytest

from custrata.segments.rules.normal import normal
from custrata.segments.rules.reading import json_text, rule_of

GOLD, NEW, OLD = (
    {"column": "tier", "is": ["gold"]},
    {"column": "age", "below": 90},
    {"column": "age", "above": 9},
)
GROUPS = {"best": rule_of({"all": [GOLD, NEW]}), "itself": rule_of({"any": [GOLD, {"group": "itself"}]})}


def text(plain):
    return json_text(normal(rule_of(plain), GROUPS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"all": [GOLD, NEW]}, {"all": [NEW, GOLD, NEW]}),
        ({"all": [GOLD, {"all": [NEW, OLD]}]}, {"all": [OLD, NEW, GOLD]}),
        ({"any": [GOLD]}, GOLD),
        ({"all": [{"any": [GOLD, GOLD]}]}, GOLD),
        ({"column": "tier", "is": ["a", "b", "a"]}, {"column": "tier", "is": ["b", "a"]}),
        ({"group": "best"}, {"all": [NEW, GOLD]}),
        ({"not": {"all": [GOLD]}}, {"not": GOLD}),
    ],
)
def test_what_plainly_says_the_same_has_one_form(one, other):
    assert text(one) == text(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"all": [GOLD, NEW]}, {"any": [GOLD, NEW]}),
        ({"not": GOLD}, GOLD),
        ({"all": [{"any": [GOLD, NEW]}, OLD]}, {"any": [{"all": [GOLD, OLD]}, NEW]}),
        ({"group": "best"}, {"group": "unknown"}),
        (NEW, OLD),
    ],
)
def test_what_says_another_thing_keeps_another_form(one, other):
    assert text(one) != text(other)


def test_a_group_that_rests_on_itself_comes_to_an_end():
    assert "itself" in text({"group": "itself"})


def test_a_normal_form_is_its_own():
    once = normal(rule_of({"any": [NEW, {"all": [GOLD, {"group": "best"}]}]}), GROUPS)
    assert normal(once, GROUPS) == once
