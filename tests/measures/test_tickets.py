import pytest
from tests.companies import Company, at, sale


def ticket(customer, opened, first=None, resolved=None, **more):
    times = {"first_response_at": first and at(first), "resolved_at": resolved and at(resolved)}
    return {"customer_id": customer, "opened_at": at(opened), **times, **more}


@pytest.fixture(scope="module")
def desk():
    rows = [
        ticket("a", "2024-01-01T08:00", "2024-01-01T09:00", "2024-01-02T08:00", priority="high"),
        ticket("a", "2024-01-02T08:00", "2024-01-02T10:00", priority="low"),
        ticket("b", "2024-01-03T08:00", "2024-01-03T20:00", "2024-01-03T07:00", priority="low"),
        ticket("b", "2024-12-03T08:00"),
    ]
    return Company().has("transactions", [sale(c, "2024-01-01") for c in "abcd"]).has("tickets", rows)


@pytest.fixture(scope="module")
def base(desk):
    return desk.base()


def test_tickets_are_counted_in_the_period_and_per_customer(desk, base):
    assert [desk.one(base, "tickets", p).value for p in ("all", "previous", "current")] == [4, 3, 1]
    found = desk.one(base, "tickets_per_customer")
    assert (found.value, found.n) == (1, 4)


def test_waits_are_medians_of_the_tickets_that_were_answered(desk, base):
    found = desk.one(base, "first_response_hours")
    assert (found.value, found.n, found.unit) == (2, 3, "hours")


def test_a_ticket_resolved_before_it_was_opened_tells_no_wait(desk, base):
    found = desk.one(base, "resolution_hours")
    assert (found.value, found.n) == (24, 1)


def test_no_answer_is_not_an_answer_after_0_hours(desk, base):
    found = desk.one(base, "first_response_hours", "current")
    assert (found.value, found.reason) == (None, "no ticket of the period was answered")


def test_tickets_are_broken_down_by_their_own_columns(desk, base):
    assert desk.values(base, "tickets", "priority") == {"high": 1, "low": 2, "not known": 1}
