import itertools

import pytest
from tests.snapshots import every_company
from tests.web.studies.reading import MOST_QUERIES, anchors_lead_somewhere, headings, text_of

from custrata.web.strategies.staging import scene_of
from custrata.web.studies.templatetags import studies as tags


def test_a_viewer_reads_the_page_with_its_sections(workspace, come_in):
    text = text_of(come_in("viewer").get(f"/w/{workspace.slug}/lifecycle/"))
    assert anchors_lead_somewhere(text)
    levels = headings(text)
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("number", range(len(every_company())))
def test_a_company_that_knows_little_has_a_page_too(company_of, come_in, number):
    workspace = company_of(number)
    text = text_of(come_in("admin", of=workspace).get(f"/w/{workspace.slug}/lifecycle/"))
    assert anchors_lead_somewhere(text)


def test_people_of_another_workspace_see_none_of_it(workspace, other_workspace, come_in):
    neighbour = come_in("admin", of=other_workspace)
    assert neighbour.get(f"/w/{workspace.slug}/lifecycle/").status_code == 404
    assert neighbour.get(f"/w/{other_workspace.slug}/lifecycle/").status_code == 200


def test_who_has_not_come_in_is_sent_to_the_door(workspace, client):
    assert client.get(f"/w/{workspace.slug}/lifecycle/").status_code == 302


def test_the_page_asks_the_database_seldom(workspace, come_in, django_assert_max_num_queries):
    client = come_in("viewer")
    client.get(f"/w/{workspace.slug}/lifecycle/")
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(f"/w/{workspace.slug}/lifecycle/")


def test_every_stage_stands_with_who_answers_for_it(workspace, come_in):
    text = text_of(come_in("viewer").get(f"/w/{workspace.slug}/lifecycle/"))
    stages = scene_of(workspace).document.lifecycle
    assert stages
    for stage in stages:
        assert f"<h3>{stage.stage.capitalize()}</h3>" in text
        assert str(stage.owner) in text


def test_only_who_may_edit_finds_a_way_to_edit_a_stage(workspace, come_in, monkeypatch):
    monkeypatch.setattr(tags, "edit_address", lambda slug, block: f"/edit/{slug}/{block}")
    assert "/edit/" not in text_of(come_in("viewer").get(f"/w/{workspace.slug}/lifecycle/"))
    assert "/edit/" in text_of(come_in("editor").get(f"/w/{workspace.slug}/lifecycle/"))
