"""What slides are made of, for each company made by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from tests import snapshots

from custrata.delivery.deck.material import Material
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate


@pytest.fixture(scope="session")
def material() -> Callable[[str], Material]:
    """The material of one of the companies, by name."""

    @cache
    def made(company: str) -> Material:
        snapshot = getattr(snapshots, company)()
        document = draft(snapshot)
        return Material(snapshot, document, evaluate(document, snapshot))

    return made
