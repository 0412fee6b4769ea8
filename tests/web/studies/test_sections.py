import itertools
from dataclasses import replace

import pytest
from tests.snapshots import every_company
from tests.web.studies.reading import MOST_QUERIES, anchors_lead_somewhere, headings, text_of

from custrata.delivery.deck.material import period_text
from custrata.web.strategies.staging import scene_of
from custrata.web.studies import intelligence, lifecycle, portfolio, voice
from custrata.web.studies.sections import MOST_TILES, Ask, Section, finding, kicker, sections, tiles

READING = (
    "portfolio/",
    "portfolio/worth/",
    "lifecycle/",
    "intelligence/",
    "intelligence/apart/",
    "voice/",
)
"""Pages in sections."""

OTHERS = ("portfolio/what-if/", "portfolio/groups/group-tier-gold/")
"""Pages without a table of contents."""

ASKS = [
    *portfolio.ASKS,
    *portfolio.WORTH,
    *lifecycle.ASKS,
    *intelligence.ASKS,
    *intelligence.APART,
    *voice.ASKS,
]


def test_a_section_holds_the_slides_of_its_rows_in_the_order_asked(workspace):
    (section,) = sections(scene_of(workspace), [Ask("a", "A", ("concentration", "tiers"))])
    assert [s.row for s in section.slides] == ["concentration", "tiers"]
    assert section.waits_for == ""


def test_what_waits_for_something_stands_behind_what_shows_something(workspace):
    found = sections(scene_of(workspace), [Ask("a", "A", ("nothing",), "rain"), Ask("b", "B", ("tiers",))])
    assert [section.ask.anchor for section in found] == ["b", "a"]


def test_a_star_takes_every_row_that_begins_so(workspace):
    (section,) = sections(scene_of(workspace), [Ask("a", "A", ("attribute *",))])
    assert len(section.slides) > 1
    assert all(s.row.startswith("attribute ") for s in section.slides)


def test_a_row_is_not_taken_for_another_that_begins_alike(workspace):
    (section,) = sections(scene_of(workspace), [Ask("a", "A", ("attribute",))])
    assert section.slides == ()


def test_an_empty_section_waits_in_the_words_of_the_story_or_its_own(workspace):
    own, told = sections(
        scene_of(workspace), [Ask("a", "A", ("nothing",), "rain"), Ask("b", "B", ("winning",))]
    )
    assert own.waits_for == "rain"
    assert "profile" in told.waits_for


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.anchor)
def test_every_section_that_can_be_empty_says_what_it_waits_for(ask):
    section = Section(ask, ())
    assert ask.template or section.waits_for != "data on it"


def test_the_finding_is_the_first_row_that_there_is(workspace):
    scene = scene_of(workspace)
    tiers = next(s for s in scene.composition.slides if s.row == "tiers")
    assert finding(scene, ("no such row", "tiers", "base")) == tiers.titles[0]
    assert finding(scene, ("no such row",)) == ""


def test_tiles_leave_out_what_is_not_known_and_are_six_at_most(workspace):
    scene = scene_of(workspace)
    found = tiles(scene, ("csat", *portfolio.MEASURES))
    assert 0 < len(found) <= MOST_TILES
    assert all(tile.reading.value is not None and tile.note for tile in found)
    assert "csat" not in {tile.reading.measure for tile in found}


def test_a_tile_may_read_the_latest_window(workspace):
    (tile,) = tiles(scene_of(workspace), ("revenue@current",))
    assert tile.reading.period.name == "current"


def test_a_tile_says_neither_its_own_number_nor_the_days_of_the_page_again(workspace):
    scene = scene_of(workspace)
    (customers,) = tiles(scene, ("customers",))
    (revenue,) = tiles(scene, ("revenue",))
    (latest,) = tiles(scene, ("revenue@current",))
    assert "customers" not in customers.note
    assert customers.note == kicker(scene)[0], "a tile never stands without a word"
    assert revenue.note == f"{revenue.reading.n:,} {revenue.reading.n_of}"
    assert latest.note.endswith(period_text(latest.reading.period))


def test_the_kicker_says_which_days_how_many_and_in_what_money(workspace):
    when, customers, currency = kicker(scene_of(workspace))
    assert " to " in when
    assert customers == f"{scene_of(workspace).snapshot.reading('customers').value:.0f} customers"
    assert currency == "EUR"


def test_data_without_dates_say_so(company_of):
    assert "Data without dates" in kicker(scene_of(company_of(4)))


def test_what_looks_ahead_says_how_far_and_not_the_days_of_the_data(workspace):
    (tile,) = tiles(scene_of(workspace), ("customer_equity",))
    assert "months, discounted at" in tile.note
    (seen,) = tiles(scene_of(workspace), ("customers",))
    assert "next" not in seen.note


def test_contribution_is_left_out_where_it_is_gross_margin_again(workspace):
    scene = scene_of(workspace)
    both = [tile.title for tile in tiles(scene, ("contribution", "gross_margin"))]
    margin = scene.snapshot.reading("gross_margin")
    if scene.snapshot.reading("contribution").value == margin.value:
        assert both == ["Gross margin"]
    else:
        assert len(both) == 2
    alike = [
        replace(r, value=margin.value) if r.key == ("contribution", (), "all") else r
        for r in scene.snapshot.readings
    ]
    again = replace(scene, snapshot=replace(scene.snapshot, readings=tuple(alike)))
    assert [tile.title for tile in tiles(again, ("contribution", "gross_margin"))] == ["Gross margin"]


@pytest.mark.parametrize("page", READING)
def test_a_viewer_reads_each_page_with_its_sections(workspace, come_in, page):
    text = text_of(come_in("viewer").get(f"/w/{workspace.slug}/{page}"))
    assert anchors_lead_somewhere(text)
    levels = headings(text)
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("number", range(len(every_company())))
def test_a_company_that_knows_little_has_pages_that_say_what_they_wait_for(company_of, come_in, number):
    workspace = company_of(number)
    client = come_in("admin", of=workspace)
    for page in READING:
        text = text_of(client.get(f"/w/{workspace.slug}/{page}"))
        assert anchors_lead_somewhere(text)
        if every_company()[number].manifest.company == "Seven" and page.startswith("portfolio"):
            assert "It waits for" in text or "waits for" in text


@pytest.mark.parametrize("page", [*READING, *OTHERS])
def test_people_of_another_workspace_see_none_of_it(workspace, other_workspace, come_in, client, page):
    neighbour = come_in("admin", of=other_workspace)
    assert neighbour.get(f"/w/{workspace.slug}/{page}").status_code == 404
    assert neighbour.get(f"/w/{other_workspace.slug}/{page}").status_code == 200
    assert client.get(f"/w/{workspace.slug}/{page}").status_code == 302, "who has not come in sees the door"


@pytest.mark.parametrize("page", [*READING, *OTHERS])
def test_pages_ask_the_database_seldom(workspace, come_in, django_assert_max_num_queries, page):
    client = come_in("viewer")
    client.get(f"/w/{workspace.slug}/{page}")
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(f"/w/{workspace.slug}/{page}")
