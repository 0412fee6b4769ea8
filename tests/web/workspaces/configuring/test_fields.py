from __future__ import annotations

import datetime as dt

import pytest

from custrata.errors import SettingError
from custrata.settings import Settings
from custrata.web.workspaces.configuring.fields import changes, groups


def sent(settings: Settings) -> dict[str, str]:
    return {field.key: field.value for group in groups(settings) for field in group.fields}


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(
            company="Acme", currency="EUR", as_of=dt.date(2026, 1, 31), dimensions=("country", "industry")
        ),
        Settings.model_validate({"serving": {"order": {"low": 0.5, "likely": 1.25, "high": 3}}}),
    ],
)
def test_a_form_that_is_sent_back_as_it_came_changes_nothing(settings):
    made = settings.model_dump()
    for key, value in changes(sent(settings)).items():
        holder, *inner = key.split(".")
        if inner:
            made[holder] = {**(made[holder] or {}), inner[0]: value}
        elif value is not None or holder != "dimensions":
            made[holder] = value
    assert Settings.model_validate(made) == settings


def test_only_what_was_sent_is_changed():
    assert changes({"currency": " usd "}) == {"currency": "usd"}
    assert changes({"tier_shares.gold": "20"}) == {}, "one share alone cannot add up"


def test_what_was_typed_stays_in_the_form():
    fields = {f.key: f.value for g in groups(Settings(), {"currency": "no code at all"}) for f in g.fields}
    assert fields["currency"] == "no code at all"
    assert fields["company"] == ""


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ({"fiscal_year_start": "April"}, "fiscal_year_start"),
        ({"fiscal_year_start": "4.5"}, "fiscal_year_start"),
        ({"fiscal_year_start": "nan"}, "fiscal_year_start"),
        ({"fiscal_year_start": "4,0"}, "fiscal_year_start"),
        ({"as_of": "31.01.2026"}, "as_of"),
        ({"serving.order.low": "1", "serving.order.likely": "2", "serving.order.high": ""}, "serving.order"),
    ],
)
def test_what_is_no_number_no_day_or_half_a_range_is_refused(typed, where):
    with pytest.raises(SettingError) as refused:
        changes(typed)
    assert refused.value.where == where


def test_a_comma_parts_thousands_in_the_settings_too_and_is_never_a_decimal_mark():
    def cost(low):
        return {"serving.order.low": low, "serving.order.likely": "1,300", "serving.order.high": "1,400.5"}

    assert changes(cost("1,200")) == {"serving.order": {"low": 1200.0, "likely": 1300.0, "high": 1400.5}}
    with pytest.raises(SettingError) as refused:
        changes(cost("1,2"))
    assert "a comma parts thousands" in refused.value.remedy


def test_the_ends_of_a_range_stand_in_one_line():
    costs = next(g for g in groups(Settings()) if any(f.key == "serving.order.low" for f in g.fields))
    lines = [field.line for field in costs.fields]
    assert all(lines[at] == lines[at + 1] == lines[at + 2] != "" for at in range(0, len(lines), 3))
    assert all(
        f.line == "" for g in groups(Settings()) if g is not costs for f in g.fields if ":" not in f.label
    )
