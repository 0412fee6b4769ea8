from __future__ import annotations

from custrata.strategy.text.comments import collect, in_order, put_back
from custrata.strategy.text.nodes import parse

TEXT = """\
# at the head
company: Seven  # our name
goals:  # two of them
  # the first
  - id: keep
    text: "a # in quotes"  # beside it
  # the second
  - id: widen
    text: a long sentence that
      goes on below
    # inside, above
    owner: none
# at the foot
"""


def test_comments_belong_to_the_value_below_or_beside_them():
    found = collect(TEXT, parse(TEXT))
    assert found.above == {
        ("company",): ["# at the head"],
        ("goals", "[keep]"): ["# the first"],
        ("goals", "[widen]"): ["# the second"],
        ("goals", "[widen]", "owner"): ["# inside, above"],
    }
    assert found.beside == {
        ("company",): "# our name",
        ("goals",): "# two of them",
        ("goals", "[keep]", "text"): "# beside it",
    }
    assert found.foot == ["# at the foot"]


def test_comments_follow_their_values_when_these_move():
    bare = "goals:\n  - id: widen\n    text: x\n  - id: keep\n    text: y\ncompany: Seven\n"
    assert put_back(bare, collect(TEXT, parse(TEXT))) == (
        "goals:  # two of them\n"
        "  # the second\n"
        "  - id: widen\n"
        "    text: x\n"
        "  # the first\n"
        "  - id: keep\n"
        "    text: y  # beside it\n"
        "# at the head\n"
        "company: Seven  # our name\n"
        "# at the foot\n"
    )


def test_a_hash_inside_a_block_of_text_is_no_comment():
    text = "a: |\n  # not a comment\n  words\nb: 1  # one\n"
    found = collect(text, parse(text))
    assert found.above == {}
    assert found.beside == {("b",): "# one"}


def test_keys_keep_the_order_of_the_old_text_and_new_ones_follow_their_neighbour():
    old = parse("b: 1\na: {y: 1, x: 2}\n")
    new = {"a": {"x": 2, "y": 1, "z": 3}, "b": 1, "c": 4}
    ordered = in_order(new, old)
    assert list(ordered) == ["b", "c", "a"]
    assert list(ordered["a"]) == ["y", "z", "x"]
