import datetime as dt

import pytest

from custrata.project.showing.home.day import day
from custrata.web.audit.record import record
from custrata.web.strategies.saving import head_of, set_value, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.together.home.checklist import STEPS, checklist
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Role, rights_of


@pytest.fixture
def ann(named):
    return named("Ann", "admin")


def asks(workspace, user):
    found = workspace.memberships.get(user=user)
    return Asking(workspace, user, rights_of(Role(found.role), persons=found.persons), found)


def done(workspace, user):
    owned = day(scene_of(workspace), dt.date(2026, 11, 26)).owned
    return {s.title for s in checklist(asks(workspace, user), owned=owned) if s.done}


def test_a_fresh_workspace_on_own_data_has_one_step_done(workspace, ann):
    assert done(workspace, ann) == {"Bring your own data"}


def test_a_sample_is_never_ones_own_data_and_leads_to_a_workspace_of_ones_own(
    workspace, other_workspace, ann
):
    workspace.sample = True
    workspace.save()
    other_workspace.memberships.create(user=ann, role="admin")
    assert done(workspace, ann) == set()
    assert checklist(asks(workspace, ann), owned=False)[0].href == "/new/"


def test_a_second_person_ticks_the_invitation(workspace, ann, named):
    named("Bob")
    assert "Invite a colleague" in done(workspace, ann)


def test_other_words_of_a_claim_and_an_owner_with_a_name_tick_their_steps(workspace, ann):
    strategy = strategy_of(workspace)
    set_value(strategy, "horizon.months", "30", 1, ann)
    claim = next(iter(head_of(strategy).document.claims()))
    assert "Correct a claim in your own words" not in done(workspace, ann)
    set_value(strategy, f"{claim.id}.text", "It is as we say it is.", 2, ann)
    assert "Correct a claim in your own words" in done(workspace, ann)
    assert "Name somebody who answers for a part" not in done(workspace, ann)
    set_value(strategy, "sponsor.name", "Chief executive", 3, ann)
    assert "Name somebody who answers for a part" in done(workspace, ann)


@pytest.mark.parametrize(
    ("act", "thing", "title"),
    [
        ("data.mapping_saved", "", "Look at how columns were read"),
        ("strategy.put_up", "", "Ask for a signature"),
        ("delivery.made", "board", "Deliver the deck"),
    ],
)
def test_an_act_on_record_ticks_its_step_here_and_not_at_the_neighbour(
    workspace, other_workspace, ann, act, thing, title
):
    record(act, workspace=other_workspace, actor=ann, thing=thing)
    assert title not in done(workspace, ann)
    record(act, workspace=workspace, actor=ann, thing=thing)
    assert title in done(workspace, ann)


def test_a_file_that_is_no_deck_and_a_link_tick_no_deck(workspace, ann):
    record("delivery.made", workspace=workspace, actor=ann, thing="calendar")
    record("link.made", workspace=workspace, actor=ann, thing="story")
    assert "Deliver the deck" not in done(workspace, ann)


def test_nobody_is_asked_for_what_they_may_not_do(workspace, named):
    titles = [s.title for s in checklist(asks(workspace, named("Eve", "editor")), owned=False)]
    assert "Correct a claim in your own words" in titles
    assert "Invite a colleague" not in titles
    assert checklist(asks(workspace, named("Vic", "viewer")), owned=False) == ()


def test_every_step_leads_to_a_page_of_the_workspace(workspace, ann):
    steps = checklist(asks(workspace, ann), owned=False)
    assert len(steps) == len(STEPS)
    assert all(step.href.startswith(f"/w/{workspace.slug}/") for step in steps)
