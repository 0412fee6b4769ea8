"""Commands that steer: prioritise, maturity, views."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from custrata.cli.options import HERE, JsonOption, PlaceOption
from custrata.cli.printing import print_json, print_table, say
from custrata.errors import SettingError

if TYPE_CHECKING:
    from custrata.project.economics.section import Section


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    for command in (prioritise, maturity, views):
        app.command()(command)


def prioritise(place: PlaceOption = HERE, as_json: JsonOption = False) -> None:
    """Rank goals and initiatives by their scores, say how firm that is, and what fits."""
    from custrata.project.steering.priorities import (
        priorities_json,
        priorities_of,
        priorities_opening,
        priorities_sections,
        priorities_sentences,
    )

    document, found = priorities_of(place)
    if as_json:
        print_json(priorities_json(found))
        return
    opening = priorities_opening(found)
    for line in opening:
        say(line)
    if opening:
        say()
    rest = (line for line in priorities_sentences(found) if line not in opening)
    _print(priorities_sections(document, found), rest)


def maturity(
    answer: Annotated[
        tuple[str, int] | None,
        typer.Option(
            "--answer", metavar="DIMENSION LEVEL", help="Write an answer, 1 to 5, into the strategy."
        ),
    ] = None,
    name: Annotated[str, typer.Option("--name", metavar="WHO", help="Who answers.")] = "",
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="What they point at.")] = "",
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="When they answered (YYYY-MM-DD).")] = "",
    wanted: Annotated[
        int | None, typer.Option("--wanted", metavar="LEVEL", help="The level to be reached.")
    ] = None,
    place: PlaceOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Say how mature the company is by its answers and by what is shown, and what gaps cost."""
    from custrata.project.steering.maturity import (
        maturity_json,
        maturity_of,
        maturity_sections,
        maturity_sentences,
        record_answer,
    )

    if answer is None and (name or because or on or wanted is not None):
        raise SettingError(
            "--name, --because, --on and --wanted belong to --answer",
            where="custrata maturity",
            remedy='write custrata maturity --answer "customer intelligence" 3 --name WHO --on 2026-01-31',
        )
    if answer is not None:
        say(record_answer(place, *answer, name=name, on=on, because=because, wanted=wanted))
        return
    found, snapshot = maturity_of(place)
    if as_json:
        print_json(maturity_json(found, snapshot))
        return
    _print(maturity_sections(found), maturity_sentences(found, snapshot))


def views(
    name: Annotated[
        str,
        typer.Argument(metavar="[NAME]", help="anatomy, canvas, marketing, steps or chain; none shows all."),
    ] = "",
    place: PlaceOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Show the strategy in five views: how complete each part is, and how well it is proven."""
    from custrata.project.steering.views import views_json, views_of, views_sections, views_sentences

    seen = views_of(place, name)
    if as_json:
        print_json(views_json(seen))
        return
    _print(views_sections(seen), views_sentences(seen))


def _print(sections: Iterable[Section], sentences: Iterable[str]) -> None:
    for section in sections:
        say(section.title)
        print_table(section.heads, section.rows)
        if section.note:
            say(section.note)
        say()
    for sentence in sentences:
        say(sentence)
