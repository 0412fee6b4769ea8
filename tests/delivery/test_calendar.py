from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from icalendar import Calendar
from tests.snapshots import grocer, phone_company

from custrata.delivery.calendar import as_ics, entries, write_calendar
from custrata.delivery.deliverable import Given
from custrata.drafting.draft import draft
from custrata.errors import DeliveryError
from custrata.reckoning import Reckoning
from custrata.strategy.document import Document, Horizon
from custrata.strategy.parts.papers.channel_charter import ChannelCharter
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.experiment import Experiment, ExperimentState
from custrata.strategy.parts.running.review import Action, Review, ReviewKind
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.parts.steering.suppression import Suppression

GROCER = grocer()
DRAFT = draft(GROCER)
DAY = dt.date(2025, 5, 5)
STAMP = dt.datetime(2024, 12, 30, tzinfo=dt.UTC)


def everything():
    """The grocer's draft with one of everything that can have a day."""
    belief = Proposal(id="H01", text="A call keeps them; it costs little, they say.")
    action = Action(id="ask-ten", text="Ask ten customers", owner=Owner(name="person A"), by=DAY)
    return DRAFT.model_copy(
        update={
            "decisions": (DRAFT.decisions[0].model_copy(update={"by": DAY}), *DRAFT.decisions[1:]),
            "experiments": (
                Experiment(id="call", hypothesis=belief, ends_on=DAY, state=ExperimentState.RUNNING),
                Experiment(id="mail", hypothesis=belief, ends_on=DAY, state=ExperimentState.DONE),
            ),
            "channel_charters": (ChannelCharter(id="shop", channel="Shop", review_on=DAY),),
            "suppressions": (
                Suppression(
                    id="let", code="VP102", reason="Our slogan.", owner=Owner(name="person A"), until=DAY
                ),
            ),
            "reviews": (
                Review(id="weekly-1", kind=ReviewKind.WEEKLY, on=dt.date(2025, 4, 28), actions=(action,)),
            ),
        }
    )


def parsed(document, stamp=STAMP):
    return Calendar.from_ical(as_ics(document.company, entries(document), stamp))


def test_reviews_stand_in_the_calendar_for_the_whole_horizon():
    events = {str(e["uid"]).split(".")[0]: e for e in parsed(DRAFT).events}
    weekly, monthly, yearly = (events[f"review-{kind}"] for kind in ("weekly", "monthly", "yearly"))
    assert (weekly.start.weekday(), weekly.end - weekly.start) == (0, dt.timedelta(minutes=30))
    assert (monthly.start.weekday(), monthly.end - monthly.start) == (1, dt.timedelta(minutes=60))
    assert monthly.start.day <= 7
    assert yearly.end - yearly.start == dt.timedelta(days=1)
    assert weekly["rrule"]["freq"] == ["WEEKLY"]
    assert weekly["rrule"]["until"][0].date() == dt.date(2025, 12, 30)
    assert all(e.start.isoformat() >= "2024-12-30" for e in (weekly, monthly))


def test_a_strategy_that_begins_on_the_last_day_there_is_has_a_calendar():
    last = dt.date.max
    listed = entries(Document(schema_version=2, company="A", horizon=Horizon(starts_on=last)))
    found = Calendar.from_ical(as_ics("A", listed, STAMP)).walk("VEVENT")
    assert [event.decoded("dtstart") for event in found if event["summary"].startswith("Yearly")] == [last]


def test_everything_with_a_day_stands_in_the_calendar_once():
    events = parsed(everything()).events
    names = [str(e["uid"]).split(".")[0] for e in events]
    assert len(set(names)) == len(names)
    assert {DRAFT.decisions[0].id, "call", "shop", "let", "ask-ten"} <= set(names)
    assert {a.id for a in DRAFT.assumptions} <= set(names)
    assert "mail" not in names
    assert {e.start for e in events if str(e["uid"]).startswith(("call", "shop", "let", "ask-ten"))} == {DAY}


def test_what_is_decided_and_done_leaves_the_calendar():
    document = everything()
    decided = document.decisions[0].model_copy(update={"decided": "yes"})
    review = document.reviews[0]
    done = review.actions[0].model_copy(update={"done_on": DAY})
    after = document.model_copy(
        update={
            "decisions": (decided, *document.decisions[1:]),
            "reviews": (review.model_copy(update={"actions": (done,)}),),
        }
    )
    gone = {e.id for e in entries(document)} - {e.id for e in entries(after)}
    assert gone == {decided.id, "ask-ten"}


def test_addresses_stay_when_days_move_and_differ_between_companies():
    document = everything()
    moved = document.model_copy(
        update={"decisions": (document.decisions[0].model_copy(update={"by": DAY + dt.timedelta(days=9)}),)}
    )
    uids = [{str(e["uid"]) for e in parsed(d).events} for d in (document, moved)]
    assert uids[0] == uids[1]
    other = document.model_copy(update={"company": "Another"})
    assert not uids[0] & {str(e["uid"]) for e in parsed(other).events}


def test_the_same_strategy_gives_the_same_bytes_and_asks_no_clock():
    document = everything()
    assert as_ics("A", entries(document), STAMP) == as_ics("A", entries(document), STAMP)
    assert {e["dtstamp"].dt for e in parsed(document).events} == {STAMP}


def test_the_file_reads_back_without_an_error_and_words_survive(tmp_path):
    document = everything()
    out = tmp_path / "reviews.ics"
    said = write_calendar(Given(GROCER, document, ()), out)
    calendar = Calendar.from_ical(out.read_bytes())
    assert said == f"{out}: {len(calendar.events)} entries"
    assert [e.errors for e in calendar.events if e.errors] == []
    titles = {str(e["summary"]) for e in calendar.events}
    assert "Experiment ends: A call keeps them; it costs little, they say." in titles
    assert all(len(line) <= 75 for line in out.read_bytes().split(b"\r\n"))


def test_data_without_dates_get_no_reviews_until_somebody_sets_a_start(tmp_path):
    company = phone_company()
    document = draft(company)
    with pytest.raises(DeliveryError, match="nothing in the strategy has a day") as refused:
        write_calendar(Given(company, document, ()), tmp_path / "a.ics")
    assert "horizon.starts_on" in refused.value.remedy
    assert not (tmp_path / "a.ics").exists()
    due = document.model_copy(update={"decisions": (document.decisions[0].model_copy(update={"by": DAY}),)})
    said = write_calendar(Given(company, due, ()), tmp_path / "b.ics")
    assert said.endswith("1 entry; no reviews, as the data carry no dates and horizon.starts_on is not set")
    started = document.model_copy(update={"horizon": Horizon(starts_on=DAY)})
    assert {"review-weekly", "review-monthly", "review-yearly"} <= {e.id for e in entries(started)}


@pytest.mark.parametrize("day", [dt.date(2025, 1, 7), dt.date(2025, 1, 8), dt.date(2025, 12, 31)])
def test_the_first_monthly_review_is_the_first_tuesday_on_or_after_the_start(day):
    document = DRAFT.model_copy(update={"horizon": Horizon(starts_on=day)})
    first = next(e for e in entries(document) if e.id == "review-monthly").start.date()
    assert first >= day
    assert (first.weekday(), first.day <= 7) == (1, True)
    assert (first - day).days <= 35


def test_yearly_reviews_stand_in_the_last_month_of_the_fiscal_year_and_the_others_stay():
    plain = {e.id: e for e in entries(DRAFT)}
    fiscal = {e.id: e for e in entries(DRAFT, Reckoning(7))}
    yearly = fiscal.pop("review-yearly").start
    assert (yearly.month, yearly.day) == (6, 1)
    assert yearly != plain.pop("review-yearly").start
    assert fiscal == plain


def test_weekly_reviews_stand_on_the_first_day_of_the_week_and_the_others_stay():
    plain = {e.id: e for e in entries(DRAFT)}
    sunday = {e.id: e for e in entries(DRAFT, Reckoning(week_starts="sunday"))}
    assert plain.pop("review-weekly").start.weekday() == 0
    assert sunday.pop("review-weekly").start.weekday() == 6
    assert sunday == plain


def test_the_file_takes_week_and_year_from_the_settings_of_the_build(tmp_path):
    manifest = replace(
        GROCER.manifest,
        settings={**GROCER.manifest.settings, "week_start": "saturday", "fiscal_year_start": 7},
    )
    write_calendar(Given(replace(GROCER, manifest=manifest), DRAFT, ()), tmp_path / "c.ics")
    events = {
        str(e["uid"]).split(".")[0]: e for e in Calendar.from_ical((tmp_path / "c.ics").read_bytes()).events
    }
    assert events["review-weekly"].start.weekday() == 5
    assert (events["review-yearly"].start.month, events["review-yearly"].start.day) == (6, 1)
