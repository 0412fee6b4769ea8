import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from custrata.engine.snapshots import SnapshotStore
from custrata.measures.catalogue import CATALOGUE
from custrata.project.supplying.receiving import files_of
from custrata.web.data.models import Job, State
from custrata.web.data.room.overview import finding_of, kicker_of, lacks_of, lede_of, scene_or_none
from custrata.web.strategies.saving import strategy_of


@pytest.fixture
def manifest(workspace):
    return SnapshotStore(workspace.place.state).load().manifest


def test_the_room_shows_every_source_with_sums_that_reconcile(come_in, workspace, manifest):
    page = come_in("viewer").get(f"/w/{workspace.slug}/data/").content.decode()
    for source in manifest.account.sources:
        assert source.source in page
    assert f"{manifest.account.rows_in:,}" in page
    assert manifest.fingerprint[:8] in page


def test_a_viewer_sees_and_changes_nothing_an_analyst_does(come_in, workspace):
    seen, done = (
        come_in(role).get(f"/w/{workspace.slug}/data/").content.decode() for role in ("viewer", "analyst")
    )
    for address in ("data/upload/", "data/mapping/", "data/build/", "data/day/", "data/files/remove/"):
        assert address not in seen
        assert address in done
    assert "data/remove/" not in done
    assert "data/remove/" in come_in("admin").get(f"/w/{workspace.slug}/data/").content.decode()


def test_the_room_asks_few_questions_and_is_light(come_in, workspace, django_assert_max_num_queries):
    for _ in range(8):
        Job.objects.create(workspace=workspace, kind="build", state=State.DONE)
    client = come_in("admin")
    client.get(f"/w/{workspace.slug}/data/")
    with django_assert_max_num_queries(15):
        page = client.get(f"/w/{workspace.slug}/data/")
    assert len(page.content) < 300_000


def test_a_workspace_without_data_says_what_belongs_there(come_in, workspace):
    for file in files_of(workspace.place):
        (workspace.place.data / file.name).unlink()
    (workspace.place.state / "current").unlink()
    page = come_in("analyst").get(f"/w/{workspace.slug}/data/").content.decode()
    assert "No data yet" in page
    assert "Nothing is built yet" in page


def test_findings_count_what_was_set_aside(manifest):
    assert "none had to be set aside" in finding_of(manifest).text
    assert finding_of(None) == "Nothing is built yet"


def test_what_is_lacking_is_told_by_need(manifest):
    lacks = lacks_of(manifest)
    assert sorted(m for lack in lacks for m in lack.measures) == sorted(manifest.missing)
    assert [len(lack.measures) for lack in lacks] == sorted((len(x.measures) for x in lacks), reverse=True)


def test_needs_that_read_alike_are_told_once_with_measures_by_their_names(manifest):
    alike = {"csat": "needs feedback.rating", "ces": "needs “rating” of feedback"}
    lacks = lacks_of(replace(manifest, missing=alike))
    assert [lack.needs for lack in lacks] == ["needs “rating” of feedback"]
    assert lacks[0].titles == (CATALOGUE["ces"].title, CATALOGUE["csat"].title)


def test_data_of_long_ago_are_told_in_years(manifest):
    old = kicker_of(replace(manifest, as_of=timezone.localdate() - dt.timedelta(days=3252)))
    young = kicker_of(replace(manifest, as_of=timezone.localdate() - dt.timedelta(days=331)))
    assert "8 years old" in old
    assert "331 days old" in young


def test_one_source_that_is_not_used_is_one(manifest):
    sources = manifest.account.sources
    assert "not used" not in lede_of(manifest).text
    for idle, words in ((1, "1 is not used"), (2, "2 are not used")):
        unused = tuple(replace(s, table="") for s in sources[:idle])
        account = replace(manifest.account, sources=(*unused, *sources[idle:]))
        assert words in lede_of(replace(manifest, account=account)).text


def test_there_is_no_scene_before_there_is_a_strategy(workspace):
    assert scene_or_none(workspace) is not None
    strategy_of(workspace).delete()
    workspace.refresh_from_db()
    assert scene_or_none(workspace) is None
