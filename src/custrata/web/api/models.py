"""Answers that were given, so that a request that comes twice is done once."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Given(models.Model):
    """The answer to a request that carried a key.

    Attributes:
        user: Who asked.
        key: The ``Idempotency-Key``.
        digest: Hash of method, address and body: the same key for something else is refused.
        status: Of the answer; 0 while it is still being done.
        kind: Content type of the answer.
        body: The answer.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=80, blank=True)
    body = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "key"), name="one_answer_a_key"),)
        indexes = (models.Index(fields=("at",), name="answers_by_age"),)

    def __str__(self) -> str:
        return f"answer {self.status} under {self.key}"


class Pace(models.Model):
    """How often something was done in a stretch of time.

    Attributes:
        key: What is counted.
        stretch: Number of the stretch of time.
        n: How often in it.
    """

    key = models.CharField(max_length=120, primary_key=True)
    stretch = models.BigIntegerField()
    n = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.key}: {self.n}"
