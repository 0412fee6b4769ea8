"""Workspaces and who belongs to them."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import models

from custrata.errors import InputError
from custrata.project.place import Place, locate
from custrata.web.workspaces.rights import Right, Role, rights_of

FOLDER = "workspaces"
"""Where folders of workspaces lie inside the site, unless they lay elsewhere before."""

_ROLES = [(role.value, role.value) for role in Role]


class Workspace(models.Model):
    """One company's project, apart from all others.

    Attributes:
        slug: Its part of the address.
        name: What people call it.
        folder: Where the project lies; inside the site's folder it is kept relative, so that it can move.
        sample: Whether it is sample data, marked as such and removable.
        display: How things are shown here: ``timezone``.
        second_factor: Whether nobody comes in without one.
    """

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    folder = models.CharField(max_length=1000)
    sample = models.BooleanField(default=False)
    display = models.JSONField(default=dict, blank=True)
    second_factor = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        """The folder of the project."""
        return Path(settings.SITE_FOLDER) / self.folder

    @property
    def place(self) -> Place:
        """The parts of the project on disk.

        Raises:
            InputError: The folder is gone.
        """
        if not self.path.exists():
            # Where a site keeps its folders is no business of those who look at a page.
            raise InputError(
                "the folder of this workspace is not there", where=self.path.name, remedy="put it back"
            )
        return locate(self.path)


class Membership(models.Model):
    """Somebody's role in a workspace.

    Attributes:
        role: What the person may do.
        persons: Whether names and addresses of customers are shown; counts for analysts and admins.
        function: Which function the person signs for; empty for none.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=_ROLES, default=Role.VIEWER.value)
    persons = models.BooleanField(default=False)
    function = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("workspace", "user"), name="one_role_a_person"),)

    def __str__(self) -> str:
        return f"{self.user} is {self.role} of {self.workspace}"

    @property
    def rights(self) -> frozenset[Right]:
        """What the person may do here."""
        return rights_of(Role(self.role), persons=self.persons)


class Invitation(models.Model):
    """A one-time link by which somebody joins a workspace.

    Attributes:
        email: For whom it is; only this address becomes the person's.
        role: What the person may do once they have joined.
        persons: Whether they see names and addresses of customers.
        function: Which function they sign for; empty for none.
        digest: Hash of the random part of the link; the part itself is kept nowhere.
        invited_by: Who invited.
        expires_at: From when it opens nothing any more.
        used_at: When the person joined; None while they have not.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    role = models.CharField(max_length=12, choices=_ROLES)
    persons = models.BooleanField(default=False)
    function = models.CharField(max_length=60, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"invitation of {self.email} to {self.workspace}"
