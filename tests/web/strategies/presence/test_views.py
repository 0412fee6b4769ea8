def test_a_sign_of_life_says_who_else_is_here(come_in, at):
    come_in("editor", email="bea@example.org").post(at("here"), {"block": "horizon"})
    answer = come_in("viewer", email="ann@example.org").post(at("here"), {"block": "horizon"}).json()
    assert [(f["name"], f["block"]) for f in answer["faces"]] == [("ann", ""), ("bea", "horizon")]


def test_a_stranger_is_not_here(come_in, at, other_workspace):
    assert come_in("admin", of=other_workspace).post(at("here")).status_code == 404
    assert come_in("viewer").get(at("here")).status_code == 405
