import pytest

from custrata.measures.catalogue import CATALOGUE
from custrata.web.frame.palette.entries import customers_like, entries
from custrata.web.frame.palette.ranking import ranked
from custrata.web.strategies.staging import scene_of


def test_every_measure_is_found_by_its_name(asking):
    kinds = [found.title for found in entries(asking(), None) if found.kind == "Definition"]
    assert sorted(kinds) == sorted(measure.title for measure in CATALOGUE.values())


def test_things_of_the_strategy_are_found_where_they_stand(asking, workspace):
    document = scene_of(workspace).document
    found = {f.href: f for f in entries(asking(), document)}
    claim = document.claims()[0]
    assert found[f"/w/{workspace.slug}/strategy/claims/{claim.id}/"].title == claim.said()
    group = document.groups[0]
    assert found[f"/w/{workspace.slug}/portfolio/groups/{group.id}/"].kind == "Group"


def test_goals_and_tests_are_found_at_the_marks_that_their_pages_have(asking, workspace, come_in):
    found = entries(asking("viewer"), scene_of(workspace).document)
    browser = come_in("viewer")
    for kind in ("Goal", "Initiative", "Experiment"):
        page, _, mark = next(f.href for f in found if f.kind == kind).partition("#")
        assert f'id="{mark}"' in browser.get(page).content.decode()


def test_sign_off_history_and_tasks_are_found(asking):
    titles = {f.title for f in entries(asking("viewer"), None)}
    assert {"See the sign-off", "See the history", "See the tasks"} <= titles


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        *[("invite", "settings/people/"), ("token", "settings/tokens/"), ("log", "settings/log/")],
        *[("mapping", "data/mapping/"), ("upload", "data/upload/"), ("build a seg", "segments/new/")],
        *[("what if", "portfolio/what-if/"), ("clv", "portfolio/worth/"), ("erase", "settings/persons/")],
        *[("all parts", "strategy/parts/"), ("notices", "notices/"), ("sso", "settings/sign-on/")],
    ],
)
def test_a_word_for_what_is_to_be_done_leads_to_its_own_page(asking, workspace, typed, leads):
    found = ranked(entries(asking("admin"), None), typed)
    assert found[0].href == f"/w/{workspace.slug}/{leads}"


def test_nobody_is_offered_what_the_role_may_not_do(asking):
    viewer = {f.title for f in entries(asking("viewer"), None) if f.kind == "Do"}
    admin = {f.title for f in entries(asking("admin"), None) if f.kind == "Do"}
    assert "Make a deck or paper" in viewer
    assert not viewer & {"Add data", "Invite somebody", "Add a goal", "Make a token", "See the log"}
    assert {"Add data", "Invite somebody", "Add a goal"} <= admin


def test_customers_are_looked_for_by_those_alone_who_may_read_names(asking):
    may, may_not = asking("analyst", persons=True), asking("analyst")
    assert customers_like(may, "a & b")[0].href.endswith("/customers/?q=a+%26+b")
    assert customers_like(may_not, "a & b") == []
    assert customers_like(may, "") == []
