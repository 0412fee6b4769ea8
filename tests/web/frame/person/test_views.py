import pytest

from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry


def _settings(client, **sent):
    answer = client.post("/frame/person/", sent)
    return answer, User.objects.get(pk=client.session["_auth_user_id"]).settings


def test_what_a_person_chooses_is_kept_and_written_down(come_in):
    answer, kept = _settings(
        come_in("viewer"), theme="dark", density="compact", single_keys="off", next="/w/a/"
    )
    assert (answer.status_code, answer["Location"]) == (302, "/w/a/")
    assert kept == {"theme": "dark", "density": "compact", "single_keys": False}
    assert Entry.objects.filter(act="person.settings").count() == 1


def test_what_was_not_sent_stays_and_so_do_others(come_in, member):
    neighbour = member("viewer")
    client = come_in("viewer")
    _settings(client, theme="dark")
    _, kept = _settings(client, density="comfortable")
    assert kept == {"theme": "dark", "density": "comfortable"}
    neighbour.refresh_from_db()
    assert neighbour.settings == {}


def test_what_is_no_choice_is_not_kept(come_in):
    _, kept = _settings(come_in("viewer"), theme="neon<script>")
    assert kept == {}


def test_single_keys_are_on_where_the_box_is_ticked(come_in):
    _, kept = _settings(come_in("viewer"), single_keys=["off", "on"])
    assert kept == {"single_keys": True}


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_nobody_is_led_away_from_the_site(come_in, elsewhere):
    answer, _ = _settings(come_in("viewer"), next=elsewhere)
    assert answer["Location"] == "/"


def test_the_pages_script_gets_no_page_back(come_in):
    answer = come_in("viewer").post(
        "/frame/person/", {"theme": "dark"}, headers={"X-Requested-With": "fetch"}
    )
    assert answer.status_code == 204


def test_a_look_changes_nothing(come_in):
    assert come_in("viewer").get("/frame/person/").status_code == 405


def test_a_person_sees_the_own_workspaces_alone(workspace, other_workspace, come_in):
    said = come_in("viewer").get("/frame/workspaces/").content.decode()
    assert workspace.name in said
    assert other_workspace.name not in said


@pytest.mark.parametrize("address", ["/frame/person/", "/frame/workspaces/"])
def test_a_stranger_is_sent_to_the_door(db, client, address):
    answer = client.post(address) if "person" in address else client.get(address)
    assert answer["Location"].startswith("/account/login/")
