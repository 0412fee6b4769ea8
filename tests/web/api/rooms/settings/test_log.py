from custrata.web.audit.record import record


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
