from custrata.web.audit.models import Entry
from custrata.web.together.models import NoticeKind, Preference
from custrata.web.together.notices.preferences import choose, hide_checklist, preference_of


def test_nothing_is_muted_before_somebody_chooses(workspace, named, asks):
    found = preference_of(asks(named("Ann")))
    assert (found.muted, found.digest, found.checklist_hidden) == ([], True, False)
    assert Preference.objects.count() == 0


def test_what_is_not_wanted_is_muted_for_this_person_alone(workspace, named, asks):
    ann, bob = asks(named("Ann")), asks(named("Bob"))
    choose(ann, [NoticeKind.TASK.value, "unknown"], digest=False)
    assert NoticeKind.TASK.value not in preference_of(ann).muted
    assert set(preference_of(ann).muted) == {k.value for k in NoticeKind} - {"task"}
    assert preference_of(bob).muted == []
    assert Entry.objects.filter(act="notices.chosen").count() == 1


def test_putting_the_first_steps_away_leaves_the_other_choices(workspace, named, asks):
    ann = asks(named("Ann"))
    choose(ann, [], digest=False)
    hide_checklist(ann, hidden=True)
    found = preference_of(ann)
    assert (found.checklist_hidden, found.digest) == (True, False)
    hide_checklist(ann, hidden=False)
    assert not preference_of(ann).checklist_hidden
