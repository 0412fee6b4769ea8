from __future__ import annotations

import datetime as dt
import json
import re

from custrata.engine.snapshots import SnapshotStore
from custrata.project.erasing.erasing import erase, mark_of
from custrata.project.erasing.finding import find
from custrata.project.erasing.scanning import scan
from custrata.project.erasing.thinning import TOMBSTONE
from custrata.project.mapping_file import read_mapping

DAY = dt.date(2026, 1, 1)


def test_nothing_names_the_person_afterwards_and_the_neighbour_is_whole(shop):
    ana, bo = find(shop, "ana.silva@example.org"), find(shop, "CUST-00071")
    before = scan(shop.data, bo)
    report = erase(shop, ana, on=DAY)
    assert report.clean
    assert scan(shop.root, ana) == ()
    assert scan(shop.data, bo) == before
    assert find(shop, "CUST-00071") == bo
    assert report.rows == 8
    assert not any("ana" in line.casefold() or "CUST-0007" in line for line in report.lines())
    assert any(": 1 row removed" in line for line in report.lines())
    assert not any(re.search(r"\b1 (raw )?(rows|files|times)\b", line) for line in report.lines())


def test_every_snapshot_gets_a_tombstone_that_says_how_many_and_not_who(shop):
    store = SnapshotStore(shop.state)
    report = erase(shop, find(shop, "CUST-0007"), on=DAY)
    tomb = json.loads((store.current() / TOMBSTONE).read_text(encoding="utf-8"))
    assert tomb == [{"on": "2026-01-01", "rows": report.snapshots[store.current().name]}]
    assert store.load().manifest.tables["customers"] == 90, "the numbers change with the next build"


def test_a_guessed_mapping_stays_a_guess_without_samples_of_the_person(shop):
    erase(shop, find(shop, "CUST-0007"), on=DAY)
    assert read_mapping(shop) is None
    assert "ana" not in shop.mapping.read_text(encoding="utf-8")


def test_what_people_wrote_is_listed_for_a_person_to_decide(shop):
    shop.strategy.write_text("company: Shop\n# Ask Ana Silva about it\n", encoding="utf-8")
    report = erase(shop, find(shop, "CUST-0007"), on=DAY)
    assert [hit.file for hit in report.decide] == ["strategy.yaml"]
    assert "Ana Silva" in shop.strategy.read_text(encoding="utf-8")
    assert any("decide about it" in line for line in report.lines())


def test_decks_that_name_the_person_go_and_others_stay(shop, tmp_path):
    made = tmp_path / "decks"
    made.mkdir()
    (made / "with.txt").write_text("quote of Ana Silva", encoding="utf-8")
    (made / "without.txt").write_text("quote of Bo Berg", encoding="utf-8")
    report = erase(shop, find(shop, "CUST-0007"), on=DAY, made=(made,))
    assert report.removed == ("decks/with.txt",)
    assert [path.name for path in made.iterdir()] == ["without.txt"]


def test_a_workbook_that_cannot_be_written_again_is_said_to_be_left(shop):
    (shop.data / "more.xls").write_bytes(b"\xd0\xcf\x11\xe0 ana.silva@example.org")
    report = erase(shop, find(shop, "CUST-0007"), on=DAY)
    assert report.left == ("more.xls",)
    assert not report.clean
    assert "more.xls: cannot be written again; export it anew without the person" in report.lines()


def test_erasing_twice_does_nothing_more(shop):
    ana = find(shop, "CUST-0007")
    erase(shop, ana, on=DAY)
    again = erase(shop, ana, on=DAY)
    assert (again.rows, again.texts, again.removed) == (0, (), ())


def test_a_mark_in_the_log_tells_the_same_person_again_and_nobody_who_it_is(shop):
    ana, bo = find(shop, "CUST-0007"), find(shop, "CUST-00071")
    assert mark_of(ana, "secret") == mark_of(ana, "secret")
    assert len({mark_of(ana, "secret"), mark_of(bo, "secret"), mark_of(ana, "other")}) == 3


def test_proposals_that_quote_the_person_lose_the_words_and_others_stay(shop):
    folder = shop.state / "proposals"
    folder.mkdir()
    (folder / "a.json").write_text('{"because": "Ana Silva said so"}', encoding="utf-8")
    (folder / "b.json").write_text('{"because": "Bo Berg said so"}', encoding="utf-8")
    report = erase(shop, find(shop, "CUST-0007"), on=DAY)
    assert "proposals/a.json" in report.texts
    assert (folder / "a.json").read_text(encoding="utf-8") == '{"because": "... said so"}'
    assert (folder / "b.json").read_text(encoding="utf-8") == '{"because": "Bo Berg said so"}'
