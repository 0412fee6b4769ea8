from __future__ import annotations

import pytest
from tests.snapshots import bare, every_company, grocer, phone_company, pipeline, shop_with_profit

from custrata.drafting.findings import findings
from custrata.strategy.parts.canvas import TITLES
from custrata.strategy.wording.sentence import loose_digits, placeholders

EACH = pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)


def topics(snapshot) -> list[str]:
    return [f.topic for f in findings(snapshot)]


@EACH
def test_titles_are_short_sentences_with_bound_numbers(snapshot):
    for finding in findings(snapshot):
        assert len(finding.said) <= 90, finding.said
        assert loose_digits(finding.title) == ()
        assert finding.figures
        assert finding.block in TITLES
        assert not finding.said.endswith(".")


@EACH
def test_consequences_quote_only_numbers_of_their_title(snapshot):
    for finding in findings(snapshot):
        assert finding.so_what.endswith(".")
        assert set(placeholders(finding.consequence)) <= {f.name for f in finding.figures}


@EACH
def test_heavier_findings_come_first_and_no_topic_twice(snapshot):
    found = findings(snapshot)
    assert [f.weight for f in found] == sorted((f.weight for f in found), reverse=True)
    assert len({f.topic for f in found}) == len(found)


def test_each_kind_of_company_leads_with_what_matters_to_it():
    assert topics(grocer())[0] == "retention"
    assert topics(phone_company())[0] == "churn_by_attribute"
    assert topics(pipeline())[0] == "win_rate"
    assert "served_at_a_loss" in topics(shop_with_profit())[:2]


def test_the_same_story_told_again_weighs_less():
    names = topics(grocer())
    assert names.index("tiers") < names.index("movement")


def test_a_snapshot_that_says_nothing_has_no_findings():
    assert findings(bare()) == ()
