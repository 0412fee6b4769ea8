from custrata.measures.catalogue import CATALOGUE
from custrata.web.frame.palette.entries import customers_like, entries
from custrata.web.strategies.staging import scene_of


def test_every_measure_is_found_by_its_name(asking):
    kinds = [found.title for found in entries(asking(), None) if found.kind == "Definition"]
    assert sorted(kinds) == sorted(measure.title for measure in CATALOGUE.values())


def test_things_of_the_strategy_are_found_where_they_stand(asking, workspace, monkeypatch):
    monkeypatch.setattr(
        "custrata.web.frame.palette.entries._address", lambda room, slug: f"/w/{slug}/{room}/"
    )
    document = scene_of(workspace).document
    found = {f.href: f for f in entries(asking(), document)}
    claim = document.claims()[0]
    assert found[f"/w/{workspace.slug}/canvas/#claim-{claim.id}"].title == claim.said()
    group = document.groups[0]
    assert found[f"/w/{workspace.slug}/segments/#group-{group.id}"].kind == "Group"


def test_nobody_is_offered_what_the_role_may_not_do(asking, monkeypatch):
    monkeypatch.setattr(
        "custrata.web.frame.palette.entries._address", lambda room, slug: f"/w/{slug}/{room}/"
    )
    viewer = {f.title for f in entries(asking("viewer"), None) if f.kind == "Do"}
    admin = {f.title for f in entries(asking("admin"), None) if f.kind == "Do"}
    assert "Make a deck or paper" in viewer
    assert not viewer & {"Add data", "Invite somebody", "Add a goal"}
    assert {"Add data", "Invite somebody", "Add a goal"} <= admin


def test_customers_are_looked_for_by_those_alone_who_may_read_names(asking, monkeypatch):
    monkeypatch.setattr(
        "custrata.web.frame.palette.entries._address", lambda room, slug: f"/w/{slug}/{room}/"
    )
    may, may_not = asking("analyst", persons=True), asking("analyst")
    assert customers_like(may, "a & b")[0].href.endswith("/customers/?q=a+%26+b")
    assert customers_like(may_not, "a & b") == []
    assert customers_like(may, "") == []
