from custrata.web.accounts.models import Token
from custrata.web.audit.models import Entry
from custrata.web.workspaces.models import Membership

EDITOR = {"role": "editor", "function": "Sales"}


def number_of(asker, user):
    return Membership.objects.get(workspace=asker.workspace, user=user).pk


def test_a_role_is_given_over_what_was_read(program, member, problem_of):
    asker, somebody = program("admin"), member("viewer")
    path = f"members/{number_of(asker, somebody)}"
    read = asker.ask("GET", path)
    assert (read.json()["role"], read.json()["email"]) == ("viewer", somebody.email)
    assert program("viewer").get(path)["email"] is None
    problem_of(program("analyst").ask("PUT", path, EDITOR, If_Match=read["ETag"]), 403)
    problem_of(asker.ask("PUT", path, EDITOR), 428)
    saved = asker.ask("PUT", path, EDITOR, If_Match=read["ETag"])
    assert (saved.json()["role"], saved.json()["function"]) == ("editor", "Sales")
    problem_of(asker.ask("PUT", path, EDITOR, If_Match=read["ETag"]), 412)
    problem_of(asker.ask("PUT", path, {"role": "king"}, If_Match=saved["ETag"]), 422)
    assert Entry.objects.filter(act="person.changed").count() == 1


def test_a_token_without_that_scope_looks_after_nobody(program, member, problem_of):
    asker, somebody = program("admin", "read", "write"), member("viewer")
    path = f"members/{number_of(asker, somebody)}"
    assert asker.get(path)["role"] == "viewer"
    for method, where, body in (("PUT", path, EDITOR), ("DELETE", path, None), ("POST", "leave", None)):
        said = problem_of(asker.ask(method, where, body, If_Match="*"), 403)
        assert said["detail"] == "this token may not look after people"
    assert Membership.objects.filter(user=somebody, role="viewer").exists()


def test_a_browser_that_has_not_shown_the_password_lately_is_asked_to(workspace, member, client, problem_of):
    client.force_login(member("admin"), backend="django.contrib.auth.backends.ModelBackend")
    somebody = member("viewer")
    number = Membership.objects.get(user=somebody).pk
    base = f"/api/v1/workspaces/{workspace.slug}/members/{number}"
    assert client.get(base).status_code == 200
    assert "password" in problem_of(client.delete(base), 403)["detail"]
    assert Membership.objects.filter(pk=number).exists()


def test_somebody_is_taken_out_with_their_tokens_and_the_last_admin_stays(program, problem_of):
    asker, gone, stays = program("admin"), program("editor"), program("editor")
    assert asker.ask("DELETE", f"members/{number_of(asker, gone.user)}").status_code == 204
    problem_of(gone.ask("GET", "document"), 401)
    assert stays.get("document")
    problem_of(asker.ask("DELETE", f"members/{number_of(asker, asker.user)}"), 422)
    problem_of(asker.ask("POST", "leave"), 422)
    assert stays.ask("POST", "leave").status_code == 204
    assert list(Token.objects.filter(revoked_at=None).values_list("user", flat=True)) == [asker.user.pk]
    assert Entry.objects.filter(act="person.removed").count() == 2


def test_people_of_another_workspace_are_not_there(program, other_workspace, member, problem_of):
    asker, theirs = program("admin"), member("viewer", of=other_workspace)
    number = Membership.objects.get(user=theirs).pk
    for method, body in (("GET", None), ("PUT", EDITOR), ("DELETE", None)):
        problem_of(asker.ask(method, f"members/{number}", body, If_Match="*"), 404)
    assert Membership.objects.get(user=theirs).role == "viewer"
