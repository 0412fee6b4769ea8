"""Boards of teams: what each watches, what it answers for, and what it can do about it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from custrata.keeping import Kept
from custrata.project.showing.boards import Board
from custrata.project.showing.boards import board as board_of
from custrata.project.showing.scene import Scene
from custrata.project.showing.teams import TEAMS, Team, team_of
from custrata.web.frame.page import Page, show
from custrata.web.strategies.staging import scene_of
from custrata.web.together.addresses import link_of
from custrata.web.together.tasks.listing import tasks_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

_boards: Kept[Scene, Board] = Kept(board_of, most=24)


@needs(Right.SEE)
@require_GET
def boards(request: HttpRequest, asking: Asking) -> HttpResponse:
    """All teams, with what leads on each board."""
    scene = scene_of(asking.workspace)
    found = [(_boards(scene, team), link_of(asking.workspace.slug, f"team:{team.key}")) for team in TEAMS]
    page = Page(
        "boards", "Team boards", finding=f"{len(TEAMS)} teams, each with what it watches and answers for"
    )
    return show(request, asking, "together/boards.html", page, scene=scene, found=found)


@needs(Right.SEE)
@require_GET
def board(request: HttpRequest, asking: Asking, team: str) -> HttpResponse:
    """The board of one team."""
    wanted = team_of(team)
    if wanted is None:
        raise Http404("there is no such team")
    scene, slug = scene_of(asking.workspace), asking.workspace.slug
    found = _boards(scene, wanted)
    today = timezone.localdate()
    page = Page(
        "boards",
        wanted.title,
        finding=found.finding or f"{wanted.title}: its measures wait for data",
        kicker=("Team board", wanted.title),
        lede=wanted.question,
        crumbs=(("Team boards", reverse("boards", args=[slug])),),
    )
    return show(
        request,
        asking,
        "together/board.html",
        page,
        scene=scene,
        board=found,
        teams=[(one, reverse("board", args=[slug, one.key]), one is wanted) for one in TEAMS],
        owed=[(one, link_of(slug, one.origin)) for one in found.owed],
        rows=[(one, link_of(slug, one.origin)) for one in found.rows],
        findings=[(f, f"pitfall:{f.code}@{f.place}") for f in found.findings],
        tasks=tasks_of(asking.workspace, asking.user, today, origin=f"team:{wanted.key}"),
        rooms=_rooms(slug, wanted),
        team_origin=f"team:{wanted.key}",
    )


def _rooms(slug: str, team: Team) -> list[tuple[str, str]]:
    """Rooms of the workspace that the team works in."""
    return [(word, reverse(room, args=[slug])) for room, word in team.rooms]
