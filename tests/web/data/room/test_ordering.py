import pytest
from django.http import Http404

from custrata.errors import SettingError
from custrata.project.place import settings_of
from custrata.web.audit.models import Entry
from custrata.web.data.models import Job
from custrata.web.data.room import ordering
from custrata.web.workspaces.asking import asking_of


@pytest.fixture
def asking(workspace, member):
    return asking_of(member("analyst"), workspace.slug)


def test_the_data_are_cut_at_a_day_that_is_one(asking):
    ordering.cut_at(asking, "2025-09-30")
    assert str(settings_of(asking.workspace.place).as_of) == "2025-09-30"
    with pytest.raises(SettingError):
        ordering.cut_at(asking, "yesterday")
    ordering.cut_at(asking, None)
    assert settings_of(asking.workspace.place).as_of is None
    assert list(Entry.objects.filter(act="data.cut").values_list("thing", flat=True)) == [
        "2025-09-30",
        "last day",
    ]


def test_what_is_ordered_is_started_once_with_what_was_asked_for(asking, monkeypatch):
    started = []
    monkeypatch.setattr(ordering, "start", lambda *asked, **arguments: started.append((asked[1], arguments)))
    ordering.order_build(asking, again=True)
    ordering.order_look(asking)
    assert started == [("build", {"again": True}), ("map", {"again": False})]


def test_a_job_of_another_workspace_or_kind_is_not_there(asking, other_workspace):
    mine = Job.objects.create(workspace=asking.workspace, kind="map")
    theirs = Job.objects.create(workspace=other_workspace, kind="map")
    assert ordering.job_of(asking, mine.pk) == ordering.job_of(asking, mine.pk, "map") == mine
    for number, kinds in ((theirs.pk, ()), (mine.pk, ("build",))):
        with pytest.raises(Http404):
            ordering.job_of(asking, number, *kinds)


def test_rows_that_are_taken_are_on_record(asking):
    lines = list(ordering.set_aside_taken(asking, ""))
    assert lines[0].startswith("source,line,table")
    assert Entry.objects.get(act="data.set_aside_taken").detail == {"persons": False}
