import pytest

from custrata.project.supplying.correcting import TableChoice, choice_of
from custrata.project.supplying.left_out import MASK
from custrata.project.supplying.looking import mapping_at
from custrata.web.audit.models import Entry
from custrata.web.data.room.meaning import Moved, mark_of, meant, renamed, samples_of, save_meaning
from custrata.web.workspaces.asking import asking_of


@pytest.fixture
def asking(workspace, member):
    def make(**kind):
        return asking_of(member("analyst", **kind), workspace.slug)

    return make


def test_what_is_said_is_kept_over_what_was_read_and_refused_over_another(workspace, looked, asking):
    who, before, mark = asking(persons=True), mapping_at(workspace.place), mark_of(workspace.place)
    at = next(n for n, table in enumerate(looked.tables) if choice_of(before, table).table)
    after, refused = meant(who, looked, before, {at: TableChoice("", {})}, {})
    assert refused == ()
    save_meaning(who, before, after, mark)
    assert mapping_at(workspace.place) == after
    with pytest.raises(Moved):
        save_meaning(who, after, before, mark)
    assert mapping_at(workspace.place) == after
    assert Entry.objects.filter(act="data.mapping_saved").count() == 1


def test_what_does_not_fit_is_named_by_its_table_and_the_rest_goes_on(workspace, looked, asking):
    before = mapping_at(workspace.place)
    at = next(n for n, table in enumerate(looked.tables) if choice_of(before, table).table)
    wrong = TableChoice(choice_of(before, looked.tables[at]).table, {})
    after, refused = meant(asking(persons=True), looked, before, {at: wrong}, {})
    assert [one.at for one in refused] == [at]
    assert after == before


def test_names_are_masked_and_keep_their_meaning_for_who_may_not_see_them(workspace, looked, asking):
    before = mapping_at(workspace.place)
    at, n, choice = next(
        (at, n, choice)
        for at, table in enumerate(looked.tables)
        for choice in [choice_of(before, table)]
        for n, column in enumerate(table.columns)
        if choice.fields[column.name] == "name" and choice.table == "customers"
    )
    table = looked.tables[at]
    assert samples_of(table, n, choice, choice, persons=False) == (MASK,)
    assert MASK not in samples_of(table, n, choice, choice, persons=True)
    other = TableChoice(choice.table, {**choice.fields, table.columns[n].name: "+"})
    assert meant(asking(), looked, before, {at: other}, {})[1]
    assert not meant(asking(persons=True), looked, before, {at: other}, {})[1]


def test_another_table_keeps_the_fields_that_it_has(looked, workspace):
    table = looked.tables[0]
    assert set(renamed(TableChoice("", {}), table).fields.values()) == {""}
    chosen = renamed(TableChoice("customers", {table.columns[0].name: "customer_id"}), table)
    assert chosen.fields[table.columns[0].name] == "customer_id"
