from custrata.web.audit.models import Entry
from custrata.web.customers.models import TableView

GOLD = {"name": "Gold", "query": "tier=gold&sort=-revenue", "shared": True}


def test_a_view_is_kept_renamed_over_what_was_read_and_taken_away(program, problem_of):
    asker = program("editor")
    made = asker.ask("POST", "views", GOLD | {"query": GOLD["query"] + "&q=Ada"})
    assert (made.status_code, made.json()["query"]) == (201, GOLD["query"])
    path = f"views/{made.json()['number']}"
    read = asker.ask("GET", path)
    assert (read.json(), read["ETag"]) == (made.json(), made["ETag"])
    assert asker.ask("GET", path, If_None_Match=read["ETag"]).status_code == 304
    problem_of(asker.ask("PUT", path, GOLD), 428)
    saved = asker.ask("PUT", path, GOLD | {"name": "Gold at risk"}, If_Match=read["ETag"])
    assert (saved.status_code, saved.json()["name"]) == (200, "Gold at risk")
    late = problem_of(asker.ask("PUT", path, GOLD, If_Match=read["ETag"]), 412)
    assert late["theirs"]["name"] == "Gold at risk"
    problem_of(asker.ask("DELETE", path, If_Match=read["ETag"]), 412)
    assert asker.ask("DELETE", path, If_Match=saved["ETag"]).status_code == 204
    problem_of(asker.ask("GET", path), 404)
    assert Entry.objects.filter(act__startswith="table_view.").count() == 3


def test_others_see_what_is_shared_and_change_nothing_of_it(program, problem_of):
    asker, reader = program("editor"), program("viewer")
    number = asker.ask("POST", "views", GOLD).json()["number"]
    asker.ask("POST", "views", {"name": "Own"})
    assert [(v["name"], v["mine"]) for v in reader.get("views")["items"]] == [("Gold", False)]
    for method in ("GET", "PUT", "DELETE"):
        problem_of(
            reader.ask(method, f"views/{number}", GOLD if method == "PUT" else None, If_Match="*"), 404
        )
    assert not reader.ask("POST", "views", GOLD).json()["shared"]
    problem_of(reader.ask("POST", "views", GOLD), 422)


def test_a_view_of_another_workspace_is_not_there(program, other_workspace, problem_of):
    ours, theirs = program("editor"), program("editor", of=other_workspace)
    number = theirs.ask("POST", "views", GOLD).json()["number"]
    for method in ("GET", "PUT", "DELETE"):
        problem_of(ours.ask(method, f"views/{number}", GOLD if method == "PUT" else None, If_Match="*"), 404)
    assert ours.get("views")["items"] == []
    assert TableView.objects.get().name == "Gold"


def test_views_are_read_with_few_questions(program, django_assert_max_num_queries):
    asker = program("editor")
    for number in range(8):
        asker.ask("POST", "views", GOLD | {"name": f"View {number}"})
    with django_assert_max_num_queries(8):
        assert len(asker.get("views?limit=5")["items"]) == 5
