import pytest
from tests.evidence.changed import scaled
from tests.snapshots import grocer, phone_company

from custrata.drafting.draft import draft
from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate
from custrata.strategy.document import Document, Horizon
from custrata.strategy.text import dump


def small(snapshot):
    """A strategy with few parts, so that reading and saving it is quick: the scorecard."""
    whole = draft(snapshot)
    return Document(
        schema_version=2,
        company=whole.company,
        currency=whole.currency,
        horizon=Horizon(starts_on=whole.horizon.starts_on),
        scorecard=whole.scorecard,
    )


def place_with(folder, *snapshots):
    """A project with these snapshots, the last one the latest, and a small strategy of the first."""
    store = SnapshotStore(locate(folder).state)
    for snapshot in snapshots:
        store.write(snapshot, lambda tables: None)
    place = locate(folder)
    place.strategy.parent.mkdir(parents=True, exist_ok=True)
    place.strategy.write_text(dump(small(snapshots[0])), encoding="utf-8")
    return folder


@pytest.fixture
def drafted(tmp_path):
    """A grocer's project with a small strategy."""
    return place_with(tmp_path, grocer())


@pytest.fixture
def a_month_later(tmp_path):
    """A project whose strategy was written from the snapshot before the latest one."""
    return place_with(tmp_path, grocer(), scaled(grocer(), 0.8, "net_revenue_retention"))


@pytest.fixture
def undated(tmp_path):
    """A project whose data carry no dates."""
    return place_with(tmp_path, phone_company())
