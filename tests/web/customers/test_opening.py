from __future__ import annotations

from custrata.web.customers.opening import fields_for, opened


def test_what_names_a_person_is_asked_only_with_the_right(asking):
    for role, persons, seen in (("admin", True, True), ("admin", False, False), ("editor", True, False)):
        who = asking(role, persons=persons)
        with opened(who) as (scene, desk):
            assert ("name" in fields_for(desk, who)) is seen
            assert desk.manifest is scene.snapshot.manifest
