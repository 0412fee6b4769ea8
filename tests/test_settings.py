import pytest
from pydantic import ValidationError

from custrata.settings import Settings, TierShares


def test_tiers_are_the_top_5_next_20_next_50_and_last_25_per_cent():
    shares = Settings().tier_shares
    assert (shares.platinum, shares.gold, shares.silver, shares.bronze) == (0.05, 0.20, 0.50, 0.25)


def test_tier_shares_that_do_not_add_up_to_one_are_refused():
    with pytest.raises(ValidationError, match="must add up to 1"):
        TierShares(platinum=0.5, gold=0.5, silver=0.5, bronze=0.5)


def test_an_unknown_setting_is_refused():
    with pytest.raises(ValidationError):
        Settings.model_validate({"teir_shares": {}})


@pytest.mark.parametrize(
    "absurd",
    [
        {"stages": {"onboarding_days": 9_999_999}},
        {"stages": {"rhythm_days": 9_999_999}},
        {"stages": {"expansion_growth": float("inf")}},
        {"stages": {"expansion_growth": float("nan")}},
        {"as_of": "9999-12-31"},
        {"as_of": "0001-01-01"},
        {"company": "x" * 400},
        {"company": ""},
        {"currency": "x" * 400},
    ],
)
def test_a_setting_beyond_sense_is_refused(absurd):
    with pytest.raises(ValidationError):
        Settings.model_validate(absurd)


def test_a_usual_week_leaves_plain_settings_as_they_were_and_another_is_said():
    assert "week_start" not in Settings().plain()
    assert Settings(week_start="sunday").plain()["week_start"] == "sunday"
    for settings in (Settings(), Settings(week_start="sunday", fiscal_year_start=4)):
        assert Settings.model_validate(settings.plain()) == settings
