from custrata.web.audit.models import Entry
from custrata.web.together.models import Notice


def made(asker, text="Do it"):
    return Notice.objects.create(workspace=asker.workspace, person=asker.user, kind="task", text=text)


def test_notices_are_ones_own_and_read_one_by_one_or_at_once(program, problem_of):
    asker, other = program("viewer"), program("editor")
    first, second, theirs = made(asker), made(asker), made(other)
    assert [n["number"] for n in asker.get("notices")["items"]] == [second.pk, first.pk]
    assert asker.ask("POST", f"notices/{first.pk}/read").json()["read"] is True
    assert [n["number"] for n in asker.get("notices?new=true")["items"]] == [second.pk]
    assert asker.ask("POST", f"notices/{first.pk}/unread").json()["read"] is False
    for way in ("read", "unread"):
        problem_of(asker.ask("POST", f"notices/{theirs.pk}/{way}"), 404)
    assert asker.ask("POST", "notices/read").json() == {"marked": 2}
    theirs.refresh_from_db()
    assert theirs.read_at is None
    assert Entry.objects.filter(act__startswith="notices.").count() == 3


def test_what_is_wanted_is_chosen_for_oneself(program, problem_of):
    asker, other = program("viewer"), program("editor")
    whole = asker.get("wanted-notices")
    assert len(whole["kinds"]) > 2
    chosen = {"kinds": whole["kinds"][:1], "digest": False}
    assert asker.ask("PUT", "wanted-notices", chosen).json() == chosen
    assert (asker.get("wanted-notices"), other.get("wanted-notices")) == (chosen, whole)
    problem_of(asker.ask("PUT", "wanted-notices", {"kinds": ["moon"], "digest": True}), 422)
