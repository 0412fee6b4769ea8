"""A link that somebody outside holds: it shows one object, names nobody, and is dead once it is ended."""

import csv
import zipfile

import pytest
from playwright.sync_api import expect

PLANTED = "Zenobia Quillfeather"


@pytest.fixture
def named(company):
    """Everybody whom the data name."""
    with (company.folder / "data" / "contacts.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    found = {row[column] for row in rows for column in ("Full Name", "Email", "Phone Number")} - {""}
    assert len(found) > 20
    return {*found, PLANTED}


@pytest.fixture
def editor(person, company, block):
    """An editor of a strategy whose words name a person, as an owner and as the author of a save."""
    page = person("editor", name=PLANTED)
    mine = block(page).open()
    page.get_by_label("Name", exact=True).first.fill(PLANTED)
    mine.write("{n} customers stand on record, for all to see.")
    return page


@pytest.fixture
def link(editor, company):
    """Makes a link and gives its address: ``link("story")``."""

    def make(shows, **chosen):
        editor.goto(company.at("deliver/"))
        editor.get_by_label("What it shows").select_option(shows)
        for label, value in chosen.items():
            editor.get_by_label(label).select_option(value)
        editor.get_by_role("button", name="Make the link").click()
        return editor.locator("#fresh-link").input_value()

    return make


def test_a_stranger_reads_the_story_and_the_canvas_and_no_name(link, stranger, named, company):
    for shows in ("canvas", "story", "scorecard"):
        page = stranger()
        answer = page.goto(link(shows))
        assert answer.status == 200
        expect(page.locator("h1")).not_to_be_empty()
        assert [name for name in named if name in page.content()] == []
        for asked in (company.at(), company.at("customers/"), company.at("strategy/")):
            page.goto(asked)
            assert "/account/login/" in page.url


def test_a_link_that_is_ended_opens_nothing(link, editor, stranger, company):
    address = link("story")
    page = stranger()
    assert page.goto(address).status == 200
    editor.goto(company.at("deliver/"))
    editor.get_by_role("button", name="End the link").click()
    assert page.goto(address).status == 404
    expect(page.locator("h1")).to_have_text("This link opens nothing")
    editor.goto(company.at("deliver/"))
    expect(editor.locator("main")).to_contain_text("ended")


def test_a_file_from_a_link_names_nobody(link, stranger, named):
    page = stranger()
    page.goto(link("file", **{"Which file, for a file": "board"}))
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download").click()
    text = words(taken.value.path())
    assert "customers" in text
    assert [name for name in named if name in text] == []


def words(deck):
    """All that a deck says, hidden parts too."""
    with zipfile.ZipFile(deck) as packed:
        return "".join(packed.read(part).decode() for part in packed.namelist() if part.endswith(".xml"))
