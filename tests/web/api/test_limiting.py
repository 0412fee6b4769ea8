from custrata.web.api.limiting import RATE


def test_who_asks_too_often_is_told_to_wait_and_others_are_not(program, settings, problem_of):
    settings.API_RATE = "3/min"
    quick, calm = program("viewer"), program("viewer")
    for _ in range(3):
        assert quick.get("/me")
    answer = quick.ask("GET", "/me")
    problem_of(answer, 429)
    assert int(answer["Retry-After"]) >= 1
    assert calm.get("/me")


def test_the_usual_pace_is_ten_a_second():
    assert RATE == "600/min"
