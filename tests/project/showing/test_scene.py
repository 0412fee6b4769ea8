import datetime as dt
from dataclasses import replace

import pytest

from custrata.errors import SnapshotError
from custrata.project.place import locate
from custrata.project.project import Project
from custrata.project.showing.scene import LONG_AGO, scene
from custrata.strategy.document import Document

LINES = ["customer,date,amount", "a,2026-01-05,10", "b,2026-01-06,20", "a,2026-02-06,15"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "orders.csv").write_text("\n".join(LINES), encoding="utf-8")
    return tmp_path


def test_without_a_snapshot_there_is_no_scene(folder):
    with pytest.raises(SnapshotError):
        scene(locate(folder))


def test_a_scene_judges_the_saved_strategy_as_the_check_does(folder):
    project = Project(folder)
    project.build()
    seen = scene(locate(folder))
    assert seen.document.company
    assert {one.claim_id for one in seen.evidence} == {claim.id for claim in seen.document.claims()}
    assert seen.judged.keys() == {claim.id for claim in seen.document.claims()}
    assert seen.as_of == seen.snapshot.manifest.as_of
    assert seen.composition.slides[0].titles


def test_a_scene_looks_at_the_document_that_it_is_given(folder):
    Project(folder).build()
    mine = Document(schema_version=2, company="Ours")
    seen = scene(locate(folder), mine, example="SAMPLE")
    assert seen.given.document is mine
    assert seen.given.example == "SAMPLE"
    assert seen.evidence == ()


def test_the_first_build_has_nothing_to_be_held_against(folder):
    Project(folder).build()
    seen = scene(locate(folder))
    assert seen.earlier is None
    assert seen.delta is None


def test_a_sample_and_data_of_long_ago_are_counted_from_their_last_day(folder):
    Project(folder).build()
    seen = scene(locate(folder))
    end = seen.as_of
    soon, later = end + dt.timedelta(days=LONG_AGO), end + dt.timedelta(days=LONG_AGO + 1)
    assert seen.counted_from(soon) == soon, "a company of today"
    assert seen.counted_from(later) == end
    assert replace(seen, example="SAMPLE").counted_from(soon) == end
