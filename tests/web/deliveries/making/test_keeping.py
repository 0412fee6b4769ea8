import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404

from custrata.errors import DeliveryError
from custrata.project.live.small import scene_to_leave
from custrata.web.audit.models import Entry
from custrata.web.data.models import Job, State
from custrata.web.deliveries.making import making
from custrata.web.deliveries.making.keeping import delivery_of, order, take, take_away
from custrata.web.deliveries.models import Delivered, Progress
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import asking_of


@pytest.fixture
def asking(workspace, member):
    return asking_of(member("editor"), workspace.slug)


def test_a_file_that_cannot_be_made_leaves_no_template_behind(asking, site):
    sent = SimpleUploadedFile("ours.pptx", b"PK\x03\x04")
    with pytest.raises(DeliveryError):
        order(asking, "nothing", {}, sent)
    assert not list(site.rglob("*.template.pptx"))
    assert not Delivered.objects.exists()


def test_what_is_to_leave_is_made_without_what_rests_on_few(asking, monkeypatch):
    scenes = []

    def write(scene, workspace, kind, options):
        scenes.append(scene)
        raise DeliveryError("not here", where="test", remedy="none")

    monkeypatch.setattr(making, "write", write)
    whole = scene_of(asking.workspace)
    for leaving in (False, True):
        order(asking, "calendar", {"paper": " ", "moon": "x"}, leaving=leaving)
    assert scenes[0] is whole
    assert scenes[1].snapshot.readings == scene_to_leave(whole).snapshot.readings != whole.snapshot.readings
    assert [d.options for d in Delivered.objects.order_by("pk")] == [{}, {"leaving": "yes"}]


def test_one_that_is_taken_away_is_stopped_and_the_neighbour_stays(asking, other_workspace):
    def waiting(workspace):
        made = Delivered.objects.create(workspace=workspace, kind="calendar", title="Calendar")
        return made, Job.objects.create(workspace=workspace, kind="deliver", arguments={"delivered": made.pk})

    (mine, job), (other, kept), (theirs, far) = map(
        waiting, (asking.workspace, asking.workspace, other_workspace)
    )
    with pytest.raises(Http404):
        take(asking, mine)
    take_away(asking, delivery_of(asking, mine.pk))
    with pytest.raises(Http404):
        delivery_of(asking, theirs.pk)
    assert set(Delivered.objects.all()) == {other, theirs}
    for one in (job, kept, far):
        one.refresh_from_db()
    assert [j.state for j in (job, kept, far)] == [State.CANCELLED, State.QUEUED, State.QUEUED]
    assert Entry.objects.filter(act="delivery.deleted").count() == 1


def test_a_delivery_that_two_take_away_goes_once_with_the_file_made_in_between(
    asking, site, django_capture_on_commit_callbacks
):
    made = Delivered.objects.create(workspace=asking.workspace, kind="deck", made_by=asking.user)
    seen, late = (Delivered.objects.get(pk=made.pk) for _ in range(2))
    Delivered.objects.filter(pk=made.pk).update(file="deck-1.pptx", progress=Progress.DONE)
    made.refresh_from_db()
    made.path.parent.mkdir(parents=True, exist_ok=True)
    made.path.write_bytes(b"deck")
    with django_capture_on_commit_callbacks(execute=True):
        take_away(asking, seen)
    assert not made.path.exists()
    with pytest.raises(Http404):
        take_away(asking, late)
    assert Entry.objects.filter(act="delivery.deleted").count() == 1


def test_a_file_that_goes_out_is_on_record(asking, site):
    done = {"kind": "calendar", "title": "C", "progress": Progress.DONE, "file": "c.ics"}
    made = Delivered.objects.create(workspace=asking.workspace, options={"leaving": "yes"}, **done)
    with pytest.raises(Http404):
        take(asking, made)
    (site / "c.ics").write_text("BEGIN", encoding="utf-8")
    take(asking, made)
    assert Entry.objects.filter(act="delivery.downloaded").count() == 1


def test_a_file_made_in_full_goes_to_who_may_see_persons_alone(asking, member, site):
    done = {"kind": "calendar", "title": "C", "progress": Progress.DONE, "file": "c.ics"}
    whole = Delivered.objects.create(workspace=asking.workspace, **done)
    (site / "c.ics").write_text("BEGIN", encoding="utf-8")
    with pytest.raises(PermissionDenied, match="ask for one of your own"):
        take(asking, whole)
    assert not Entry.objects.filter(act="delivery.downloaded").exists()
    take(asking_of(member("analyst", persons=True), asking.workspace.slug), whole)
    assert Entry.objects.filter(act="delivery.downloaded").count() == 1
