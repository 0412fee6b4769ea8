from __future__ import annotations

from custrata.sources.recognise.sources.surveys import questions_in, scale, usual


def test_each_question_of_a_survey_becomes_rows(desk) -> None:
    desk.put("survey.csv", "customer_id,q1,q2,q3,q4\na,1,2,3,10\nb,4,5,6,7")
    source = desk.source("feedback")
    assert source.answers == ("q1", "q2", "q3", "q4")
    assert (str(source.columns["rating_max"].derivation), str(source.columns["question"].derivation)) == (
        "always 10", "header of the column",
    )  # fmt: skip


def test_statements_of_people_without_ids_count_as_yes_or_no(desk) -> None:
    names = ["yummy", "cheap", "fast", "greasy", "spicy", "healthy"]
    desk.put(
        "answers.csv",
        ",".join([*names, "age", "gender"]) + "\nYes,No,Yes,No,Yes,No,34,F\nNo,Yes,No,Yes,No,Yes,41,M",
    )
    assert desk.source("feedback").answers == tuple(names)


def test_three_numbered_columns_are_no_survey(desk) -> None:
    assert questions_in(desk.profile("q1,q2,q3\n1,2,3").columns) == []


def test_a_scale_has_the_ends_that_people_use() -> None:
    assert scale([1.0, 7.0]) == ("1", "7")
    assert scale([0.0, 100.0]) == ("0", "100")
    assert scale([]) == ("1", "5")


def test_one_slip_among_hundreds_of_ratings_makes_no_longer_scale(desk) -> None:
    ratings = [n % 5 + 1 for n in range(300)]
    column = desk.profile("\n".join(["rating", *map(str, [*ratings, 9])])).of("rating")
    assert scale(usual(column)) == ("1", "5")


def test_a_few_tens_among_few_ratings_belong_to_their_scale(desk) -> None:
    column = desk.profile("\n".join(["rating", *map(str, [1, 2, 3, 4, 5] * 8), "10"])).of("rating")
    assert scale(usual(column)) == ("1", "10")
