from tests.web.studies.reading import text_of

from custrata.web.strategies.staging import scene_of
from custrata.web.studies.templatetags import studies as tags


def test_every_stage_stands_with_who_answers_for_it(workspace, come_in):
    text = text_of(come_in("viewer").get(f"/w/{workspace.slug}/lifecycle/"))
    stages = scene_of(workspace).document.lifecycle
    assert stages
    for stage in stages:
        assert f"<h3>{stage.stage.capitalize()}</h3>" in text
        assert stage.owner.in_short in text


def test_only_who_may_edit_finds_a_way_to_edit_a_stage(workspace, come_in, monkeypatch):
    monkeypatch.setattr(tags, "edit_address", lambda slug, block: f"/edit/{slug}/{block}")
    assert "/edit/" not in text_of(come_in("viewer").get(f"/w/{workspace.slug}/lifecycle/"))
    assert "/edit/" in text_of(come_in("editor").get(f"/w/{workspace.slug}/lifecycle/"))
