import pytest

from custrata.errors import InputError
from custrata.project import demo
from custrata.project.place import locate, settings_of


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """A small file in place of the package's year of a grocer."""
    source = tmp_path / "package" / "orders.csv"
    source.parent.mkdir()
    lines = [f"{n},c{n % 40},2025-{1 + n % 12:02}-1{n % 9},{10 + n % 90}.25" for n in range(900)]
    source.write_text("\n".join(["order_id,customer_id,order_date,amount", *lines]), encoding="utf-8")
    monkeypatch.setattr(demo, "_sample_data", lambda: [source])
    monkeypatch.setattr(demo, "FIRM_CUSTOMERS", 60)
    return tmp_path / "demo"


def _run(folder):
    return demo.run_demo(folder, memory="1GB", threads=1, progress=lambda stage, share: None)


def test_the_demo_leaves_strategy_deck_and_report_and_five_findings_with_evidence(sample):
    outcome = _run(sample)
    assert all(path.is_file() for path in outcome.files.values())
    assert 3 <= len(outcome.findings) <= 5
    assert all(sentence and len(proof) > 1 for sentence, proof in outcome.findings)
    assert outcome.rows == 900
    assert [(folder / "strategy.yaml").is_file() for folder in outcome.samples] == [True, True]


@pytest.mark.soak
def test_the_demo_runs_twice(sample):
    assert _run(sample).fingerprint == _run(sample).fingerprint


def test_the_generated_firm_can_be_left_for_somebody_else_to_build(sample):
    outcome = demo.run_demo(
        sample, memory="1GB", threads=1, progress=lambda stage, share: None, firm_later=True
    )
    assert [(folder / ".custrata" / "current").is_file() for folder in outcome.samples] == [True, False]
    assert list((sample / "subscriptions" / "data").glob("*.csv"))
    assert settings_of(locate(sample / "subscriptions")).company == "Brackenfold", "a name, not a folder"


def test_the_samples_of_a_demo_are_known_again_and_another_project_is_none(sample, tmp_path):
    assert demo.samples_in(sample) == ()
    demo._prepare(sample)
    assert demo.samples_in(sample) == (sample,)
    firm = sample / "subscriptions"
    firm.mkdir()
    (firm / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    assert demo.samples_in(sample) == (sample, firm)
    (tmp_path / "custrata.yaml").write_text("data: mine\n", encoding="utf-8")
    assert demo.samples_in(tmp_path) == ()


def test_the_demo_touches_no_other_project(sample):
    sample.mkdir()
    (sample / "custrata.yaml").write_text("data: mine\n", encoding="utf-8")
    with pytest.raises(InputError, match="another project lies here"):
        _run(sample)


def test_without_the_package_the_demo_says_what_to_install(monkeypatch):
    monkeypatch.setattr(demo, "_PACKAGE", "no_such_package_of_data")
    with pytest.raises(InputError, match="pip install"):
        demo._sample_data()
