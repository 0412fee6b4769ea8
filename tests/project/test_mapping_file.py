import pytest

from custrata.project.mapping_file import map_project, read_mapping
from custrata.project.place import locate, settings_of
from custrata.project.project import Project


@pytest.fixture
def shop(tmp_path):
    lines = [f"{n},c{n % 9},2025-0{1 + n % 9}-1{n % 9},{10 + n}.25" for n in range(60)]
    text = "\n".join(["order_id,customer_id,order_date,amount", *lines])
    (tmp_path / "orders.csv").write_text(text, encoding="utf-8")
    return tmp_path


def _map(folder, **options):
    place = locate(folder)
    return map_project(place, settings_of(place), **options)


def test_a_guess_is_kept_with_confidence_and_samples(shop):
    report = _map(shop)
    told = "\n".join(report.lines())
    assert not report.edited
    assert "orders.csv → transactions" in told
    assert "order_date" in told
    assert locate(shop).mapping.is_file()
    (source,) = report.as_json()["sources"]
    assert source["columns"]["amount"]["from"] == "amount"
    assert 0 < source["columns"]["amount"]["confidence"] <= 1


def test_a_guess_stays_a_guess_until_somebody_edits_it(shop):
    _map(shop)
    assert read_mapping(locate(shop)) is None
    file = locate(shop).mapping
    file.write_text(file.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    assert read_mapping(locate(shop)) is not None
    assert _map(shop).edited


def test_an_edited_mapping_is_what_a_build_uses_and_it_is_not_overwritten(shop):
    _map(shop)
    file = locate(shop).mapping
    edited = file.read_text(encoding="utf-8").replace("amount: amount", "amount: {negate: amount}")
    assert edited != file.read_text(encoding="utf-8")
    file.write_text(edited, encoding="utf-8")
    snapshot = Project(shop).build()
    assert snapshot.reading("revenue").value == -sum(10.25 + n for n in range(60))
    assert file.read_text(encoding="utf-8") == edited


def test_guessing_again_keeps_the_edited_mapping_beside(shop):
    _map(shop)
    file = locate(shop).mapping
    file.write_text(file.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    assert not _map(shop, again=True).edited
    assert (file.parent / "mapping.yaml.old").read_text(encoding="utf-8").endswith("# mine\n")
