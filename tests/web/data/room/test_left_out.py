import csv

import pytest

from custrata.project.supplying.receiving import receive
from custrata.web.audit.models import Entry
from custrata.web.data.jobs import start


@pytest.fixture
def aside(workspace):
    place = workspace.place
    invoices = (place.data / "invoices.csv").read_text(encoding="utf-8")
    heads, first = list(csv.reader(invoices.splitlines()))[:2]
    first[heads.index("Invoice Date")] = "ada@example.org"
    line = ",".join(f'"{cell}"' for cell in first)
    receive(place, "invoices.csv", [(invoices + line + "\n").encode()])
    start(workspace, "build", None)


def test_rows_stand_by_reason_with_file_line_and_value(come_in, workspace, aside):
    client = come_in("analyst", persons=True)
    page = client.get(f"/w/{workspace.slug}/data/set-aside/").content.decode()
    assert "invoices.csv" in page
    assert "ada@example.org" in page
    file = client.get(f"/w/{workspace.slug}/data/set-aside.csv")
    assert b"ada@example.org" in b"".join(file.streaming_content)
    assert Entry.objects.get(act="data.set_aside_taken").detail == {"persons": True}


def test_who_may_not_see_persons_sees_no_names(come_in, workspace, aside):
    client = come_in("analyst")
    page = client.get(f"/w/{workspace.slug}/data/set-aside/").content.decode()
    assert "invoices.csv" in page
    assert "ada@example.org" not in page
    file = b"".join(client.get(f"/w/{workspace.slug}/data/set-aside.csv").streaming_content)
    assert b"ada@example.org" not in file


@pytest.mark.parametrize("address", ["set-aside/", "set-aside.csv"])
def test_who_may_not_work_on_data_does_not_see_them(come_in, workspace, address):
    for role in ("viewer", "commenter", "editor"):
        assert come_in(role).get(f"/w/{workspace.slug}/data/{address}").status_code == 403
    assert not Entry.objects.filter(act="data.set_aside_taken").exists()


def test_odd_addresses_show_the_first_rows(come_in, workspace):
    client = come_in("analyst")
    for query in ("from=-5", "from=x", "from=9999999999999999", "reason=nothing"):
        assert client.get(f"/w/{workspace.slug}/data/set-aside/?{query}").status_code == 200
    assert client.get(f"/w/{workspace.slug}/data/set-aside/?reason=%00").status_code == 400
