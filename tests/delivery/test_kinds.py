from __future__ import annotations

from pathlib import Path

from custrata.delivery.kinds import kinds


def test_decks_papers_pages_and_books_are_there():
    assert {
        "board",
        "executive",
        "team",
        "delta",
        "report",
        "page",
        "workbook",
        "markdown",
        "calendar",
    } <= set(kinds())
    assert len(kinds()) >= 17


def test_every_kind_says_what_it_is_for_and_what_stands_in_it():
    for name, made in kinds().items():
        assert made.kind == name
        assert made.purpose.endswith(".")
        assert made.title
        assert made.holds
        assert all(ending.startswith(".") for ending in made.endings)


def test_every_kind_of_the_how_to_page_exists(repository: Path):
    page = (repository / "docs" / "how-to" / "deliver.md").read_text(encoding="utf-8")

    named = {part.split(".md")[0] for part in page.split("deliverables/")[1:]}
    assert named <= set(kinds())
    assert len(named) >= 9
