from __future__ import annotations

import csv
import io

from custrata.web.audit.models import Entry


def download(reader, to, **form):
    return reader.post(to("customers/-/act/"), {"do": "download", "scope": "all", "query": "", **form})


def rows_of(answer):
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))


def test_all_are_downloaded_and_it_is_on_record_without_names(come_in, to, ids):
    rows = rows_of(download(come_in("editor"), to, query="columns=tier,value"))
    assert rows[0] == ["customer_id", "tier", "value"]
    assert [row[0] for row in rows[1:]] == [row["customer_id"] for row in ids]
    entry = Entry.objects.get(act="customers.exported")
    assert entry.thing == f"{len(ids)} customers"
    assert entry.detail == {"columns": ["tier", "value"], "filters": []}


def test_names_leave_only_with_the_right(come_in, to, ids):
    name = next(row["name"] for row in ids if row["name"])
    with_names = rows_of(download(come_in("analyst", persons=True), to))
    without = rows_of(download(come_in("analyst"), to))
    assert with_names[0][:2] == ["customer_id", "name"]
    assert any(name in row for row in with_names)
    assert not any(name in cell for row in without for cell in row)


def test_a_small_group_leaves_only_with_the_right_to_see_persons(come_in, to, ids):
    few = [row["customer_id"] for row in ids[:3]]
    refused = come_in("editor").post(to("customers/-/act/"), {"do": "download", "id": few}, follow=True)
    assert "under 11 customers does not leave" in refused.content.decode()
    assert not Entry.objects.filter(act="customers.exported").exists()
    given = come_in("admin", persons=True).post(to("customers/-/act/"), {"do": "download", "id": few})
    assert len(rows_of(given)) == 4


def test_a_selection_goes_on_to_the_builder(come_in, to, ids):
    picked = ids[0]["customer_id"]
    answer = come_in("editor").post(to("customers/-/act/"), {"do": "audience", "id": [picked]})
    assert answer.status_code == 302
    assert "segments/new/" in answer.url
    assert "purpose=audience" in answer.url
    assert picked in answer.url


def test_nothing_picked_is_said_where_it_was_picked(come_in, to):
    form = {"do": "segment", "query": "tier=gold"}
    page = come_in("editor").post(to("customers/-/act/"), form, follow=True)
    assert "no customer is picked" in page.content.decode()
    assert page.request["QUERY_STRING"] == "tier=gold"


def test_only_editors_act(come_in, to):
    for role in ("viewer", "commenter"):
        assert download(come_in(role), to).status_code == 403
    assert come_in("editor").get(to("customers/-/act/")).status_code == 405
