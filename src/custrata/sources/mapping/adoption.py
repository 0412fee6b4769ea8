"""What becomes of a raw table that came after a person had edited the mapping?"""

from __future__ import annotations

from dataclasses import replace

from custrata.sources.mapping.values import Mapping, Source, Unused
from custrata.sources.raw import Folder, RawTable

NOT_NAMED = "mapping.yaml does not name it: write it there, or run custrata map --again"


def adopted(mapping: Mapping, folder: Folder) -> Mapping:
    """The mapping with every raw table that it does not name yet.

    A table with the very columns of a named one is read like it: next month's export needs no second edit.
    Any other is unused, and the reason says what to do.

    Args:
        mapping: What a person wrote.
        folder: The raw tables as they are now.
    """
    named = {source.source for source in mapping.sources} | {unused.source for unused in mapping.unused}
    by_columns = {_columns(table): table.source for table in folder.tables if table.source in named}
    sources, unused = list(mapping.sources), list(mapping.unused)
    for table in folder.tables:
        if table.source not in named:
            alike = _alike(mapping, by_columns.get(_columns(table)), table.source)
            sources += alike
            unused += [] if alike else [Unused(table.source, NOT_NAMED)]
    return replace(mapping, sources=tuple(sources), unused=tuple(unused))


def _columns(table: RawTable) -> frozenset[str]:
    return frozenset(column.name for column in table.columns)


def _alike(mapping: Mapping, sibling: str | None, name: str) -> list[Source]:
    return [replace(source, source=name) for source in mapping.sources if source.source == sibling]
