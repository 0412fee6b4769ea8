"""A link is made, and ended."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from custrata.delivery.kinds import kinds
from custrata.errors import InputError
from custrata.project.showing.scene import Scene
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.deliveries.links.masked import masked_scene
from custrata.web.deliveries.links.shown import shown
from custrata.web.deliveries.links.tokens import fresh_token, hash_of
from custrata.web.deliveries.making.files import forget
from custrata.web.deliveries.making.making import write
from custrata.web.deliveries.models import ShareLink, Shows
from custrata.web.workspaces.models import Workspace

LONGEST = 365
"""Days after which every link has ended."""


def share(
    workspace: Workspace, shows: str, about: str, days: int, user: User, *, title: str = ""
) -> tuple[ShareLink, str]:
    """Make a link that shows one object without persons.

    Args:
        workspace: Where.
        shows: What it shows.
        about: Id of the claim, or kind of the file.
        days: How long it holds.
        user: Who makes it.
        title: What its maker calls it.

    Returns:
        The link and its token; the token is told once and kept nowhere.

    Raises:
        InputError: There is nothing of that kind to show, or the days lie outside 1 to 365.
        DeliveryError: The file cannot be made.
    """
    _check(shows, days)
    scene, token = masked_scene(workspace), fresh_token()
    name, file = _named(scene, shows, about), ""
    if shows == Shows.FILE:
        file = write(scene, workspace, about, _options(scene, about))
    link = ShareLink(
        workspace=workspace,
        shows=shows,
        about=about if shows in (Shows.FILE, Shows.CLAIM) else "",
        title=(title.strip() or name)[:120],
        token=hash_of(token),
        expires_at=timezone.now() + dt.timedelta(days=days),
        file=file,
        snapshot=scene.snapshot.manifest.fingerprint,
        revision=scene.document.revision,
        made_by=user,
    )
    try:
        with transaction.atomic():
            link.save()
            thing = f"{shows} {link.about}".strip()
            record("link.made", workspace=workspace, actor=user, thing=thing, link=link.pk)
    except BaseException:  # whatever happened, no file is left behind; it goes on to whoever asked
        forget(file)
        raise
    return link, token


def _check(shows: str, days: int) -> None:
    if shows not in Shows.values:
        raise InputError("there is nothing of this kind to share", where=shows, remedy="choose from the list")
    if not 1 <= days <= LONGEST:
        raise InputError("a link holds 1 to 365 days", where=f"{days} days", remedy="choose fewer days")


def _named(scene: Scene, shows: str, about: str) -> str:
    """What a link is called whose maker calls it nothing; refused where there is nothing to show."""
    if shows == Shows.FILE:
        kind = kinds().get(about)
        if kind is None or kind.endings[0] not in (".pptx", ".pdf"):
            raise InputError(
                "only decks and papers are shared as files", where=about, remedy="choose one of them"
            )
        return kind.title
    if not shown(scene, shows, about):
        raise InputError("there is no such claim", where=about, remedy="choose one of the strategy")
    return f"{Shows(shows).label} {about}" if shows == Shows.CLAIM else Shows(shows).label


def _options(scene: Scene, kind: str) -> dict[str, str]:
    """Of a file for one function the first that is asked to sign."""
    signs = scene.document.sign_offs
    return {"team": signs[0].function} if kinds()[kind].narrowed == "team" and signs else {}


def revoke(link: ShareLink, user: User) -> None:
    """End a link; its file goes.

    Args:
        link: The link.
        user: Who ends it.
    """
    with transaction.atomic():
        ended = ShareLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now())
        if not ended:
            return
        record("link.revoked", workspace=link.workspace, actor=user, thing=link.shows, link=link.pk)
        place = link.file
        transaction.on_commit(lambda: forget(place))
