from __future__ import annotations

from tests.drafting.drafted import drafted, kinds, said
from tests.snapshots import bare


def test_what_the_company_is_for_is_nobodys_to_compute():
    assert kinds([drafted().foundation]) == {"gap"}
    assert kinds([drafted(bare).foundation]) == {"gap"}


def test_every_gap_names_the_company_or_the_sentence_it_waits_for():
    texts = said(drafted().foundation)
    assert texts[0].startswith("Why Maintainer exists")
    assert len(set(texts)) == 5
