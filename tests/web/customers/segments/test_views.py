from __future__ import annotations

import json

import pytest

from custrata.web.customers.models import Segment

FORM = {"join": ["and"], "column": ["tier"], "test": ["is"], "value": ["gold"], "number": "1", "name": "Gold"}


def test_the_builder_counts_saves_and_shows_the_saved_one(come_in, to, workspace):
    editor = come_in("editor")
    page = editor.post(to("segments/new/"), FORM | {"do": "save"}, follow=True)
    made = Segment.objects.get(workspace=workspace)
    assert page.redirect_chain[0][0] == to(f"segments/{made.pk}/")
    text = page.content.decode()
    assert "Gold is saved as revision 1" in text
    assert "of customers" in text
    made.refresh_from_db()
    assert made.seen is not None


def test_pages_keep_their_budgets(come_in, to, kept, django_assert_max_num_queries):
    reader = come_in("viewer")
    for rest in ("segments/", f"segments/{kept.pk}/", "segments/new/?tier=gold"):
        reader.get(to(rest))
        with django_assert_max_num_queries(25):
            page = reader.get(to(rest))
        assert page.status_code == 200
        assert len(page.content) < 300_000
        assert " style=" not in page.content.decode()


def test_live_counts_come_as_a_part_with_what_each_condition_leaves(come_in, to):
    part = come_in("viewer").post(
        to("segments/-/count/"), FORM, headers={"HX-Request": "true", "HX-Target": "results"}
    )
    text = part.content.decode()
    assert "<html" not in text
    assert 'id="left-0" hx-swap-oob="true"' in text
    assert 'role="status"' in text
    half = come_in("viewer").post(to("segments/-/count/"), FORM | {"value": [""]})
    assert "nothing yet" in half.content.decode()
    assert half.status_code == 200


def test_text_that_becomes_rows_sends_no_counts_for_rows_that_the_page_does_not_have(come_in, to):
    asks = come_in("viewer")
    text = "all:\n- column: orders\n  at_least: 1\n"
    answer = asks.post(to("segments/-/count/"), {"text": text})
    assert "hx-swap-oob" not in answer.content.decode()
    shown = {"text": text, "join": "and", "column": "orders", "test": "at_least", "value": "1"}
    assert 'id="left-0" hx-swap-oob' in asks.post(to("segments/-/count/"), shown).content.decode()


def test_a_mistake_keeps_what_was_typed(come_in, to):
    page = come_in("editor").post(
        to("segments/new/"),
        FORM | {"do": "save", "test": ["at_least"], "column": ["value"], "value": ["a lot"], "name": "My"},
    )
    assert page.status_code == 422
    text = page.content.decode()
    assert 'value="a lot"' in text
    assert 'value="My"' in text
    assert not Segment.objects.exists()


def test_a_conflict_shows_both_and_mine_can_be_kept(come_in, to, kept):
    first, second = come_in("editor"), come_in("editor")
    address = to(f"segments/{kept.pk}/")
    assert first.post(address, FORM | {"do": "save", "value": ["silver"]}).status_code == 302
    answer = second.post(address, FORM | {"do": "save", "value": ["bronze"]})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Tier is silver" in text
    assert "Tier is bronze" in text
    assert second.post(address, FORM | {"do": "save-over", "value": ["bronze"]}).status_code == 302
    kept.refresh_from_db()
    assert json.dumps(kept.rule).count("bronze") == 1
    assert kept.revisions.count() == 3


def test_revisions_are_compared_on_a_page(come_in, to, kept):
    editor = come_in("editor")
    editor.post(to(f"segments/{kept.pk}/"), FORM | {"do": "save", "value": ["silver"]})
    assert "Revision 1: Gold" in editor.get(to(f"segments/{kept.pk}/compare/?with=1")).content.decode()
    assert editor.get(to(f"segments/{kept.pk}/compare/?with=7")).status_code == 404


def test_readers_look_but_do_not_save_or_drop(come_in, to, kept):
    reader = come_in("viewer")
    assert reader.get(to(f"segments/{kept.pk}/")).status_code == 200
    assert reader.post(to("segments/new/"), FORM | {"do": "save", "name": "X"}).status_code == 403
    assert reader.post(to(f"segments/{kept.pk}/drop/")).status_code == 403
    assert list(Segment.objects.values_list("name", "number")) == [("Gold", 1)]


@pytest.mark.parametrize("rest", ["", "compare/", "drop/"])
def test_the_neighbours_segment_is_not_there_and_stays(come_in, to, theirs, kept, rest):
    editor = come_in("editor")
    ask = editor.post if rest == "drop/" else editor.get
    assert ask(to(f"segments/{theirs.pk}/{rest}")).status_code == 404
    assert Segment.objects.filter(pk=theirs.pk).exists()


def test_an_editor_takes_one_out_and_the_others_stay(come_in, to, kept, theirs, asking):
    assert come_in("editor").post(to(f"segments/{kept.pk}/drop/")).status_code == 302
    assert list(Segment.objects.all()) == [theirs]


def test_an_empty_list_says_what_belongs_there(come_in, to):
    assert "New segment" in come_in("editor").get(to("segments/")).content.decode()
    assert "An editor builds them" in come_in("viewer").get(to("segments/")).content.decode()


def test_a_rule_on_names_is_refused_without_the_right(come_in, to):
    rule = '{"column":"name","contains":"a"}'
    page = come_in("editor").get(to("segments/new/"), {"rule": rule})
    assert "names persons" in page.content.decode()
    given = come_in("admin", persons=True).get(to("segments/new/"), {"rule": rule})
    assert "names persons" not in given.content.decode()
