import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from custrata.web.accounts import tokens
from custrata.web.accounts.models import Token
from custrata.web.api.gate import asks
from custrata.web.api.operations import operations
from custrata.web.data.models import Job
from custrata.web.data.room import ordering
from custrata.web.together.tasks.keeping import make
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right, Role, rights_of

INSIDE = [one for one in operations() if one.right is not None]
FILLED = {"{slug:slug}": "{slug}", "{number}": "999999", "{address}": "horizon", "{claim}": "E01"}
REST = {"{path:name}": "nothing.csv", "{name}": "current", "{kind}": "markdown", "{key}": "nobody"}


def address(path: str, slug: str) -> str:
    for hole, filling in {**FILLED, **REST}.items():
        path = path.replace(hole, filling)
    return "/api/v1" + path.replace("{slug}", slug)


@pytest.mark.parametrize("operation", operations(), ids=lambda one: one.name)
def test_nobody_is_answered_who_has_not_come_in(operation, workspace, client, problem_of):
    problem_of(client.generic(operation.method, address(operation.path, workspace.slug)), 401)


@pytest.mark.parametrize("operation", operations(), ids=lambda one: one.name)
def test_a_token_that_opens_nothing_opens_nothing_here(operation, workspace, come_in, problem_of):
    client = come_in("admin")
    shown = {"Authorization": "Bearer cus_000000000000_nothing"}
    answer = client.generic(operation.method, address(operation.path, workspace.slug), headers=shown)
    problem_of(answer, 401)


@pytest.mark.parametrize("operation", INSIDE, ids=lambda one: one.name)
def test_a_foreign_workspace_is_not_there(operation, program, other_workspace, problem_of):
    neighbour = program("admin", of=other_workspace)
    answer = Client().generic(
        operation.method,
        address(operation.path, "tessel"),
        headers={"Authorization": f"Bearer {neighbour.token}"},
    )
    problem_of(answer, 404)


ROWS = frozenset({"customers", "customer", "customer_events"})
"""What a token tells only to who may see persons, whatever the role."""

OF_FEW = frozenset({"what_if"})
"""What is as closed in this company, whose tiers are of few customers."""


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_refused_what_its_rights_do_not_hold_and_nothing_else(role, program, monkeypatch):
    # Who may start a build is asked; the build itself would take most of the time.
    monkeypatch.setattr(
        ordering, "start", lambda where, kind, user, **_: Job(pk=1, workspace=where, kind=kind)
    )
    asker = program(role.value)
    for operation in sorted(INSIDE, key=lambda one: one.name == "leave"):  # nobody is asked who has left
        path = address(operation.path, asker.workspace.slug).removeprefix("/api/v1")
        answer = asker.ask(operation.method, path)
        refused = answer.status_code == 403
        held = operation.right in rights_of(role, persons=False) and operation.name not in ROWS | OF_FEW
        assert refused != held, operation.name


def test_a_token_that_may_only_read_changes_nothing(program, problem_of):
    reader = program("admin", "read")
    assert reader.get("document")
    for operation in INSIDE:
        if operation.method != "GET":
            path = address(operation.path, reader.workspace.slug).removeprefix("/api/v1")
            problem_of(reader.ask(operation.method, path), 403)


def test_a_token_reaches_its_own_workspace_alone(program, other_workspace, member, problem_of):
    user = member("admin")
    from custrata.web.workspaces.models import Membership

    Membership.objects.create(workspace=other_workspace, user=user, role="admin")
    asker = program("viewer")
    asker.token = tokens.make(user, asker.workspace, "one", {"read"})
    problem_of(asker.ask("GET", f"/workspaces/{other_workspace.slug}"), 404)
    assert [w["slug"] for w in asker.get("/workspaces")["items"]] == [asker.workspace.slug]


def test_a_revoked_token_opens_nothing_any_more(program, problem_of):
    asker = program("viewer")
    assert asker.get("document")
    tokens.revoke(Token.objects.get(), asker.user)
    problem_of(asker.ask("GET", "document"), 401)


def test_a_browser_reads_without_and_changes_with_the_csrf_token(workspace, member, problem_of):
    client = Client(enforce_csrf_checks=True)
    client.force_login(member("editor"), backend="django.contrib.auth.backends.ModelBackend")
    base = f"/api/v1/workspaces/{workspace.slug}"
    assert client.get(f"{base}/document").status_code == 200
    problem_of(client.post(f"{base}/tasks", {"title": "Call"}, content_type="application/json"), 403)
    client.get(f"/w/{workspace.slug}/portfolio/")
    shown = {"X-CSRFToken": client.cookies["csrftoken"].value}
    made = client.post(f"{base}/tasks", {"title": "Call"}, content_type="application/json", headers=shown)
    assert made.status_code == 201


def test_who_must_have_a_second_factor_and_has_none_is_refused(program, problem_of):
    asker = program("viewer")
    asker.workspace.second_factor = True
    asker.workspace.save()
    problem_of(asker.ask("GET", "document"), 403)


def test_every_operation_names_its_right_to_both_ways_of_coming_in():
    token, session = asks(Right.EDIT)
    assert token.right is session.right is Right.EDIT


def test_days_are_those_of_the_workspace_and_its_clock_goes_with_the_request(program, monkeypatch):
    asker = program("commenter")
    Workspace.objects.filter(pk=asker.workspace.pk).update(display={"timezone": "Asia/Tokyo"})
    # In Tokyo the 27th has begun.
    late = dt.datetime(2026, 11, 26, 23, 30, tzinfo=dt.UTC)
    make(asker.workspace, asker.user, "Call them", due_on=dt.date(2026, 11, 26))
    with monkeypatch.context() as clock:
        clock.setattr("django.utils.timezone.now", lambda: late)
        (task,) = asker.get("tasks")["items"]
    assert task["late"] is True
    assert timezone.get_current_timezone_name() == "UTC"
