import itertools

import pytest
from tests.snapshots import every_company
from tests.web.studies.reading import MOST_QUERIES, anchors_lead_somewhere, headings, text_of

from custrata.project.project import Project
from custrata.web.strategies.saving import change, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.studies.templatetags import studies as tags
from custrata.web.workspaces.opening import adopt

PAGES = ("portfolio/", "portfolio/worth/")


@pytest.mark.parametrize("page", PAGES)
def test_a_viewer_reads_each_page_with_its_sections(workspace, come_in, page):
    text = text_of(come_in("viewer").get(f"/w/{workspace.slug}/{page}"))
    assert anchors_lead_somewhere(text)
    levels = headings(text)
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("number", range(len(every_company())))
def test_a_company_that_knows_little_has_a_page_that_says_what_it_waits_for(
    company_of, come_in, number, page
):
    workspace = company_of(number)
    text = text_of(come_in("admin", of=workspace).get(f"/w/{workspace.slug}/{page}"))
    assert anchors_lead_somewhere(text)
    if every_company()[number].manifest.company == "Seven":
        assert "It waits for" in text or "waits for" in text


def test_the_finding_is_the_title(workspace, come_in):
    scene = scene_of(workspace)
    text = text_of(come_in("viewer").get(f"/w/{workspace.slug}/portfolio/"))
    whale = next(s for s in scene.composition.slides if s.row == "whale")
    head = text.split("<h1>", 1)[1].split("</h1>", 1)[0]
    assert whale.titles[0].figures[0].text in head


def test_each_group_has_a_page_with_readings_claims_and_what_is_aimed_at_it(workspace, come_in):
    client, groups = come_in("viewer"), scene_of(workspace).document.groups
    assert groups
    for group in groups:
        text = text_of(client.get(f"/w/{workspace.slug}/portfolio/groups/{group.id}/"))
        assert group.name in text
        assert "This group beside all customers" in text
        assert "Aimed at them" in text


def test_a_group_that_is_not_there_is_not_found(workspace, come_in):
    assert come_in("admin").get(f"/w/{workspace.slug}/portfolio/groups/nobody/").status_code == 404


def test_people_of_another_workspace_see_none_of_it(workspace, other_workspace, come_in):
    neighbour = come_in("admin", of=other_workspace)
    for page in (*PAGES, "portfolio/what-if/", "portfolio/groups/group-tier-gold/"):
        assert neighbour.get(f"/w/{workspace.slug}/{page}").status_code == 404
        assert neighbour.get(f"/w/{other_workspace.slug}/{page}").status_code == 200


def test_who_has_not_come_in_is_sent_to_the_door(workspace, client):
    for page in (*PAGES, "portfolio/what-if/", "portfolio/groups/group-tier-gold/"):
        assert client.get(f"/w/{workspace.slug}/{page}").status_code == 302


def test_only_who_may_edit_finds_a_way_to_edit(workspace, come_in, monkeypatch):
    monkeypatch.setattr(tags, "edit_address", lambda slug, block: f"/edit/{slug}/{block}")
    page = f"/w/{workspace.slug}/portfolio/groups/group-tier-gold/"
    assert "Edit the group" not in text_of(come_in("viewer").get(page))
    assert f"/edit/{workspace.slug}/groups[group-tier-gold]" in text_of(come_in("editor").get(page))


def test_the_intents_are_played_as_a_page_and_as_a_part(workspace, come_in):
    client = come_in("viewer")
    whole = text_of(client.get(f"/w/{workspace.slug}/portfolio/what-if/"))
    assert "As now" in whole
    part = client.get(f"/w/{workspace.slug}/portfolio/what-if/", headers={"HX-Request": "true"})
    assert "As now" in part.content.decode()
    assert "<h1" not in part.content.decode()


def test_intents_that_cannot_be_played_say_why(db, site, tmp_path, come_in):
    folder = tmp_path / "list"
    folder.mkdir()
    (folder / "customers.csv").write_text("customer_id,name\na,Shop\nb,Mill\n", encoding="utf-8")
    Project(folder).build()
    workspace = adopt(folder, None, name="A list")
    answer = come_in("admin", of=workspace).get(f"/w/{workspace.slug}/portfolio/what-if/")
    assert answer.status_code == 200
    assert "It cannot be played yet" in answer.content.decode()


def test_a_strategy_without_groups_says_what_a_group_is(workspace, come_in):
    change(
        strategy_of(workspace),
        None,
        lambda d: d.model_copy(update={"groups": (), "goals": (), "initiatives": ()}),
        None,
    )
    text = text_of(come_in("editor").get(f"/w/{workspace.slug}/portfolio/"))
    assert "No groups yet" in text


@pytest.mark.parametrize("page", [*PAGES, "portfolio/groups/group-tier-gold/", "portfolio/what-if/"])
def test_pages_ask_the_database_seldom(workspace, come_in, django_assert_max_num_queries, page):
    client = come_in("viewer")
    client.get(f"/w/{workspace.slug}/{page}")
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(f"/w/{workspace.slug}/{page}")
