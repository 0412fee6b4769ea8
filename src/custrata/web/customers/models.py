"""What people keep about customers: segments with their revisions, views of the table."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from custrata.web.accounts.authors import person_field


class Purpose(models.TextChoices):
    """What a kept rule is for."""

    SEGMENT = "segment", "segment"
    AUDIENCE = "audience", "audience"


class Segment(models.Model):
    """A rule that people work with.

    Attributes:
        name: What people call its members.
        purpose: Whether it describes a part of the base, or is to be reached.
        rule: The rule as plain values.
        number: Number of the latest revision; a save names the one it was made on.
        owner: Who answers for it.
        seen: How many members it had when somebody last opened it; None before that.
        seen_at: When that was.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="segments")
    name = models.CharField(max_length=120)
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.SEGMENT)
    rule = models.JSONField()
    number = models.PositiveIntegerField(default=1)
    owner = person_field()
    seen = models.PositiveIntegerField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("name", "pk")
        constraints = (models.UniqueConstraint(fields=("workspace", "name"), name="one_segment_of_a_name"),)

    def __str__(self) -> str:
        return self.name


class SegmentRevision(models.Model):
    """A segment as it was saved."""

    segment = models.ForeignKey(Segment, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    rule = models.JSONField()
    author = person_field()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("segment", "number"), name="one_segment_revision_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.name}, revision {self.number}"


class TableView(models.Model):
    """Filters, columns and order of the table under a name.

    Attributes:
        query: The part of the address behind the question mark, without what was searched for: a name, maybe.
        shared: Whether everybody in the workspace sees it.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=2000, blank=True)
    shared = models.BooleanField(default=False)

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=("workspace", "user", "name"), name="one_table_view_of_a_name"),
        )

    def __str__(self) -> str:
        return self.name


class CountAsked(models.Model):
    """A question about customers that was answered outside to somebody who may not see persons.

    Attributes:
        snapshot: Fingerprint of the snapshot that was asked.
        asked: Hash of the question.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    snapshot = models.CharField(max_length=64)
    asked = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user", "workspace", "snapshot", "asked"), name="a_question_counts_once"
            ),
        )
        indexes = (models.Index(fields=("at",), name="questions_by_age"),)

    def __str__(self) -> str:
        return f"a question to {self.snapshot[:8]}"
