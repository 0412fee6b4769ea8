from custrata.web.audit.models import Entry
from custrata.web.steering.models import Meeting, Note
from custrata.web.strategies.saving import head_of, strategy_of

STOP = {"word": "stop", "text": "Mail to all"}


def test_a_review_is_held_by_a_program_from_its_agenda_to_its_minutes(program, problem_of):
    asker, reader = program("editor"), program("viewer")
    problem_of(reader.ask("POST", "meetings", {"kind": "weekly"}), 403)
    made = asker.ask("POST", "meetings", {"kind": "weekly"})
    assert made.status_code == 201, made.content
    path = f"meetings/{made.json()['number']}"
    assert made.json()["items"]
    for note in (
        STOP,
        {"word": "minutes", "text": "Onboarding slipped.", "item": 0},
        {"word": "decided", "text": "Importer first."},
        {"word": "action", "text": "Ask ten", "owner": "Sales", "by": "2026-12-01"},
        {"word": "go_on", "text": "Calls"},
    ):
        assert asker.ask("POST", f"{path}/notes", note).status_code == 201
    slip = asker.ask("POST", f"{path}/notes", {"word": "start", "text": "Slip"}).json()["number"]
    assert asker.ask("DELETE", f"{path}/notes/{slip}").status_code == 204
    problem_of(asker.ask("DELETE", f"{path}/notes/{slip}"), 404)
    assert asker.ask("POST", f"{path}/turn", {"item": 0}).json()["item"] == 0
    problem_of(asker.ask("POST", f"{path}/turn", {"item": 99}), 422)
    assert reader.get(f"{path}/notes")["items"][0]["text"] == "Mail to all"
    assert [m["number"] for m in reader.get("meetings")["items"]] == [made.json()["number"]]
    closed = asker.ask("POST", f"{path}/close")
    assert (closed.status_code, closed.json()["closed_at"] is None) == (200, False)
    problem_of(asker.ask("POST", f"{path}/notes", STOP), 422)
    problem_of(asker.ask("POST", f"{path}/close"), 422)
    review = head_of(strategy_of(asker.workspace)).document.reviews[-1]
    assert (review.id, review.stop, review.go_on) == (closed.json()["review"], ("Mail to all",), ("Calls",))
    assert reader.get("meetings")["items"] == []
    assert [m["review"] for m in reader.get("meetings?closed=true")["items"]] == [review.id]
    assert Entry.objects.filter(act="review.closed").count() == 1


def test_a_review_is_begun_and_noted_in_once_under_one_key(program):
    asker = program("editor")
    first, again = (asker.ask("POST", "meetings", {"kind": "weekly"}, Idempotency_Key="k") for _ in range(2))
    assert first.json()["number"] == again.json()["number"]
    assert Meeting.objects.count() == 1


def test_a_review_of_another_workspace_is_not_there_and_stays(program, other_workspace, problem_of):
    ours, theirs = program("editor"), program("editor", of=other_workspace)
    number = theirs.ask("POST", "meetings", {"kind": "weekly"}).json()["number"]
    note = theirs.ask("POST", f"meetings/{number}/notes", STOP).json()["number"]
    for method, path, body in (
        ("GET", "", None),
        ("GET", "/notes", None),
        ("POST", "/notes", STOP),
        ("DELETE", f"/notes/{note}", None),
        ("POST", "/turn", {"item": 0}),
        ("POST", "/close", None),
    ):
        problem_of(ours.ask(method, f"meetings/{number}{path}", body), 404)
    assert ours.get("meetings")["items"] == []
    assert Meeting.objects.get().closed_at is None
    assert Note.objects.get().text == "Mail to all"


def test_an_agenda_tells_of_few_to_nobody_who_may_not_see_persons(program):
    """The attack: a line of the agenda names a number of few, and the list of readings holds it back."""
    asker, seer = program("editor"), program("analyst", persons=True)
    number = asker.ask("POST", "meetings", {"kind": "weekly"}).json()["number"]
    held = Meeting.objects.get()
    held.agenda["items"][0]["lines"].append("2 of 3 platinum customers left")
    held.save()

    def lines(who):
        return [line for item in who.get(f"meetings/{number}")["items"] for line in item["lines"]]

    assert "2 of 3 platinum customers left" in lines(seer)
    assert "2 of 3 platinum customers left" not in lines(asker)
    assert lines(asker), "what tells of no few is told"


def test_a_review_is_read_with_few_questions(program, django_assert_max_num_queries):
    asker = program("viewer")
    editor = program("editor")
    number = editor.ask("POST", "meetings", {"kind": "weekly"}).json()["number"]
    for n in range(6):
        editor.ask("POST", f"meetings/{number}/notes", STOP | {"text": f"Point {n}"})
    asker.get(f"meetings/{number}")
    with django_assert_max_num_queries(15):
        asker.get(f"meetings/{number}")
    with django_assert_max_num_queries(10):
        assert len(asker.get(f"meetings/{number}/notes")["items"]) == 6
