from custrata.strategy.parts.running.review import ReviewKind


def test_reviews_are_due_and_their_agenda_is_read(program, problem_of):
    asker = program("viewer")
    assert [d["kind"] for d in asker.get("due-reviews")["items"]] == [kind.value for kind in ReviewKind]
    agenda = asker.get("agendas/weekly")
    assert (agenda["kind"], agenda["minutes"]) == ("weekly", 30)
    assert agenda["items"]
    assert agenda["checks"]
    assert asker.get("agendas/weekly?on=2030-01-01")["kind"] == "weekly"
    problem_of(asker.ask("GET", "agendas/hourly"), 422)


def test_minutes_are_listed_and_read_by_who_belongs_here(program, problem_of, other_workspace):
    asker, neighbour = program("editor"), program("editor", of=other_workspace)
    number = asker.ask("POST", "meetings", {"kind": "monthly"}).json()["number"]
    asker.ask("POST", f"meetings/{number}/notes", {"word": "stop", "text": "Mail to all"})
    name = asker.ask("POST", f"meetings/{number}/close").json()["review"]
    assert [r["id"] for r in asker.get("reviews")["items"]] == [name]
    assert asker.get(f"reviews/{name}")["stop"] == ["Mail to all"]
    assert neighbour.get("reviews")["items"] == []
    problem_of(neighbour.ask("GET", f"reviews/{name}"), 404)
