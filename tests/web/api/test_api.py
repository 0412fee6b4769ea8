"""What the API answers is what its description says, whatever is asked, for whoever asks."""

from __future__ import annotations

import os

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

from custrata.web.api.operations import operations
from custrata.web.api.rooms import work
from custrata.web.data.models import Job
from custrata.web.site.wsgi import application

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


@pytest.fixture
def no_build(monkeypatch):
    """A build takes minutes of a process: here it is a row."""

    def begun(workspace, kind, user):
        return Job.objects.create(workspace=workspace, kind=kind, user=user)

    monkeypatch.setattr(work, "start", begun)


def ask(asker, cases: int) -> int:
    """Ask every operation what fits and what does not, and hold each answer against the description.

    Returns:
        How many operations were asked.
    """
    shown = {"Authorization": f"Bearer {asker.token}"}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, headers=shown)
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        where = {"slug": asker.workspace.slug} if "{slug}" in operation.path else {}
        fits = operation.as_strategy(path_parameters=where)
        kinds = st.one_of(fits, operation.as_strategy(GenerationMode.NEGATIVE, path_parameters=where))

        def one(case) -> None:
            case.call_and_validate(headers=shown, checks=CHECKS)

        given(kinds)(_limits(cases)(one))()
        asked += 1
    return asked


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
def test_every_operation_answers_as_described(role, program, no_build):
    assert ask(program(role), FEW) == len(operations())


@pytest.mark.soak
@pytest.mark.parametrize("role", ROLES)
def test_every_operation_answers_as_described_many_times(role, program, no_build):
    assert ask(program(role), int(os.environ.get("CUSTRATA_FUZZ", MANY))) == len(operations())
