from custrata.web.api.models import Given


def test_an_answer_says_under_which_key_it_was_given():
    assert str(Given(key="k1", status=201)) == "answer 201 under k1"
