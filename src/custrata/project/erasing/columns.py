"""Which columns of the raw tables hold keys of persons, as the mapping says."""

from __future__ import annotations

from custrata.project.erasing.traces import Kind
from custrata.project.place import Place, plain_text
from custrata.sources.mapping import mapping_from_text
from custrata.sources.mapping.derivation import columns_of

KINDS: dict[str, Kind] = {
    "customer_id": "customer",
    "parent_id": "customer",
    "referrer_id": "customer",
    "referred_id": "customer",
    "person_id": "person",
    "email": "email",
}
"""Columns of the contract by which a row belongs to somebody."""

Columns = dict[str, Kind]


def columns_of_tables(place: Place) -> dict[str, Columns]:
    """Columns with keys of persons, by raw table as people name it; empty while there is no mapping.

    Args:
        place: Where the parts of the project lie.
    """
    if not place.mapping.is_file():
        return {}
    found: dict[str, Columns] = {}
    for source in mapping_from_text(plain_text(place.mapping)).sources:
        for name, mapped in source.columns.items():
            # A customer's own row names its parent: it goes with the customer, not with the parent.
            if name in KINDS and (name != "parent_id" or source.table != "customers"):
                for raw in columns_of(mapped.derivation):
                    found.setdefault(source.source, {}).setdefault(raw, KINDS[name])
    return found
