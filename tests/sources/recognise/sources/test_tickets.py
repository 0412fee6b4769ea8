from __future__ import annotations

HEAD = "ticket_id,customer_id,priority"


def waited(desk, head, *cells):
    """Three tickets with further columns."""
    lines = [f"{n},{c},low,{more}" for n, c, more in zip("123", "abb", cells, strict=True)]
    desk.put("tickets.csv", f"{HEAD},{head}\n" + "\n".join(lines))
    mapping = desk.guess()
    said = {n: str(m.derivation) for n, m in mapping.of("tickets")[0].columns.items()}
    return said, mapping


def test_a_first_response_is_never_the_opening_beside_itself(desk) -> None:
    said, mapping = waited(
        desk,
        "first response time,time to resolution",
        "2020-01-02 10:00,2020-01-03 10:00",
        "2020-01-02 11:00,2020-01-03 11:00",
        "2020-01-02 12:00,",
    )
    assert said["opened_at"] == "first response time"
    assert "first_response_at" not in said
    assert said["resolved_at"] == "time to resolution"
    assert mapping.notes == (
        "No column of tickets.csv says when tickets were opened: first response time stands in for it. How "
        "long the first answer took is not known.",
    )


def test_from_the_day_of_a_purchase_no_wait_is_counted(desk) -> None:
    said, mapping = waited(
        desk,
        "date of purchase,first response time,time to resolution",
        "2019-01-02,2020-01-02 10:00,2020-01-03 10:00",
        "2019-01-02,2020-01-02 11:00,2020-01-03 11:00",
        "2019-01-03,2020-01-02 12:00,",
    )
    assert said["opened_at"] == "date of purchase"
    assert not {"first_response_at", "resolved_at"} & said.keys()
    assert "How long the first answer and the resolution took is not known." in mapping.notes[0]
    caveat = desk.load(mapping).caveat("weak-guess")
    assert "date of purchase of tickets.csv; the guess is only 40% sure" in caveat.text


def test_another_day_of_the_ticket_stands_in_before_that_of_a_purchase(desk) -> None:
    said, _ = waited(
        desk,
        "date of purchase,logged,first response time",
        "2019-01-02,2020-01-01 10:00,2020-01-02 10:00",
        "2019-01-02,2020-01-01 11:00,2020-01-02 11:00",
        "2019-01-03,2020-01-02 12:00,",
    )
    assert (said["opened_at"], said["first_response_at"]) == ("logged", "first response time")


def test_only_a_resolution_stands_in_for_the_opening_and_is_no_resolution(desk) -> None:
    said, _ = waited(desk, "resolved at", "2020-01-03 10:00", "2020-01-03 11:00", "2020-01-04")
    assert said["opened_at"] == "resolved at"
    assert "resolved_at" not in said


def test_a_column_that_names_a_response_is_not_read_as_the_opening(desk) -> None:
    said, _ = waited(
        desk,
        "date of ticket response,created at",
        "2020-01-02 10:00,2020-01-01 10:00",
        "2020-01-02 11:00,2020-01-01 11:00",
        "2020-01-02 12:00,2020-01-02 11:00",
    )
    assert said["opened_at"] == "created at"


def test_satisfaction_stands_on_the_day_of_the_resolution_or_the_answer(desk) -> None:
    _, mapping = waited(
        desk,
        "date of purchase,first response time,satisfaction score",
        "2019-01-02,2020-01-02 10:00,5",
        "2019-01-02,2020-01-02 11:00,4",
        "2019-01-03,2020-01-02 12:00,",
    )
    (answers,) = mapping.of("feedback")
    assert str(answers.columns["answered_at"].derivation) == "first response time, else date of purchase"


def test_a_log_of_events_becomes_one_ticket_a_case(desk) -> None:
    desk.put(
        "helpdesk.csv",
        "case_id,time:timestamp,customer,priority\n"
        "1,2020-01-01,a,low\n1,2020-01-03,a,low\n2,2020-01-02,b,high",
    )
    source = desk.source("tickets")
    said = desk.said("tickets")
    assert source.one_row_per == ("case_id",)
    assert (said["opened_at"], said["resolved_at"]) == ("earliest time:timestamp", "latest time:timestamp")
    assert (
        "No event of helpdesk.csv says that a ticket was resolved: its last event stands in for it."
        in desk.guess().notes
    )


def logged(desk, *events):
    """A log of two cases, a day an event; the second case has the first event only."""
    rows = [f"1,2020-01-{day:02},a,{event}" for day, event in enumerate(events, start=1)]
    desk.put("log.csv", "\n".join(["case_id,time,customer,activity", *rows, f"2,2020-01-01,b,{events[0]}"]))
    mapping = desk.guess()
    return {r["ticket_id"]: r for r in desk.load(mapping).tables["tickets"]}, mapping


def test_a_ticket_of_a_log_is_resolved_where_an_event_says_so_not_at_its_last_event(desk) -> None:
    rows, mapping = logged(desk, "Open", "Resolve ticket", "Not resolved", "Resolve ticket", "Wait", "Closed")
    assert rows["1"]["resolved_at"].isoformat() == "2020-01-04T00:00:00"
    assert rows["2"]["resolved_at"] is None
    assert mapping.notes == ()


def test_a_ticket_of_a_log_that_only_closes_is_resolved_when_it_closes(desk) -> None:
    rows, _ = logged(desk, "Open", "Wait", "Closed", "Survey sent")
    assert rows["1"]["resolved_at"].isoformat() == "2020-01-03T00:00:00"
    assert rows["2"]["resolved_at"] is None


def test_minutes_and_hours_give_instants_and_satisfaction_gives_answers(desk) -> None:
    head = "ticket_id,customer_id,submitted_at,first_response_time_minutes"
    head += ",resolution_time_hours,satisfaction_score"
    desk.put("tickets.csv", f"{head}\n1,a,2020-01-01,5,2,4\n2,b,2020-01-02,6,3,\n3,b,2020-01-02,6,3,5")
    said = desk.said("tickets")
    assert said["first_response_at"] == "submitted_at plus first_response_time_minutes minutes"
    assert said["resolved_at"] == "submitted_at plus resolution_time_hours hours"
    answers = desk.source("feedback")
    assert (answers.where, str(answers.columns["instrument"].derivation)) == (
        ("satisfaction_score",),
        "always csat",
    )
    assert str(answers.columns["rating_max"].derivation) == "always 5"


def test_minutes_are_those_of_work_and_response_minutes_are_not(desk) -> None:
    said, _ = waited(desk, "opened_at,minutes", "2020-01-02,5", "2020-01-03,15", "2020-01-04,25")
    assert said["minutes"] == "minutes"
    said, _ = waited(desk, "opened_at,response minutes", "2020-01-02,5", "2020-01-03,15", "2020-01-04,25")
    assert "minutes" not in said
