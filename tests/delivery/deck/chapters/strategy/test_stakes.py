from __future__ import annotations

import datetime as dt
from dataclasses import replace

from custrata.delivery.deck.chapters.strategy import stakes


def test_few_assumptions_and_decisions_share_one_slide(material):
    slide = stakes.both(material("grocer"))
    assert slide is not None
    upper, lower = slide.exhibits
    assert upper.height + lower.height < 1
    assert "assumption" in slide.titles[0].text
    assert "decision" in slide.titles[0].text


def test_each_alone_holds_all_of_its_kind(material):
    found = material("grocer")
    assert len(stakes.decisions(found).exhibits[0].exhibit.rows) == len(found.document.decisions[:7])
    assert len(stakes.assumptions(found).exhibits[0].exhibit.rows) == len(found.document.assumptions[:7])


def test_what_is_decided_is_not_asked_again(material):
    found = material("grocer")
    done = tuple(
        d.model_copy(update={"decided": "agreed", "decided_on": dt.date(2026, 1, 1)})
        for d in found.document.decisions
    )
    settled = replace(found, document=found.document.model_copy(update={"decisions": done}))
    assert stakes.decisions(settled) is None
    assert stakes.both(settled) is None


def test_a_day_by_which_is_decided_bears_its_fiscal_quarter_where_the_year_is_not_the_calendars(material):
    found = material("grocer")
    first = found.document.decisions[0].model_copy(update={"by": dt.date(2025, 12, 31)})
    asked = replace(found, document=found.document.model_copy(update={"decisions": (first,)}))
    manifest = asked.snapshot.manifest
    fiscal = replace(manifest, settings={**manifest.settings, "fiscal_year_start": 4})
    moved = replace(asked, snapshot=replace(asked.snapshot, manifest=fiscal))
    by = [stakes.decisions(m).exhibits[0].exhibit.rows[0].cells[3].main.text for m in (asked, moved)]
    assert by == ["31 Dec 2025", "31 Dec 2025 (Q3 FY2026)"]
