def test_a_person_learns_who_asks_and_where_one_belongs(program):
    asker = program("editor")
    said = asker.get("/me")
    assert said["email"] == asker.user.email
    assert [(w["slug"], w["role"]) for w in said["workspaces"]] == [(asker.workspace.slug, "editor")]
    assert "edit" in said["workspaces"][0]["rights"]
    assert asker.get("/workspaces")["items"] == said["workspaces"]
    assert asker.get(f"/workspaces/{asker.workspace.slug}")["name"] == asker.workspace.name
