"""The log of what was done."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

REFUSAL = "the log is added to and never changed"


class Refused(RuntimeError):
    """Somebody tried to change the log or to take something out."""


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries to look at; neither changed nor taken out, the database refuses it as well."""

    def update(self, **fields: Any) -> NoReturn:
        """Refused.

        Raises:
            Refused: Always.
        """
        raise Refused(REFUSAL)

    def delete(self) -> NoReturn:
        """Refused.

        Raises:
            Refused: Always.
        """
        raise Refused(REFUSAL)

    def bulk_update(self, *args: Any, **fields: Any) -> NoReturn:
        """Refused.

        Raises:
            Refused: Always.
        """
        raise Refused(REFUSAL)


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

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("previous",), name="one_entry_after_another"),)
        indexes = (models.Index(fields=("workspace", "-id"), name="entries_of_a_workspace"),)

    def __str__(self) -> str:
        return f"{self.act} {self.thing}".strip()

    def save(self, *args: Any, **fields: Any) -> None:
        """Add the entry.

        Raises:
            Refused: It stands in the log already.
        """
        if not self._state.adding:
            raise Refused(REFUSAL)
        super().save(*args, **fields)

    def delete(self, *args: Any, **fields: Any) -> NoReturn:
        """Refused.

        Raises:
            Refused: Always.
        """
        raise Refused(REFUSAL)
