import datetime as dt
from dataclasses import replace
from functools import cache

import pytest
from tests.complete import complete
from tests.snapshots import every_company

from custrata.drafting.draft import draft
from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate
from custrata.project.showing.scene import Scene
from custrata.vocabulary import Period

COMPANIES = {s.manifest.company: s for s in every_company()}
NEXT_YEAR = dt.timedelta(days=365)


@cache
def drafted(company):
    """The strategy that is drafted for a company, once."""
    return draft(COMPANIES[company])


def with_readings(snapshot, **values):
    """The snapshot with other values for measures of the whole base in the current window."""

    def changed(reading):
        if reading.segment or reading.period.name != "current" or reading.measure not in values:
            return reading
        return replace(reading, value=values[reading.measure], low=None, high=None)

    return replace(snapshot, readings=tuple(changed(r) for r in snapshot.readings))


def with_earlier(snapshot, reading, value):
    """The snapshot with a reading of the window before, made from one of the current window."""
    period = Period("previous", reading.period.start - NEXT_YEAR, reading.period.end - NEXT_YEAR)
    kept = tuple(r for r in snapshot.readings if r.key != (reading.measure, reading.segment, "previous"))
    return replace(snapshot, readings=(*kept, replace(reading, value=value, period=period)))


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
