from custrata.web.api.models import Given
from custrata.web.audit.models import Entry
from custrata.web.workspaces.models import Invitation

ANN = {"email": "ann@example.org", "role": "editor", "function": "Sales"}


def test_somebody_is_invited_by_a_link_that_is_told_once_and_it_is_withdrawn(program, client, problem_of):
    asker = program("admin")
    first, again = (asker.ask("POST", "invitations", ANN, Idempotency_Key="k") for _ in range(2))
    assert first.status_code == 201, first.content
    path = first.json()["path"]
    assert client.get(path).status_code == 200
    assert again.json() == first.json() | {"path": None}
    assert path.split("/")[2] not in Given.objects.get().body
    (listed,) = asker.get("invitations")["items"]
    assert (listed["email"], listed["role"], listed["path"]) == ("ann@example.org", "editor", None)
    assert asker.ask("DELETE", f"invitations/{listed['number']}").status_code == 204
    assert client.get(path).status_code == 404
    acts = list(Entry.objects.order_by("pk").values_list("act", flat=True))
    assert [a for a in acts if "invit" in a] == ["person.invited", "invitation.withdrawn"]


def test_only_admins_and_programs_with_that_scope_invite(program, problem_of):
    for asker in (program("analyst"), program("admin", "read", "write")):
        problem_of(asker.ask("POST", "invitations", ANN), 403)
    problem_of(program("analyst").ask("GET", "invitations"), 403)
    problem_of(program("admin").ask("POST", "invitations", ANN | {"email": "nobody"}), 422)
    problem_of(program("admin").ask("POST", "invitations", ANN | {"role": "king"}), 422)
    assert not Invitation.objects.exists()


def test_invitations_of_another_workspace_are_not_there(program, other_workspace, problem_of):
    ours, theirs = program("admin"), program("admin", of=other_workspace)
    number = theirs.ask("POST", "invitations", ANN).json()["number"]
    problem_of(ours.ask("DELETE", f"invitations/{number}"), 404)
    assert ours.get("invitations")["items"] == []
    assert Invitation.objects.get().pk == number
