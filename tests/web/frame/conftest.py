"""What the tests of the frame share: figures, and somebody who asks."""

import datetime as dt

import pytest
from django.test import RequestFactory

from custrata.delivery.figures import figure
from custrata.vocabulary import Period, Reading
from custrata.web.workspaces.asking import asking_of

YEAR = Period("current", dt.date(2025, 1, 1), dt.date(2025, 12, 31))


@pytest.fixture
def reading():
    """Makes a reading: ``reading(0.71, n=280)``."""

    def make(value=0.71, *, measure="tier_share", segment=(), n=280, **more) -> Reading:
        known = {"unit": "share", "n_of": "customers", "period": YEAR, "definition": "What it means"}
        return Reading(measure=measure, value=value, segment=segment, n=n, **(known | more))

    return make


@pytest.fixture
def shown(reading):
    """Makes a figure of a reading."""

    def make(value=0.71, **more):
        return figure(reading(value, **more))

    return make


@pytest.fixture
def asking(workspace, member):
    """Makes somebody who asks: ``asking("editor")``."""

    def make(role: str = "viewer", **kind):
        return asking_of(member(role, **kind), workspace.slug)

    return make


@pytest.fixture
def get(workspace):
    """Makes a request for a page of the workspace: ``get(asking.user, "nothing/")``."""

    def make(user, path: str = "", **headers):
        request = RequestFactory().get(f"/w/{workspace.slug}/{path}", headers=headers)
        request.user = user
        return request

    return make
