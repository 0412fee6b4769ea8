from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.snapshots import grocer

from custrata.drafting.draft import draft
from custrata.evidence.erasure import SMALL
from custrata.project.live.small import REASON, groups_may_leave, held_back, scene_to_leave
from custrata.project.place import locate
from custrata.project.showing.scene import Scene
from custrata.vocabulary import Period, Reading

NOW = Period("current", dt.date(2025, 1, 1), dt.date(2025, 12, 31))


def reading(n, *segment, value=5.0):
    return Reading("revenue", value, "EUR", n, "customers", NOW, segment=segment, definition="Revenue.")


def told(readings):
    return [r.value for r in held_back(readings)]


def test_what_rests_on_few_is_held_back_with_its_reason():
    few, many = reading(3, ("tier", "gold")), reading(30, ("tier", "iron"))
    found = held_back((few, many, reading(40, ("tier", "tin"))))[0]
    assert (found.value, found.n, found.reason) == (None, 0, REASON)


def test_the_last_part_of_a_whole_takes_the_next_smallest_with_it():
    tiers = tuple(reading(n, ("tier", name)) for name, n in (("a", 3), ("b", 30), ("c", 20), ("d", 40)))
    assert told((*tiers, reading(93))) == [None, 5.0, None, 5.0, 5.0]


def test_few_that_are_enough_together_take_nobody_with_them():
    tiers = tuple(reading(n, ("tier", name)) for name, n in (("a", 6), ("b", 7), ("c", 20)))
    assert told(tiers) == [None, None, 5.0]


def test_parts_of_two_dimensions_are_looked_at_along_both():
    cells = tuple(
        reading(n, ("region", region), ("tier", tier))
        for region, tier, n in (("n", "a", 3), ("n", "b", 20), ("s", "a", 30), ("s", "b", 40))
    )
    assert told(cells) == [None, None, None, 5.0]


def test_the_whole_and_what_holds_nobody_stay_as_they_are():
    assert told((reading(4), reading(0, ("tier", "a"), value=0.0))) == [5.0, 0.0]
    assert SMALL == 11


def test_a_scene_leaves_with_both_snapshots_held_back_and_stays_as_it_was(tmp_path):
    few, many = reading(3, ("tier", "gold")), reading(30, ("tier", "iron"))
    whole = replace(grocer(), readings=(few, many, reading(40, ("tier", "tin"))))
    seen = Scene(locate(tmp_path), whole, draft(grocer()))
    seen.__dict__["earlier"] = whole
    left = scene_to_leave(seen)
    seen.__dict__["before"] = lambda against: whole
    asked = left.before("the-year-before")
    for snapshot in (left.snapshot, left.earlier, left.given.snapshot, left.given.earlier, asked):
        assert [r.value for r in snapshot.readings] == [None, None, 5.0]
    assert seen.snapshot.readings[:2] == (few, many)


def test_the_strategy_leaves_without_numbers_of_few_and_its_claims_stand_as_they_stand(tmp_path):
    """The attack: a number that is held back stands in a claim, as it was written and as it is."""
    document, whole = draft(grocer()), grocer()
    bound = next(f for claim in document.claims() for f in claim.figures if f.segment)
    readings = tuple(replace(r, n=3) if r.key == bound.key else r for r in whole.readings)
    held = {r.key for r, told in zip(readings, held_back(readings), strict=True) if r is not told}
    seen = Scene(locate(tmp_path), replace(whole, readings=readings), document)
    seen.__dict__["earlier"] = None
    left = scene_to_leave(seen)
    judged = list(zip(seen.evidence, left.evidence, left.document.claims(), strict=True))
    assert held
    assert any(now.reason == REASON for _, now, _ in judged)
    for was, now, claim in judged:
        assert now.state == was.state
        for figure, told, written in zip(was.figures, now.figures, claim.figures, strict=True):
            few = bool(held & {key.key for key in figure.figure.keys})
            assert (told.figure.value, told.now.value, written.value) == (
                (None, None, None) if few else (figure.figure.value, figure.now.value, figure.figure.value)
            )
            assert told.figure.tolerance is None or not few
    assert seen.document is document


def test_findings_are_told_but_for_the_words_that_rest_on_few(tmp_path):
    seen = Scene(locate(tmp_path), grocer(), draft(grocer()))
    seen.__dict__["earlier"] = None
    left = scene_to_leave(seen)
    assert [(f.code, f.place) for f in left.findings] == [(f.code, f.place) for f in seen.findings]
    for was, now in zip(seen.findings, left.findings, strict=True):
        assert now == was or REASON in now.message


def test_groups_leave_where_each_with_an_intent_and_each_tier_is_known_to_be_large(tmp_path):
    whole = grocer()
    document = draft(whole)
    assert any(g.intent and g.segment for g in document.groups)
    sizes = [r for r in whole.readings if r.measure == "customers" and [d for d, _ in r.segment] == ["tier"]]

    def seen(n):
        readings = tuple(replace(r, n=n, value=float(n)) if r in sizes else r for r in whole.readings)
        return Scene(locate(tmp_path), replace(whole, readings=readings), document)

    assert groups_may_leave(seen(50))
    assert not groups_may_leave(seen(SMALL - 1))
    unknown = tuple(r for r in whole.readings if r not in sizes)
    assert not groups_may_leave(Scene(locate(tmp_path), replace(whole, readings=unknown), document))
