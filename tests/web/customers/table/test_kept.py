from __future__ import annotations

from custrata.web.audit.models import Entry
from custrata.web.customers.models import TableView


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
