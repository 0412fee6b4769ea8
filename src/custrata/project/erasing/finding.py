"""Who somebody means: a customer, one of a customer's people, or an address."""

from __future__ import annotations

from typing import Any

import pyarrow.compute as compute
import pyarrow.parquet as parquet

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import InputError
from custrata.project.erasing.traces import Traces, plain_key
from custrata.project.place import Place

_PEOPLE = ("person_id", "customer_id", "name", "email", "phone")


def find(place: Place, wanted: str) -> Traces:
    """The traces of a person.

    Args:
        place: Where the parts of the project lie.
        wanted: Key of a customer, key of a person, or an address.

    Returns:
        Of a customer: their keys and those of all their people. Of one of an organisation's people: only
        their own, so that the organisation stays.

    Raises:
        InputError: The latest snapshot knows nobody by it.
    """
    key = plain_key(wanted)
    customers = _rows(place, "customers", ("customer_id", "name", "kind"))
    people = _rows(place, "people", _PEOPLE)
    theirs = [row for row in people if key in (plain_key(row["person_id"]), plain_key(row["email"]))]
    keys = {row["customer_id"] for row in customers if plain_key(row["customer_id"]) == key}
    keys |= {row["customer_id"] for row in theirs if _alone(row["customer_id"], customers, people)}
    if keys:
        theirs += [row for row in people if row["customer_id"] in keys]
    if not (keys or theirs) or not key:
        raise InputError(
            "nobody is known by this",
            where="person",
            remedy="give a customer's key, a person's key or an address",
        )
    names = {row["name"] for row in customers if row["customer_id"] in keys} | {row["name"] for row in theirs}
    return Traces(
        customers=frozenset(keys),
        persons=_filled(row["person_id"] for row in theirs),
        emails=_filled(row["email"] for row in theirs) | ({key} if "@" in key else frozenset()),
        phones=_filled(row["phone"] for row in theirs),
        names=_filled(names),
    )


def _alone(customer: str, customers: list[dict[str, str]], people: list[dict[str, str]]) -> bool:
    """Whether a customer is this one person: no organisation, and nobody else stands for it."""
    kinds = {row["kind"] for row in customers if row["customer_id"] == customer}
    return "organisation" not in kinds and sum(row["customer_id"] == customer for row in people) == 1


def _filled(values: Any) -> frozenset[str]:
    return frozenset(value for value in values if value.strip())


def _rows(place: Place, table: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    file = SnapshotStore(place.state).tables().get(table)
    if file is None:
        return []
    held = set(parquet.ParquetFile(file).schema_arrow.names)
    read = parquet.read_table(file, columns=[name for name in columns if name in held])
    texts = {name: compute.cast(read[name], "string").to_pylist() for name in read.column_names}
    return [
        {name: (texts[name][at] or "") if name in texts else "" for name in columns}
        for at in range(read.num_rows)
    ]
