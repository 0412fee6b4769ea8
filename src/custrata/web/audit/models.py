"""The log of what was done."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Entry(models.Model):
    """One act; each entry holds the hash of the one before, so that none can be changed or taken out unseen.

    Attributes:
        workspace: Where; None for what concerns the site.
        actor: Who; None for the program itself.
        act: What was done, such as ``strategy.saved``.
        thing: To what, such as ``goals[g1]``.
        detail: Further facts; never secrets, never names of customers.
        at: When.
        previous: Hash of the entry before.
        hash: Hash of this entry and the one before.
    """

    workspace = models.ForeignKey(
        "workspaces.Workspace",
        # A workspace or a person may go; what was done there stays on record, under the number they had.
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        related_name="+",
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        related_name="+",
    )
    act = models.CharField(max_length=60)
    thing = models.CharField(max_length=300, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.act} {self.thing}".strip()
