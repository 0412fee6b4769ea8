from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest

from custrata.sources.example import ExampleCompany, plan, wording


def test_customers_and_prospects_are_listed_once_in_the_order_of_their_ids(firm: ExampleCompany) -> None:
    accounts = firm.tables["crm_accounts"].to_pylist()
    ids = [row["Account ID"] for row in accounts]
    assert ids == sorted(set(ids))
    assert Counter(row["Type"] for row in accounts) == {"Customer": 400, "Prospect": 133}
    assert all((row["Customer Since"] is None) == (row["Type"] == "Prospect") for row in accounts)


def test_segments_have_the_sizes_that_were_planned(large: ExampleCompany, truth_of: dict[str, Any]) -> None:
    sizes = Counter(row["segment"] for row in truth_of.values())
    for segment, stated in zip(plan.SEGMENTS, large.truth["segments"], strict=True):
        assert sizes[segment.name] == stated["customers"]
        spread = 4 * np.sqrt(segment.share * (1 - segment.share) / len(truth_of))
        assert sizes[segment.name] / len(truth_of) == pytest.approx(segment.share, abs=spread)


def test_the_faults_are_exactly_those_that_the_truth_lists(firm: ExampleCompany) -> None:
    accounts = firm.tables["crm_accounts"].to_pylist()
    faults = firm.truth["faults"]
    unowned = [row["Account ID"] for row in accounts if row["Account Owner"] is None]
    odd = [row["Account ID"] for row in accounts if row["Billing Country"] not in wording.COUNTRIES]
    assert unowned == faults["accounts without owner"] != []
    assert odd == faults["accounts with a country spelt otherwise"] != []


def test_a_country_spelt_otherwise_is_known_in_the_truth(firm: ExampleCompany) -> None:
    spelt = {row["Account ID"]: row["Billing Country"] for row in firm.tables["crm_accounts"].to_pylist()}
    spellings = firm.truth["faults"]["spellings"]
    for row in firm.true_tables["accounts"].to_pylist():
        found = spelt[row["account_id"]]
        assert spellings.get(found, found) == row["true_country"]


def test_more_customers_sign_in_january_than_in_august(large: ExampleCompany) -> None:
    since = [day.month for day in large.tables["crm_accounts"]["Customer Since"].to_pylist() if day]
    months = Counter(since)
    assert months[1] / months[8] == pytest.approx(
        plan.SIGNUPS_BY_MONTH[0] / plan.SIGNUPS_BY_MONTH[7], rel=0.3
    )


def test_a_parent_is_another_customer(firm: ExampleCompany) -> None:
    accounts = {row["Account ID"]: row for row in firm.tables["crm_accounts"].to_pylist()}
    owned = [row for row in accounts.values() if row["Parent Account ID"]]
    assert owned
    assert all(accounts[row["Parent Account ID"]]["Type"] == "Customer" for row in owned)
    assert all(row["Parent Account ID"] != row["Account ID"] for row in owned)
