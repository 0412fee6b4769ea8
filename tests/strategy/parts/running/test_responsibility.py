from __future__ import annotations

import pytest
from pydantic import ValidationError

from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.responsibility import Raci


def test_somebody_is_accountable():
    assert Raci(id="r", on="i", accountable=Owner(role="head of service")).accountable.role

    with pytest.raises(ValidationError, match="exactly one"):
        Raci(id="r", on="i", accountable=Owner())
