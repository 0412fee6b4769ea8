from custrata.web.api.models import Given, Pace


def test_an_answer_says_under_which_key_it_was_given():
    assert str(Given(key="k1", status=201)) == "answer 201 under k1"


def test_a_pace_says_what_it_counts():
    assert str(Pace(key="link:address:1", stretch=5, n=7)) == "link:address:1: 7"
