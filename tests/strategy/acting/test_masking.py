from __future__ import annotations

import datetime as dt

import pytest
from tests.strategies import group, proposal, strategy

from custrata.strategy.acting.masking import Mask, parts_of_names, persons_in, without_persons
from custrata.strategy.document import SignOff
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.review import Review

PLANTED = ("Quillon Abernathy", "Zdenka Vostrikova", "Ottoline Farquhar")


@pytest.fixture
def document():
    return strategy(
        sponsor=Owner(role="head of finance", name="Quillon Abernathy"),
        sign_offs=(
            SignOff(function="Sales", name="Zdenka Vostrikova", declined_because="Ask Quillon first."),
        ),
        groups=(group("gold", needs=(proposal("They know Zdenka Vostrikova and pay by card."),)),),
        goals=(
            Goal(
                id="stay",
                statement=proposal("Abernathy says that customers stay."),
                owner=Owner(name=PLANTED[0]),
            ),
        ),
        reviews=(
            Review(
                id="weekly-1",
                kind="weekly",
                on=dt.date(2026, 1, 5),
                present=("Sales", "Ottoline Farquhar"),
                minutes=("Ottoline Farquhar <o.farquhar@example.org> calls +44 20 7946 0958.",),
            ),
        ),
    )


def test_no_planted_person_is_left_anywhere(document):
    text = without_persons(document).model_dump_json()
    for name in (*PLANTED, "Quillon", "Abernathy", "Ottoline", "example.org", "7946"):
        assert name not in text, name


def test_roles_stand_where_names_stood_and_all_else_stays(document):
    masked = without_persons(document)
    assert masked.sponsor == Owner(role="head of finance", name="head of finance")
    assert masked.goals[0].owner.name == "a named person"
    assert masked.reviews[0].present == ("Sales",)
    assert "pay by card" in masked.model_dump_json()
    assert (masked.company, masked.goals[0].id, masked.reviews[0].id) == ("A", "stay", "weekly-1")


def test_names_of_customers_are_left_out_of_texts():
    document = strategy(goals=(Goal(id="stay", statement=proposal("Ida Nakamura stays, and so do all.")),))
    assert without_persons(document, ("ida nakamura",)).goals[0].statement.text == "… stays, and so do all."
    assert without_persons(document).goals[0].statement.text == "Ida Nakamura stays, and so do all."


def test_days_counts_and_money_are_no_telephone_numbers():
    said = "On 2026-01-31 1,571,157 rows, €4,690,000 and 0.75 of 12 000 000 stood."
    assert Mask().text(said) == said


def test_a_word_of_a_name_that_texts_use_otherwise_stays():
    document = strategy(goals=(goal_of("We ask each customer."),))
    assert parts_of_names(("Customer Success", "Zdenka Vostrikova"), document) == {
        "Success",
        "Zdenka",
        "Vostrikova",
    }


def test_a_role_that_somebody_typed_as_a_name_stays_in_texts():
    document = strategy(
        sponsor=Owner(name="Customer Success"),
        goals=(goal_of("The head of customer success asks each owner."),),
    )
    masked = without_persons(document, people=("Owner", "Ada Lovelace"))
    assert masked.goals[0].statement.text == "The head of customer success asks each owner."
    assert masked.sponsor.name == "a named person"


def test_persons_are_owners_signers_and_who_was_there(document):
    assert persons_in(document) == set(PLANTED)


def goal_of(text):
    return Goal(id="stay", statement=proposal(text))
