import pytest

from custrata.economics.serving.drivers import Activity, activity_named, countable, match


def everything(*columns):
    return True


@pytest.mark.parametrize(
    ("name", "activity"),
    [
        ("Support minutes", Activity.SUPPORT_MINUTES),
        ("helpDesk", Activity.SUPPORT_MINUTES),
        ("Customer care", Activity.SUPPORT_MINUTES),
        ("support_tickets", Activity.TICKETS),
        ("Hosted seats", Activity.SEATS),
        ("Software licences", Activity.SEATS),
        ("Order handling", Activity.ORDERS),
        ("Return handling", Activity.RETURNS),
        ("Shipping & packing", Activity.ORDERS),
        ("Set-up", Activity.ONBOARDING),
        ("API traffic", Activity.USE),
    ],
)
def test_a_name_is_matched_by_its_words(name, activity):
    assert match(name, everything).activity is activity


@pytest.mark.parametrize("name", ["Shared platform", "Rent", "Disorder", "2024"])
def test_a_name_without_a_known_word_stays_unallocated_and_says_so(name):
    found = match(name, everything)
    assert found.activity is None
    assert "stays unallocated" in found.sentence
    assert activity_named(name) is None


def test_support_is_divided_by_tickets_where_minutes_are_not_known():
    found = match("Support", lambda *columns: "tickets.minutes" not in columns)
    assert found.activity is Activity.TICKETS


def test_what_the_data_do_not_count_is_named():
    found = match("Hosted seats", lambda *columns: False)
    assert found.activity is None
    assert "subscriptions.started_on is missing" in found.sentence


def test_an_activity_can_be_counted_when_its_columns_hold_data():
    assert countable(Activity.USE, lambda *columns: columns == ("usage.occurred_at",))
