from pathlib import Path

import pytest
from tests.complete import complete
from tests.snapshots import grocer, outfitter

from custrata.drafting.draft import draft
from custrata.project.place import locate
from custrata.project.showing.scene import Scene


@pytest.fixture(scope="session")
def drafted(tmp_path_factory) -> Scene:
    """A grocer beside the strategy that is drafted from it."""
    snapshot = grocer()
    return Scene(locate(_folder(tmp_path_factory)), snapshot, draft(snapshot))


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> Scene:
    """A shop beside a strategy in which nothing is missing."""
    return Scene(locate(_folder(tmp_path_factory)), outfitter(), complete())


def _folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("place")
