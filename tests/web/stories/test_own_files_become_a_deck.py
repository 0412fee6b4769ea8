"""A folder of files becomes a workspace, a strategy and a deck in at most eight clicks."""

import csv
import random
import zipfile
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

CLICKS = 8
"""As many as it may take from the first page to the result."""


def export(folder, rows, customers):
    """What a shop's systems export: customers and their orders, with a few rows that cannot be read."""
    dice, start = random.Random(7), date(2023, 1, 1)
    folder.mkdir()
    with (folder / "customers.csv").open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(("Customer ID", "Name", "Country", "Customer Since"))
        for at in range(customers):
            out.writerow(
                (f"C{at:05}", f"Shop {at}", dice.choice(("DE", "FR", "AT")), start + timedelta(at % 365))
            )
    with (folder / "orders.csv").open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(("Order ID", "Customer ID", "Order Date", "Product", "Quantity", "Unit Price", "Amount"))
        for at in range(rows):
            buyer = int(customers * dice.random() ** 2)
            day = start + timedelta(dice.randrange(1000))
            count, price = dice.randint(1, 5), dice.choice((9.5, 20, 45, 120))
            when = "the day before" if at % 500 == 7 else day
            out.writerow(
                (f"O{at:06}", f"C{buyer:05}", when, f"P{at % 30}", count, price, round(count * price, 2))
            )
    return folder


class Hand:
    """A hand that counts its clicks."""

    def __init__(self):
        self.clicks = 0

    def click(self, sought):
        sought.click(timeout=180_000)
        self.clicks += 1

    def choose(self, page, sought, folder):
        with page.expect_file_chooser() as asked:
            self.click(sought)
        asked.value.set_files(folder)


def to_the_deck(page, folder):
    """The way from the first page to a downloaded deck."""
    hand = Hand()
    page.goto("/")
    hand.click(page.get_by_role("link", name="New workspace"))
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type("Corner shop")
    hand.choose(page, page.locator("label[for=folder]"), folder)
    hand.click(page.get_by_role("button", name="Make the workspace"))
    build = page.get_by_role("button", name="Save and build")
    build.wait_for(timeout=180_000)
    main = page.locator("main")
    expect(main).to_contain_text("orders.csv")
    expect(main).to_contain_text("Customer ID")
    expect(main).to_contain_text("C00")
    hand.click(build)
    hand.click(page.get_by_role("link", name="Open the strategy"))
    expect(page.locator("h1")).not_to_be_empty()
    page.wait_for_selector(".tiles")
    hand.click(page.get_by_role("link", name="Deliver", exact=True))
    hand.click(page.get_by_role("button", name="Make it: ").first)
    deck = page.locator("#made a[href*='/deliver/']").first
    deck.wait_for(timeout=180_000)
    with page.expect_download() as taken:
        hand.click(deck)
    return hand, taken.value


def read(download):
    with zipfile.ZipFile(download.path()) as packed:
        slides = [name for name in packed.namelist() if name.startswith("ppt/slides/slide")]
        return slides, "".join(packed.read(name).decode() for name in slides)


@pytest.fixture
def newcomer(door):
    """Somebody who has come in and belongs to no workspace."""
    given = door.site.ask("person", slug="", name="Ada", role="", persons=False, function="", password="")
    return door.open(given["session"])


def test_a_folder_of_files_becomes_a_deck_in_at_most_eight_clicks(newcomer, tmp_path):
    hand, download = to_the_deck(newcomer, export(tmp_path / "export", 1200, 150))
    slides, text = read(download)
    assert len(slides) > 5
    assert "Corner shop" in text
    assert hand.clicks <= CLICKS
    newcomer.get_by_role("link", name="Data", exact=True).click()
    newcomer.get_by_role("link", name="Look at the rows set aside").click()
    expect(newcomer.locator("main")).to_contain_text("the day before")


@pytest.mark.soak
def test_ten_thousand_rows_become_a_deck_in_three_minutes(newcomer, tmp_path, record_property):
    from time import monotonic

    folder, began = export(tmp_path / "export", 10_000, 900), monotonic()
    hand, _ = to_the_deck(newcomer, folder)
    took = monotonic() - began
    record_property("seconds", took)
    assert hand.clicks <= CLICKS
    assert took <= 180
