from __future__ import annotations

import csv
import io

import pytest

from custrata.web.audit.models import Entry


def download(reader, to, **form):
    return reader.post(to("customers/-/act/"), {"do": "download", "scope": "all", "query": "", **form})


def rows_of(answer):
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))


def test_all_are_downloaded_and_it_is_on_record_without_names(come_in, to, ids):
    rows = rows_of(download(come_in("analyst", persons=True), to, query="columns=tier,value"))
    assert rows[0] == ["customer_id", "name", "tier", "value"]
    assert [row[0] for row in rows[1:]] == [row["customer_id"] for row in ids]
    assert any(row["name"] in rows[1:][at] for at, row in enumerate(ids) if row["name"])
    entry = Entry.objects.get(act="customers.exported")
    assert entry.thing == f"{len(ids)} customers"
    assert entry.detail == {"columns": ["name", "tier", "value"], "filters": []}


@pytest.mark.parametrize("role", ["editor", "analyst", "admin"])
def test_no_row_leaves_without_the_right_to_see_persons_however_many_there_are(role, come_in, to, ids):
    """Neither few nor all; the page does not offer it, and says why to who asks all the same."""
    client = come_in(role)
    assert 'value="download"' not in client.get(to("customers/")).content.decode()
    few = [row["customer_id"] for row in ids[:3]]
    for chosen in ({"scope": "all", "query": ""}, {"id": few}):
        refused = client.post(to("customers/-/act/"), {"do": "download", **chosen}, follow=True)
        assert "only with the right to see persons" in refused.content.decode()
        assert refused["Content-Type"].startswith("text/html")
    assert not Entry.objects.filter(act="customers.exported").exists()


def test_a_small_group_leaves_with_the_right_to_see_persons(come_in, to, ids):
    few, client = [row["customer_id"] for row in ids[:3]], come_in("admin", persons=True)
    assert 'value="download"' in client.get(to("customers/")).content.decode()
    given = client.post(to("customers/-/act/"), {"do": "download", "id": few})
    assert len(rows_of(given)) == 4


def test_a_selection_goes_on_to_the_builder(come_in, to, ids):
    picked = ids[0]["customer_id"]
    answer = come_in("editor").post(to("customers/-/act/"), {"do": "audience", "id": [picked]})
    assert answer.status_code == 302
    assert "segments/new/" in answer.url
    assert "purpose=audience" in answer.url
    assert picked in answer.url


def test_a_task_about_a_selection_says_that_its_audience_comes_first(come_in, to, ids):
    editor, sent = come_in("editor"), {"do": "task", "id": [ids[0]["customer_id"]]}
    said = "Save them as an audience first; then <b>Make a task</b> stands below it."
    assert said in editor.post(to("customers/-/act/"), sent, follow=True).content.decode()
    neighbour = editor.post(to("customers/-/act/"), sent | {"do": "audience"}, follow=True)
    assert said not in neighbour.content.decode()


def test_nothing_picked_is_said_where_it_was_picked(come_in, to):
    form = {"do": "segment", "query": "tier=gold"}
    page = come_in("editor").post(to("customers/-/act/"), form, follow=True)
    assert "no customer is picked" in page.content.decode()
    assert page.request["QUERY_STRING"] == "tier=gold"


def test_only_editors_act(come_in, to):
    for role in ("viewer", "commenter"):
        assert download(come_in(role), to).status_code == 403
    assert come_in("editor").get(to("customers/-/act/")).status_code == 405
