import json
from urllib.parse import quote


def test_customers_come_in_pages_in_their_order_each_once(program):
    asker, seen, cursor = program("viewer"), [], ""
    while cursor is not None:
        found = asker.get(f"customers?limit=25&columns=revenue&sort=-revenue&cursor={cursor}")
        seen += found["items"]
        cursor = found["next"]
    keys = [c["customer_id"] for c in seen]
    assert len(set(keys)) == len(keys) >= 60
    known = [float(c["revenue"]) for c in seen if c["revenue"] is not None]
    assert known == sorted(known, reverse=True)


def test_names_are_for_who_may_see_them(program, problem_of):
    viewer, analyst = program("analyst"), program("analyst", persons=True)
    key = viewer.get("customers?limit=1")["items"][0]["customer_id"]
    assert "name" not in viewer.get(f"customers/{key}")
    assert analyst.get(f"customers/{key}")["name"]
    problem_of(viewer.ask("GET", "customers?columns=name"), 422)
    problem_of(viewer.ask("GET", "customers?sort=name"), 422)
    rule = quote(json.dumps({"column": "name", "is": ["x"]}))
    problem_of(viewer.ask("GET", f"customers?where={rule}"), 422)


def test_a_customer_that_is_not_there_is_not_found(program, problem_of):
    problem_of(program("viewer").ask("GET", "customers/nobody"), 404)


def test_customers_are_filtered_by_a_rule_and_counted(program):
    asker = program("viewer")
    rule = {"column": "tier", "is": ["silver"]}
    found = asker.get(f"customers?limit=200&columns=tier&where={quote(json.dumps(rule))}")["items"]
    assert {c["tier"] for c in found} == {"silver"}
    counted = asker.ask("POST", "segments/count", {"rule": rule}).json()
    assert counted["customers"] == len(found)
    assert counted["readings"]["customers"]["value"] == len(found)


def test_what_is_no_rule_is_refused(program, problem_of):
    asker = program("viewer")
    problem_of(asker.ask("GET", "customers?where={"), 422)
    problem_of(asker.ask("POST", "segments/count", {"rule": {"column": "nothing", "is": ["x"]}}), 422)


def test_a_part_too_small_is_counted_for_nobody_without_the_right(program, problem_of):
    asker = program("viewer")
    key = asker.get("customers?limit=1")["items"][0]["customer_id"]
    problem_of(asker.ask("POST", "segments/count", {"rule": {"column": "customer_id", "is": [key]}}), 422)


def test_there_are_no_segments_until_somebody_keeps_one(program):
    assert program("viewer").get("segments") == {"items": [], "next": None}
