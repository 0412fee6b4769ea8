from __future__ import annotations

import pytest

from custrata.project.erasing.scanning import scan


@pytest.fixture
def address(workspace):
    return f"/w/{workspace.slug}/settings/persons/"


def test_a_person_is_looked_for_and_shown_to_who_may_see_persons(address, come_in, address_of_person):
    shown = come_in("admin", persons=True).post(address + "look/", {"person": address_of_person})
    assert shown.context["shown"]
    assert address_of_person in shown.context["shown"]
    masked = come_in("admin").post(address + "look/", {"person": address_of_person})
    assert set(masked.context["shown"]) == {"•••"}


def test_who_is_not_known_is_said_and_what_was_typed_stays(address, come_in):
    page = come_in("admin").post(address + "look/", {"person": "nobody@example.org"})
    assert page.status_code == 422
    assert "nobody is known by this" in page.content.decode()
    assert 'value="nobody@example.org"' in page.content.decode()


def test_everything_known_is_given_to_who_may_see_persons_alone(
    address, come_in, no_question, address_of_person
):
    sent = {"person": address_of_person}
    assert come_in("admin").post(address + "give/", sent).status_code == 403
    answer = come_in("admin", persons=True).post(address + "give/", sent)
    assert answer.content.startswith(b"PK")
    assert "no-store" in answer["Cache-Control"]


def test_an_erasure_wants_a_word_and_then_happens(
    address, come_in, no_question, workspace, traces, address_of_person
):
    admin = come_in("admin")
    refused = admin.post(address + "erase/", {"person": address_of_person, "sure": "yes"})
    assert refused.status_code == 422
    assert scan(workspace.place.data, traces)
    done = admin.post(address + "erase/", {"person": address_of_person, "sure": "Erase"})
    assert "The person is erased" in done.content.decode()
    assert scan(workspace.place.data, traces) == ()


def test_erasing_asks_again_who_it_is(address, come_in, workspace, traces, address_of_person):
    answer = come_in("admin").post(address + "erase/", {"person": address_of_person, "sure": "erase"})
    assert answer["Location"].startswith("/account/reauthenticate/")
    assert scan(workspace.place.data, traces)


@pytest.mark.parametrize("role", ["viewer", "commenter", "editor", "analyst"])
def test_nobody_else_gets_there(address, come_in, role):
    browser = come_in(role, persons=True)
    assert browser.get(address).status_code == 403
    for act in ("look", "give", "erase"):
        assert browser.post(f"{address}{act}/", {"person": "x", "sure": "erase"}).status_code == 403
