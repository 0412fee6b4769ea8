from __future__ import annotations

import datetime as dt

from django.utils import timezone

from custrata.web.deliveries.models import Delivered, ShareLink


def test_a_file_is_called_after_workspace_kind_and_revision(workspace):
    made = Delivered(
        workspace=workspace, kind="board", title="The board's deck", file="deliveries/1/a.pptx", revision=7
    )
    assert made.name == f"{workspace.slug}-board-r7.pptx"
    assert made.path.as_posix().endswith("deliveries/1/a.pptx")
    assert str(made).startswith("The board's deck of ")


def test_a_link_holds_until_its_day_or_until_it_is_ended(workspace):
    now = timezone.now()
    link = ShareLink(workspace=workspace, title="The story", expires_at=now + dt.timedelta(days=1))
    assert link.holds
    assert not ShareLink(workspace=workspace, title="x", expires_at=now - dt.timedelta(seconds=1)).holds
    link.revoked_at = now
    assert not link.holds
    assert str(link).startswith("link to The story of ")
