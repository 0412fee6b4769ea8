from __future__ import annotations

import re

import pytest

from custrata.web.audit.models import Entry
from custrata.web.customers.models import TableView


def keys(page):
    return re.findall(r'<tr data-row>.*?<a href="([^/"]+)/"', page.content.decode(), re.S)


def test_the_table_shows_customers_with_a_finding_and_stays_within_its_budget(
    come_in, to, django_assert_max_num_queries
):
    reader = come_in("viewer")
    reader.get(to("customers/"))
    with django_assert_max_num_queries(25):
        page = reader.get(to("customers/"))
    assert page.status_code == 200
    text = page.content.decode()
    assert "platinum and gold of" in text
    assert len(page.content) < 300_000
    assert "aria-sort" in text
    assert " style=" not in text
    assert "onclick" not in text


def test_a_link_from_a_number_filters_by_its_dimension(come_in, to):
    page = come_in("viewer").get(to("customers/?tier=gold"))
    tiers = re.findall(r'<span class="tier">.*?</b>(\w+)</span>', page.content.decode())
    assert tiers
    assert set(tiers) == {"Gold"}


def test_a_search_that_finds_nobody_or_one_says_so_in_its_title(come_in, to, ids):
    reader = come_in("analyst", persons=True)
    nobody = reader.get(to("customers/?q=nobody-is-called-so")).content.decode()
    assert "No customer is found: look for fewer words, or take a filter off" in nobody
    one = reader.get(to(f"customers/?q={ids[0]['customer_id']}")).content.decode()
    title = re.sub(r"<[^>]+>", "", re.search(r"<h1.*?</h1>", one, re.S)[0])
    assert re.search(r"\b1 customer, .* brings ", " ".join(title.split()))


def test_pages_follow_each_other_without_a_gap(come_in, to, ids, monkeypatch):
    monkeypatch.setattr("custrata.web.customers.table.asked.ROWS", 25)
    reader, found, query = come_in("viewer"), [], "?sort=customer_id"
    while query:
        page = reader.get(to(f"customers/{query}"))
        found += keys(page)
        following = re.search(r'<a href="(\?[^"]+)" rel="next"', page.content.decode())
        query = following[1].replace("&amp;", "&") if following else ""
    assert found == [row["customer_id"] for row in ids]


def test_names_are_hidden_without_the_right_and_shown_with_it(come_in, to, ids):
    name = next(row["name"] for row in ids if row["name"] and row["tier"] == "platinum")
    for role, persons, seen in (
        ("viewer", False, False),
        ("admin", False, False),
        ("editor", True, False),
        ("analyst", True, True),
    ):
        text = come_in(role, persons=persons).get(to("customers/?tier=platinum")).content.decode()
        assert (name.replace("&", "&amp;") in text) is seen


def test_a_name_is_found_and_filtered_by_only_with_the_right(come_in, to, ids):
    row = next(row for row in ids if row["name"])
    word = row["name"].split()[0]
    assert row["customer_id"] in keys(come_in("admin", persons=True).get(to(f"customers/?q={word}")))
    assert keys(come_in("viewer").get(to(f"customers/?q={word}"))) == []
    filtered = come_in("viewer").get(to(f"customers/?name=~{word}"))
    assert "carry no name" in filtered.content.decode()


@pytest.mark.parametrize("query", ["value=much", "after=!!", "group=nobody", "value=9..1"])
def test_what_means_nothing_is_said_and_everybody_is_shown(come_in, to, query):
    page = come_in("viewer").get(to(f"customers/?{query}"))
    assert page.status_code == 422
    assert 'role="alert"' in page.content.decode()
    assert keys(page)


def test_a_filter_from_the_form_becomes_an_address(come_in, to):
    answer = come_in("viewer").get(to("customers/?tier=gold&add=value&test=least&letters=100"))
    assert answer.status_code == 302
    assert "tier=gold" in answer.url
    assert "value=100.." in answer.url


def test_no_customer_is_an_empty_state_with_one_action(come_in, to):
    page = come_in("viewer").get(to("customers/?tier=nobody")).content.decode()
    assert "No customer is held by these filters" in page
    assert "Show all customers" in page


def test_hostile_words_are_text(come_in, to):
    hostile = {"tier": "<script>alert(1)</script>", "q": "'; DROP TABLE x --"}
    page = come_in("viewer").get(to("customers/"), hostile)
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_who_is_not_in_the_workspace_finds_nothing(come_in, to, other_workspace, client):
    assert come_in("admin", of=other_workspace).get(to("customers/")).status_code == 404
    assert client.get(to("customers/")).status_code == 302


def test_looking_at_the_table_is_not_on_record_but_offers_actions_only_to_editors(come_in, to):
    before = Entry.objects.count()
    assert 'name="do"' not in come_in("viewer").get(to("customers/")).content.decode()
    assert 'name="do"' in come_in("editor").get(to("customers/")).content.decode()
    assert Entry.objects.count() == before


def test_a_view_is_kept_without_what_was_searched_for(come_in, to, workspace):
    answer = come_in("viewer").post(
        to("customers/-/views/"), {"name": "Mine", "query": "tier=gold&q=Ada&after=x", "shared": "1"}
    )
    assert answer.status_code == 302
    view = TableView.objects.get(workspace=workspace)
    assert view.query == "tier=gold"
    assert not view.shared
    assert Entry.objects.filter(act="table_view.kept").count() == 1


def test_an_editor_shares_a_view_and_others_open_it_but_do_not_drop_it(come_in, to):
    editor, reader = come_in("editor"), come_in("viewer")
    editor.post(to("customers/-/views/"), {"name": "Gold", "query": "tier=gold", "shared": "1"})
    editor.post(to("customers/-/views/"), {"name": "Own", "query": "tier=silver"})
    text = reader.get(to("customers/")).content.decode()
    assert ">Gold</a>" in text
    assert ">Own</a>" not in text
    view = TableView.objects.get(name="Gold")
    assert reader.post(to(f"customers/-/views/{view.pk}/drop/")).status_code == 404
    assert editor.post(to(f"customers/-/views/{view.pk}/drop/")).status_code == 302
    assert list(TableView.objects.values_list("name", flat=True)) == ["Own"]


def test_a_view_without_a_name_is_refused_and_the_same_name_is_the_same_view(come_in, to):
    reader = come_in("viewer")
    assert reader.post(to("customers/-/views/"), {"name": " ", "query": ""}).status_code == 422
    for query in ("tier=gold", "tier=silver"):
        reader.post(to("customers/-/views/"), {"name": "Mine", "query": query})
    assert TableView.objects.get().query == "tier=silver"


def test_the_neighbours_views_are_not_there(come_in, to, other_workspace, member):
    TableView.objects.create(
        workspace=other_workspace, user=member("admin", of=other_workspace), name="Theirs", shared=True
    )
    assert "Theirs" not in come_in("admin").get(to("customers/")).content.decode()
