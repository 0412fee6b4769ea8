import datetime as dt

import pytest

from custrata.errors import InputError, SettingError
from custrata.project.place import locate, plain_text, settings_of, with_as_of
from custrata.settings import Settings


def test_a_bare_folder_keeps_what_is_written_in_its_own_state_folder(tmp_path):
    place = locate(tmp_path)
    assert place.data == tmp_path.resolve()
    assert {p.parent.name for p in (place.mapping, place.strategy, place.settings)} == {".custrata"}


def test_a_project_keeps_mapping_and_strategy_beside_its_settings(tmp_path):
    (tmp_path / "custrata.yaml").write_text("data: raw\ncurrency: EUR\n", encoding="utf-8")
    (tmp_path / "raw").mkdir()
    place = locate(tmp_path)
    assert (place.data.name, place.mapping.parent, place.strategy.parent) == ("raw", place.root, place.root)
    assert settings_of(place).currency == "EUR"


def test_a_single_file_is_a_project_too(tmp_path):
    file = tmp_path / "shop.sqlite"
    file.write_bytes(b"x")
    assert locate(file).state.name == "shop.sqlite.custrata"
    assert settings_of(locate(file)).company == "shop"


def test_a_missing_folder_is_said_with_the_next_step(tmp_path):
    with pytest.raises(InputError, match="check the name"):
        locate(tmp_path / "nowhere")


def test_a_project_without_its_data_folder_is_said(tmp_path):
    (tmp_path / "custrata.yaml").write_text("data: raw\n", encoding="utf-8")
    with pytest.raises(InputError, match="the data folder is missing"):
        locate(tmp_path)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("teir_shares: 1", "teir_shares"),
        ("tier_shares: {platinum: 2}", "tier_shares.platinum"),
        ("fiscal_year_start: 13", "fiscal_year_start"),
        ("- a list", "custrata.yaml"),
        ("a: [1,", "custrata.yaml"),
        ("a: !!python/object/apply:os.system [ls]", "custrata.yaml"),
    ],
)
def test_a_wrong_setting_is_refused_at_its_place(tmp_path, text, place):
    (tmp_path / "data").mkdir()
    (tmp_path / "custrata.yaml").write_text(text + "\n", encoding="utf-8")
    with pytest.raises(SettingError) as refused:
        settings_of(locate(tmp_path))
    assert place in refused.value.where


def test_a_day_on_the_command_line_wins_over_the_settings():
    assert with_as_of(Settings(), "2026-01-31").as_of == dt.date(2026, 1, 31)
    assert with_as_of(Settings(as_of=dt.date(2025, 1, 1)), None).as_of == dt.date(2025, 1, 1)
    with pytest.raises(SettingError, match="write it as"):
        with_as_of(Settings(), "31.1.2026")


@pytest.mark.parametrize("text", ["as_of: 2023-13-45", "{", "[" * 3000])
def test_settings_that_cannot_be_read_are_named(tmp_path, text):
    (tmp_path / "custrata.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=r"custrata\.yaml"):
        locate(tmp_path)


def test_a_cut_thousands_of_years_ahead_is_no_day():
    with pytest.raises(SettingError, match="this is no day"):
        with_as_of(Settings(), "9999-12-31")


def test_a_text_in_another_encoding_is_named(tmp_path):
    (tmp_path / "mapping.yaml").write_bytes("Müller".encode("latin-1"))
    with pytest.raises(InputError, match="no UTF-8 text"):
        plain_text(tmp_path / "mapping.yaml")
