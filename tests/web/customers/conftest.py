"""Addresses of the pages of customers."""

from __future__ import annotations

import pytest

from custrata.project.live.desk import forget
from custrata.web.customers.models import Segment
from custrata.web.workspaces.asking import asking_of

GOLD = {"all": [{"column": "tier", "is": ["gold"]}]}


@pytest.fixture
def to(workspace):
    """An address inside the workspace: ``to("customers/")``; what is held open closes with the test."""
    yield lambda rest: f"/w/{workspace.slug}/{rest}"
    forget(workspace.place.state)


@pytest.fixture
def asking(workspace, member):
    """Somebody with a role in the workspace."""

    def make(role="editor", **kind):
        return asking_of(member(role, **kind), workspace.slug)

    yield make
    forget(workspace.place.state)


@pytest.fixture
def kept(workspace, asking):
    """A saved segment of gold customers."""
    from custrata.segments.rules.reading import rule_of
    from custrata.web.customers.segments.saving import create

    return create(asking(), "Gold", rule_of(GOLD))


@pytest.fixture
def theirs(other_workspace):
    """A segment of the neighbour."""
    return Segment.objects.create(workspace=other_workspace, name="Theirs", rule=GOLD)


@pytest.fixture
def ids(workspace, asking):
    """Ids of the customers, in order."""
    from custrata.web.customers.opening import opened

    with opened(asking("viewer")) as (_, desk):
        asked = desk.customers.order_by("customer_id").select("customer_id", "name", "tier")
        return desk.live.rows(asked)
