from custrata.engine.snapshots import SnapshotStore
from custrata.measures.catalogue import CATALOGUE
from custrata.web.strategies.staging import scene_of, snapshot_of
from custrata.web.workspaces.handover import handover


def test_the_catalogue_comes_in_pages_and_whole(program):
    asker, seen, cursor = program("viewer"), [], ""
    while cursor is not None:
        found = asker.get(f"/measures?limit=200&cursor={cursor}")
        seen += [m["id"] for m in found["items"]]
        cursor = found["next"]
    assert seen == list(CATALOGUE)


def test_the_latest_snapshot_is_named_and_told(program, problem_of):
    asker = program("viewer")
    held = scene_of(asker.workspace).snapshot
    assert asker.get("snapshots")["current"] == held.manifest.fingerprint
    told = asker.get("snapshots/current")
    assert told["fingerprint"] == held.manifest.fingerprint
    assert told["readings"] == len(held.readings)
    problem_of(asker.ask("GET", "snapshots/nothing"), 404)


def test_readings_are_filtered_and_paged(program):
    asker = program("viewer")
    found = asker.get("readings?measure=revenue&period=all&dimension=tier&value=gold")
    (one,) = found["items"]
    assert one["segment"] == {"tier": "gold"}
    assert one["value"] == scene_of(asker.workspace).snapshot.reading("revenue", (("tier", "gold"),)).value
    first = asker.get("readings?limit=2")
    second = asker.get(f"readings?limit=2&cursor={first['next']}")
    assert first["items"] != second["items"]


def test_who_holds_the_readings_is_sent_nothing(program):
    asker = program("viewer")
    mark = asker.ask("GET", "readings")["ETag"]
    answer = asker.ask("GET", "readings", If_None_Match=mark)
    assert (answer.status_code, answer.content) == (304, b"")


def test_readings_of_a_day_before_all_data_are_not_there(program, problem_of):
    asker = program("viewer")
    problem_of(asker.ask("GET", "readings?as_of=1999-01-01"), 404)
    assert asker.get("readings?as_of=2100-01-01&limit=1")["items"]


def test_a_program_waits_for_the_newest_snapshot_and_a_person_need_not(program, come_in, rebuilt):
    asker = program("viewer")
    where, state = asker.workspace, asker.workspace.place.state
    before = SnapshotStore(state).current()
    handover.begin()
    handover.ready(state, before)
    newer = rebuilt(where)
    assert snapshot_of(where).manifest.fingerprint == before.name
    address = f"/api/v1/workspaces/{where.slug}/snapshots/current"
    assert come_in("viewer").get(address).json()["fingerprint"] == before.name
    # A test is one transaction, in which nobody is waited for: the newer one is shown at once.
    assert asker.get("readings?limit=1")["snapshot"] == newer
    assert asker.get("snapshots")["current"] == newer


def test_the_definition_of_a_reading_of_a_stage_says_who_is_counted_there(program):
    asker = program("analyst", persons=True)
    manifest = scene_of(asker.workspace).snapshot.manifest
    found = asker.get("readings?measure=customers&dimension=stage")["items"]
    assert found
    for one in found:
        who = manifest.stage_means(one["segment"]["stage"])
        assert who
        assert one["definition"].endswith(who)
    (whole,) = asker.get("readings?measure=customers&period=all&dimension=&limit=1")["items"]
    assert "is not counted." not in whole["definition"]
