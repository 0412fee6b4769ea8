"""Products, with the names of their categories where a column holds their ids only."""

from __future__ import annotations

from custrata.sources.mapping import Lookup, Mapped, Source
from custrata.sources.profile import ColumnProfile, TableProfile
from custrata.sources.recognise.names import table_words, words
from custrata.sources.recognise.readings import is_key
from custrata.sources.recognise.sources.context import Context
from custrata.sources.recognise.sources.plain import plain_sources

_LABELS = frozenset({"name", "title", "label", "description", "bezeichnung", "nom", "nombre", "titel"})


def product_sources(context: Context) -> list[Source]:
    """Products as their table gives them."""
    (source,) = plain_sources(context)
    return [context.source("products", categorised(context, source.columns))]


def categorised(context: Context, columns: dict[str, Mapped]) -> dict[str, Mapped]:
    """The columns with the category by its name; a bare number that nothing names is no category."""
    raw = _category(context) if "category" in columns else None
    if raw is None:
        return columns
    found = _named(context, raw)
    if found is not None:
        return columns | {"category": found}
    return {n: m for n, m in columns.items() if n != "category" or not is_bare_number(raw)}


def category_notes(context: Context, sources: list[Source]) -> list[str]:
    """A sentence where a category is left out because only numbers stand for it."""
    raw = _category(context)
    left = [s for s in sources if s.table == "products" and "category" not in s.columns]
    if raw is None or not left:
        return []
    return [
        f"In {context.reading.source}, {raw.name} holds numbers that no table names: it is not taken for the "
        "category of products."
    ]


def _category(context: Context) -> ColumnProfile | None:
    """The raw column of the category, where it is an id."""
    found = context.reading.columns.get("category")
    if context.reading.table != "products" or found is None:
        return None
    return found.column if is_bare_number(found.column) or "id" in words(found.column.column.header) else None


def is_bare_number(column: ColumnProfile) -> bool:
    """Whether a column holds whole numbers only, which say nothing to a reader."""
    return column.is_number and column.whole


def _named(context: Context, raw: ColumnProfile) -> Mapped | None:
    """The name that another table of the folder has for each id: by a declared key, else by equal names."""
    for other in context.chosen.profiles:
        key = _key(context.profile, raw, other)
        label = _label(other, key) if key else None
        if key and label:
            taken = Lookup(other.table.source, raw.name, key.name, context.take(label, "text"))
            return Mapped(taken, 0.9, label.samples)
    return None


def _key(profile: TableProfile, raw: ColumnProfile, other: TableProfile) -> ColumnProfile | None:
    if other is profile:
        return None
    declared = profile.table.refers.get(raw.name)
    if declared:
        there = other.table.file == profile.table.file and other.table.part == declared[0]
        return next((c for c in other.columns if there and c.name == declared[1]), None)
    return next((c for c in other.columns if is_key(c) and _same(raw, c, other) and _holds_all(c, raw)), None)


def _same(raw: ColumnProfile, key: ColumnProfile, other: TableProfile) -> bool:
    """Whether two columns are called alike: category_id, or the id of a table of categories."""
    here, there = words(raw.column.header), words(key.column.header)
    if here == there:
        return True
    called = {w.rstrip("s") for w in table_words(other.table.file, other.table.part)}
    called |= {w[:-3] + "y" for w in table_words(other.table.file, other.table.part) if w.endswith("ies")}
    return there == ("id",) and bool(called & set(here))


def _holds_all(key: ColumnProfile, raw: ColumnProfile) -> bool:
    known = {_plain(value) for value, _ in key.values}
    return bool(raw.values) and all(_plain(value) in known for value, _ in raw.values)


def _plain(value: str) -> str:
    return value.strip().removesuffix(".0")


def _label(other: TableProfile, key: ColumnProfile) -> ColumnProfile | None:
    texts = [c for c in other.columns if c is not key and c.filled and not c.is_number and not c.is_date]
    named = [c for c in texts if set(words(c.column.header)) & _LABELS]
    return named[0] if named else texts[0] if len(texts) == 1 else None
