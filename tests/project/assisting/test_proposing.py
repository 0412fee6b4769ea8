import datetime as dt

import pytest
from tests.small_strategy import small_strategy

from custrata.errors import DocumentError, InputError
from custrata.project.assisting import proposing
from custrata.project.assisting.proposing import Standing, accept, proposals, propose, refuse
from custrata.project.place import locate
from custrata.project.revising.editing import set_value
from custrata.project.revising.saving import standing
from custrata.strategy.text import dump

DAY = dt.date(2026, 1, 31)


@pytest.fixture
def written(tmp_path):
    folder = tmp_path / "company"
    (folder / "data").mkdir(parents=True)
    (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    (folder / "strategy.yaml").write_text(dump(small_strategy()), encoding="utf-8")
    return folder


def months(folder):
    return standing(locate(folder)).document.horizon.months


def test_a_proposal_leaves_the_strategy_as_it_is(written):
    before = (written / "strategy.yaml").read_bytes()
    made = propose(written, "horizon.months", "30", because="two plans need longer", by="assistant")
    assert (made.was, made.value, made.standing) == ("12", "30", Standing.OPEN)
    assert (written / "strategy.yaml").read_bytes() == before


def test_a_person_accepts_and_it_is_a_revision(written):
    made = propose(written, "horizon.months", "30", because="longer", by="assistant")
    done = accept(written, made.id, name="CEO", on=DAY)
    assert months(written) == 30
    assert standing(locate(written)).document.revision == 2
    assert (done.standing, done.decided_by, done.decided_on) == (Standing.ACCEPTED, "CEO", DAY)
    with pytest.raises(InputError, match="accepted by CEO"):
        accept(written, made.id, name="CEO", on=DAY)


def test_a_refused_proposal_changes_nothing_and_is_not_made_again(written):
    made = propose(written, "horizon.months", "30", because="longer", by="assistant")
    refuse(written, made.id, name="CEO", on=DAY, answer="no")
    assert months(written) == 12
    again = propose(written, "horizon.months", "30", because="please", by="assistant")
    assert again.standing is Standing.REFUSED
    assert len(proposals(written)) == 1


def test_nobody_accepts_over_an_edit_made_since(written):
    made = propose(written, "horizon.months", "30", because="longer", by="assistant")
    set_value(written, "horizon.months", "18")
    with pytest.raises(DocumentError, match="has changed since"):
        accept(written, made.id, name="CEO", on=DAY)
    assert months(written) == 18


@pytest.mark.parametrize(
    ("at", "value", "because", "error"),
    [
        ("horizon.months", "many", "because", DocumentError),
        ("nowhere.at.all", "1", "because", DocumentError),
        ("horizon.months", "12", "it says so already", DocumentError),
        ("horizon.months", "30", "  ", InputError),
        ("horizon.months", "30" * 20_000, "because", InputError),
    ],
)
def test_what_cannot_be_proposed_is_refused_in_words(written, at, value, because, error):
    with pytest.raises(error) as caught:
        propose(written, at, value, because=because, by="assistant")
    assert caught.value.remedy
    assert proposals(written) == ()


def test_a_decision_needs_a_person(written):
    made = propose(written, "horizon.months", "30", because="longer", by="assistant")
    with pytest.raises(InputError, match="nobody"):
        accept(written, made.id, name=" ", on=DAY)


def test_an_assistant_gone_astray_fills_no_disk(written, monkeypatch):
    monkeypatch.setattr(proposing, "MOST_OPEN", 2)
    for value in ("24", "30"):
        propose(written, "horizon.months", value, because="longer", by="assistant")
    with pytest.raises(InputError, match="too many"):
        propose(written, "horizon.months", "36", because="longer", by="assistant")


def test_a_damaged_proposal_is_named(written):
    made = propose(written, "horizon.months", "30", because="longer", by="assistant")
    (locate(written).state / "proposals" / f"{made.id}.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=made.id):
        proposals(written)
