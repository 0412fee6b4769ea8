import datetime as dt

import pytest
from django.utils import timezone

from custrata.engine.snapshots import SnapshotStore
from custrata.web.together.models import Notice, NoticeKind, Preference
from custrata.web.together.notices.telling import tell, unread


@pytest.fixture
def at(workspace):
    return f"/w/{workspace.slug}/notices/"


@pytest.fixture
def ann(named):
    return named("Ann", "viewer")


def test_notices_stand_the_newest_first_with_where_they_lead(at, workspace, ann, browser):
    tell(workspace, NoticeKind.TASK, [ann.pk], "First", "E01")
    tell(workspace, NoticeKind.TASK, [ann.pk], "Second", "E02")
    html = browser(ann).get(at).content.decode()
    assert html.index("Second") < html.index("First")
    assert "2 notices are new" in html


def test_opening_a_notice_reads_it_and_leads_on(at, workspace, ann, browser):
    tell(workspace, NoticeKind.TASK, [ann.pk], "First", "page:boards")
    notice = Notice.objects.get()
    answer = browser(ann).post(f"{at}{notice.pk}/")
    assert answer["Location"] == f"/w/{workspace.slug}/boards/"
    assert unread(workspace, ann) == 0


def test_all_are_read_at_once_and_one_is_made_new_again(at, workspace, ann, named, browser):
    bob = named("Bob")
    tell(workspace, NoticeKind.TASK, [ann.pk, bob.pk], "First")
    tell(workspace, NoticeKind.TASK, [ann.pk], "Second")
    client = browser(ann)
    client.post(f"{at}read/")
    assert (unread(workspace, ann), unread(workspace, bob)) == (0, 1)
    client.post(f"{at}{Notice.objects.filter(person=ann).first().pk}/unread/")
    assert unread(workspace, ann) == 1


def test_one_notice_is_read_and_the_others_stay_new(at, workspace, ann, browser):
    tell(workspace, NoticeKind.TASK, [ann.pk], "First")
    tell(workspace, NoticeKind.TASK, [ann.pk], "Second")
    browser(ann).post(f"{at}read/", {"notice": str(Notice.objects.first().pk)})
    assert unread(workspace, ann) == 1
    browser(ann).post(f"{at}read/", {"notice": "x"})
    assert unread(workspace, ann) == 1


def test_notices_of_others_are_not_there(at, workspace, other_workspace, ann, named, browser):
    bob = named("Bob")
    tell(workspace, NoticeKind.TASK, [bob.pk], "Private")
    notice, client = Notice.objects.get(), browser(ann)
    assert "Private" not in client.get(at).content.decode()
    assert client.post(f"{at}{notice.pk}/").status_code == 404
    assert client.post(f"{at}{notice.pk}/unread/").status_code == 404
    client.post(f"{at}read/", {"notice": str(notice.pk)})
    assert unread(workspace, bob) == 1


def test_what_is_wanted_is_chosen(at, ann, browser):
    client = browser(ann)
    client.post(f"{at}wanted/", {"kind": ["task", "mention"]})
    chosen = Preference.objects.get(person=ann)
    assert not chosen.digest
    assert set(chosen.muted) == {k.value for k in NoticeKind} - {"task", "mention"}
    client.post(f"{at}wanted/", {"kind": [k.value for k in NoticeKind], "digest": "yes"})
    chosen.refresh_from_db()
    assert (chosen.muted, chosen.digest) == ([], True)


def test_a_hundred_notices_stay_within_the_queries(
    at, workspace, ann, browser, django_assert_max_num_queries
):
    for number in range(100):
        tell(workspace, NoticeKind.TASK, [ann.pk], f"Notice {number}", "E01")
    client = browser(ann)
    with django_assert_max_num_queries(25):
        assert client.get(at).status_code == 200


def test_an_empty_page_says_what_belongs_there(at, ann, browser):
    html = browser(ann).get(at).content.decode()
    assert "Nobody has told you anything yet" in html
    assert "Nothing is new" in html


def test_more_new_notices_than_a_page_shows_are_counted_all(at, workspace, ann, browser, monkeypatch):
    monkeypatch.setattr("custrata.web.together.notices.views.MOST", 2)
    for n in range(5):
        tell(workspace, NoticeKind.TASK, [ann.pk], f"Told {n}", "E01")
    said = browser(ann).get(at).content.decode()
    assert "5 notices are new" in said
    assert said.count("Told ") == 2
    assert "The newest 2 are shown" in said


@pytest.mark.parametrize("kind", [NoticeKind.BUILD, NoticeKind.CLAIM])
def test_who_reads_that_a_build_has_ended_is_promised_its_snapshot_on_every_page(
    at, workspace, ann, browser, kind
):
    name = SnapshotStore(workspace.place.state).current().name.partition(".")[0]
    tell(workspace, kind, [ann.pk], "A build has ended; pages show its snapshot", "page:data")
    notice, client = Notice.objects.get(), browser(ann)
    assert client.get(at).cookies["built"].value == f"{workspace.slug}.{name}"
    client.cookies.clear()
    client = browser(ann)
    assert client.post(f"{at}{notice.pk}/").cookies["built"].value == f"{workspace.slug}.{name}"


def test_old_notices_of_builds_and_other_notices_promise_nothing(at, workspace, ann, browser):
    tell(workspace, NoticeKind.TASK, [ann.pk], "Do it", "E01")
    tell(workspace, NoticeKind.BUILD, [ann.pk], "A build has ended; pages show its snapshot", "page:data")
    Notice.objects.filter(kind=NoticeKind.BUILD).update(created_at=timezone.now() - dt.timedelta(minutes=2))
    client = browser(ann)
    assert "built" not in client.get(at).cookies
    for notice in Notice.objects.all():
        assert "built" not in client.post(f"{at}{notice.pk}/").cookies
