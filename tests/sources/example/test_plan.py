from __future__ import annotations

import math

from custrata.sources.example import plan


def test_shares_add_up() -> None:
    assert math.isclose(sum(segment.share for segment in plan.SEGMENTS), 1)
    assert math.isclose(sum(plan.CHANNELS.values()), 1)
    assert all(math.isclose(sum(segment.plans), 1) for segment in plan.SEGMENTS)


def test_every_segment_has_a_need_of_its_own() -> None:
    highest = [max(range(len(plan.NEEDS)), key=segment.importance.__getitem__) for segment in plan.SEGMENTS]
    assert sorted(highest) == list(range(len(plan.NEEDS)))


def test_low_and_usual_use_never_meet_even_in_summer() -> None:
    (low, _), (_, most) = plan.USED_SEATS
    assert low * min(plan.USAGE_BY_MONTH) > 0.5 > most * max(plan.USAGE_BY_MONTH)


def test_seasons_name_twelve_months_around_one() -> None:
    for season in (plan.SIGNUPS_BY_MONTH, plan.TICKETS_BY_MONTH, plan.USAGE_BY_MONTH):
        assert len(season) == 12
        assert math.isclose(sum(season) / 12, 1, abs_tol=0.03)


def test_one_campaign_is_drawn_by_chance_and_one_is_not() -> None:
    assert sorted(campaign.randomised for campaign in plan.CAMPAIGNS) == [False, True]
    assert set(plan.CHANNEL_COST_CENTS) < set(plan.CHANNELS)
