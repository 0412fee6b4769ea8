import contextlib

from django.db import transaction

from custrata.web.accounts.models import User
from custrata.web.api.models import Given
from custrata.web.audit.models import Entry
from custrata.web.serving.archive.rows import LEFT_OUT, go_on_counting, kept_models, lines_of, put_rows
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.opening import adopt


def test_what_lets_somebody_in_for_a_while_is_not_kept():
    kept = {model._meta.label_lower for model in kept_models()}
    assert not kept & LEFT_OUT
    assert {
        "accounts.user",
        "workspaces.workspace",
        "strategies.blockrevision",
        "audit.entry",
        "data.job",
    } <= kept


def test_answers_that_programs_were_given_are_kept_and_counts_of_their_pace_are_not(workspace, member):
    person = member("editor")
    for key, status in (("done", 201), ("under way", 0)):
        Given.objects.create(user=person, key=key, digest="0" * 64, status=status)
    (line,) = lines_of(Given)
    assert '"key": "done"' in line
    kept = {model._meta.label_lower for model in kept_models()}
    assert "api.given" in kept
    assert "api.pace" not in kept


class Undone(Exception):
    """Takes back what was written, the log as well, which lets nothing be deleted."""


def test_rows_go_out_and_come_back_as_they_were(db, site, project):
    with contextlib.suppress(Undone), transaction.atomic():
        adopt(project, User.objects.create_user("vera@example.org"))
        lines = {model: list(lines_of(model)) for model in (User, Workspace, Entry)}
        before = {model: list(model.objects.values()) for model in lines}
        raise Undone
    assert not Entry.objects.exists()
    for told in lines.values():
        assert put_rows(told) == len(told) > 0
    assert {model: list(model.objects.values()) for model in lines} == before
    assert "vera@example.org" in lines[User][0]


def test_further_rows_are_numbered_after_those_that_were_written(workspace):
    lines = list(lines_of(Workspace))
    number = workspace.pk + 50
    put_rows([lines[0].replace(f'"pk": {workspace.pk}', f'"pk": {number}').replace('"tessel"', '"other"')])
    go_on_counting()
    assert Workspace.objects.create(slug="third", name="Third", folder="x").pk > number
