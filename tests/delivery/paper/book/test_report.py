from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from tests.delivery.paper.written import full
from tests.snapshots import grocer

from custrata.delivery.deliverable import Given
from custrata.delivery.paper.book import findings
from custrata.delivery.paper.book.report import report_book
from custrata.delivery.paper.page import Book, claims_of
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.strategy.document import Document


@pytest.fixture(autouse=True)
def _without_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts take a second to draw and are tested by themselves."""
    monkeypatch.setattr(findings, "svg_of", lambda *_: "<svg/>")


@cache
def book() -> Book:
    return report_book(full(), "a4")


def test_the_book_goes_from_summary_to_evidence():
    assert [c.title for c in book().chapters] == [
        "Summary",
        "What the data say",
        "The ground",
        "Customers",
        "What we promise and offer",
        "The plan",
        "Steering",
        "Working papers",
        "Evidence",
    ]


def test_every_claim_of_the_strategy_is_printed_before_the_appendix():
    printed = {c for chapter in book().chapters[:-1] for c in claims_of(chapter.blocks)}
    assert {e.claim_id for e in full().evidence} <= printed


def test_the_cover_says_until_when_the_data_reach_and_who_answers():
    cover = book().cover
    assert "Data to 30 Dec 2024" in cover
    assert "Accountable: Head of care" in cover
    assert "Horizon of 24 months" in cover


def test_words_for_an_example_stand_in_the_foot():
    assert report_book(replace(full(), example="EXAMPLE COMPANY"), "a4").example == "EXAMPLE COMPANY"


def test_an_empty_strategy_still_tells_what_the_data_say():
    empty = replace(full(), document=Document(schema_version=2, company="Nobody"), evidence=())
    titles = [c.title for c in report_book(empty, "a4").chapters]
    assert titles == ["Summary", "What the data say", "The ground", "Evidence"]


def test_what_matters_most_stands_on_the_cover():
    snapshot = grocer()
    document = draft(snapshot)
    given = Given(snapshot, document, evaluate(document, snapshot))
    leading = report_book(given, "a4").leading
    assert [x.claims[0] for x in leading] == [i.claim for i in document.insights[:3]]
