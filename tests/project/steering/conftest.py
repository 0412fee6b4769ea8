from functools import cache

import pytest
from tests.complete import complete
from tests.snapshots import every_company

from custrata.drafting.draft import draft
from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate
from custrata.strategy.text import dump

COMPANIES = {s.manifest.company: s for s in every_company()}


@cache
def text_of(company):
    """The strategy that is drafted for a company, or the whole one where none is named."""
    return dump(draft(COMPANIES[company]) if company else complete())


@pytest.fixture
def project(tmp_path):
    """A project with the snapshot of a company made by hand, and a strategy: whole, another, or drafted."""

    def made(company="Ridgeway Outfitters", document=None, drafted=False):
        folder = tmp_path / "place"
        folder.mkdir()
        place = locate(folder)
        SnapshotStore(place.state).write(COMPANIES[company], lambda tables: None)
        text = dump(document) if document else text_of(company if drafted else "")
        place.strategy.write_text(text, encoding="utf-8")
        return folder

    return made
