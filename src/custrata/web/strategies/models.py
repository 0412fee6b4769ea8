"""The strategy of a workspace: a head, and a revision for every save of a block."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models


class Origin(models.TextChoices):
    """Where a revision comes from."""

    DRAFT = "draft", "first draft"
    PERSON = "person", "edited here"
    FILE = "file", "edited in the file"
    UNDO = "undo", "taken back"
    RESTORE = "restore", "restored"
    MERGE = "merge", "merged by hand"
    API = "api", "through the API"


def fresh_mark() -> str:
    """A mark that no save had before."""
    return uuid4().hex


class Strategy(models.Model):
    """The head of a workspace's strategy.

    Attributes:
        number: Number of the latest revision; 0 while there is none.
        mark: Changes with every save, and never comes again: what is kept in memory is kept under it.
        mirrored: Hash of the text of ``strategy.yaml`` as it was last read or written here.
        mirrored_number: Number of the revision that this text holds.
        trouble: Why the file cannot be read in; empty when it can.
        signed: Number of the revision that was last put up for sign-off; 0 for none.
    """

    workspace = models.OneToOneField(
        "workspaces.Workspace", on_delete=models.CASCADE, related_name="strategy"
    )
    number = models.PositiveIntegerField(default=0)
    mark = models.CharField(max_length=32, default=fresh_mark)
    mirrored = models.CharField(max_length=64, blank=True)
    mirrored_number = models.PositiveIntegerField(default=0)
    trouble = models.TextField(blank=True)
    signed = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"strategy of {self.workspace}, revision {self.number}"


class BlockRevision(models.Model):
    """A block as it was saved; a document is the latest text of each block up to a number.

    Attributes:
        number: Counts the saves of the whole strategy; several blocks saved in one act share one.
        block: Address of the block, such as ``groups[gold]`` or ``canvas.purpose.purpose``.
        place: Where the block stands among its siblings.
        text: The block as JSON; empty where it was taken out.
        author: Who; None for the program.
        origin: How it came.
        note: What the person says about it.
        at: When.
    """

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    block = models.CharField(max_length=200)
    place = models.PositiveIntegerField(default=0)
    text = models.TextField(blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PERSON)
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("strategy", "number", "block"), name="one_text_a_block_and_revision"
            ),
        )
        indexes = (models.Index(fields=("strategy", "block", "-number"), name="latest_text_of_a_block"),)

    def __str__(self) -> str:
        return f"{self.block} in revision {self.number}"


class Dispute(models.Model):
    """A block that was changed both here and in the file: ours stands, theirs waits for a decision.

    Attributes:
        block: Its address.
        base: Number of the revision that both began with.
        text: What the file holds, as JSON; empty where it takes the block out.
        at: When it was found.
        settled_at: When somebody decided; None while it is open.
        settled_by: Who decided.
    """

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="disputes")
    block = models.CharField(max_length=200)
    base = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.block}: the file says something else"


class SignRound(models.Model):
    """A version put up for sign-off.

    Attributes:
        number: Of the revision.
        by: Who put it up.
        note: What the functions are asked to look at.
        at: When.
    """

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("strategy", "number"), name="a_version_is_put_up_once"),
        )

    def __str__(self) -> str:
        return f"version {self.number} is put up for sign-off"


class Presence(models.Model):
    """Who looks at a strategy, and which block is open under their hands; it runs out by itself.

    Attributes:
        block: Address of the block that is edited; empty for none.
        at: Last sign of life.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    block = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("workspace", "user"), name="one_presence_a_person"),)

    def __str__(self) -> str:
        return f"{self.user} in {self.workspace}"
