"""Commands on customer economics: value, portfolio."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from custrata.cli.options import HERE, JsonOption, PlaceOption
from custrata.cli.printing import print_json, print_table, say
from custrata.errors import SettingError

if TYPE_CHECKING:
    from custrata.project.economics.section import Section


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    app.command()(value)
    app.command()(portfolio)


def value(
    by: Annotated[
        list[str] | None, typer.Option("--by", metavar="DIM", help="Dimension, such as cohort or region.")
    ] = None,
    customers: Annotated[
        bool, typer.Option("--customers", help="Write the value of each customer to --out FILE.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where --customers goes: .csv or .parquet.")
    ] = None,
    place: PlaceOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Say what customers are worth, how sure that is, and which model said it."""
    from custrata.project.economics.worth import (
        worth_json,
        worth_of,
        worth_sections,
        write_customer_values,
    )

    if customers != (out is not None):
        raise SettingError(
            "--customers and --out FILE belong together",
            where="custrata value",
            remedy="write custrata value --customers --out values.csv",
        )
    if out is not None:
        say(f"{write_customer_values(place, out):,} customers written to {out}")
        return
    worth = worth_of(place, tuple(by or ()))
    if as_json:
        print_json(worth_json(worth))
        return
    _print(worth_sections(worth), worth.sentences)


def portfolio(place: PlaceOption = HERE, as_json: JsonOption = False) -> None:
    """Say how the portfolio is made up, how it moves, what hangs on few, who gives and who gets."""
    from custrata.project.economics.portfolio import (
        portfolio_json,
        portfolio_of,
        portfolio_sections,
        portfolio_sentences,
    )

    snapshot = portfolio_of(place)
    if as_json:
        print_json(portfolio_json(snapshot))
        return
    _print(portfolio_sections(snapshot), portfolio_sentences(snapshot))


def _print(sections: Iterable[Section], sentences: Iterable[str]) -> None:
    for section in sections:
        say(section.title)
        print_table(section.heads, section.rows, right=tuple(range(1, len(section.heads))))
        if section.note:
            say(section.note)
        say()
    for sentence in sentences:
        say(sentence)
