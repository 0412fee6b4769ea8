"""The command that asks what if: scenario."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from custrata.cli.options import HERE, JsonOption, PlaceOption
from custrata.cli.printing import print_json, print_table, say


def register(app: typer.Typer) -> None:
    """Add the command of this module to the app."""
    app.command()(scenario)


def scenario(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="What is supposed; see the manual for its form.")
    ] = None,
    place: PlaceOption = HERE,
    backtest: Annotated[
        bool, typer.Option("--backtest", help="Begin on a past day and hold it against what came.")
    ] = False,
    propose: Annotated[
        bool, typer.Option("--propose", help="Print the scenario that the strategy proposes, and stop.")
    ] = False,
    as_json: JsonOption = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the results as JSON.")
    ] = None,
) -> None:
    """Say what the portfolio becomes under other intents, budgets, moves and effects."""
    from custrata.project.economics.scenario import proposed_scenario, run_scenario
    from custrata.project.economics.scenario_file import proposed_text, read_scenario, write_results
    from custrata.project.economics.scenario_told import scenario_json, sentences, tables, warnings

    if propose:
        say(proposed_text(proposed_scenario(place)).rstrip())
        return
    supposed = proposed_scenario(place) if file is None else read_scenario(file)
    result = run_scenario(place, supposed, backtest=backtest)
    if out is not None:
        write_results(out, scenario_json(result))
    if as_json:
        print_json(scenario_json(result))
        return
    for warning in warnings(result):
        say(warning)
        say()
    for title, (heads, rows) in tables(result):
        say(title)
        print_table(heads, rows, right=tuple(range(1, len(heads))))
        say()
    for sentence in sentences(result):
        say(sentence)
