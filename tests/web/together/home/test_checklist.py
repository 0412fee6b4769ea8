import datetime as dt

import pytest

from custrata.project.showing.home.day import day
from custrata.web.audit.record import record
from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.together.home.checklist import STEPS, checklist


@pytest.fixture
def ann(named):
    return named("Ann", "admin")


def done(workspace, user):
    owned = day(scene_of(workspace), dt.date(2026, 11, 26)).owned
    return {s.title for s in checklist(workspace, user, owned=owned) if s.done}


def test_a_fresh_workspace_on_own_data_has_one_step_done(workspace, ann):
    assert done(workspace, ann) == {"Bring your own data"}


def test_a_sample_is_not_ones_own_data_until_one_has_own_data_beside_it(workspace, other_workspace, ann):
    workspace.sample = True
    workspace.save()
    assert done(workspace, ann) == set()
    other_workspace.memberships.create(user=ann, role="admin")
    assert done(workspace, ann) == {"Bring your own data"}


def test_a_second_person_ticks_the_invitation(workspace, ann, named):
    named("Bob")
    assert "Invite a colleague" in done(workspace, ann)


def test_a_block_saved_by_hand_and_an_owner_with_a_name_tick_their_steps(workspace, ann):
    strategy = strategy_of(workspace)
    set_value(strategy, "horizon.months", "30", 1, ann)
    assert "Correct a claim in your own words" in done(workspace, ann)
    assert "Name somebody who answers for a part" not in done(workspace, ann)
    set_value(strategy, "sponsor.name", "Chief executive", 2, ann)
    assert "Name somebody who answers for a part" in done(workspace, ann)


@pytest.mark.parametrize(
    ("act", "title"),
    [
        ("data.mapping_saved", "Look at how columns were read"),
        ("strategy.put_up", "Ask for a signature"),
        ("delivery.made", "Deliver the deck"),
    ],
)
def test_an_act_on_record_ticks_its_step_here_and_not_at_the_neighbour(
    workspace, other_workspace, ann, act, title
):
    record(act, workspace=other_workspace, actor=ann)
    assert title not in done(workspace, ann)
    record(act, workspace=workspace, actor=ann)
    assert title in done(workspace, ann)


def test_every_step_leads_to_a_page_of_the_workspace(workspace, ann):
    steps = checklist(workspace, ann, owned=False)
    assert len(steps) == len(STEPS)
    assert all(step.href.startswith(f"/w/{workspace.slug}/") for step in steps)
