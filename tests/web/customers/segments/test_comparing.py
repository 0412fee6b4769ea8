from __future__ import annotations

import pytest
from django.http import Http404

from custrata.segments.rules.rule import Text
from custrata.web.customers.opening import opened
from custrata.web.customers.segments.comparing import compared
from custrata.web.customers.segments.saving import save


def test_two_revisions_stand_beside_each_other_with_who_came_and_went(asking, kept):
    who = asking()
    saved = save(who, kept, "More", Text(column="tier", is_=("gold", "silver")), 1)
    with opened(who) as (_, desk):
        found = compared(desk, saved, 0)
        assert [side[0] for side in found["sides"]] == ["Revision 1", "Revision 2"]
        assert found["went"].value == 0
        assert found["came"].value > 0
        assert found["stayed"].value + found["came"].value == found["sides"][1][4].value
        with pytest.raises(Http404):
            compared(desk, saved, 9)
