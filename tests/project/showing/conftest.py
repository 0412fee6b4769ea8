from functools import cache

import pytest
from tests.complete import complete
from tests.snapshots import every_company

from custrata.drafting.draft import draft
from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate
from custrata.project.showing.scene import Scene

COMPANIES = {s.manifest.company: s for s in every_company()}


@cache
def drafted(company):
    """The strategy that is drafted for a company, once."""
    return draft(COMPANIES[company])


@pytest.fixture
def scene_at(tmp_path):
    """Makes a scene of a company made by hand: with its draft, or with another strategy."""

    def make(company="Ridgeway Outfitters", document=None, snapshot=None):
        folder = tmp_path / f"place-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        place = locate(folder)
        found = snapshot or COMPANIES[company]
        SnapshotStore(place.state).write(found, lambda tables: None)
        return Scene(place, found, document or drafted(company))

    return make


@pytest.fixture
def whole():
    """A strategy in which every part is filled."""
    return complete()


@pytest.fixture
def of():
    """The snapshots of the companies, by name."""
    return COMPANIES
