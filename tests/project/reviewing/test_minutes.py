from __future__ import annotations

import datetime as dt

import pytest

from custrata.errors import DocumentError, InputError
from custrata.project.place import locate
from custrata.project.reviewing.agendas import prepare_review
from custrata.project.reviewing.minutes import Told, keep_review
from custrata.project.strategy_file import read_strategy

DAY = "2025-02-03"
TOLD = Told(
    minutes=("Looked at gold.\nLooked at silver.",),
    decided=("Call gold customers.",),
    stop=("mailing everybody",),
    start=("calling",),
    go_on=("the club",),
    actions=("Ask ten customers; person A; 2025-02-10", "Mend the costs"),
    present=("finance", "sales"),
)


def test_minutes_are_kept_in_the_strategy_and_shown_in_the_next_agenda(drafted):
    kept = keep_review(drafted, "weekly", TOLD, on=DAY)
    document = read_strategy(locate(drafted))
    assert document.reviews == (kept,)
    assert kept.minutes == ("Looked at gold.", "Looked at silver.")
    assert (kept.id, kept.on, kept.present) == (
        "weekly-2025-02-03",
        dt.date(2025, 2, 3),
        ("finance", "sales"),
    )
    page = prepare_review(drafted, "weekly", on="2025-02-17").page
    whence = "from the weekly review of 2025-02-03"
    assert f"Ask ten customers (person A, due 2025-02-10: overdue; {whence})" in page
    assert "Stopped on 2025-02-03: mailing everybody" in page
    assert "Decided on 2025-02-03: Call gold customers." in page


def test_an_action_may_lack_owner_and_day(drafted):
    first, second = keep_review(drafted, "weekly", TOLD, on=DAY).actions
    assert (first.owner.name, first.by) == ("person A", dt.date(2025, 2, 10))
    assert (second.text, second.owner.name, second.by) == ("Mend the costs", "", None)


@pytest.mark.parametrize("text", ["", "; person A", "a; b; 2025-01-01; d", "a; b; tomorrow"])
def test_an_action_that_cannot_be_read_is_refused_and_nothing_is_written(drafted, text):
    before = locate(drafted).strategy.read_bytes()
    with pytest.raises(InputError, match="2026-01-31"):
        keep_review(drafted, "weekly", Told(actions=(text,)), on=DAY)
    assert locate(drafted).strategy.read_bytes() == before


def test_comments_of_people_stay_and_the_text_before_is_kept_among_the_revisions(drafted):
    place = locate(drafted)
    text = "# ours\n" + place.strategy.read_text(encoding="utf-8")
    place.strategy.write_text(text, encoding="utf-8")
    keep_review(drafted, "weekly", TOLD, on=DAY)
    assert place.strategy.read_text(encoding="utf-8").startswith("# ours\n")
    assert text in {p.read_text(encoding="utf-8") for p in (place.state / "revisions").iterdir()}


def test_every_kept_review_is_a_revision_and_changes_nothing_else(drafted):
    before = read_strategy(locate(drafted))
    kept = keep_review(drafted, "monthly", TOLD, on=DAY)
    after = read_strategy(locate(drafted))
    assert after == before.model_copy(update={"reviews": (kept,), "revision": before.revision + 1})


def test_two_reviews_on_one_day_have_two_names(drafted):
    names = [keep_review(drafted, "weekly", TOLD, on=DAY).id for _ in range(3)]
    assert names == ["weekly-2025-02-03", "weekly-2025-02-03-no2", "weekly-2025-02-03-no3"]


def test_an_action_reported_done_leaves_the_agenda(drafted):
    action = keep_review(drafted, "weekly", TOLD, on=DAY).actions[0]
    keep_review(drafted, "weekly", Told(done=(action.id,)), on="2025-02-10")
    first = read_strategy(locate(drafted)).reviews[0]
    assert first.actions[0].done_on == dt.date(2025, 2, 10)
    page = prepare_review(drafted, "weekly", on="2025-02-17").page
    assert "Ask ten customers" not in page
    assert "Mend the costs" in page
    with pytest.raises(InputError, match="no open action") as refused:
        keep_review(drafted, "weekly", Told(done=(action.id,)), on="2025-02-17")
    assert "weekly-2025-02-03-2" in refused.value.remedy


def test_the_day_is_the_last_of_the_data_where_nobody_names_one(drafted):
    assert keep_review(drafted, "weekly", TOLD).on == dt.date(2024, 12, 30)


def test_data_without_dates_need_the_day_named(undated):
    with pytest.raises(InputError, match="the day of the review must be named"):
        keep_review(undated, "weekly", TOLD)
    assert keep_review(undated, "weekly", TOLD, on=DAY).on == dt.date(2025, 2, 3)


def test_minutes_need_a_strategy_to_stand_in(built):
    with pytest.raises(DocumentError, match="custrata draft"):
        keep_review(built, "weekly", TOLD, on=DAY)


def test_nothing_told_is_empty():
    assert Told().empty
    assert not Told(present=("finance",)).empty
