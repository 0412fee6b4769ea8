"""What was delivered, and links that show one object."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils import timezone

from custrata.web.accounts.authors import person_field


class Progress(models.TextChoices):
    """How far a delivery is."""

    WAITING = "waiting", "being made"
    DONE = "done", "made"
    FAILED = "failed", "not made"


class Delivered(models.Model):
    """A file that was made, or is being made.

    Attributes:
        kind: Which deliverable, such as ``board``.
        title: What people call it.
        options: What it was made with: group, team, against, paper, template.
        progress: How far it is.
        said: What was written, or why nothing was.
        file: The file beneath the site's folder; empty until it is made.
        size: Its bytes.
        snapshot: Fingerprint of the snapshot that it shows.
        revision: Number of the strategy's revision that it shows.
        made_by: Who asked for it.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="delivered")
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    options = models.JSONField(default=dict, blank=True)
    progress = models.CharField(max_length=8, choices=Progress.choices, default=Progress.WAITING)
    said = models.CharField(max_length=500, blank=True)
    file = models.CharField(max_length=300, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    snapshot = models.CharField(max_length=64, blank=True)
    revision = models.PositiveIntegerField(default=0)
    made_by = person_field()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.title} of {self.workspace}"

    @property
    def path(self) -> Path:
        """The file on disk."""
        return Path(settings.SITE_FOLDER) / self.file

    @property
    def name(self) -> str:
        """What the file is called where it is downloaded."""
        return f"{self.workspace.slug}-{self.kind}-r{self.revision}{Path(self.file).suffix}"


class Shows(models.TextChoices):
    """What a link shows."""

    STORY = "story", "The story as a page"
    SCORECARD = "scorecard", "The scorecard"
    CANVAS = "canvas", "The canvas, to read"
    CLAIM = "claim", "One claim"
    FILE = "file", "A deck or paper, as a file"


class ShareLink(models.Model):
    """A link that shows one object to whoever holds it; of its token only a hash is kept.

    Attributes:
        shows: What it shows.
        about: Id of the claim, or kind of the file.
        title: What its maker calls it.
        token: Hash of the token.
        expires_at: After which it opens nothing.
        revoked_at: When somebody ended it; None while it holds.
        file: The file without persons, beneath the site's folder; empty for pages.
        snapshot: Fingerprint of the snapshot of its file.
        revision: Number of the revision of its file.
        views: How often it was opened.
        viewed_at: When it was opened last.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="links")
    shows = models.CharField(max_length=10, choices=Shows.choices)
    about = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=120)
    token = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    file = models.CharField(max_length=300, blank=True)
    snapshot = models.CharField(max_length=64, blank=True)
    revision = models.PositiveIntegerField(default=0)
    views = models.PositiveIntegerField(default=0)
    viewed_at = models.DateTimeField(null=True, blank=True)
    made_by = person_field()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"link to {self.title} of {self.workspace}"

    @property
    def path(self) -> Path:
        """The file on disk."""
        return Path(settings.SITE_FOLDER) / self.file

    @property
    def holds(self) -> bool:
        """Whether it still opens something."""
        return self.revoked_at is None and self.expires_at > timezone.now()
