"""A review while it is held: its agenda as it was when it began, and what is noted."""

from __future__ import annotations

from django.db import models

from custrata.strategy.parts.running.review import ReviewKind
from custrata.web.accounts.authors import person_field

_KINDS = [(kind.value, kind.value) for kind in ReviewKind]


class Word(models.TextChoices):
    """What a note is."""

    MINUTES = "minutes", "said"
    DECIDED = "decided", "decided"
    STOP = "stop", "stop"
    START = "start", "start"
    GO_ON = "go_on", "continue"
    ACTION = "action", "task"
    PRESENT = "present", "present"
    DONE = "done", "reported done"


class Meeting(models.Model):
    """A review that is being held, or was.

    Attributes:
        kind: Weekly, monthly or yearly.
        on: The day.
        agenda: The agenda as plain values; it stays as it was when the review began.
        snapshot: Fingerprint of the snapshot that is looked at.
        item: Number of the item that is talked about, from 0.
        began_at: When the review began.
        item_began_at: When its item began.
        opened_by: Who began it.
        closed_at: When it was closed; None while it is held.
        review: Id of its minutes in the strategy; empty while it is held.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="meetings")
    kind = models.CharField(max_length=8, choices=_KINDS)
    on = models.DateField()
    agenda = models.JSONField(default=dict)
    snapshot = models.CharField(max_length=64, blank=True)
    item = models.PositiveSmallIntegerField(default=0)
    began_at = models.DateTimeField()
    item_began_at = models.DateTimeField()
    opened_by = person_field()
    closed_at = models.DateTimeField(null=True, blank=True)
    review = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.kind} review of {self.workspace}, {self.on}"


class Note(models.Model):
    """Something noted in a review; each is kept the moment it is added, so that two may write at once.

    Attributes:
        item: Number of the item under which it was noted; None for the whole review.
        word: What it is.
        text: The words, or who was there, or the id of the task reported done.
        owner: Who does it, for a task.
        by: The day by which, for a task.
        decision: Id of the open decision that it answers; empty for a new one.
        author: Who noted it.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="notes")
    item = models.PositiveSmallIntegerField(null=True, blank=True)
    word = models.CharField(max_length=8, choices=Word.choices)
    text = models.CharField(max_length=1000)
    owner = models.CharField(max_length=120, blank=True)
    by = models.DateField(null=True, blank=True)
    decision = models.CharField(max_length=80, blank=True)
    author = person_field()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.word}: {self.text}"
