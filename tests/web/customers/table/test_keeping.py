import pytest
from django.http import Http404

from custrata.errors import SettingError
from custrata.web.audit.models import Entry
from custrata.web.customers.models import TableView
from custrata.web.customers.table.keeping import change_view, drop_view, keep_view, own_view, views_of


def test_a_view_is_changed_and_keeps_its_number(asking):
    editor = asking()
    made = keep_view(editor, "Gold", "tier=gold", shared=False)
    other = keep_view(editor, "Silver", "tier=silver", shared=False)
    changed = change_view(editor, made, "Gold at risk", "tier=gold&q=Ada", shared=True)
    assert (changed.pk, changed.name, changed.query, changed.shared) == (
        made.pk,
        "Gold at risk",
        "tier=gold",
        True,
    )
    with pytest.raises(SettingError, match="view of this name"):
        change_view(editor, other, "Gold at risk", "", shared=False)
    assert TableView.objects.get(pk=other.pk).name == "Silver"
    assert Entry.objects.filter(act="table_view.kept").count() == 3


def test_a_name_that_is_taken_is_written_over_only_where_that_is_meant(asking):
    reader = asking("viewer")
    keep_view(reader, "Mine", "tier=gold", shared=True)
    with pytest.raises(SettingError, match="view of this name"):
        keep_view(reader, "Mine", "tier=silver", shared=False)
    assert keep_view(reader, "Mine", "tier=silver", shared=False, over=True).query == "tier=silver"
    assert not TableView.objects.get().shared, "who may not edit shares nothing"


def test_only_ones_own_view_is_taken_away(asking):
    reader, other = asking("viewer"), asking("editor")
    mine = keep_view(reader, "Mine", "", shared=False)
    theirs = keep_view(other, "Theirs", "", shared=True)
    assert {v.name for v in views_of(reader)} == {"Mine", "Theirs"}
    with pytest.raises(Http404):
        own_view(reader, theirs.pk)
    drop_view(reader, own_view(reader, mine.pk, lock=True))
    assert list(TableView.objects.all()) == [theirs]


def test_a_shared_view_names_no_person_to_who_may_not_see_them(asking):
    """The attack: who may see persons filters by a name and shares the view; who may not reads the filter."""
    seer = asking("analyst", persons=True)
    kept = keep_view(seer, "Ours", "tier=gold&name=~Ada&customer_id=C7&work_email=*&sort=-value", shared=True)
    told = views_of(asking("viewer"))
    assert [view.query for view in told] == ["tier=gold&sort=-value"]
    change_view(seer, kept, "Ours", "name=Ada&stage=!lapsed", shared=True)
    assert TableView.objects.get().query == "stage=%21lapsed"
