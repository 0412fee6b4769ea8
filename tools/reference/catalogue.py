"""The page of measures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markdown import code, prose, table

UNITS = {"money": "money", "share": "share, 0 to 1"}


def measures() -> dict[str, Any]:
    """The catalogue by id."""
    from custrata.measures.catalogue import CATALOGUE

    return dict(sorted(CATALOGUE.items()))


def page() -> Iterator[str]:
    """Every measure with definition, unit and needs."""
    yield "# Measures\n"
    yield from prose("""
        What `custrata show` can answer. *Better* says which way a company wants it, *tells* whether it
        moves early (leading) or sums up late (lagging). *Needs* lists the columns of the canonical tables
        that must hold data; where several ways are named, the first that the data allow is taken. A
        measure whose needs are not met says so instead of giving a number.
        """)
    found = measures()
    yield f"{len(found)} measures: {', '.join(f'[{m}](#{m})' for m in found)}.\n"
    for measure in found.values():
        yield from entry(measure)


def entry(measure: Any) -> Iterator[str]:
    """One measure."""
    yield f"\n## {measure.id}\n\n**{measure.title}.** {measure.definition}\n"
    facts = [
        ("unit", UNITS.get(measure.unit, measure.unit)),
        ("better", measure.direction),
        ("tells", measure.timing),
        ("n counts", measure.n_of),
        ("one row is", measure.grain),
        ("periods", ", ".join(measure.periods)),
        ("always by", ", ".join(measure.by)),
        ("needs", " or ".join(needs(formula) for formula in measure.formulas)),
    ]
    yield from table(("", ""), ((name, text) for name, text in facts if text))


def needs(formula: Any) -> str:
    """The columns that one way of computing needs, with what must be known of it."""
    columns = ", ".join(code(column) for column in formula.needs) or "any table that names customers"
    return f"{columns} ({formula.note})" if formula.note else columns
