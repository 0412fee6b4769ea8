"""Who did something: what they did stays when they leave, without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from custrata.web.accounts.models import User


def person_field(related: str = "+") -> models.ForeignKey[User | None, User | None]:
    """A field for a person who may have left, or for the program, which is nobody.

    Args:
        related: What the person's own rows are called; ``+`` for nothing.
    """
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name=related
    )
