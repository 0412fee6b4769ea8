from __future__ import annotations

import pytest

from custrata.sources.example import ExampleCompany, plan


def test_people_entered_twice_are_the_true_pairs(firm: ExampleCompany) -> None:
    people = {row["Contact ID"]: row for row in firm.tables["contacts"].to_pylist()}
    pairs = firm.true_tables["same_people"].to_pylist()
    assert len(people) == firm.tables["contacts"].num_rows
    assert len({row["same_as"] for row in pairs} | {row["contact_id"] for row in pairs}) == 2 * len(pairs)
    for pair in pairs:
        one, two = people[pair["contact_id"]], people[pair["same_as"]]
        assert one["Account ID"] == two["Account ID"]
        assert one["Full Name"] != two["Full Name"]


def test_as_many_are_entered_twice_as_planned(large: ExampleCompany) -> None:
    pairs = large.true_tables["same_people"].num_rows
    people = large.tables["contacts"].num_rows - pairs
    assert pairs / people == pytest.approx(plan.DUPLICATE_PEOPLE_SHARE, abs=0.006)


def test_every_account_has_someone(firm: ExampleCompany) -> None:
    accounts = set(firm.tables["crm_accounts"]["Account ID"].to_pylist())
    assert set(firm.tables["contacts"]["Account ID"].to_pylist()) == accounts


def test_addresses_cannot_belong_to_anyone(firm: ExampleCompany) -> None:
    given = [value for value in firm.tables["contacts"]["Email"].to_pylist() if value]
    assert all(value.lower().endswith(".example") for value in given)
