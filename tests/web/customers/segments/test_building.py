from __future__ import annotations

from django.test import RequestFactory

from custrata.segments.rules.rule import Every, InGroup, Text
from custrata.web.customers.models import Segment
from custrata.web.customers.opening import fields_for, opened
from custrata.web.customers.segments.building import (
    Builder,
    choices,
    count,
    filled,
    given,
    others,
    posted,
    stored,
)
from custrata.web.customers.segments.form import Row

GOLD = Every(all=(Text(column="tier", is_=("gold",)),))


def form(do, text="", **rows):
    row = {"join": ["and"], "column": ["tier"], "test": ["is"], "value": ["gold"]}
    data = row | {"do": do, "text": text} | rows
    return posted(RequestFactory().post("/", data), {})


def test_buttons_add_remove_and_move_rows_and_keep_what_was_typed():
    assert form("add").rows == [Row("and", "tier", "is", "gold"), Row()]
    assert form("or").rows[1] == Row("or")
    assert form("remove:0").rows == [Row()]
    two = {"join": ["and", "or"], "column": ["tier", "stage"], "test": ["is"] * 2, "value": ["gold", "x"]}
    assert [row.column for row in form("up:1", **two).rows] == ["stage", "tier"]
    assert form("remove:0", **two).rows == [Row("and", "stage", "is", "x")]
    assert form("up:9", **two).rows == form("show", **two).rows


def test_text_becomes_rows_and_nonsense_keeps_what_was_typed():
    assert form("text", text="all: [{column: tier, is: silver}]").rows == [Row("and", "tier", "is", "silver")]
    wrong = form("text", text="nonsense: {")
    assert wrong.refused is not None
    assert wrong.text == "nonsense: {"


def test_a_builder_is_filled_by_an_address(asking, ids):
    with opened(asking()) as (_, desk):
        who = asking()
        fields = fields_for(desk, who)

        def at(query):
            return given(RequestFactory().get(f"/?{query}"), desk, fields, who)

        assert at("tier=gold").rule == GOLD
        assert at('rule={"all":[{"column":"tier","is":["gold"]}]}').rule == GOLD
        assert at("purpose=audience").purpose == "audience"
        like = at(f"like={next(row['customer_id'] for row in ids if row['tier'] == 'gold')}").rule
        assert like.all[0] == GOLD.all[0]
        assert at("rule=[").refused is not None


def test_a_rule_is_counted_and_laid_over_the_others_but_not_over_itself(asking, kept, theirs):
    with opened(asking()) as (_, desk):
        who = asking()
        made = count(stored(kept), desk, fields_for(desk, who), who, but=kept)
        assert made.results.n == made.found.count.n
        names = [row.name for row in made.results.overlaps]
        assert "Gold customers" in names
        assert not {"Gold", "Theirs"} & set(names)
        assert made.lefts == [f"{made.found.count.n:,} left, {made.found.steps[0].out:,} out"]
        assert "Gold" in others(desk, kept.workspace, None)


def test_what_cannot_be_asked_any_more_is_said(asking, workspace):
    with opened(asking()) as (_, desk):
        who = asking()
        made = count(filled(Builder(), InGroup(group="gone")), desk, fields_for(desk, who), who)
        assert "no group" in made.refused.what
        assert made.results is None
        broken = stored(Segment(workspace=workspace, name="X", rule={"odd": 1}))
        assert broken.refused is not None


def test_the_form_offers_names_only_with_the_right(asking):
    for persons in (True, False):
        who = asking("admin", persons=persons)
        with opened(who) as (_, desk):
            offered = choices(desk, fields_for(desk, who))
            assert ("name" in {field.name for field in offered["fields"]}) is persons
            assert "group-tier-gold" in offered["words"]["group"]
