from custrata.web.strategies.editing.field import Field, keys_of


def test_items_are_named_as_paths_name_them():
    assert keys_of([{"id": "a"}, {"name": "b"}, {"name": "b"}, {}]) == ["a", "b", "b~2", "3"]


def test_a_field_is_wrong_where_anything_within_it_is():
    inner = Field("a.b", "b", "text", error="write a number")
    assert Field("a", "a", "part", inner=(inner,)).wrong
    assert not Field("a", "a", "part", inner=(Field("a.b", "b", "text"),)).wrong


def test_what_is_seldom_touched_is_all_but_sentence_owner_wait_and_numbers():
    inner = tuple(
        Field(f"x.{name}", name, "text") for name in ("text", "owner", "waits_for", "figures", "topic")
    )
    statement = Field("x", "x", "statement", inner=inner)
    assert [one.label for one in statement.further] == ["topic"]
    assert statement.figures is inner[3]


def test_ticks_that_no_option_names_any_more_stay():
    assert Field("x", "x", "many", value=["a", "b"], options=(("a", "A"),)).unknown == ("b",)
    assert Field("x", "x", "text", value="ab").unknown == ()
