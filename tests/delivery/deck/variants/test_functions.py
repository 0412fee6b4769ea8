from __future__ import annotations

import pytest

from custrata.delivery.deck.variants.functions import function_of, named, telling
from custrata.errors import DeliveryError
from custrata.strategy.parts.part import Owner


def test_titles_do_not_tell_functions_apart():
    assert telling("Head of Marketing") == telling("marketing team")
    assert telling("head of customer marketing") != telling("marketing")


def test_a_function_owns_what_its_role_or_person_answers_for(material):
    sales = function_of(material("grocer").document, "marketing")
    assert sales.owns(Owner(role="head of marketing"))
    assert not sales.owns(Owner(role="head of finance"))


@pytest.mark.parametrize("name", ["alchemy", "", "  "])
def test_a_team_that_nobody_names_is_refused_with_those_there_are(material, name):
    document = material("grocer").document
    with pytest.raises(DeliveryError) as refused:
        function_of(document, name)
    assert named(document)[0] in refused.value.remedy
