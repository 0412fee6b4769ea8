from tests.served import pool, sale, served

COSTS = [pool("Visits", "2024-01-01", 30, 1, "served")]
SALES = [
    sale("good", "2024-01-02", 1000, cost=500),
    sale("cheap", "2024-01-02", 40, cost=50, discount=60),
    sale("dear", "2024-01-02", 100, cost=130),
    sale("served", "2024-01-02", 50, cost=25),
    sale("back", "2024-01-02", 100, cost=50),
    sale("back", "2024-01-03", -100, cost=0),
]


def test_the_cause_of_a_loss_is_what_would_repair_most_of_it(tmp_path):
    found = served(tmp_path, transactions=SALES, costs=COSTS)
    assert found.values("loss_cause_customers") == {
        "Visits": 1,
        "cost of goods above average": 1,
        "discounts": 1,
        "returns": 1,
    }
    assert found.values("loss_cause_amount") == {
        "Visits": -5,
        "cost of goods above average": -30,
        "discounts": -10,
        "returns": -50,
    }
    assert found.values("loss_cause_repair") == {
        "Visits": 5,
        "cost of goods above average": 30,
        "discounts": 10,
        "returns": 50,
    }


def test_causes_are_told_by_attribute(tmp_path):
    people = [{"customer_id": row["customer_id"], "region": "n"} for row in SALES[:5]]
    found = served(tmp_path, customers=people, transactions=SALES, costs=COSTS)
    assert found.values("loss_cause_customers", "region")["n returns"] == 1


def test_a_loss_without_any_cause_is_named_so(tmp_path):
    found = served(tmp_path, transactions=[sale("a", "2024-01-02", 10, cost=15)])
    assert found.values("loss_cause_customers") == {"no single cause": 1}
    (reading,) = found.read("loss_cause_amount")
    assert "No cost to serve is known" in reading.definition
