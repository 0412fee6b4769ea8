from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from custrata.segments.rules.reading import rule_of
from custrata.segments.rules.rule import RuleError, Text
from custrata.web.audit.models import Entry
from custrata.web.customers.models import Segment
from custrata.web.customers.segments import save_audience
from custrata.web.customers.segments.saving import Conflict, create, drop, free_name, save

SILVER = Text(column="tier", is_=("silver",))


def test_every_save_is_a_revision_and_on_record(asking, kept):
    who = asking()
    saved = save(who, kept, "Silver", SILVER, 1)
    assert saved.number == 2
    assert rule_of(saved.rule) == SILVER
    assert list(saved.revisions.values_list("number", "name")) == [(1, "Gold"), (2, "Silver")]
    assert Entry.objects.filter(act="segment.saved", thing=f"segment:{kept.pk}").count() == 2


def test_a_save_that_changes_nothing_is_no_revision(asking, kept):
    assert save(asking(), kept, "Gold", rule_of(kept.rule), 1).number == 1
    assert kept.revisions.count() == 1


def test_the_second_save_on_one_revision_is_shown_the_first(asking, kept):
    save(asking(), kept, "Silver", SILVER, 1)
    with pytest.raises(Conflict) as told:
        save(asking(), kept, "Mine", SILVER, 1)
    assert told.value.theirs.name == "Silver"
    assert Segment.objects.get(pk=kept.pk).name == "Silver"
    assert kept.revisions.count() == 2


def test_names_are_wanted_and_taken_once(asking, kept):
    with pytest.raises(RuleError, match="of this name"):
        create(asking(), " Gold ", SILVER)
    with pytest.raises(RuleError, match="needs a name"):
        create(asking(), " ", SILVER)
    with pytest.raises(RuleError, match="too long"):
        create(asking(), "x" * 121, SILVER)
    other = create(asking(), "Silver", SILVER)
    with pytest.raises(RuleError, match="of this name"):
        save(asking(), other, "Gold", SILVER, 1)


def test_an_audience_takes_plain_values_and_finds_a_free_name(asking, kept):
    first = save_audience(asking(), "Gold", {"all": [{"dimension": "tier", "is": ["gold"]}]})
    assert (first.name, first.purpose) == ("Gold 2", "audience")
    assert rule_of(first.rule).all[0].column == "tier"
    assert free_name(first.workspace, "Gold") == "Gold 3"


def test_an_audience_that_cannot_be_asked_or_asks_for_names_is_refused(asking):
    with pytest.raises(RuleError, match="nothing is known"):
        save_audience(asking(), "X", {"column": "nonsense", "is": "a"})
    with pytest.raises(RuleError, match="names persons"):
        save_audience(asking(), "X", {"column": "name", "contains": "a"})
    assert not Segment.objects.exists()


def test_only_editors_save_and_drop_and_the_neighbours_stay(asking, kept, theirs):
    other = create(asking(), "Silver", SILVER)
    for role in ("viewer", "commenter"):
        with pytest.raises(PermissionDenied):
            create(asking(role), "Mine", SILVER)
        with pytest.raises(PermissionDenied):
            drop(asking(role), kept)
    drop(asking(), kept)
    assert set(Segment.objects.values_list("pk", flat=True)) == {other.pk, theirs.pk}
    assert Entry.objects.filter(act="segment.dropped").count() == 1


def test_a_segment_that_somebody_took_out_is_not_there_to_save_or_drop(asking, kept, theirs):
    drop(asking(), Segment.objects.get(pk=kept.pk))
    with pytest.raises(Http404):
        drop(asking(), kept)
    with pytest.raises(Http404):
        save(asking(), kept, "Silver", SILVER, 1)
    assert list(Segment.objects.all()) == [theirs]


def test_what_everybody_reads_names_no_person(asking, kept):
    named = rule_of({"all": [{"column": "tier", "is": "gold"}, {"column": "name", "contains": "Ada"}]})
    with pytest.raises(RuleError, match="names persons"):
        create(asking(), "Named", named)
    with pytest.raises(RuleError, match="names persons"):
        save(asking(), kept, "Gold", named, 1)
    assert list(Segment.objects.values_list("name", "number")) == [("Gold", 1)]
