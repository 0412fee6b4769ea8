from __future__ import annotations

import datetime as dt

HEAD = "ticket_id,customer_id,opened_at,first_response_at,resolved_at"


def test_an_end_before_the_opening_is_not_known_and_is_counted(desk) -> None:
    desk.put(
        "tickets.csv",
        f"{HEAD}\n1,a,2020-01-02 10:00,2020-01-02 09:00,2020-01-03 10:00\n"
        "2,b,2020-01-02 10:00,2020-01-02 11:00,2020-01-01 10:00\n"
        "3,c,2020-01-02 10:00,2020-01-02 11:00,2020-01-02 12:00\n4,c,2020-01-02 10:00,,",
    )
    loaded = desk.load()
    ends = {r["ticket_id"]: (r["first_response_at"], r["resolved_at"]) for r in loaded.tables["tickets"]}
    assert ends["1"] == (None, dt.datetime.fromisoformat("2020-01-03T10:00"))
    assert ends["2"] == (dt.datetime.fromisoformat("2020-01-02T11:00"), None)
    assert None not in ends["3"]
    assert ends["4"] == (None, None)
    said = {c.where: (c.how_many, c.text) for c in loaded.caveats if c.code == "ended-before-opened"}
    assert said["tickets: resolved_at"] == (
        1,
        "1 of 3 tickets with a time say they were resolved before they were opened; when they were resolved "
        "counts as not known.",
    )
    assert said["tickets: first_response_at"][0] == 1


def test_an_end_that_is_only_a_day_may_be_the_day_of_the_opening(desk) -> None:
    desk.put(
        "tickets.csv",
        f"{HEAD}\n1,a,2020-01-02 10:00,,2020-01-02\n2,b,2020-01-02 10:00,,2020-01-05\n3,b,2020-01-02 10:00,,",
    )
    loaded = desk.load()
    assert [
        r["resolved_at"] is None for r in sorted(loaded.tables["tickets"], key=lambda r: r["ticket_id"])
    ] == [
        False,
        False,
        True,
    ]
    assert loaded.caveats == ()


def test_tickets_without_ends_have_nothing_to_ask(desk) -> None:
    desk.put(
        "tickets.csv", "ticket_id,customer_id,opened_at,priority\n1,a,2020-01-02,low\n2,b,2020-01-03,high"
    )
    assert "waits" not in desk.load().plan.caveat_queries
