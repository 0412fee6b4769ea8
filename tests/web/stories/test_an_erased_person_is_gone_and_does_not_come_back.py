"""An admin erases one person: nothing names them, a neighbour stays, and no import brings them back."""

import csv

import pyarrow.parquet as parquet
import pytest
from playwright.sync_api import expect

WORD = "a long pass phrase"


@pytest.fixture
def contacts(company):
    """The rows of the contacts as they were exported."""
    with (company.folder / "data" / "contacts.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def naming(company, running, text):
    """Files of the company and rows of the database that hold a text."""
    sought = text.lower().encode()
    found = [
        str(file.relative_to(company.folder))
        for file in company.folder.rglob("*")
        if file.is_file()
        and sought in (_read(file) if file.suffix == ".parquet" else file.read_bytes()).lower()
    ]
    with running.database() as connection:
        lines = [line for line in connection.iterdump() if sought in line.lower().encode()]
    return found + lines


def _read(file):
    return repr(parquet.read_table(file).to_pydict()).encode()


def test_nothing_names_the_person_and_the_neighbour_stays(person, company, running, contacts, tmp_path):
    gone, stays = contacts[0], contacts[1]
    assert naming(company, running, gone["Email"])
    admin = person("admin", name="Ada", persons=True, password=WORD)
    admin.goto(company.at("settings/persons/"))
    admin.get_by_label("Customer, person or address").fill(gone["Email"])
    admin.get_by_role("button", name="Look").click()
    expect(admin.locator("dl.facts")).to_contain_text(gone["Full Name"])
    admin.get_by_label("Write “erase”").fill("erase")
    admin.get_by_role("button", name="Erase this person").click()
    if "/account/reauthenticate/" in admin.url:
        admin.get_by_label("Password").fill(WORD)
        admin.get_by_role("button", name="Confirm").click()
    expect(admin.get_by_role("status").first).to_contain_text("The person is erased")
    assert naming(company, running, gone["Email"]) == []
    assert naming(company, running, gone["Full Name"]) == []
    assert naming(company, running, stays["Email"])

    again = tmp_path / "contacts.csv"
    with again.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(gone))
        writer.writeheader()
        writer.writerows(contacts)
    admin.goto(company.at("data/upload/"))
    admin.locator("#files").set_input_files(again)
    admin.get_by_role("button", name="Upload and see what they mean").click()
    admin.get_by_role("button", name="Save and build").click(timeout=120_000)
    expect(admin.get_by_text("Done in").first).to_be_visible(timeout=300_000)
    admin.goto(company.at("settings/persons/"))
    admin.get_by_label("Customer, person or address").fill(gone["Email"])
    admin.get_by_role("button", name="Look").click()
    expect(admin.locator("main")).to_contain_text("nobody is known by this")
    admin.get_by_label("Customer, person or address").fill(stays["Email"])
    admin.get_by_role("button", name="Look").click()
    expect(admin.locator("dl.facts")).to_contain_text(stays["Full Name"])
    assert naming(company, running, gone["Email"]) == []
