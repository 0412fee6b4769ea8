"""Commands that read a snapshot: show, customers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from custrata.cli.options import HERE, JsonOption, PlaceOption
from custrata.cli.printing import print_json, print_table, say


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    app.command()(show)
    app.command()(customers)


def show(
    measure: Annotated[
        str, typer.Argument(metavar="[MEASURE]", help="Id of a measure; none lists them all.")
    ] = "",
    by: Annotated[
        list[str] | None, typer.Option("--by", metavar="DIM", help="Dimension, such as tier or month.")
    ] = None,
    period: Annotated[str, typer.Option(help="all, current or previous.")] = "",
    place: PlaceOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Show a measure with its unit, n, interval, period and definition."""
    from custrata.project.asking import list_measures, reading_json, reading_row, show_measure, stages_told

    if not measure:
        rows = list_measures(place)
        if as_json:
            print_json(rows)
        else:
            print_table(
                ["measure", "unit", "definition"], [[r["measure"], r["unit"], r["definition"]] for r in rows]
            )
        return
    readings = show_measure(place, measure, tuple(by or ()), period)
    if as_json:
        print_json([reading_json(r) for r in readings])
        return
    say(readings[0].definition if readings else "no reading")
    heads = ["segment", "value", "interval", "n", "period"]
    print_table(heads, [reading_row(r) for r in readings], right=(1, 3))
    for line in stages_told(place, readings):
        say(line)
    for reading in readings:
        if reading.reason:
            say(f"not known: {reading.reason}")
            break


def customers(
    place: PlaceOption = HERE,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write all of them: .csv or .parquet.")
    ] = None,
    rows: Annotated[int, typer.Option(min=1, help="How many to print.")] = 20,
) -> None:
    """List customers with value, tier, stage and purchase summary."""
    from custrata.project.customer_list import top_customers, write_customers

    if out is not None:
        say(f"{write_customers(place, out):,} customers written to {out}")
        return
    heads, lines, count = top_customers(place, rows)
    print_table(heads, lines)
    if len(lines) < count:
        say(f"{len(lines)} of {count:,} customers, the most valuable first; --out FILE writes all")
