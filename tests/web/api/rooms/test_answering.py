from custrata.web.api.problems import Problem
from custrata.web.api.rooms.answering import CHANGING, answers


def test_every_operation_may_answer_the_usual_problems():
    found = answers(int, *CHANGING, 304, status=201)
    assert found[201] is int
    assert found[304] is None
    assert all(found[code] is Problem for code in (400, 401, 403, 404, 409, 412, 422, 428, 429))
