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


def test_what_a_kind_is_for_is_said_without_words_of_the_command_line():
    assert all("--" not in text for made in kinds().values() for text in (made.purpose, *made.holds))
    narrowed = {name: made.narrowed for name, made in kinds().items() if made.narrowed}
    assert narrowed == {
        "team": "team",
        "delta": "against",
        "value-proposition": "group",
        "journey-map": "group",
        "insight-brief": "group",
        "message-map": "group",
        "experiment-readout": "group",
    }


def test_every_kind_of_the_how_to_page_exists(repository: Path):
    page = (repository / "docs" / "how-to" / "deliver.md").read_text(encoding="utf-8")

    named = {part.split(".md")[0] for part in page.split("deliverables/")[1:]}
    assert named <= set(kinds())
    assert len(named) >= 9
