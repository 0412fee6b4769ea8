"""Commands on the strategy document: look at it, change it, compare, merge, sign, take it to other forms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from custrata.cli.options import JsonOption, OutOption, PlaceOption
from custrata.cli.printing import print_json, print_table, say
from custrata.errors import DocumentError

if TYPE_CHECKING:
    from custrata.project.revising.editing import Saved

FINDINGS = 1
HERE = Path()
File = Annotated[Path, typer.Argument(help="A strategy in any form: .yaml, .json, .md or .xlsx.")]
Place = Annotated[
    Path | None, typer.Option("-C", metavar="DIR", help="The project, or a bare folder of data.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app, under the word strategy."""
    inner = typer.Typer(no_args_is_help=True, rich_markup_mode=None, callback=strategy)
    for name, command in (
        ("show", show),
        ("set", set_),
        ("appoint", appoint),
        ("renew", renew),
        ("compare", compare),
        ("merge", merge),
        ("sign", sign),
        ("export", export),
        ("import", import_),
        ("revisions", revisions),
    ):
        inner.command(name)(command)
    app.add_typer(inner, name="strategy")


def strategy(context: typer.Context, place: PlaceOption = HERE) -> None:
    """Look at the strategy, change it, compare and merge its versions, sign it, take it to other forms."""
    context.obj = place


def show(
    context: typer.Context,
    at: Annotated[
        str,
        typer.Argument(metavar="[PATH]", help="A path such as groups[gold].intent, or an id; none for all."),
    ] = "",
    place: Place = None,
    as_json: JsonOption = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print it as Markdown.")] = False,
    gaps: Annotated[bool, typer.Option("--gaps", help="List what is not known yet.")] = False,
) -> None:
    """Show the strategy, or what stands at a path of it."""
    from custrata.project.revising import editing

    project = _project(context, place)
    if gaps:
        for line in editing.gap_lines(project):
            say(line)
    elif as_json:
        print_json(editing.as_plain(editing.look(project, at)))
    elif as_markdown:
        say(editing.as_markdown(editing.look(project, at)))
    elif at:
        say(editing.as_yaml(editing.look(project, at)))
    else:
        for line in editing.overview(project):
            say(line)


def set_(
    context: typer.Context,
    at: Annotated[str, typer.Argument(metavar="PATH", help="A path such as horizon.months, or E04.text.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="The value as it stands in the file.")],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH VALUE]...", help="More of them, saved together.")
    ] = None,
    place: Place = None,
    as_json: JsonOption = False,
) -> None:
    """Set values; the strategy is held against its form and saved as a new revision."""
    from custrata.project.revising.mending import set_values

    words = [at, value, *(more or ())]
    if len(words) % 2:
        raise DocumentError(
            "a path has no value",
            where=words[-1],
            remedy="write PATH VALUE PATH VALUE, each value in quotes where it has blanks",
        )
    pairs = list(zip(words[::2], words[1::2], strict=True))
    _told(set_values(_project(context, place), pairs), as_json)


def appoint(
    context: typer.Context,
    wanted: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ROLE]...", help="The roles; none lists those that wait for a person."),
    ] = None,
    name: Annotated[str, typer.Option("--name", metavar="N", help="Who takes the role.")] = "",
    place: Place = None,
) -> None:
    """Name the person who takes roles, wherever the strategy suggests them."""
    from custrata.project.revising import mending

    project = _project(context, place)
    if not wanted:
        rows = [[one, str(count)] for one, count in mending.role_rows(project)]
        print_table(["role", "places without a person"], rows, right=(1,))
        return
    waiting = dict(mending.role_rows(project))
    saved = mending.appoint(project, wanted, name)
    left = dict(mending.role_rows(project))
    say(f"{name} answers for {sum(waiting.values()) - sum(left.values())} places; {sum(left.values())} left")
    say(f"revision {saved.document.revision}")


def renew(
    context: typer.Context,
    wanted: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...", help="Claims, such as E03; or parts, for the claims in them that moved or broke."
        ),
    ],
    place: Place = None,
    as_json: JsonOption = False,
) -> None:
    """Write claims anew: the sentence stays, its numbers are those of the latest snapshot."""
    from custrata.project.revising.mending import renew as anew

    _told(anew(_project(context, place), wanted), as_json)


def compare(
    context: typer.Context,
    before: Annotated[
        str,
        typer.Argument(
            metavar="[A]", help="A file, the number of a revision, or draft; none for the last one kept."
        ),
    ] = "",
    after: Annotated[str, typer.Argument(metavar="[B]", help="The same; none for what stands now.")] = "",
    place: Place = None,
    as_json: JsonOption = False,
) -> None:
    """Say in words what changed between two versions."""
    from custrata.project.revising.versions import change_lines, changes_json, compare_versions

    changes = compare_versions(_project(context, place), before, after)
    if as_json:
        print_json(changes_json(changes))
        return
    for line in change_lines(changes):
        say(line)


def merge(
    base: Annotated[Path, typer.Argument(help="What both began with, in any form.")],
    mine: Annotated[Path, typer.Argument(help="One edit; it stands where the two are in conflict.")],
    theirs: Annotated[Path, typer.Argument(help="The other edit.")],
    out: OutOption,
    as_json: JsonOption = False,
) -> None:
    """Put two edits of one strategy together; leaves with 1 where a person has to choose."""
    from custrata.project.revising.versions import conflict_lines, conflicts_json, merge_files

    merged = merge_files(base, mine, theirs, out)
    if as_json:
        print_json(conflicts_json(merged))
    else:
        for line in conflict_lines(merged):
            say(line)
        rest = ", mine where they are in conflict" if merged.conflicts else ""
        say(f"{out}: both edits together{rest}")
    if merged.conflicts:
        raise typer.Exit(FINDINGS)


def sign(
    context: typer.Context,
    function: Annotated[str, typer.Argument(help="Which function answers, as the strategy names it.")],
    name: Annotated[str, typer.Option("--name", metavar="N", help="Who signs.")] = "",
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="The day, as 2026-01-31.")] = "",
    reason: Annotated[
        str, typer.Option("--decline", metavar="REASON", help="Do not sign, and say why.")
    ] = "",
    place: Place = None,
) -> None:
    """Sign the strategy for a function, or decline with a reason; a later edit opens it again."""
    from custrata.project.revising import editing

    project = _project(context, place)
    if reason:
        saved = editing.decline_strategy(project, function, reason, name=name)
    else:
        saved = editing.sign_strategy(project, function, name=name, on=on)
    for signature in editing.signature_lines(saved.document):
        say(signature)
    other = editing.appointed_line(saved.document, function, name)
    if other:
        say(other)


def export(context: typer.Context, out: OutOption, place: Place = None) -> None:
    """Write the strategy in another form: .yaml, .json, .md or .xlsx."""
    from custrata.project.revising.editing import export_strategy

    export_strategy(_project(context, place), out)
    say(f"{out}: the strategy as it stands")


def import_(context: typer.Context, file: File, place: Place = None, as_json: JsonOption = False) -> None:
    """Save what a file of any form holds as the next revision."""
    from custrata.project.revising.editing import import_strategy

    _told(import_strategy(_project(context, place), file), as_json)


def revisions(context: typer.Context, place: Place = None, as_json: JsonOption = False) -> None:
    """List the revisions that are kept, oldest first."""
    from custrata.project.revising.editing import revision_rows

    rows = revision_rows(_project(context, place))
    if as_json:
        print_json(rows)
        return
    print_table(
        ["revision", "hash", "file"], [[str(r["revision"]), r["hash"], r["file"]] for r in rows], right=(0,)
    )


def _project(context: typer.Context, place: Path | None) -> Path:
    """The project, named behind the command or before it."""
    return place or context.obj or HERE


def _told(saved: Saved, as_json: bool) -> None:
    """Say what a save changed."""
    from custrata.project.revising.versions import change_lines, changes_json

    if as_json:
        print_json({"revision": saved.document.revision, "changes": changes_json(saved.changes)})
        return
    number = saved.document.revision
    if saved.first:
        say(f"the first strategy of this project, revision {number}")
        return
    for line in change_lines(saved.changes):
        say(line)
    say(f"revision {number}" if saved.changes else f"nothing is saved: revision {number} stands")
