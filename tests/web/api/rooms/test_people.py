from custrata.web.audit.record import record


def test_a_person_learns_who_asks_and_where_one_belongs(program):
    asker = program("editor")
    said = asker.get("/me")
    assert said["email"] == asker.user.email
    assert [(w["slug"], w["role"]) for w in said["workspaces"]] == [(asker.workspace.slug, "editor")]
    assert "edit" in said["workspaces"][0]["rights"]
    assert asker.get("/workspaces")["items"] == said["workspaces"]
    assert asker.get(f"/workspaces/{asker.workspace.slug}")["name"] == asker.workspace.name


def test_addresses_of_members_are_for_admins(program):
    viewer, admin = program("viewer"), program("admin")
    assert {m["email"] for m in viewer.get("members")["items"]} == {None}
    assert {m["email"] for m in admin.get("members")["items"]} == {viewer.user.email, admin.user.email}


def test_members_come_in_pages(program):
    for _ in range(3):
        asker = program("viewer")
    first = asker.get("members?limit=2")
    rest = asker.get(f"members?limit=2&cursor={first['next']}")
    assert (len(first["items"]), len(rest["items"]), rest["next"]) == (2, 1, None)


def test_the_log_is_that_of_the_workspace_alone(program, other_workspace):
    asker = program("admin")
    record("thing.done", workspace=asker.workspace, actor=asker.user, thing="ours")
    record("thing.done", workspace=other_workspace, actor=asker.user, thing="theirs")
    assert [e["thing"] for e in asker.get("audit?act=thing")["items"]] == ["ours"]


def test_the_log_is_walked_through_for_admins(program, problem_of):
    record("thing.done", workspace=None, actor=None)
    said = program("admin").get("audit/verification")
    assert (said["whole"], said["broken"]) == (True, None)
    assert said["checked"] >= 1
    problem_of(program("analyst").ask("GET", "audit/verification"), 403)
