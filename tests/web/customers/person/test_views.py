from __future__ import annotations

import pytest

from custrata.web.audit.models import Entry


@pytest.fixture
def named(ids):
    return next(row for row in ids if row["name"] and row["tier"] == "gold")


def test_the_page_says_worth_stage_and_what_to_do_within_its_budget(
    come_in, to, named, django_assert_max_num_queries
):
    reader = come_in("viewer")
    reader.get(to(f"customers/{named['customer_id']}/"))
    with django_assert_max_num_queries(15):
        page = reader.get(to(f"customers/{named['customer_id']}/"))
    text = page.content.decode()
    assert page.status_code == 200
    assert "What to do next" in text
    assert 'aria-current="step"' in text
    assert "Gold customers" in text
    assert " style=" not in text


def test_names_and_people_are_shown_only_with_the_right_and_that_is_on_record(come_in, to, named):
    address = to(f"customers/{named['customer_id']}/")
    without = come_in("admin").get(address).content.decode()
    assert named["name"] not in without
    assert "Names are hidden" in without
    assert "@" not in without.split('id="comments"')[0].split("<main")[1]
    assert not Entry.objects.filter(act="customer.seen").exists()
    assert named["name"] in come_in("analyst", persons=True).get(address).content.decode()
    entry = Entry.objects.get(act="customer.seen")
    assert entry.thing == f"customer:{named['customer_id']}"
    assert named["name"] not in str(entry.detail)


def test_the_timeline_comes_as_a_part_and_without_scripts_in_the_page(come_in, to, named):
    reader, key = come_in("viewer"), named["customer_id"]
    part = reader.get(to(f"customers/-/events/{key}/")).content.decode()
    assert "<ol" in part
    assert "<html" not in part
    assert "Show what happened" in reader.get(to(f"customers/{key}/")).content.decode()
    assert '<ol class="list">' in reader.get(to(f"customers/{key}/?events=1")).content.decode()
    nonsense = reader.get(to(f"customers/-/events/{key}/?kind=x&from=-3"))
    assert nonsense.status_code == 200


def test_a_customer_who_is_not_there_or_of_a_neighbour_is_not_found(come_in, to, named, other_workspace):
    assert come_in("viewer").get(to("customers/nobody/")).status_code == 404
    assert come_in("viewer").get(to("customers/-/events/nobody/")).status_code == 404
    stranger = come_in("admin", of=other_workspace, persons=True)
    assert stranger.get(to(f"customers/{named['customer_id']}/")).status_code == 404
    assert stranger.get(to(f"customers/-/events/{named['customer_id']}/")).status_code == 404


def test_no_browser_keeps_the_page_of_a_customer(come_in, to, named):
    address = to(f"customers/{named['customer_id']}/")
    assert "no-store" in come_in("viewer").get(address)["Cache-Control"]
