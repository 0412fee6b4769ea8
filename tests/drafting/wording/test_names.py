from __future__ import annotations

from tests.snapshots import phone_company

from custrata.drafting.wording.names import names_in


def test_values_of_the_companys_own_attributes_and_its_name_are_names():
    found = names_in(phone_company())

    assert {"Month-to-month", "Two year", phone_company().manifest.company} <= found


def test_tiers_stages_months_and_ranks_are_none():
    found = names_in(phone_company())

    assert not found & {"platinum", "gold", "at risk", "not known", "1", "2024-01"}
