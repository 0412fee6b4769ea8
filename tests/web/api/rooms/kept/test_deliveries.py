import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from custrata.web.audit.models import Entry
from custrata.web.deliveries.models import Delivered, Progress


@pytest.fixture
def waiting(workspace):
    """A file that is being made."""
    return Delivered.objects.create(workspace=workspace, kind="calendar", title="Calendar")


def test_a_file_is_asked_for_followed_downloaded_and_taken_away(program, problem_of):
    asker, reader = program("editor"), program("viewer")
    problem_of(reader.ask("POST", "deliveries", {"kind": "calendar"}), 403)
    made = asker.ask("POST", "deliveries", {"kind": "calendar"})
    assert (made.status_code, made.json()["leaving"]) == (202, True)
    path = f"deliveries/{made.json()['number']}"
    told = reader.get(path)
    assert (told["progress"], told["kind"], told["options"]["paper"]) == ("done", "calendar", "")
    answer = reader.ask("GET", f"{path}/file")
    assert b"".join(answer.streaming_content).startswith(b"BEGIN:VCALENDAR")
    assert told["name"] in answer["Content-Disposition"]
    assert [d["number"] for d in reader.get("deliveries")["items"]] == [made.json()["number"]]
    problem_of(reader.ask("DELETE", path), 403)
    assert asker.ask("DELETE", path).status_code == 204
    problem_of(asker.ask("GET", path), 404)
    acts = list(Entry.objects.order_by("pk").values_list("act", flat=True))
    assert [a for a in acts if a.startswith("delivery.")] == [
        "delivery.asked",
        "delivery.made",
        "delivery.downloaded",
        "delivery.deleted",
    ]


def test_what_cannot_be_made_is_refused_in_words(program, problem_of):
    asker = program("editor")
    assert "remedy" in problem_of(asker.ask("POST", "deliveries", {"kind": "nothing"}), 422)
    problem_of(asker.ask("POST", "deliveries", {"kind": "team"}), 422)
    problem_of(asker.ask("POST", "deliveries", {"kind": "board", "paper": "papyrus"}), 422)
    assert not Delivered.objects.exists()


def test_a_file_of_whole_numbers_goes_to_who_may_see_persons(program, waiting, site, problem_of):
    (site / "c.ics").write_text("BEGIN", encoding="utf-8")
    Delivered.objects.update(progress=Progress.DONE, file="c.ics")
    problem_of(program("editor").ask("GET", f"deliveries/{waiting.pk}/file"), 403)
    seer = program("analyst", persons=True)
    assert b"".join(seer.ask("GET", f"deliveries/{waiting.pk}/file").streaming_content) == b"BEGIN"


def test_one_that_is_being_made_has_no_file_and_is_cancelled(program, waiting, problem_of):
    asker = program("analyst", persons=True)
    assert asker.get(f"deliveries/{waiting.pk}")["progress"] == "waiting"
    problem_of(asker.ask("GET", f"deliveries/{waiting.pk}/file"), 404)
    assert asker.ask("DELETE", f"deliveries/{waiting.pk}").status_code == 204


def test_a_template_comes_as_a_form_and_one_that_is_none_is_refused(program, problem_of, monkeypatch):
    asker = program("editor")

    def send(name, kind="board"):
        form = {"kind": kind, "paper": "a4", "template": SimpleUploadedFile(name, b"PK\x03\x04")}
        shown = {"Authorization": f"Bearer {asker.token}"}
        where = f"/api/v1/workspaces/{asker.workspace.slug}/deliveries/from-template"
        return Client().post(where, form, headers=shown)

    problem_of(send("ours.exe"), 422)
    problem_of(send("ours.pptx", kind="nothing"), 422)
    problem_of(asker.ask("POST", "deliveries/from-template", {"kind": "board"}), 415)
    answer = send("ours.pptx")
    assert (answer.status_code, answer.json()["template"]) == (202, True)


def test_a_file_of_another_workspace_is_not_there_and_stays(program, other_workspace, waiting, problem_of):
    stranger = program("admin", of=other_workspace, persons=True)
    for method, rest in (("GET", ""), ("GET", "/file"), ("DELETE", "")):
        problem_of(stranger.ask(method, f"deliveries/{waiting.pk}{rest}"), 404)
    assert stranger.get("deliveries")["items"] == []
    assert Delivered.objects.get() == waiting


def test_files_are_listed_with_few_questions(program, workspace, django_assert_max_num_queries):
    asker = program("viewer")
    for _ in range(8):
        Delivered.objects.create(workspace=workspace, kind="board", title="Board", made_by=asker.user)
    asker.get("deliveries")
    with django_assert_max_num_queries(10):
        assert len(asker.get("deliveries?limit=8")["items"]) == 8
