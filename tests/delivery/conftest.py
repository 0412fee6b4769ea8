"""A deck of each company that tests share; written once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests import snapshots

from custrata.delivery.deck.pptx_writer import write_deck
from custrata.delivery.deck.slides import Deck
from custrata.delivery.deck.storyline import board_deck
from custrata.delivery.report.page import Report, report_of
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate


@cache
def deck_of(company: str) -> Deck:
    snapshot = getattr(snapshots, company)()
    document = draft(snapshot)
    return board_deck(snapshot, document, evaluate(document, snapshot))


@pytest.fixture(scope="session")
def deck() -> Callable[[str], Deck]:
    """The deck of one of the companies made by hand, by name."""
    return deck_of


@pytest.fixture(scope="session")
def report() -> Callable[[str], Report]:
    """The report of one of the companies made by hand, by name."""

    def made(company: str) -> Report:
        snapshot = getattr(snapshots, company)()
        document = draft(snapshot)
        return report_of(snapshot, document, evaluate(document, snapshot))

    return made


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A deck as a file, by the company's name."""
    folder = tmp_path_factory.mktemp("decks")

    @cache
    def made(company: str) -> Path:
        return write_deck(deck_of(company), folder / f"{company}.pptx")

    return made
