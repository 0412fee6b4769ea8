from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry
from custrata.web.serving.archive.rows import LEFT_OUT, go_on_counting, kept_models, lines_of, put_rows
from custrata.web.workspaces.models import Workspace


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


def test_rows_go_out_and_come_back_as_they_were(workspace, member):
    member("viewer", email="vera@example.org")
    lines = {model: list(lines_of(model)) for model in (User, Workspace, Entry)}
    before = list(Entry.objects.values())
    Entry.objects.all().delete()
    assert put_rows(lines[Entry]) == len(before)
    assert list(Entry.objects.values()) == before
    assert any("vera@example.org" in line for line in lines[User])


def test_further_rows_are_numbered_after_those_that_were_written(workspace):
    lines = list(lines_of(Workspace))
    number = workspace.pk + 50
    put_rows([lines[0].replace(f'"pk": {workspace.pk}', f'"pk": {number}').replace('"tessel"', '"other"')])
    go_on_counting()
    assert Workspace.objects.create(slug="third", name="Third", folder="x").pk > number
