def test_words_find_groups_and_definitions(program, problem_of):
    asker = program("viewer")
    assert {"Definition"} <= {f["kind"] for f in asker.get("search?q=revenue")["items"]}
    assert asker.get("search?q=zzzzzz")["items"] == []
    problem_of(asker.ask("GET", "search"), 422)
