import pytest

from custrata.errors import InputError
from custrata.project.place import locate, settings_of
from custrata.project.starting import new_project


def test_a_new_project_has_settings_that_load_and_a_folder_for_data(tmp_path):
    lines = new_project(tmp_path / "shop", data=None, example_customers=None, seed=7)
    assert settings_of(locate(tmp_path / "shop")).company == "shop"
    assert (tmp_path / "shop" / "data").is_dir()
    assert "custrata build" in lines[-1]


def test_a_company_keeps_its_name_whatever_signs_are_in_it(tmp_path):
    new_project(tmp_path / "shop", data=None, example_customers=None, seed=7, company='Ann: "the" # shop')
    assert settings_of(locate(tmp_path / "shop")).company == 'Ann: "the" # shop'


def test_a_new_project_may_point_at_data_elsewhere(tmp_path):
    (tmp_path / "exports").mkdir()
    new_project(tmp_path / "shop", data=tmp_path / "exports", example_customers=None, seed=7)
    assert locate(tmp_path / "shop").data == (tmp_path / "exports").resolve()


def test_an_existing_project_is_not_touched(tmp_path):
    new_project(tmp_path, data=None, example_customers=None, seed=7)
    before = (tmp_path / "custrata.yaml").read_bytes()
    with pytest.raises(InputError, match="there is a project already"):
        new_project(tmp_path, data=None, example_customers=None, seed=7)
    assert (tmp_path / "custrata.yaml").read_bytes() == before


def test_data_that_are_not_there_are_refused(tmp_path):
    with pytest.raises(InputError, match="there is no such folder"):
        new_project(tmp_path / "shop", data=tmp_path / "nowhere", example_customers=None, seed=7)
    assert not (tmp_path / "shop").exists()
