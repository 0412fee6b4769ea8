"""What the API answers is what its description says, whatever is asked, for whoever asks."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    response_schema_conformance,
    status_code_conformance,
)

from custrata.strategy.parts.running.review import ReviewKind
from custrata.web.api.operations import operations
from custrata.web.customers.models import TableView
from custrata.web.data.models import Job
from custrata.web.data.room import ordering
from custrata.web.deliveries.making import making
from custrata.web.deliveries.models import Delivered
from custrata.web.site.wsgi import application
from custrata.web.steering.models import Note
from custrata.web.steering.reviews.holding import begin
from custrata.web.together.models import Comment, Notice, Task
from custrata.web.workspaces.asking import asking_of
from custrata.web.workspaces.configuring import saving
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.people import roles

ROLES = ("viewer", "editor", "analyst", "admin")
FEW = 2
MANY = 100
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    ignored_auth,
]
RESULTS = os.environ.get("CUSTRATA_CASES_RESULTS", "")
"""A file to which every operation's statuses are added, a line of JSON each."""


@pytest.fixture
def no_build(monkeypatch):
    """A build takes minutes of a process, a file seconds: here both are rows."""

    def begun(workspace, kind, user, **arguments):
        return Job.objects.create(workspace=workspace, kind=kind, user=user, arguments=arguments)

    monkeypatch.setattr(ordering, "start", begun)
    monkeypatch.setattr(making.jobs, "start", begun)


@pytest.fixture
def nobody_goes(monkeypatch):
    """Whoever asks still belongs to the workspace at the end, or all later answers would be refusals."""
    monkeypatch.setattr(roles, "remove", lambda membership, actor: None)
    monkeypatch.setattr(roles, "change", lambda membership, part, actor: None)
    monkeypatch.setattr(saving, "want_second_factor", lambda asking, wanted: None)


@pytest.fixture
def there(workspace, program):
    """Makes a few of all that an address can name, and says what they are called."""

    def made(asker) -> dict[str, list[Any]]:
        where, who, seer = asker.workspace, asker.user, program("admin", persons=True)
        rows = [Task.objects.create(workspace=where, title=f"Task {n}", owner=who) for n in range(3)]
        rows += [Comment.objects.create(workspace=where, author=who, address="horizon", text="So?")]
        rows += [Notice.objects.create(workspace=where, person=who, kind="task", text="Do it")]
        rows += [Job.objects.create(workspace=where, kind="build")]
        rows += [TableView.objects.create(workspace=where, user=who, name="Gold", query="tier=gold")]
        rows += [Delivered.objects.create(workspace=where, kind="calendar", title="Calendar")]
        rows += [Membership.objects.get(workspace=where, user=who)]
        meeting = begin(asking_of(who, where.slug), ReviewKind.WEEKLY)
        note = Note.objects.create(meeting=meeting, word="stop", text="Mail to all")
        blocks = [b["address"] for b in asker.get("blocks?limit=200")["items"]]
        return {
            "number": sorted({1, meeting.pk, *(row.pk for row in rows)}),
            "note": [note.pk],
            "review": ["weekly-2026-01-05"],
            "address": blocks[:3] + [b for b in blocks if "[" in b][:3],
            "claim": [c["id"] for c in asker.get("claims?limit=3")["items"]],
            "name": ["current"],
            "kind": ["markdown", "nothing", "weekly"],
            "key": [c["customer_id"] for c in seer.get("customers?limit=3")["items"]],
        }

    return made


def ask(asker, cases: int, there: dict[str, list[Any]]) -> int:
    """Ask every operation what fits and what does not, and hold each answer against the description.

    Args:
        asker: The program that asks.
        cases: How many of each operation.
        there: By the name of a part of an address: what can stand in its place and is there.

    Returns:
        How many operations were asked.
    """
    shown = {"Authorization": f"Bearer {asker.token}"}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, headers=shown)
    asked, faults = 0, []
    for found in schema.get_all_operations():
        operation = found.ok()
        statuses, told = _asked(operation, asker, shown, cases, there)
        _kept(asker, operation.label, statuses)
        faults += [AssertionError(f"{operation.label}: {one}") for one in told]
        asked += 1
    if faults:
        raise ExceptionGroup("answers that the description does not know", faults)
    return asked


def _asked(operation, asker, shown, cases: int, there) -> tuple[Counter[int], list[Exception]]:
    where = {"slug": asker.workspace.slug} if "{slug}" in operation.path else {}
    fits = operation.as_strategy(path_parameters=where)
    kinds = st.one_of(fits, operation.as_strategy(GenerationMode.NEGATIVE, path_parameters=where))
    named = {part: st.sampled_from(names) for part, names in there.items() if f"{{{part}}}" in operation.path}
    real = st.one_of(st.just({}), st.fixed_dictionaries(named)) if named else st.just({})
    statuses: Counter[int] = Counter()

    def one(case, names) -> None:
        case.path_parameters = {**(case.path_parameters or {}), **names}
        answer = case.call(headers=shown)
        statuses[answer.status_code] += 1
        case.validate_response(answer, headers=shown, checks=CHECKS)

    try:
        given(kinds, real)(_limits(cases)(one))()
    except ExceptionGroup as group:
        return statuses, list(group.exceptions)
    except Exception as fault:
        return statuses, [fault]
    return statuses, []


def _kept(asker, operation: str, statuses: Counter[int]) -> None:
    if RESULTS:
        role = asker.user.email.split("-")[0]
        with Path(RESULTS).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"role": role, "operation": operation, "statuses": statuses}) + "\n")


def _limits(cases: int) -> settings:
    return settings(
        max_examples=cases,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.parametrize("role", ROLES)
def test_every_operation_answers_as_described(role, program, no_build, nobody_goes, there):
    asker = program(role)
    assert ask(asker, FEW, there(asker)) == len(operations())


@pytest.mark.soak
@pytest.mark.parametrize("role", ROLES)
def test_every_operation_answers_as_described_many_times(role, program, no_build, nobody_goes, there):
    asker = program(role)
    cases = int(os.environ.get("CUSTRATA_CASES", MANY))
    assert ask(asker, cases, there(asker)) == len(operations())
