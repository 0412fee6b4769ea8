"""Commands about one person: who is meant, everything that is known of them, and their erasure."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from custrata.cli.options import HERE, JsonOption, OutOption, PlaceOption
from custrata.cli.printing import print_json, say
from custrata.errors import InputError

if TYPE_CHECKING:
    from custrata.project.erasing.traces import Traces
    from custrata.project.place import Place
    from custrata.web.workspaces.models import Workspace

WhoArgument = Annotated[
    str, typer.Argument(metavar="WHO", help="A customer's key, a person's key or a mail address.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    group = typer.Typer(
        help="One person's data: who is meant, given to them, or erased.", no_args_is_help=True
    )
    for command in (find, give, erase):
        group.command()(command)
    app.add_typer(group, name="person")


def find(who: WhoArgument, place: PlaceOption = HERE, as_json: JsonOption = False) -> None:
    """Say who is meant: keys, names, addresses and numbers that are known."""
    _, traces = _found(place, who)
    held = {
        "customers": traces.customers,
        "persons": traces.persons,
        "names": traces.names,
        "addresses": traces.emails,
        "numbers": traces.phones,
    }
    if as_json:
        print_json({name: sorted(values) for name, values in held.items()})
        return
    for name, values in held.items():
        say(f"{name}: {', '.join(sorted(values)) or 'none'}")


def give(who: WhoArgument, out: OutOption, place: PlaceOption = HERE) -> None:
    """Write everything that is known of a person as a zip."""
    from custrata.project.erasing.giving import give as pack
    from custrata.project.erasing.writing import write_privately

    found, traces = _found(place, who)
    workspace = _workspace(found)
    if workspace is None:
        packed = pack(found, traces)
    else:
        from custrata.web.workspaces.persons.acting import given

        packed = given(workspace, traces, None)
    write_privately(out, packed)
    say(f"{out} written, {len(packed):,} bytes; it holds personal data: give it to nobody else")


def erase(
    who: WhoArgument,
    place: PlaceOption = HERE,
    on: Annotated[
        str, typer.Option("--on", metavar="DAY", help="The day, for the note in the snapshots.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Erase; without it nothing is done.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Erase a person from raw files, snapshots, texts and everything made of them; it cannot be undone."""
    found, traces = _found(place, who)
    if not yes:
        meant = f"{len(traces.customers)} customers and {len(traces.persons)} people"
        raise InputError(
            f"nothing was erased; meant are {meant}",
            where=found.title,
            remedy="look with custrata person find, then give --yes and --on DAY",
        )
    lines = _erased(found, traces, _day(on))
    if as_json:
        print_json({"done": lines})
        return
    for line in lines:
        say(line)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            "nothing was erased; this is no day", where=f"--on {text}", remedy="write it as 2026-01-31"
        ) from error


def _erased(place: Place, traces: Traces, on: dt.date) -> list[str]:
    workspace = _workspace(place)
    if workspace is None:
        from custrata.project.erasing.erasing import erase as erase_files

        return erase_files(place, traces, on=on).lines()
    from custrata.web.workspaces.persons.acting import erased

    return erased(workspace, traces, None).lines()


def _found(folder: Path, who: str) -> tuple[Place, Traces]:
    from custrata.project.erasing.finding import find as look
    from custrata.project.place import locate

    place = locate(folder)
    return place, look(place, who)


def _workspace(place: Place) -> Workspace | None:
    """The workspace of a project where a site serves it: texts of its people are in the site's database."""
    if not (os.environ.get("CUSTRATA_SITE") or (place.state / "site").is_dir()):
        return None
    from custrata.web.serving.preparing import open_site, require_web

    require_web()
    open_site(place.root)
    # Tables can be named only once Django is ready.
    from custrata.web.workspaces.models import Workspace

    return next((one for one in Workspace.objects.all() if one.path.resolve() == place.root), None)
