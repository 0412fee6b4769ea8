import json
from urllib.parse import quote

import pytest

from custrata.evidence.erasure import SMALL
from custrata.project.live.leaving import BUDGET
from custrata.web.accounts import tokens
from custrata.web.customers.models import CountAsked
from custrata.web.strategies.staging import scene_of


def test_customers_come_in_pages_in_their_order_each_once(program):
    asker, seen, cursor = program("analyst", persons=True), [], ""
    while cursor is not None:
        found = asker.get(f"customers?limit=25&columns=revenue&sort=-revenue&cursor={cursor}")
        seen += found["items"]
        cursor = found["next"]
    keys = [c["customer_id"] for c in seen]
    assert len(set(keys)) == len(keys) >= 60
    known = [float(c["revenue"]) for c in seen if c["revenue"] is not None]
    assert known == sorted(known, reverse=True)


@pytest.fixture
def browser(come_in, workspace):
    """Asks as somebody who has come in by the browser: ``browser("viewer")("customers")``."""

    def come(role, **kind):
        client, base = come_in(role, **kind), f"/api/v1/workspaces/{workspace.slug}/"
        return lambda path: client.get(base + path)

    return come


def test_a_customer_is_told_with_a_name_to_who_may_see_persons(program):
    analyst = program("analyst", persons=True)
    key = analyst.get("customers?limit=1")["items"][0]["customer_id"]
    assert analyst.get(f"customers/{key}")["name"]
    assert analyst.get("customers?columns=name&limit=1")["items"][0]["name"]


@pytest.mark.parametrize("role", ["viewer", "editor", "analyst", "admin"])
def test_no_row_of_a_customer_leaves_without_the_right_to_see_persons(role, program, browser, problem_of):
    """By a token or by the browser: what is read here lies outside from then on."""
    asker, come = program(role), browser(role)
    rule = quote(json.dumps({"column": "name", "is": ["x"]}))
    ways = ("customers", "customers?limit=1&columns=tier", "customers/anybody", f"customers?where={rule}")
    for path in ways:
        problem_of(asker.ask("GET", path), 403)
        problem_of(come(path), 403)


def test_nobody_counts_by_a_name_without_the_right_to_see_persons(program, problem_of):
    rule = {"column": "name", "is": ["x"]}
    problem_of(program("analyst").ask("POST", "segments/count", {"rule": rule}), 422)


def test_a_customer_that_is_not_there_is_not_found(program, problem_of):
    problem_of(program("analyst", persons=True).ask("GET", "customers/nobody"), 404)


def test_customers_are_filtered_by_a_rule_and_counted(program):
    asker = program("analyst", persons=True)
    rule = {"column": "tier", "is": ["silver"]}
    found = asker.get(f"customers?limit=200&columns=tier&where={quote(json.dumps(rule))}")["items"]
    assert {c["tier"] for c in found} == {"silver"}
    counted = asker.ask("POST", "segments/count", {"rule": rule}).json()
    assert counted["customers"] == len(found)
    assert counted["exact"] is True
    assert counted["readings"]["customers"]["value"] == len(found)


def test_two_counts_do_not_single_a_customer_out(program, problem_of):
    """The attack: all of a part, and all of it but one who is known by a number."""
    seer, thief = program("analyst", persons=True), program("admin")
    rows = seer.get("customers?limit=200&columns=revenue&sort=-revenue")["items"]
    most, next_most = (float(row["revenue"]) for row in rows[:2])
    known = {"column": "revenue", "at_most": most}
    but_one = {"column": "revenue", "at_most": (most + next_most) / 2}
    exact = [seer.ask("POST", "segments/count", {"rule": rule}).json() for rule in (known, but_one)]
    assert [exact[0]["customers"] - exact[1]["customers"], exact[0]["exact"]] == [1, True]
    answers = [thief.ask("POST", "segments/count", {"rule": rule}) for rule in (known, but_one)]
    told = [answer.json() for answer in answers if answer.status_code == 200]
    for answer in answers:
        if answer.status_code != 200:
            problem_of(answer, 422)
    # A part that is left out by chance may be all there was to tell.
    numbers = [one["customers"] for one in told] + [0] * (2 - len(told))
    apart = abs(numbers[0] - numbers[1])
    assert apart == 0 or apart >= SMALL, "by chance a whole part is left out, never the one"
    assert all(set(one["readings"]) == {"customers", "customers_share"} for one in told), "no sum leaves"
    assert not any(one["exact"] for one in told)
    one = {"column": "revenue", "above": (most + next_most) / 2}
    nobody = {"column": "revenue", "above": most * 2}
    refused = [problem_of(thief.ask("POST", "segments/count", {"rule": r}), 422) for r in (one, nobody)]
    assert refused[0] == refused[1], "one and nobody are told alike"
    key = {"column": "customer_id", "is": [row["customer_id"] for row in rows[:20]]}
    problem_of(thief.ask("POST", "segments/count", {"rule": key}), 422)


def test_what_is_no_rule_is_refused(program, problem_of):
    asker = program("viewer")
    problem_of(program("analyst", persons=True).ask("GET", "customers?where={"), 422)
    problem_of(asker.ask("POST", "segments/count", {"rule": {"column": "nothing", "is": ["x"]}}), 422)


def test_a_part_too_small_is_counted_for_nobody_without_the_right(program, come_in, workspace, problem_of):
    client, seer = come_in("viewer"), program("analyst", persons=True)
    key = seer.get("customers?limit=1")["items"][0]["customer_id"]
    for rule in ({"column": "customer_id", "is": [key]}, {"column": "customer_id", "is": ["nobody"]}):
        path = f"/api/v1/workspaces/{workspace.slug}/segments/count"
        problem_of(client.post(path, {"rule": rule}, content_type="application/json"), 422)
        assert seer.ask("POST", "segments/count", {"rule": rule}).status_code == 200


def test_there_are_no_segments_until_somebody_keeps_one(program):
    assert program("viewer").get("segments") == {"items": [], "next": None}


def rules(number):
    return [{"column": "revenue", "at_least": 1000 + at} for at in range(number)]


def test_one_question_too_many_is_refused_in_words_and_an_equal_one_costs_nothing(program, problem_of):
    asker = program("analyst")
    for rule in rules(BUDGET):
        assert asker.ask("POST", "segments/count", {"rule": rule}).status_code in (200, 422)
    said = problem_of(asker.ask("POST", "segments/count", {"rule": {"column": "revenue", "above": 7}}), 429)
    assert "right to see persons" in said["remedy"]
    same = {"all": [rules(1)[0], {"all": [rules(1)[0]]}]}
    answers = [asker.ask("POST", "segments/count", {"rule": rule}) for rule in (rules(1)[0], same)]
    assert answers[0].status_code == answers[1].status_code != 429


def test_a_second_token_brings_no_second_budget_and_a_neighbour_keeps_theirs(program, problem_of, workspace):
    asker, neighbour = program("editor"), program("editor")
    CountAsked.objects.bulk_create(
        CountAsked(
            workspace=workspace,
            user=asker.user,
            snapshot=scene_of(workspace).snapshot.manifest.fingerprint,
            asked=str(number),
        )
        for number in range(BUDGET)
    )
    asker.token = tokens.make(asker.user, workspace, "another", {"read", "write"})
    problem_of(asker.ask("POST", "segments/count", {"rule": rules(1)[0]}), 429)
    assert neighbour.ask("POST", "segments/count", {"rule": rules(1)[0]}).status_code in (200, 422)


def test_who_may_see_persons_asks_without_end(program):
    seer = program("analyst", persons=True)
    for rule in rules(BUDGET + 2):
        assert seer.ask("POST", "segments/count", {"rule": rule}).status_code == 200
    assert not CountAsked.objects.exists()
