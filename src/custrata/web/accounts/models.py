"""People of the site, and what lets them or their programs in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
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


class OwnerLink(models.Model):
    """An address that lets its person in once, from the same machine.

    Attributes:
        digest: Hash of the random part; the part itself is kept nowhere.
        expires_at: From when it opens nothing any more.
        used_at: When it was used; None while it was not.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"owner's link of {self.user}"


class Token(models.Model):
    """What a program shows in place of a person; what it may do is what the person may, narrowed by scopes.

    Attributes:
        user: For whom the program acts.
        workspace: The one workspace that it reaches.
        name: What the person calls it.
        key: The public part, by which the row is found and people tell tokens apart.
        digest: Hash of the whole; the secret part is kept nowhere.
        scopes: Some of ``read``, ``write`` and ``people``.
        expires_at: From when it opens nothing any more; None for never.
        last_used_at: When it was used, to the minute.
        revoked_at: When it was taken back; None while it stands.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens")
    workspace = models.ForeignKey("workspaces.Workspace", on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=16, unique=True)
    digest = models.CharField(max_length=64)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.name} (cus_{self.key}…)"


class SignOn(models.Model):
    """A provider of single sign-on by OpenID Connect.

    Attributes:
        key: Its part of the address.
        name: What people read on the button.
        issuer: Address under which the provider tells how it works.
        client_id: Who we are there.
        sealed: The client's secret, encrypted under the secret key of the site.
        domains: Domains of addresses for which the provider speaks; empty lets it in only who was invited by
            the same address and has joined with it.
    """

    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    issuer = models.URLField(max_length=300)
    client_id = models.CharField(max_length=200)
    sealed = models.TextField()
    domains = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
