"""Commands around the strategy: draft, check, deliver, and deck and report for short."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from custrata.cli.options import HERE, JsonOption, OutOption, PlaceOption
from custrata.cli.printing import print_json, say

StrictOption = Annotated[
    bool, typer.Option("--strict", help="Refuse where the check finds errors, instead of marking them.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    for command in (draft, check, deliver, deck, report):
        app.command()(command)


def draft(
    place: PlaceOption = HERE,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write here instead.")] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace an edited strategy; the old one is kept.")
    ] = False,
    model: Annotated[
        str,
        typer.Option(
            "--model",
            metavar="URL",
            help="Let a language model word the sentences: base address of an OpenAI-compatible service. "
            "Nothing that it invents gets in; no name out of the data is sent. Token: CUSTRATA_MODEL_KEY.",
        ),
    ] = "",
    model_name: Annotated[
        str, typer.Option("--model-name", metavar="NAME", help="Model to ask for there.")
    ] = "",
) -> None:
    """Write a first strategy from the snapshot: every figure bound, every judgement a proposal."""
    from custrata.project.strategy_file import draft_project

    write = None
    if model:
        from custrata.engine.model_endpoint import ModelEndpoint

        write = ModelEndpoint(model, model_name, os.environ.get("CUSTRATA_MODEL_KEY", "")).write
    for line in draft_project(place, out=out, replace=replace, write=write):
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


def deliver(
    out: OutOption,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What to write; see custrata deliver --help.")],
    place: PlaceOption = HERE,
    against: Annotated[
        str, typer.Option("--against", metavar="SNAPSHOT", help="For the delta deck: the snapshot before.")
    ] = "",
    group: Annotated[str, typer.Option("--group", metavar="ID", help="For one customer group.")] = "",
    team: Annotated[str, typer.Option("--team", metavar="NAME", help="For one function.")] = "",
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help="A company's own .pptx for decks.")
    ] = None,
    paper: Annotated[str, typer.Option("--paper", metavar="SIZE", help="a4 or us-letter.")] = "a4",
    strict: StrictOption = False,
) -> None:
    """Write a deliverable: decks, one-pagers, report, workbook, page, Markdown, calendar."""
    from custrata.project.delivering import deliver as write

    asked = {"against": against, "group": group, "team": team, "paper": paper}
    say(write(place, kind, out, template=template, strict=strict, **asked))


def deck(out: OutOption, place: PlaceOption = HERE, strict: StrictOption = False) -> None:
    """Write the board deck as an editable PowerPoint file."""
    from custrata.project.delivering import deliver_deck

    say(deliver_deck(place, out, strict=strict))


def report(out: OutOption, place: PlaceOption = HERE, strict: StrictOption = False) -> None:
    """Write the report as one self-contained web page."""
    from custrata.project.delivering import deliver_report

    say(deliver_report(place, out, strict=strict))
