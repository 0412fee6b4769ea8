from __future__ import annotations

import pytest

from custrata.segments.rules.fields import Field, Kind
from custrata.segments.rules.rule import RuleError
from custrata.web.customers.table.adding import short_of

TIER, VALUE = Field("tier", "Tier", Kind.TEXT), Field("value", "Value", Kind.NUMBER)


@pytest.mark.parametrize(
    ("field", "test", "letters", "pair"),
    [
        (TIER, "is", "gold", ("tier", "gold")),
        (TIER, "not", "gold", ("tier", "!gold")),
        (TIER, "contains", "ol", ("tier", "~ol")),
        (VALUE, "least", "5", ("value", "5..")),
        (VALUE, "most", "5", ("value", "..5")),
        (VALUE, "is", "5", ("value", "5")),
        (VALUE, "known", "", ("value", "*")),
        (TIER, "unknown", "", ("tier", "?")),
    ],
)
def test_a_filter_chosen_in_words_is_short_in_the_address(field, test, letters, pair):
    assert short_of(field, field.name, test, letters) == pair


def test_a_group_keeps_its_id_and_nothing_is_no_filter():
    assert short_of(None, "group", "is", "g1") == ("group", "g1")
    with pytest.raises(RuleError, match="nothing"):
        short_of(TIER, "tier", "is", "")
