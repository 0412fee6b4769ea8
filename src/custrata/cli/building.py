"""Commands from raw data to a snapshot: demo, new, map, build, doctor."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from custrata.cli.options import HERE, AsOfOption, JsonOption, MemoryOption, PlaceOption, ThreadsOption
from custrata.cli.printing import print_json, print_table, progress_bar, say
from custrata.errors import SettingError

DirArgument = Annotated[
    Path | None, typer.Argument(metavar="[DIR]", help="A project, a folder of data, or one data file.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    for command in (demo, new, build, doctor):
        app.command()(command)
    app.command(name="map")(map_)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to put the demo project.")] = Path(
        "demo"
    ),
    memory: MemoryOption = None,
    threads: ThreadsOption = None,
    serve: Annotated[
        bool | None,
        typer.Option("--serve/--no-serve", help="Open the workspace afterwards; by default on a terminal."),
    ] = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Where the workspace listens; the first free one.")
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,
) -> None:
    """Build a real grocer and a generated firm, draft strategies, hand out decks, open the workspace."""
    from custrata.project.demo import run_demo

    opens = _opens(serve)
    with progress_bar(quiet=False) as progress:
        outcome = run_demo(folder, memory=memory, threads=threads, progress=progress, firm_later=opens)
    say(f"{outcome.company}: {outcome.rows:,} rows accounted for, snapshot {outcome.fingerprint[:12]}.")
    built, delivered = outcome.seconds["build"], outcome.seconds["deliver"]
    say(f"  built in {built:.1f} s, drafted and delivered in {delivered:.1f} s")
    for name, path in outcome.files.items():
        say(f"  {name:<9} {path}")
    say()
    say("The five most important findings, each with its evidence:")
    for number, (sentence, proof) in enumerate(outcome.findings, 1):
        say(f"{number}. {sentence}")
        for line in proof:
            say(f"     {line}")
    say()
    say(f"Next: custrata show revenue --by tier -C {folder}, custrata check -C {folder},")
    say(f"or edit {folder}/strategy.yaml.")
    if not opens:
        say(f"Both samples in the browser: custrata demo {folder} --serve.")
        return
    from custrata.web.serving.starting import Serving
    from custrata.web.serving.starting import serve as serve_site

    say()
    serve_site(folder, Serving(port=port, browser=not no_browser), say, samples=outcome.samples)


def _opens(asked: bool | None) -> bool:
    """Whether the workspace is opened: as asked, else at a terminal and where it is installed."""
    from custrata.web.serving.preparing import require_web

    if asked is False or (asked is None and not sys.stdout.isatty()):
        return False
    try:
        require_web()
    except SettingError as error:
        if asked:
            raise
        say(f"The workspace is not opened: {error}")
        return False
    return True


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    data: Annotated[
        Path | None, typer.Option("--data", metavar="DIR", help="Where the raw tables lie.")
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="Fill it with a generated company whose truth is known.")
    ] = False,
    customers: Annotated[int, typer.Option(min=50, help="Size of the generated company.")] = 400,
    seed: Annotated[int, typer.Option(help="Seed of the generated company.")] = 7,
) -> None:
    """Make a project: settings, a folder for raw tables, and room for mapping and strategy."""
    from custrata.project.starting import new_project

    made = new_project(folder, data=data, example_customers=customers if example else None, seed=seed)
    for line in made:
        say(line)


def map_(
    folder: DirArgument = None,
    place: PlaceOption = HERE,
    again: Annotated[
        bool, typer.Option("--again", help="Guess anew; the old mapping is kept beside.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Guess which file is which table and which column is which field, and keep the guess as mapping.yaml."""
    from custrata.project.mapping_file import map_project
    from custrata.project.place import locate, settings_of

    found = locate(folder or place)
    report = map_project(found, settings_of(found), again=again)
    if as_json:
        print_json(report.as_json())
    else:
        for line in report.lines():
            say(line)
    if report.questions:
        raise typer.Exit(2)


def build(
    folder: DirArgument = None,
    place: PlaceOption = HERE,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    memory: MemoryOption = None,
    threads: ThreadsOption = None,
    again: Annotated[bool, typer.Option("--again", help="Build even when nothing changed.")] = False,
) -> None:
    """Turn raw tables into a snapshot, and account for every row."""
    from custrata.project.building import Limits, build_project
    from custrata.project.place import locate, settings_of, with_as_of

    found = locate(folder or place)
    settings = with_as_of(settings_of(found), as_of)
    with progress_bar(quiet=as_json) as progress:
        result = build_project(
            found, settings, limits=Limits(memory, threads), progress=progress, again=again
        )
    if as_json:
        from custrata.project.accounts import as_json as account_json

        print_json(account_json(result))
        return
    from custrata.project.accounts import account_lines

    for line in account_lines(result, found):
        say(line)


def doctor(place: PlaceOption = HERE, as_json: JsonOption = False) -> None:
    """Say what is installed, where things lie, and what could be wrong."""
    from custrata.project.doctor import examine

    checks: list[dict[str, Any]] = examine(place)
    if as_json:
        print_json(checks)
    else:
        print_table(
            ["", "what", "found", "to do"], [[c["state"], c["what"], c["found"], c["to_do"]] for c in checks]
        )
    if any(c["state"] == "error" for c in checks):
        raise typer.Exit(1)
