"""Commands for reviews: agenda and minutes, and why a number stands where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from custrata.cli.options import HERE, JsonOption, PlaceOption
from custrata.cli.printing import print_json, say

if TYPE_CHECKING:
    from custrata.project.reviewing.minutes import Told

Lines = list[str] | None


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    app.command()(review)
    app.command()(why)


def _lines(option: str, help_text: str) -> object:
    return typer.Option(option, metavar="TEXT", help=help_text)


def review(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="weekly, monthly or yearly.")],
    place: PlaceOption = HERE,
    against: Annotated[
        str,
        typer.Option(
            "--against", metavar="SNAPSHOT", help="Compare with this snapshot; else the last before."
        ),
    ] = "",
    on: Annotated[
        str, typer.Option("--on", metavar="DAY", help="Day of the review; else the last day of the data.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the agenda as Markdown.")
    ] = None,
    minutes: Annotated[Lines, _lines("--minutes", "Keep minutes: what was said.")] = None,
    decided: Annotated[Lines, _lines("--decided", "Keep minutes: what was decided.")] = None,
    stop: Annotated[Lines, _lines("--stop", "Keep minutes: what is stopped.")] = None,
    start: Annotated[Lines, _lines("--start", "Keep minutes: what is started.")] = None,
    go_on: Annotated[Lines, _lines("--continue", "Keep minutes: what is continued.")] = None,
    action: Annotated[Lines, _lines("--action", "Keep minutes: an action, as 'what; owner; day'.")] = None,
    present: Annotated[Lines, _lines("--present", "Keep minutes: who was there.")] = None,
    done: Annotated[Lines, _lines("--done", "Keep minutes: id of an earlier action that is done.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Write the agenda of a review from what changed; or keep its minutes in the strategy."""
    from custrata.project.reviewing.minutes import Told

    lists = (minutes, decided, stop, start, go_on, action, present, done)
    told = Told(*(tuple(texts or ()) for texts in lists))
    if told.empty:
        _show_agenda(place, kind, against, on, out, as_json)
    else:
        _keep_minutes(place, kind, told, on, as_json)


def _show_agenda(place: Path, kind: str, against: str, on: str, out: Path | None, as_json: bool) -> None:
    from custrata.drafting.agenda.paper import as_values
    from custrata.project.reviewing.agendas import prepare_review, write_agenda

    prepared = prepare_review(place, kind, against=against, on=on)
    written = write_agenda(prepared, out) if out is not None else ""
    if as_json:
        print_json(as_values(prepared.agenda) | {"on": str(prepared.on) if prepared.on else None})
    else:
        say(written or prepared.page.rstrip("\n"))


def _keep_minutes(place: Path, kind: str, told: Told, on: str, as_json: bool) -> None:
    from custrata.project.reviewing.minutes import keep_review

    kept = keep_review(place, kind, told, on=on)
    if as_json:
        print_json(kept.model_dump(mode="json"))
        return
    actions = ", ".join(f"{a.id} ({a.text})" for a in kept.actions) or "no action"
    say(f"{kept.id} is kept in the strategy: {actions}; the next agenda shows it")


def why(
    asked: Annotated[
        str, typer.Argument(metavar="ID", help="A claim such as E03, a measure, a table, or table.column.")
    ],
    place: PlaceOption = HERE,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="DIM=VALUE", help="Part of the base, for a measure."),
    ] = None,
    period: Annotated[str, typer.Option(help="all, current or previous, for a measure.")] = "",
    sql: Annotated[bool, typer.Option("--sql", help="Show the queries and hashes, too.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Show what carries a claim, down to raw files; or what stands on a number."""
    from custrata.project.reviewing.tracing import why as ask

    found = ask(place, asked, where=tuple(where or ()), period=period)
    if as_json:
        print_json(found.as_json())
    else:
        for line in found.lines(sql=sql):
            say(line)
