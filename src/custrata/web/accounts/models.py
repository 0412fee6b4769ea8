"""A person who comes in by an address and a way that allauth checks."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Makes users, who are known by their address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new user.

        Args:
            email: The address; it is unique, whatever its letters' case.
            password: None for who comes in another way.
            fields: Further fields, such as ``name``.
        """
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """The user of an address, in whatever case it is typed."""
        return self.get(email__iexact=username)


class User(AbstractUser):
    """Somebody who uses the site.

    Attributes:
        email: The address by which the person is known.
        name: What others see.
        settings: How the person likes it: theme, density, single keys.
    """

    username = None  # type: ignore[assignment]  # Django's own user has one; ours is known by the address
    first_name = None  # type: ignore[assignment]  # one name, as people write it
    last_name = None  # type: ignore[assignment]  # one name, as people write it
    email = models.EmailField("address", unique=True)
    name = models.CharField(max_length=120, blank=True)
    settings = models.JSONField(default=dict, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]  # ours replaces Django's

    def __str__(self) -> str:
        return self.name or self.email.split("@")[0]

    @property
    def initials(self) -> str:
        """Two letters for the face."""
        words = str(self).replace(".", " ").split()
        return ("".join(word[0] for word in words[:2]) or "?").upper()
