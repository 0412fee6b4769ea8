"""The pages of canonical tables and of settings."""

from __future__ import annotations

import inspect
import re
import types
import typing
from collections.abc import Iterator
from typing import Any

from markdown import attributes, code, prose, summary, table
from pydantic import BaseModel


def tables_page() -> Iterator[str]:
    """All canonical tables with their columns."""
    from custrata.sources.contract import ANONYMOUS_ALLOWED, CONTRACT

    yield "# Canonical tables\n"
    yield from prose("""
        What raw files are mapped to. Any one table is enough to begin. **Bold** columns are required;
        some can be derived, and then that is said. Everything else switches on what it makes possible.
        Money is net of tax. An `instant` is a UTC timestamp, a `date` a day, a `flag` yes or no.
        """)
    for contract in CONTRACT.values():
        yield f"\n## {contract.name}\n\nOne row: {contract.row}.\n"
        if contract.name in ANONYMOUS_ALLOWED:
            yield "A row without a customer is kept: it counts for the company and belongs to nobody.\n"
        if contract.attributes:
            yield "Further columns are kept as attributes, to report by.\n"
        yield from table(("column", "kind", "meaning"), (column_row(column) for column in contract.columns))


def column_row(column: Any) -> tuple[str, str, str]:
    """Name, kind and meaning of a column."""
    values = f" One of: {', '.join(column.values)}." if column.values else ""
    return (f"**{column.name}**" if column.required else column.name, column.kind, column.meaning + values)


def settings() -> Iterator[tuple[str, str, str, str]]:
    """Name, kind, default and meaning of every setting, nested ones with a dot."""
    from custrata.settings import Settings

    yield from fields(Settings, "")


def fields(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, str, str, str]]:
    """The fields of a settings model, nested models opened up."""
    said = attributes(model)
    for name, info in model.model_fields.items():
        kind = info.annotation
        if inspect.isclass(kind) and issubclass(kind, BaseModel):
            yield (f"{prefix}{name}", "group", "", said.get(name, "") or summary(kind))
            yield from fields(kind, f"{prefix}{name}.")
            continue
        limits = bounds(" ".join(str(m) for m in info.metadata))
        found = info.get_default(call_default_factory=True)
        value = "" if found in (None, (), {}) else str(found)
        meaning = said.get(name) or summary(model)
        yield (f"{prefix}{name}", f"{type_name(kind)} {limits}".strip(), value, meaning)


def type_name(kind: Any) -> str:
    """A type in plain words."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        limits = " ".join(str(getattr(m, "metadata", m)) for m in inner[1:])
        return f"{type_name(inner[0])} {bounds(limits)}".strip()
    if origin in (typing.Union, types.UnionType):
        return " or ".join(type_name(part) for part in inner)
    if origin is typing.Literal:
        return ", ".join(str(value) for value in inner)
    if origin is tuple:
        return f"list of {type_name(inner[0])}"
    name = getattr(kind, "__name__", str(kind))
    words = {
        "str": "text",
        "int": "whole number",
        "float": "number",
        "bool": "true or false",
        "NoneType": "empty",
    }
    return words.get(name, name)


def bounds(text: str) -> str:
    """``Ge(ge=0) Le(le=1)`` as ``from 0 to 1``."""
    found = (
        (word, re.search(mark, text))
        for word, mark in (("from", r"g[te]=([\d.]+)"), ("to", r"l[te]=([\d.]+)"))
    )
    return " ".join(f"{word} {match.group(1)}" for word, match in found if match)


def settings_page() -> Iterator[str]:
    """Every key of custrata.yaml."""
    yield "# Settings\n"
    yield from prose("""
        Keys of `custrata.yaml`. A key with a dot lies inside another: `stages.onboarding_days` is written
        as `onboarding_days` below `stages:`. An unknown key is an error, not a silence. In a project, the
        key `data` names the folder of raw tables; it is `data` unless you say otherwise.
        """)
    yield from table(
        ("setting", "kind", "default", "meaning"),
        ((code(name), kind, code(value), text) for name, kind, value, text in settings()),
    )
