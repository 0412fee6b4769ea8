import json

import pytest

from custrata.web.data.arriving import open_workspace, problem_of
from custrata.web.data.models import Job
from custrata.web.workspaces.models import Membership, Workspace


@pytest.mark.parametrize(
    ("name", "wrong"), [("", True), ("x" * 81, True), ("a\x00b", True), ("Müller & Söhne", False)]
)
def test_a_name_is_checked_in_words(name, wrong):
    assert bool(problem_of(name)) is wrong


def test_a_new_workspace_lies_inside_the_site_and_belongs_to_who_made_it(db, site, member, workspace):
    person = member("viewer")
    first, second = open_workspace("Corner shop", person), open_workspace("Corner shop", person)
    assert first.path.is_relative_to(site)
    assert first.path != second.path
    assert "company: Corner shop" in (first.path / "custrata.yaml").read_text(encoding="utf-8")
    assert Membership.objects.get(workspace=first, user=person).role == "admin"


def test_a_name_and_files_give_a_workspace_whose_mapping_is_guessed(come_in, site, sent):
    client = come_in("viewer")
    lines = "".join(f"{n},c{n % 9},2025-01-{1 + n % 28:02d},{n}\n" for n in range(40))
    file = sent("orders.csv", f"order_id,buyer,date,amount\n{lines}".encode())
    answer = client.post("/new/", {"name": "Corner shop", "files": file})
    made = Workspace.objects.get(name="Corner shop")
    assert answer.headers["Location"] == f"/w/{made.slug}/data/mapping/"
    assert Job.objects.get(workspace=made).kind == "map"
    assert (made.path / "data" / "orders.csv").is_file()


def test_without_a_name_nothing_is_made_and_what_was_typed_stays(come_in, workspace):
    client = come_in("viewer")
    answer = client.post("/new/", {"name": "y" * 99})
    assert answer.status_code == 422
    assert "y" * 99 in answer.content.decode()
    assert client.post("/new/", {"name": ""}, headers={"X-One-File": "1"}).status_code == 422
    assert list(Workspace.objects.all()) == [workspace]


def test_a_script_gets_the_way_to_send_files_to(come_in, site):
    answer = come_in("viewer").post("/new/", {"name": "Corner shop"}, headers={"X-One-File": "1"})
    assert json.loads(answer.content)["upload"].endswith("/data/upload/")


def test_who_has_not_come_in_is_sent_to_the_door(client, workspace):
    assert client.get("/new/").status_code == 302
    assert client.post("/new/", {"name": "Corner shop"}).status_code == 302
    assert list(Workspace.objects.all()) == [workspace]
