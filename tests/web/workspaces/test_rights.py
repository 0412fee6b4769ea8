from __future__ import annotations

import os
from datetime import timedelta
from hashlib import sha256
from itertools import pairwise

import pytest
from django.utils import timezone
from tests.web.rights.asking import coming, observed
from tests.web.rights.expected import expected, propose

from custrata.web.deliveries.models import ShareLink
from custrata.web.workspaces.rights import Right, Role, rights_of

PUBLIC = ("account/", "join/", "enter/", "s/", "api/v1/openapi.json", "api/v1/", "frame/")
"""How addresses begin that say something to strangers: the door, links with a secret, what the API can do."""


def test_every_role_may_do_what_the_one_before_it_may_and_more():
    for less, more in pairwise(Role):
        assert rights_of(less, persons=False) < rights_of(more, persons=False)


@pytest.mark.parametrize("role", list(Role))
def test_personal_data_are_seen_by_analysts_and_admins_who_are_let_alone(role):
    assert (Right.PERSONS in rights_of(role, persons=True)) is (role in (Role.ANALYST, Role.ADMIN))
    assert Right.PERSONS not in rights_of(role, persons=False)


@pytest.fixture
def answers(workspace, other_workspace, member, settings):
    """What everybody is answered everywhere, now."""
    settings.ACCOUNT_RATE_LIMITS = settings.MFA_RATE_LIMITS = False
    link = "a-token-of-a-link-that-somebody-made"
    ShareLink.objects.create(
        workspace=workspace,
        shows="canvas",
        title="Canvas",
        token=sha256(link.encode()).hexdigest(),
        expires_at=timezone.now() + timedelta(days=1),
    )
    return observed(coming(workspace, other_workspace, member), workspace.slug, link)


def test_every_address_answers_everybody_as_the_reviewed_file_says(answers):
    known = expected()
    missing = {key: found for key, found in answers.items() if key not in known}
    if missing and os.environ.get("CUSTRATA_PROPOSE"):
        propose(missing)
    wrong = {
        f"{key[1]} {key[0]} as {name}": f"{answer}, expected {known[key][name]}"
        for key, found in answers.items()
        if key in known
        for name, answer in found.items()
        if answer != known[key][name]
    }
    assert wrong == {}
    assert sorted(missing) == [], "run with CUSTRATA_PROPOSE=1, then review what was added as comments"
    assert sorted(set(known) - set(answers)) == [], "these addresses are gone: take their rows out"


def test_the_file_itself_lets_no_stranger_into_a_workspace():
    for (address, method), row in expected().items():
        if address.startswith(("w/", "api/v1/workspaces/")):
            assert row["anonymous"] in ("door", "401", "404", "405"), (address, method)
            assert row["link"] == row["anonymous"], (address, method)
            assert row["stranger"] in ("404", "405"), (address, method)
        elif not address.startswith(PUBLIC):
            assert row["anonymous"] in ("door", "405", "401"), (address, method)


def test_the_file_itself_gives_no_role_less_than_the_one_before_it():
    roles = ("viewer", "commenter", "editor", "analyst", "admin")
    for key, row in expected().items():
        through = [row[role] == "in" for role in roles]
        assert through == sorted(through), key
        assert row["analyst"] != "in" or row["persons"] == "in", key
