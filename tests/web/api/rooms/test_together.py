from custrata.web.together.models import Comment, Task


def test_a_thread_is_begun_answered_settled_and_taken_back(program, problem_of):
    one, two = program("commenter"), program("commenter")
    first = one.ask("POST", "comments", {"address": "horizon", "text": "Too short?"})
    assert first.status_code == 201, first.content
    number = first.json()["number"]
    answer = two.ask("POST", "comments", {"text": "No.", "parent": number}).json()
    assert (answer["address"], answer["parent"]) == ("horizon", number)
    assert len(one.get("comments?address=horizon")["items"]) == 2
    problem_of(two.ask("PATCH", f"comments/{number}", {"text": "Mine now"}), 403)
    assert one.ask("PATCH", f"comments/{number}", {"text": "Long enough?", "resolved": True}).json()[
        "resolved_at"
    ]
    assert one.ask("DELETE", f"comments/{number}").status_code == 204
    assert Comment.objects.get(pk=number).text == ""
    assert Comment.objects.get(pk=answer["number"]).text == "No."


def test_a_task_is_made_given_done_and_dropped(program, problem_of):
    asker, other = program("editor"), program("viewer")
    made = asker.ask(
        "POST", "tasks", {"title": "Call", "due_on": "2020-01-01", "owner": other.user.email}
    ).json()
    assert (made["owner"], made["late"]) == (str(other.user), True)
    assert [t["title"] for t in other.get("tasks?only=mine")["items"]] == ["Call"]
    changed = asker.ask("PATCH", f"tasks/{made['number']}", {"title": "Write", "owner": None}).json()
    assert (changed["title"], changed["owner"], changed["due_on"]) == ("Write", None, "2020-01-01")
    assert asker.ask("PATCH", f"tasks/{made['number']}", {"done": True}).json()["done_at"]
    assert asker.ask("DELETE", f"tasks/{made['number']}").status_code == 204
    problem_of(asker.ask("DELETE", f"tasks/{made['number']}"), 404)


def test_things_of_another_workspace_are_not_there(program, other_workspace, problem_of):
    ours, theirs = program("admin"), program("admin", of=other_workspace)
    task = theirs.ask("POST", "tasks", {"title": "Theirs"}).json()["number"]
    said = theirs.ask("POST", "comments", {"address": "horizon", "text": "Theirs"}).json()["number"]
    problem_of(ours.ask("DELETE", f"tasks/{task}"), 404)
    problem_of(ours.ask("DELETE", f"comments/{said}"), 404)
    problem_of(ours.ask("POST", "tasks", {"title": "x", "owner": theirs.user.email}), 404)
    assert (Task.objects.count(), Comment.objects.get().text) == (1, "Theirs")
