"""What slides are made of, for each company made by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from tests import snapshots
from tests.delivery.deck import filled

from custrata.delivery.deck.material import Material
from custrata.delivery.deck.storyline import Composition, compose
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


@pytest.fixture(scope="session")
def whole(material: Callable[[str], Material]) -> Callable[[str], Material]:
    """The material of a company with every part of its strategy filled in, by name."""

    @cache
    def made(company: str) -> Material:
        return filled.whole(material(company))

    return made


@pytest.fixture(scope="session")
def composition(material: Callable[[str], Material]) -> Callable[[str], Composition]:
    """All slides of a company, by name."""

    @cache
    def made(company: str) -> Composition:
        found = material(company)
        return compose(found.snapshot, found.document, found.evidence)

    return made
