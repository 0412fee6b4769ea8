from custrata.web.together.tasks import audiences


def test_a_rule_asks_for_every_dimension():
    rule = audiences.rule_of((("tier", "gold"), ("stage", "at risk")))
    assert rule == {"all": [{"column": "tier", "is": "gold"}, {"column": "stage", "is": "at risk"}]}
    assert audiences.said((("acquisition_channel", "web"),)) == "acquisition channel web"
