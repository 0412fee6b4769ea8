from __future__ import annotations

from custrata.delivery.deck.chapters import opening


def test_the_cover_names_company_day_and_owners(material):
    cover = opening.cover(material("grocer"))
    assert cover.company == "Harrow Lane Foods"
    assert "30 Dec 2024" in cover.lines[0]
    assert all(state == "not signed" for _, state in cover.owners)
    assert cover.figures[0].figure.text == "2,400"


def test_data_without_dates_say_so_on_the_cover(material):
    assert opening.cover(material("phone_company")).lines[0] == "The data carry no dates"


def test_the_summary_shows_at_most_five_figures_with_their_state(material):
    panel = opening.summary(material("grocer")).exhibits[0].exhibit
    assert 1 <= len(panel.rows) <= 5
    assert all(row.state is not None and row.evidence.startswith("E") for row in panel.rows)


def test_the_account_of_rows_adds_up_to_the_title(material):
    slide = opening.data(material("grocer"))
    assert slide.titles[0].text.startswith("All 1,564,065 rows")
    assert slide.titles[0].figures[0].source == "row account"
