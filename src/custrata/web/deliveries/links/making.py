"""A link is made, and ended."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from custrata.delivery.kinds import kinds
from custrata.errors import InputError
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
    if shows not in Shows.values:
        raise InputError("there is nothing of this kind to share", where=shows, remedy="choose from the list")
    if not 1 <= days <= LONGEST:
        raise InputError("a link holds 1 to 365 days", where=f"{days} days", remedy="choose fewer days")
    scene = masked_scene(workspace)
    file, name = "", Shows(shows).label
    if shows == Shows.FILE:
        if about not in kinds() or kinds()[about].endings[0] not in (".pptx", ".pdf"):
            raise InputError(
                "only decks and papers are shared as files", where=about, remedy="choose one of them"
            )
        options = (
            {"team": scene.document.sign_offs[0].function}
            if about == "team" and scene.document.sign_offs
            else {}
        )
        file, name = write(scene, workspace, about, options), kinds()[about].title
    elif not shown(scene, shows, about):
        raise InputError("there is no such claim", where=about, remedy="choose one of the strategy")
    token = fresh_token()
    try:
        with transaction.atomic():
            link = ShareLink.objects.create(
                workspace=workspace,
                shows=shows,
                about=about if shows in (Shows.FILE, Shows.CLAIM) else "",
                title=(title.strip() or (f"{name} {about}" if shows == Shows.CLAIM else name))[:120],
                token=hash_of(token),
                expires_at=timezone.now() + dt.timedelta(days=days),
                file=file,
                snapshot=scene.snapshot.manifest.fingerprint,
                revision=scene.document.revision,
                made_by=user,
            )
            record(
                "link.made",
                workspace=workspace,
                actor=user,
                thing=f"{shows} {link.about}".strip(),
                link=link.pk,
            )
    except BaseException:  # whatever happened, no file is left behind; it goes on to whoever asked
        forget(file)
        raise
    return link, token


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
