"""Commands around the strategy: draft, check, deck, report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from custrata.cli.options import HERE, JsonOption, OutOption, PlaceOption
from custrata.cli.printing import print_json, say


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    for command in (draft, check, deck, report):
        app.command()(command)


def draft(
    place: PlaceOption = HERE,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write here instead.")] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace an edited strategy; the old one is kept.")
    ] = False,
) -> None:
    """Write a first strategy from the snapshot: every figure bound, every judgement a proposal."""
    from custrata.project.strategy_file import draft_project

    for line in draft_project(place, out=out, replace=replace):
        say(line)


def check(place: PlaceOption = HERE, as_json: JsonOption = False) -> None:
    """Hold every claim of the strategy against the latest snapshot."""
    from custrata.project.strategy_file import check_project

    result = check_project(place)
    if as_json:
        print_json(result.as_json())
    else:
        for line in result.lines():
            say(line)
    if result.failed:
        raise typer.Exit(1)


def deck(out: OutOption, place: PlaceOption = HERE) -> None:
    """Write the board deck as an editable PowerPoint file."""
    from custrata.project.delivering import deliver_deck

    say(deliver_deck(place, out))


def report(out: OutOption, place: PlaceOption = HERE) -> None:
    """Write the report as one self-contained web page."""
    from custrata.project.delivering import deliver_report

    say(deliver_report(place, out))
