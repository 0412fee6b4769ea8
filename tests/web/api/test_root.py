def test_the_description_is_for_who_has_come_in(program, client, problem_of, db):
    problem_of(client.get("/api/v1/openapi.json"), 401)
    assert program("viewer").get("/openapi.json")["openapi"].startswith("3.1")


def test_every_error_in_the_description_is_a_problem(program):
    described = program("viewer").get("/openapi.json")
    for operations in described["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    assert list(answer["content"]) == ["application/problem+json"]


def test_every_operation_says_how_one_comes_in(program):
    described = program("viewer").get("/openapi.json")
    for operations in described["paths"].values():
        assert all(len(operation["security"]) == 2 for operation in operations.values())


def test_no_page_of_documentation_needs_another_site(client, db):
    assert client.get("/api/v1/docs").status_code == 404
