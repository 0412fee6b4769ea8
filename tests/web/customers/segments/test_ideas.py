from __future__ import annotations

from django.http import QueryDict

from custrata.project.live.readings import count_rules
from custrata.segments.rules.short import rule_of_pairs
from custrata.web.customers.opening import fields_for, opened
from custrata.web.customers.segments.ideas import ideas


def test_each_idea_holds_as_many_as_the_builder_then_counts(asking):
    who = asking("viewer")
    with opened(who) as (_, desk):
        fields = fields_for(desk, who)
        found = ideas(desk, fields)
        assert found
        for one in found:
            pairs = [(column, letters) for column, many in QueryDict(one.query).lists() for letters in many]
            _, (count,) = count_rules(desk, (rule_of_pairs(pairs, fields),))
            assert count.n == int(one.n.value) > 0


def test_nothing_is_proposed_on_what_is_not_known(asking):
    who = asking("viewer")
    with opened(who) as (_, desk):
        fields = {name: one for name, one in fields_for(desk, who).items() if name == "tier"}
        assert ideas(desk, fields) == []
