import pytest
from django.test import Client

from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.rights import Role, rights_of


@pytest.fixture
def named(member):
    """Makes a person of the workspace with a name: ``named("Ann Lee", "editor")``."""

    def make(name, role="editor", *, function="", of=None):
        user = member(role, of=of)
        user.name = name
        user.save(update_fields=["name"])
        Membership.objects.filter(user=user).update(function=function)
        return user

    return make


@pytest.fixture
def browser():
    """Makes a browser of a person."""

    def make(user):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return make


@pytest.fixture
def asks():
    """Makes who asks from a person: ``asks(user)``."""

    def make(user):
        found = Membership.objects.select_related("workspace").get(user=user)
        return Asking(found.workspace, user, rights_of(Role(found.role), persons=found.persons), found)

    return make
