from __future__ import annotations

import pytest

from custrata.errors import InputError
from custrata.project.erasing.finding import find


@pytest.mark.parametrize(
    "wanted", ["CUST-0007", "ana.silva@example.org", "ANA.Silva@example.org ", "CON-00006"]
)
def test_a_person_is_found_by_key_and_by_address(shop, wanted):
    traces = find(shop, wanted)
    assert traces.customers == {"CUST-0007"}
    assert traces.emails == {"ana.silva@example.org"}
    assert "Ana Silva" in traces.names


@pytest.mark.parametrize("wanted", ["", "CUST-9999", "nobody@example.org", "CUST-000"])
def test_nobody_is_found_by_what_is_not_there(shop, wanted):
    with pytest.raises(InputError, match="nobody is known"):
        find(shop, wanted)
