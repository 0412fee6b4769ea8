from custrata.project.adjusting.settings_file import adjust
from custrata.project.building import build_project
from custrata.project.place import settings_of
from custrata.project.supplying.builds import builds_of, differences


def test_builds_stand_newest_first_and_say_in_what_they_differ(shop):
    assert builds_of(shop) == ()
    first = build_project(shop, settings_of(shop)).snapshot
    adjust(shop, {"as_of": "2025-06-30"})
    text = (shop.data / "clients.csv").read_text(encoding="utf-8")
    (shop.data / "clients.csv").write_text(text + "c10,Person 10,FR\n", encoding="utf-8")
    second = build_project(shop, settings_of(shop)).snapshot
    builds = builds_of(shop)
    assert [b.manifest.fingerprint for b in builds] == [
        second.manifest.fingerprint,
        first.manifest.fingerprint,
    ]
    assert [b.in_use for b in builds] == [True, False]
    found = {d.what: (d.before, d.after) for d in differences(first.manifest, second.manifest)}
    assert found["Data to"][1] == "2025-06-30"
    assert "File clients.csv" in found
    assert "File orders.csv" not in found
    assert differences(first.manifest, first.manifest) == ()


def test_a_damaged_snapshot_is_left_out(shop):
    build_project(shop, settings_of(shop))
    name = builds_of(shop)[0].name
    (shop.state / "snapshots" / name / "manifest.json").write_text("{", encoding="utf-8")
    assert builds_of(shop) == ()
