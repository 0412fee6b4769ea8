def changed(asker):
    answer = asker.ask("GET", "blocks/company")
    return asker.ask("PUT", "blocks/company", {"value": "Tessel and sons"}, If_Match=answer["ETag"]).json()


def test_saves_are_told_newest_first_and_compared(program):
    asker = program("editor")
    before = asker.get("document")["company"]
    number = changed(asker)["revision"]
    first = asker.get("revisions")["items"][0]
    assert (first["number"], first["blocks"], first["who"]) == (number, ["company"], str(asker.user))
    said = str(asker.get(f"compare?since={number - 1}&until={number}")["changes"])
    assert "Tessel and sons" in said
    assert before in said


def test_a_revision_that_is_not_there_is_not_found(program, problem_of):
    problem_of(program("viewer").ask("GET", "compare?since=1&until=999"), 404)


def test_ones_own_save_is_taken_back_and_a_block_brought_back(program, problem_of):
    asker = program("editor")
    before = asker.get("document")["company"]
    number = changed(asker)["revision"]
    problem_of(program("editor").ask("POST", f"revisions/{number}/undo"), 422)
    assert asker.ask("POST", f"revisions/{number}/undo").status_code == 200
    assert asker.get("document")["company"] == before
    now = asker.get("blocks")["revision"]
    back = asker.ask("POST", f"revisions/{number}/restore", {"block": "company", "revision": now})
    assert back.status_code == 200, back.content
    assert asker.get("document")["company"] == "Tessel and sons"


def test_a_function_signs_what_its_own_people_looked_at(program, problem_of):
    asker = program("editor")
    stands = asker.get("sign-offs")
    function = stands["items"][0]["function"]
    body = {"function": function, "answer": "sign", "revision": stands["revision"]}
    problem_of(asker.ask("POST", "sign-offs", body), 403)
    asker.user.memberships.update(function=function)
    assert asker.ask("POST", "sign-offs", body).status_code == 200
    assert asker.get("sign-offs")["items"][0]["state"] == "signed"
    assert asker.get("sign-offs")["items"][1]["state"] != "signed"
    problem_of(asker.ask("POST", "sign-offs", body | {"function": "nobody"}), 404)


def test_what_stands_is_put_up_for_sign_off_once(program, other_workspace, problem_of):
    asker = program("editor")
    asked = {"functions": ["Sales", "Finance"], "note": "Look at the goals"}
    first, again = (asker.ask("POST", "sign-offs/ask", asked) for _ in range(2))
    assert first.status_code == 201, first.content
    assert first.json()["revision"] == again.json()["revision"]
    assert {"Sales", "Finance"} <= {s["function"] for s in asker.get("sign-offs")["items"]}
    problem_of(asker.ask("POST", "sign-offs/ask", {"functions": [" "]}), 422)
    problem_of(program("commenter").ask("POST", "sign-offs/ask", asked), 403)
    theirs = program("editor", of=other_workspace).get("sign-offs")["items"]
    assert not {"Sales", "Finance"} & {s["function"] for s in theirs}
