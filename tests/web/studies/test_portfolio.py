from tests.web.studies.reading import text_of

from custrata.project.project import Project
from custrata.web.strategies.saving import change, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.studies.templatetags import studies as tags
from custrata.web.workspaces.opening import adopt

PAGES = ("portfolio/", "portfolio/worth/")


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
