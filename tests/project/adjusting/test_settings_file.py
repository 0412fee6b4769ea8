from __future__ import annotations

import datetime as dt

import pytest

from custrata.errors import SettingError
from custrata.project.adjusting.settings_file import adjust
from custrata.project.place import locate, settings_of

WRITTEN = """# What we decided in the spring.
data: data
currency: "EUR"   # the group's
tier_shares: {platinum: 0.05, gold: 0.20, silver: 0.50, bronze: 0.25}
# fiscal_year_start: 1
"""


@pytest.fixture
def place(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "custrata.yaml").write_text(WRITTEN, encoding="utf-8")
    return locate(tmp_path)


def test_one_key_changes_and_every_comment_stays(place):
    adjust(place, {"currency": "USD"})
    text = place.settings.read_text(encoding="utf-8")
    assert settings_of(place).currency == "USD"
    assert [line for line in WRITTEN.splitlines() if "currency" not in line] == [
        line for line in text.splitlines() if "currency" not in line
    ]
    assert "# the group's" in text


def test_keys_inside_a_key_are_made_changed_and_taken_out(place):
    adjust(
        place, {"serving.support_minute": {"low": 1, "likely": 2, "high": 3}, "as_of": dt.date(2026, 1, 31)}
    )
    assert settings_of(place).serving.support_minute.likely == 2
    assert settings_of(place).as_of == dt.date(2026, 1, 31)
    adjust(place, {"serving.support_minute": None, "as_of": None, "value.model": None})
    assert "serving" not in place.settings.read_text(encoding="utf-8")
    assert settings_of(place).as_of is None


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"currencies": "USD"}, "currencies"),
        ({"fiscal_year_start": 13}, "fiscal_year_start"),
        ({"tier_shares.gold": 0.9}, "tier_shares"),
    ],
)
def test_what_a_build_would_refuse_is_not_written(place, changes, where):
    with pytest.raises(SettingError) as refused:
        adjust(place, changes)
    assert refused.value.where == where
    assert place.settings.read_text(encoding="utf-8") == WRITTEN


def test_a_bare_folder_gets_its_settings_beside_its_state(tmp_path):
    (tmp_path / "orders.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    place = locate(tmp_path)
    assert adjust(place, {"currency": "USD"}).currency == "USD"
    assert settings_of(locate(tmp_path)).currency == "USD"


def test_a_file_of_comments_alone_keeps_them(place):
    place.settings.write_text("# only words\n", encoding="utf-8")
    adjust(place, {"currency": "USD"})
    assert place.settings.read_text(encoding="utf-8").splitlines() == ["# only words", "currency: USD"]


def test_a_file_that_is_not_yaml_stays_as_it_is(place):
    place.settings.write_text("a: [1\n", encoding="utf-8")
    with pytest.raises(SettingError, match="not YAML"):
        adjust(place, {"currency": "USD"})
    assert place.settings.read_text(encoding="utf-8") == "a: [1\n"
