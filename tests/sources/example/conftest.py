"""One small and one large example company for all tests of this folder."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from custrata.sources.example import ExampleCompany, example_company


@pytest.fixture(scope="session")
def firm() -> ExampleCompany:
    """The example company as it comes."""
    return example_company()


@pytest.fixture(scope="session")
def large() -> ExampleCompany:
    """Enough customers for effects to show."""
    return example_company(customers=10_000, seed=11)


@pytest.fixture(scope="session")
def truth_of(large: ExampleCompany) -> dict[str, dict[str, Any]]:
    """What is true of each customer of the large company, by account id."""
    return {row["account_id"]: row for row in large.true_tables["accounts"].to_pylist()}


def column(table: pa.Table, name: str) -> Any:
    """A column as a NumPy array."""
    return table[name].to_numpy(zero_copy_only=False)
