from __future__ import annotations

import pytest

from custrata.drafting.address import address
from custrata.strategy.parts.steering.outcome import CustomerOutcome


@pytest.mark.parametrize("name", ["Trade fair", "Öl & Gas", "x" * 200, "7", "“{}”", "  "])
def test_any_name_gives_an_id_that_a_part_takes(name):
    gap = {"kind": "gap", "id": "G1", "text": "a", "waits_for": "b"}
    CustomerOutcome.model_validate({"id": address("offer", name), "statement": gap})


def test_names_that_differ_only_in_signs_get_two_ids():
    assert address("offer", "A&B") != address("offer", "A+B")
    assert address("offer", "a b") == "offer-a-b"
