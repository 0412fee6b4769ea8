import pytest

from custrata.web.customers.models import CountAsked

GOLD = {"column": "tier", "is": ["gold"]}
WIDER = {"column": "tier", "is": ["gold", "silver", "bronze"]}


@pytest.fixture
def segment_of():
    """Makes a segment with two revisions, and says its number."""

    def made(asker):
        number = asker.ask("POST", "segments", {"name": "Best", "rule": GOLD}).json()["number"]
        asker.ask("PUT", f"segments/{number}", {"name": "More", "rule": WIDER}, If_Match='"1"')
        return number

    return made


def test_revisions_come_one_after_the_other_in_pages(program, segment_of):
    asker = program("editor")
    path = f"segments/{segment_of(asker)}/revisions"
    first = asker.get(f"{path}?limit=1")
    assert [(r["number"], r["name"], r["rule"]) for r in first["items"]] == [(1, "Best", GOLD)]
    second = asker.get(f"{path}?limit=1&cursor={first['next']}")
    assert [(r["number"], r["name"], r["rule"]) for r in second["items"]] == [(2, "More", WIDER)]
    assert second["next"] is None
    assert second["items"][0]["by"] == str(asker.user)


def test_who_may_see_persons_is_told_who_stayed_came_and_went(program, segment_of, problem_of):
    asker = program("admin", persons=True)
    path = f"segments/{segment_of(asker)}/compare"
    answer = asker.ask("GET", path)
    found = answer.json()
    assert (found["exact"], found["before"]["number"], found["after"]["number"]) == (True, 1, 2)
    assert found["went"] == 0 < found["came"]
    assert found["stayed"] + found["came"] == found["after"]["customers"]
    assert asker.ask("GET", path, If_None_Match=answer["ETag"]).status_code == 304
    assert asker.get(f"{path}?with=2")["came"] == 0
    problem_of(asker.ask("GET", f"{path}?with=9"), 404)


def test_who_may_not_see_persons_is_told_no_difference_and_spends_a_question_a_side(program, segment_of):
    asker = program("editor")
    path = f"segments/{segment_of(asker)}/compare"
    found = asker.get(path)
    assert [found[name] for name in ("exact", "stayed", "came", "went")] == [False, None, None, None]
    assert found["before"]["words"] != found["after"]["words"]
    assert asker.get(path) == found
    assert CountAsked.objects.filter(user=asker.user).count() == 2


def test_a_question_too_many_is_refused(program, segment_of, problem_of, monkeypatch):
    monkeypatch.setattr("custrata.web.customers.budget.BUDGET", 1)
    asker = program("editor")
    problem_of(asker.ask("GET", f"segments/{segment_of(asker)}/compare"), 429)


def test_revisions_of_another_workspace_are_not_there(program, other_workspace, segment_of, problem_of):
    ours, theirs = program("editor"), program("editor", of=other_workspace)
    number = segment_of(theirs)
    for what in ("revisions", "compare"):
        problem_of(ours.ask("GET", f"segments/{number}/{what}"), 404)
    assert len(theirs.get(f"segments/{number}/revisions")["items"]) == 2
