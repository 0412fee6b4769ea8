"""Commands of the workspace in the browser: serve it, work for it, let the owner in, back it up, restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from custrata.cli.options import HERE, PlaceOption
from custrata.cli.printing import say

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The archive, such as site.tar.gz.")]
PortOption = Annotated[
    int | None,
    typer.Option("--port", min=1, max=65535, help="Where to listen; the first free one from 8000."),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    for command in (serve, worker, owner, backup, restore):
        app.command()(command)


def serve(
    place: PlaceOption = HERE,
    port: PortOption = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Who can reach it; this machine alone by default.")
    ] = "127.0.0.1",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,
    workers: Annotated[int, typer.Option(min=0, help="Processes that answer; 0 takes up to two.")] = 0,
) -> None:
    """Open the workspace of a project in the browser: server, worker and tables in one command."""
    _require()
    from custrata.web.serving.starting import Serving
    from custrata.web.serving.starting import serve as serve_site

    serve_site(place, Serving(host, port, not no_browser, workers), say)


def worker(place: PlaceOption = HERE) -> None:
    """Do the work of a site in the background, beside a server that runs already."""
    _require()
    from custrata.web.serving.starting import work

    work(place, say)


def owner(
    place: PlaceOption = HERE,
    at: Annotated[
        str, typer.Option("--at", metavar="URL", help="Where the site is reached from this machine.")
    ] = "http://localhost:8000",
    email: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Ask for a password instead, for a site behind TLS.")
    ] = "",
) -> None:
    """Let the owner of a site in: by a link from this machine, or by an address and a password."""
    _require()
    from custrata.web.serving.preparing import open_site
    from custrata.web.serving.starting import owner_link, owner_with_password

    open_site(place)
    if email:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
        say(owner_with_password(email, password))
    else:
        say(owner_link(at.rstrip("/")))


def backup(file: FileArgument, place: PlaceOption = HERE) -> None:
    """Keep a whole site in one archive: its rows and the folders of its workspaces, without secrets."""
    _require()
    from custrata.web.serving.preparing import open_site

    # Tables can be named only once Django is ready.
    open_site(place)
    from custrata.web.serving.archive.backing_up import back_up

    for line in back_up(file):
        say(line)


def restore(file: FileArgument, place: PlaceOption = HERE) -> None:
    """Bring a site back from an archive, on whichever database the new site has; it must be empty."""
    _require()
    from custrata.web.serving.preparing import open_site

    # Tables can be named only once Django is ready.
    open_site(place)
    from custrata.web.serving.archive.restoring import bring_back

    for line in bring_back(file):
        say(line)


def _require() -> None:
    from custrata.web.serving.preparing import require_web

    require_web()
