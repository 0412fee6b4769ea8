from custrata.web.audit.models import Entry
from custrata.web.customers.models import Segment

RULE = {"column": "tier", "is": ["gold"]}


def test_a_segment_is_kept_changed_over_what_was_read_and_taken_out(program, problem_of):
    asker = program("editor")
    made = asker.ask("POST", "segments", {"name": "Gold", "rule": RULE, "purpose": "audience"})
    assert made.status_code == 201, made.content
    path = f"segments/{made.json()['number']}"
    read = asker.ask("GET", path)
    assert (read.json(), read["ETag"]) == (made.json(), '"1"')
    wider = {"name": "Gold and silver", "rule": {"column": "tier", "is": ["gold", "silver"]}}
    problem_of(asker.ask("PUT", path, wider), 428)
    saved = asker.ask("PUT", path, wider, If_Match='"1"')
    assert (saved.json()["revision"], saved.json()["name"]) == (2, "Gold and silver")
    late = problem_of(asker.ask("PUT", path, wider | {"name": "Late"}, If_Match='"1"'), 412)
    assert late["theirs"]["name"] == "Gold and silver"
    problem_of(asker.ask("DELETE", path, If_Match='"1"'), 412)
    assert asker.ask("DELETE", path, If_Match='"2"').status_code == 204
    problem_of(asker.ask("GET", path), 404)
    assert Entry.objects.filter(act__in=("segment.saved", "segment.dropped")).count() == 3


def test_a_name_that_is_taken_or_a_rule_that_cannot_be_asked_is_refused(program, problem_of):
    asker = program("editor")
    assert asker.ask("POST", "segments", {"name": "Gold", "rule": RULE}).status_code == 201
    problem_of(asker.ask("POST", "segments", {"name": "Gold", "rule": RULE}), 422)
    problem_of(asker.ask("POST", "segments", {"name": "x", "rule": {"column": "nothing", "is": ["a"]}}), 422)
    problem_of(asker.ask("POST", "segments", {"name": "x", "rule": {"column": "name", "is": ["a"]}}), 422)
    assert Segment.objects.count() == 1


def test_a_segment_of_another_workspace_is_not_there(program, other_workspace, problem_of):
    ours, theirs = program("editor"), program("editor", of=other_workspace)
    number = theirs.ask("POST", "segments", {"name": "Theirs", "rule": RULE}).json()["number"]
    for method in ("GET", "PUT", "DELETE"):
        body = None if method != "PUT" else {"name": "Mine", "rule": RULE}
        problem_of(ours.ask(method, f"segments/{number}", body, If_Match="*"), 404)
    assert Segment.objects.get().name == "Theirs"
