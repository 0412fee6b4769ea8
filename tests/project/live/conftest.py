"""A small generated company, asked live."""

from __future__ import annotations

import pytest

from custrata.engine.snapshots import SnapshotStore
from custrata.project.building import build_project
from custrata.project.live.desk import asked, forget
from custrata.project.place import locate, settings_of
from custrata.project.starting import new_project
from custrata.project.strategy_file import draft_project, read_strategy


@pytest.fixture(scope="package")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("live") / "company"
    new_project(folder, data=None, example_customers=40, seed=3)
    place = locate(folder)
    build_project(place, settings_of(place))
    draft_project(folder)
    yield place
    forget(place.state)


@pytest.fixture(scope="package")
def manifest(built):
    return SnapshotStore(built.state).load().manifest


@pytest.fixture
def desk(built, manifest):
    with asked(built.state, manifest, read_strategy(built)) as here:
        yield here


@pytest.fixture
def rows(desk):
    return desk.live.rows(desk.customers.order_by("customer_id"))
