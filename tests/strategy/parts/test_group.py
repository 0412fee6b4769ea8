from __future__ import annotations

import pytest
from pydantic import ValidationError

from custrata.strategy.parts.group import CustomerGroup, TargetShare
from custrata.strategy.parts.statement import Claim, Figure


def test_shares_now_are_read_from_the_claim():
    size = Figure(name="customers_share", measure="customers", value=0.2, unit="share")
    claim = Claim(id="E01", text="{customers_share} of customers.", figures=(size,))
    group = CustomerGroup(id="gold", name="Gold", share_now=claim)
    assert group.share("customers") == 0.2
    assert group.share("value") is None
    assert CustomerGroup(id="silver", name="Silver").share("value") is None


def test_a_target_beyond_all_is_refused():
    with pytest.raises(ValidationError):
        TargetShare(value=1.2)
