"""An assistant at the project: it reads figures and proposes changes over MCP, and a person decides."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec

import typer

from custrata.cli.options import HERE, JsonOption, PlaceOption
from custrata.cli.printing import print_json, say
from custrata.errors import CustrataError, InputError

if TYPE_CHECKING:
    from mcp.server import MCPServer

P = ParamSpec("P")

INSTRUCTIONS = """\
You look at one company's customer strategy. Begin with overview. Every figure that you pass on carries its
unit, period and n, and its interval where it has one. Say what is not known. You cannot change the strategy:
propose, with the reason, and a person decides."""


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    app.command("mcp")(mcp)
    app.command("proposals")(proposals)


def mcp(
    place: PlaceOption = HERE,
    name: Annotated[
        str, typer.Option("--name", metavar="WHO", help="How its proposals are signed.")
    ] = "an assistant",
) -> None:
    """Let an assistant read the project and propose changes, over MCP on standard input and output."""
    server(place, name).run("stdio")


def proposals(
    place: PlaceOption = HERE,
    accept: Annotated[str, typer.Option("--accept", metavar="ID", help="Make this change.")] = "",
    refuse: Annotated[str, typer.Option("--refuse", metavar="ID", help="Refuse it.")] = "",
    name: Annotated[str, typer.Option("--name", metavar="WHO", help="Who decides.")] = "",
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="The day of the decision.")] = "",
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="Why it is refused.")] = "",
    as_json: JsonOption = False,
) -> None:
    """List the changes that wait for a person, or accept or refuse one."""
    from custrata.project.assisting import proposing

    if accept:
        made = proposing.accept(place, accept, name=name, on=_day(on))
        say(f"{made.at} is now {made.value}")
    elif refuse:
        made = proposing.refuse(place, refuse, name=name, on=_day(on), answer=because)
        say(f"refused: {made.at} stays as it is")
    elif as_json:
        print_json([one.model_dump(mode="json") for one in proposing.proposals(place)])
    else:
        for line in _lines(proposing.proposals(place)):
            say(line)


def server(place: Path, name: str) -> MCPServer:
    """The MCP server of a project: questions, and one way to propose.

    Args:
        place: The project.
        name: How its proposals are signed.

    Raises:
        InputError: The extra is not installed.
    """
    try:
        from mcp.server import MCPServer
    except ImportError as error:
        raise InputError(
            "what speaks MCP is not installed", where="custrata mcp", remedy="pip install 'custrata[mcp]'"
        ) from error
    from custrata.project.place import locate

    locate(place)
    made: MCPServer = MCPServer("custrata", instructions=INSTRUCTIONS, log_level="ERROR")
    for tool in tools(place, name):
        made.tool(structured_output=False)(tool)
    return made


def tools(place: Path, name: str) -> tuple[Callable[..., str], ...]:
    """What an assistant may do; each answers with JSON, or with an error in words.

    Args:
        place: The project.
        name: How proposals are signed.
    """
    from custrata.project.assisting.asking import Asked

    asked = Asked(place, name)
    return tuple(
        _answered(ask)
        for ask in (
            asked.overview,
            asked.measures,
            asked.reading,
            asked.claims,
            asked.why,
            asked.mistakes,
            asked.strategy,
            asked.moved,
            asked.propose,
            asked.proposals,
        )
    )


def _answered(ask: Callable[P, Any]) -> Callable[P, str]:
    """The answer as JSON; an error in words, since an assistant can mend what it reads."""

    @wraps(ask)
    def answer(*args: P.args, **kwargs: P.kwargs) -> str:
        try:
            found = ask(*args, **kwargs)
        except CustrataError as error:
            found = {"error": error.what, "where": error.where, "to_do": error.remedy}
        return json.dumps(found, ensure_ascii=False, default=str)

    return answer


def _lines(found: tuple[Any, ...]) -> list[str]:
    if not found:
        return ["nothing is proposed"]
    lines = []
    for one in found:
        decided = f" {one.decided_on} by {one.decided_by}" if one.decided_by else ""
        lines += [
            f"{one.id}  {one.standing}{decided}: {one.at}",
            f"    {one.was or 'nothing'}  →  {one.value}",
        ]
        lines.append(f"    because: {one.because} ({one.by})")
    return lines


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            "a decision needs its day", where=f"--on {text}".strip(), remedy="write it as --on 2026-01-31"
        ) from error
