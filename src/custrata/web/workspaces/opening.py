"""A project becomes a workspace: its folder, its strategy as the first revision, its first admin."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify

from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate, settings_of
from custrata.project.strategy_file import strategy_or_draft
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.strategies.models import Origin
from custrata.web.strategies.saving import begin
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.rights import Role
from custrata.web.workspaces.turned_down import ask_for


def adopt(folder: Path, owner: User | None, *, name: str = "", sample: bool = False) -> Workspace:
    """The workspace of a project; the one that is there already where the folder has one.

    Args:
        folder: The project, or a bare folder of data.
        owner: Becomes admin and sees names of customers; None leaves the workspace without people.
        name: What people call it; empty takes the company's name.
        sample: Whether it is sample data.

    Raises:
        InputError: There is no such folder.
    """
    place = locate(folder)
    kept = _kept(place.root)
    ask_for(place.root)
    with transaction.atomic():
        found = Workspace.objects.filter(folder=kept).first()
        if found is None:
            title = name or settings_of(place).company or place.title
            found = Workspace.objects.create(slug=_free(title), name=title, folder=kept, sample=sample)
            record("workspace.opened", workspace=found, actor=owner, thing=found.slug)
        elif sample and not found.sample:
            # It was opened before anybody knew that it is one.
            found.sample = True
            found.save(update_fields=["sample"])
        if owner is not None:
            Membership.objects.get_or_create(
                workspace=found, user=owner, defaults={"role": Role.ADMIN.value, "persons": True}
            )
    read_strategy_in(found, owner)
    return found


def adopted(folder: Path) -> Workspace | None:
    """The workspace that a folder has become; None where it is none.

    Args:
        folder: The project.
    """
    return Workspace.objects.filter(folder=_kept(locate(folder).root)).first()


def read_strategy_in(workspace: Workspace, author: User | None) -> None:
    """The saved strategy of the project, else a fresh draft, becomes the first revision, once.

    Args:
        workspace: Where.
        author: Who; None for the program.
    """
    place = workspace.place
    if SnapshotStore(place.state).current() is None or _has_strategy(workspace):
        return
    document, drafted = strategy_or_draft(place, SnapshotStore(place.state).load())
    begin(workspace, document, author, Origin.DRAFT if drafted else Origin.FILE)


def _has_strategy(workspace: Workspace) -> bool:
    head = getattr(workspace, "strategy", None)
    return head is not None and head.number > 0


def _kept(folder: Path) -> str:
    """How a folder is written down: relative where it lies inside the site, so that the site can move."""
    site = Path(settings.SITE_FOLDER).resolve()
    return str(folder.relative_to(site)) if folder.is_relative_to(site) else str(folder)


def _free(title: str) -> str:
    wanted = slugify(title)[:50] or "workspace"
    taken = set(Workspace.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)
