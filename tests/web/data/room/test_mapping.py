import re

import pytest

from custrata.project.mapping_file import read_mapping
from custrata.project.supplying.correcting import answered, save_mapping
from custrata.project.supplying.looking import mapping_at
from custrata.sources.mapping.values import Option, Question
from custrata.web.audit.models import Entry
from custrata.web.data.models import Job
from custrata.web.data.room.meaning import mark_of


def at(looked, source, column):
    number = next(n for n, table in enumerate(looked.tables) if table.source == source)
    columns = [c.name for c in looked.tables[number].columns]
    return f"f{number}-{columns.index(column)}"


def test_the_guess_stands_beside_sample_rows(come_in, workspace, looked, django_assert_max_num_queries):
    client = come_in("analyst", persons=True)
    with django_assert_max_num_queries(15):
        answer = client.get(f"/w/{workspace.slug}/data/mapping/")
    page = answer.content.decode()
    assert all(table.source in page for table in looked.tables)
    assert looked.table("contacts.csv").samples[0][2] in page
    assert len(answer.content) < 300_000


def test_samples_that_name_a_person_are_hidden_from_who_may_not_see_them(come_in, workspace, looked):
    page = come_in("analyst").get(f"/w/{workspace.slug}/data/mapping/").content.decode()
    people = looked.table("contacts.csv")
    heads = [column.name for column in people.columns]
    for row in people.samples:
        for name in ("Full Name", "Email", "Phone Number"):
            assert not (value := row[heads.index(name)]) or value not in page
    assert looked.table("invoices.csv").samples[0][0] in page


def test_a_correction_is_saved_where_the_command_line_reads_it(come_in, workspace, looked, form):
    form[at(looked, "crm_accounts.csv", "Billing Country")] = "+"
    answer = come_in("analyst").post(f"/w/{workspace.slug}/data/mapping/", form)
    assert answer.status_code == 302
    saved = read_mapping(workspace.place)
    assert "country" not in saved.of("customers")[0].columns
    assert len(saved.of("transactions")) == 1
    assert Entry.objects.filter(act="data.mapping_saved").count() == 1


def test_saving_what_nobody_touched_leaves_the_guess_a_guess(come_in, workspace, form):
    come_in("analyst").post(f"/w/{workspace.slug}/data/mapping/", form)
    assert read_mapping(workspace.place) is None
    assert not Entry.objects.filter(act="data.mapping_saved").exists()


def test_save_and_build_goes_on_to_the_build(come_in, workspace, form):
    answer = come_in("analyst").post(f"/w/{workspace.slug}/data/mapping/", form | {"then": "build"})
    assert answer.headers["Location"].endswith(f"/data/jobs/{Job.objects.get(kind='build').pk}/")


def test_what_does_not_fit_is_said_at_its_table_and_what_was_chosen_stays(come_in, workspace, looked, form):
    name = at(looked, "invoices.csv", "Net Amount")
    form[name] = ""
    answer = come_in("analyst").post(f"/w/{workspace.slug}/data/mapping/", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "it needs amount" in page
    chosen = re.search(rf'<select[^>]*name="{name}"[^>]*>.*?</select>', page, re.DOTALL)
    assert "selected" not in chosen.group(0)
    assert read_mapping(workspace.place) is None


def test_a_save_over_somebody_elses_is_not_carried_out(come_in, workspace, looked, form):
    place = workspace.place
    place.mapping.write_text(place.mapping.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    form[at(looked, "crm_accounts.csv", "Billing Country")] = "+"
    answer = come_in("analyst").post(f"/w/{workspace.slug}/data/mapping/", form)
    assert answer.status_code == 409
    assert place.mapping.read_text(encoding="utf-8").endswith("# mine\n")


def test_a_question_is_answered_on_the_page(come_in, workspace, looked, form):
    place = workspace.place
    question = Question(
        "Day first?", "transactions", "invoices.csv", "occurred_at", (Option("yes"), Option("no"))
    )
    mapping = mapping_at(place)
    save_mapping(place, type(mapping)(mapping.sources, mapping.unused, (question,), mapping.notes))
    client = come_in("analyst")
    page = client.get(f"/w/{workspace.slug}/data/mapping/").content.decode()
    assert "question needs your answer" in page
    form["mark"] = mark_of(place)
    client.post(f"/w/{workspace.slug}/data/mapping/", form | {"q0": "no"})
    assert mapping_at(place).questions[0].answer == "no"
    assert mapping_at(place) == answered(mapping_at(place), {})
    form["mark"] = mark_of(place)
    assert client.post(f"/w/{workspace.slug}/data/mapping/", form | {"q0": "?"}).status_code == 422


def test_another_table_brings_its_fields(come_in, workspace, looked):
    number = next(n for n, table in enumerate(looked.tables) if table.source == "contacts.csv")
    answer = come_in("analyst").post(f"/w/{workspace.slug}/data/mapping/{number}/", {f"t{number}": "tickets"})
    page = answer.content.decode()
    assert "opened_at" in page
    assert f'id="table-{number}"' in page
    assert read_mapping(workspace.place) is None


def test_files_that_nobody_looked_at_are_looked_at_on_demand(come_in, workspace):
    client = come_in("analyst")
    assert "Look at the files" in client.get(f"/w/{workspace.slug}/data/mapping/").content.decode()
    client.post(f"/w/{workspace.slug}/data/mapping/look/")
    assert "crm_accounts.csv" in client.get(f"/w/{workspace.slug}/data/mapping/").content.decode()


@pytest.mark.parametrize("address", ["mapping/", "mapping/look/", "mapping/0/"])
def test_who_may_not_work_on_data_says_nothing_of_its_meaning(come_in, workspace, form, address):
    before = mark_of(workspace.place)
    for role in ("viewer", "commenter", "editor"):
        assert come_in(role).post(f"/w/{workspace.slug}/data/{address}", form).status_code == 403
    assert mark_of(workspace.place) == before
    assert not Job.objects.exists()


def test_another_meaning_uncovers_no_names(come_in, workspace, looked, form):
    number = next(n for n, table in enumerate(looked.tables) if table.source == "crm_accounts.csv")
    heads = [column.name for column in looked.tables[number].columns]
    names = [row[heads.index("Account Name")] for row in looked.tables[number].samples]
    chosen = form | {at(looked, "crm_accounts.csv", "Account Name"): "industry"}
    chosen[at(looked, "crm_accounts.csv", "Industry")] = ""

    page = come_in("analyst").post(f"/w/{workspace.slug}/data/mapping/{number}/", chosen).content.decode()

    assert not [name for name in names if name and name in page]


@pytest.mark.parametrize("meaning", ["industry", "", "+"])
def test_what_names_persons_keeps_its_meaning_for_who_may_not_see_them(
    come_in, workspace, looked, form, meaning
):
    chosen = form | {at(looked, "crm_accounts.csv", "Account Name"): meaning}
    chosen[at(looked, "crm_accounts.csv", "Industry")] = ""
    address = f"/w/{workspace.slug}/data/mapping/"

    refused = come_in("analyst").post(address, chosen)

    assert refused.status_code == 422
    assert "this column names persons" in refused.content.decode()
    assert read_mapping(workspace.place) is None
    assert come_in("analyst", persons=True).post(address, chosen).status_code == 302


@pytest.mark.parametrize("meaning", ["industry", "+"])
def test_a_column_of_which_nobody_said_the_meaning_is_given_none_by_who_may_not_see_persons(
    come_in, workspace, looked, form, meaning
):
    address, column = f"/w/{workspace.slug}/data/mapping/", at(looked, "crm_accounts.csv", "Industry")
    seer = come_in("analyst", persons=True)
    assert seer.post(address, form | {column: ""}).status_code == 302
    chosen = form | {column: meaning, "mark": mark_of(workspace.place)}

    refused = come_in("analyst").post(address, chosen)

    assert refused.status_code == 422
    assert "it may name persons" in refused.content.decode()
    assert mark_of(workspace.place) == chosen["mark"]
    assert seer.post(address, chosen).status_code == 302
