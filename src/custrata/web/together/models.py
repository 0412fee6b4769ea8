"""What people say and do together: comments, tasks, notices, and how each wants to be told."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from custrata.web.accounts.authors import person_field


class Comment(models.Model):
    """Something said about something; an answer hangs under what it answers, one level deep.

    Attributes:
        address: What it is about: a block, the id of a claim, a page, a finding.
        parent: What it answers; None for what begins a thread.
        author: Who; None once the person has left.
        text: The words; empty once they were taken back.
        mentioned: Keys of the people who are named in it.
        edited_at: When its words were last changed; None if never.
        removed_at: When its words were taken back; the place stays, so that answers keep theirs.
        resolved_at: When the thread was settled; None while it is open.
        resolved_by: Who settled it.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="comments")
    address = models.CharField(max_length=200)
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="answers"
    )
    author = person_field("comments")
    text = models.TextField(max_length=5000)
    mentioned = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = person_field()

    class Meta:
        ordering = ("created_at", "pk")
        indexes = (models.Index(fields=("workspace", "address"), name="comments_by_address"),)

    def __str__(self) -> str:
        return f"comment {self.pk} on {self.address}"


class Task(models.Model):
    """Something that somebody is to do.

    Attributes:
        title: What.
        note: More words.
        origin: Address of what it follows from; empty where it follows from nothing here.
        origin_title: What that said when the task was made.
        owner: Who does it; None while nobody does.
        due_on: By when; None where no day is set.
        done_at: When it was done; None while it is open.
        done_by: Who said so.
        maker: Who made it.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(max_length=300)
    note = models.TextField(max_length=2000, blank=True)
    origin = models.CharField(max_length=200, blank=True)
    origin_title = models.CharField(max_length=300, blank=True)
    owner = person_field("tasks")
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = person_field()
    maker = person_field()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = (models.F("due_on").asc(nulls_last=True), "pk")
        indexes = (
            models.Index(fields=("workspace", "done_at", "due_on"), name="open_tasks"),
            models.Index(fields=("workspace", "origin"), name="tasks_by_origin"),
        )

    def __str__(self) -> str:
        return self.title


class NoticeKind(models.TextChoices):
    """What a notice is about."""

    MENTION = "mention", "Somebody names you in a comment"
    ANSWER = "answer", "Somebody answers in a thread of yours"
    TASK = "task", "A task is given to you"
    SIGN_OFF = "sign-off", "A signature is asked, given, refused or open again"
    CONFLICT = "conflict", "Somebody else saved a block that you edit"
    BUILD = "build", "A build has ended"
    CLAIM = "claim", "A claim is newly contradicted"


class Notice(models.Model):
    """Something that a person is told once.

    Attributes:
        person: Who is told.
        kind: What it is about.
        text: In one sentence; the words of a comment are not repeated in it.
        address: What it leads to.
        actor: Who caused it; None for the program.
        read_at: When it was read; None while it is new.
        mailed_at: When the digest told it; None while it has not.
    """

    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="notices")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=10, choices=NoticeKind.choices)
    text = models.CharField(max_length=400)
    address = models.CharField(max_length=200, blank=True)
    actor = person_field()
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at", "-pk")
        indexes = (models.Index(fields=("person", "workspace", "read_at"), name="new_notices"),)

    def __str__(self) -> str:
        return self.text


class Preference(models.Model):
    """How somebody wants to be told in one workspace.

    Attributes:
        muted: Kinds of notices that the person does not want.
        digest: Whether the weekly mail comes.
        checklist_hidden: Whether the list of first steps is put away.
    """

    workspace = models.ForeignKey(
        "workspaces.Workspace", on_delete=models.CASCADE, related_name="preferences"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preferences")
    muted = models.JSONField(default=list, blank=True)
    digest = models.BooleanField(default=True)
    checklist_hidden = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "person"), name="one_preference_a_person"),
        )

    def __str__(self) -> str:
        return f"how {self.person} is told in {self.workspace}"
