import pytest
from django.test import RequestFactory

from custrata.project.supplying.asked import Asked, asked_of
from custrata.project.supplying.correcting import TableChoice, choice_of
from custrata.project.supplying.looking import mapping_at
from custrata.web.data.room.asked import asked_in, asked_shown


@pytest.fixture
def feedback(looked):
    """Number of the raw table that holds feedback."""
    return next(n for n, table in enumerate(looked.tables) if table.asked)


def test_the_scale_stands_beside_sample_rows_with_what_was_guessed(come_in, workspace, looked, feedback):
    page = come_in("analyst").get(f"/w/{workspace.slug}/data/mapping/").content.decode()
    guess = Asked(*looked.tables[feedback].asked)
    assert f"The guess was {guess.words}." in page
    assert f'name="h{feedback}" inputmode="decimal" value="{guess.high}"' in page
    assert "The first rows hold" in page


def test_another_scale_is_saved_and_one_that_is_none_is_said_and_stays(
    come_in, workspace, looked, feedback, form
):
    client, address = come_in("analyst", persons=True), f"/w/{workspace.slug}/data/mapping/"
    source, before = looked.tables[feedback].source, mapping_at(workspace.place)
    wrong = client.post(address, form | {f"l{feedback}": "9", f"h{feedback}": "3"})
    assert wrong.status_code == 422
    assert "the scale goes from 9 to 3" in wrong.content.decode()
    assert f'name="l{feedback}" inputmode="decimal" value="9"' in wrong.content.decode()
    assert mapping_at(workspace.place) == before
    assert client.post(address, form).status_code == 302
    assert mapping_at(workspace.place) == before, "what nobody touched stays"
    assert client.post(address, form | {f"h{feedback}": "11"}).status_code == 302
    assert asked_of(mapping_at(workspace.place), source).high == "11"


def test_a_scale_stays_open_until_a_column_of_ratings_is_chosen(workspace, looked):
    mapping = mapping_at(workspace.place)
    table = next(t for t in looked.tables if not t.asked and any(map(str.isdigit, t.samples[0])))
    at = next(n for n, value in enumerate(table.samples[0]) if value.isdigit())
    unsaid = {column.name: "" for column in table.columns}
    first = asked_shown(table, mapping, TableChoice("feedback", unsaid))
    assert first.now == Asked("survey", "", "")
    chosen = unsaid | {table.columns[at].name: "rating"}
    assert asked_shown(table, mapping, TableChoice("feedback", chosen, first.now)).now.high
    typed = Asked("nps", "2", "9")
    assert asked_shown(table, mapping, TableChoice("feedback", chosen, typed)).now == typed


def test_a_field_that_is_taken_off_stays_off_and_what_was_typed_stays(
    come_in, workspace, looked, feedback, form
):
    client, address = come_in("analyst", persons=True), f"/w/{workspace.slug}/data/mapping/{feedback}/"
    rated = next(key for key, value in form.items() if key.startswith(f"f{feedback}-") and value == "rating")
    sent = form | {"then": "fields", rated: "", f"h{feedback}": "9"}
    shown = client.post(address, sent).content.decode()
    assert '<option value="rating" selected' not in shown
    assert f'id="{rated}"' in shown, "the field keeps the focus"
    assert f'name="h{feedback}" inputmode="decimal" value="9"' in shown


def test_a_form_without_it_says_nothing_of_it():
    assert asked_in(RequestFactory().post("/", {"t0": "customers"}), 0) is None
    assert asked_in(RequestFactory().post("/", {"i0": "nps", "l0": " 0 "}), 0) == Asked("nps", "0", "")


def test_a_table_without_feedback_is_asked_nothing(workspace, looked, feedback):
    mapping = mapping_at(workspace.place)
    plain = next(table for table in looked.tables if not table.asked)
    assert asked_shown(plain, mapping, choice_of(mapping, plain)) is None
    left_out = TableChoice("", choice_of(mapping, looked.tables[feedback]).fields)
    assert asked_shown(looked.tables[feedback], mapping, left_out) is None
