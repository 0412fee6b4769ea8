"""Work in the background, as rows that outlive whoever does it."""

from __future__ import annotations

from django.db import models

from custrata.web.accounts.authors import person_field


class State(models.TextChoices):
    """How far a job is."""

    QUEUED = "queued", "waiting"
    RUNNING = "running", "running"
    DONE = "done", "done"
    FAILED = "failed", "did not work"
    CANCELLED = "cancelled", "cancelled"


OPEN = (State.QUEUED, State.RUNNING)
"""States in which there is still something to wait for."""


class Job(models.Model):
    """A piece of work for the background.

    Attributes:
        kind: Which work, by its name in the registry.
        arguments: What it is to be done with; plain values, never secrets.
        user: Who asked for it; None for the program.
        state: How far it is.
        stage: What is being done now.
        share: Share of the work that is done, 0 to 1.
        message: What happened, for people; empty while all goes well.
        remedy: What to do about it.
        tries: How often it was taken up.
        worker: Who has it; a new one with each try, so that a worker that was given up cannot go on.
        lease_until: Until when the worker has it; a worker that lives renews this every few seconds.
        cancel_requested: Whether somebody wants it stopped at the next stage.
        result: What came of it, as plain values.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=40)
    arguments = models.JSONField(default=dict, blank=True)
    user = person_field()
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    stage = models.CharField(max_length=60, blank=True)
    share = models.FloatField(default=0)
    message = models.TextField(blank=True)
    remedy = models.TextField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    cancel_requested = models.BooleanField(default=False)
    result = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=("state", "lease_until"), name="job_leases"),)

    def __str__(self) -> str:
        return f"{self.kind} of {self.workspace}"

    @property
    def is_open(self) -> bool:
        """Whether there is still something to wait for."""
        return self.state in OPEN
