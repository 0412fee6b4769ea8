from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.chapters import groups
from custrata.strategy.wording.spelling import UNKNOWN
from custrata.vocabulary import Intent

AGE = ("age_band", "45 and over")


def test_intents_put_what_is_emphasised_first(material):
    table = groups.intents(material("grocer")).exhibits[0].exhibit
    emphasised = [row.emphasised for row in table.rows]
    assert emphasised == sorted(emphasised, reverse=True)
    assert sum(emphasised) <= 2


def with_intents(found, *wanted):
    """The material whose groups have these intents; the first comes first."""
    drafted = found.document.groups
    meant = tuple(
        g.model_copy(update={"intent": g.intent.model_copy(update={"intent": i, "emphasised": place == 0})})
        for place, (g, i) in enumerate(zip(drafted, wanted, strict=False))
    )
    return replace(found, document=found.document.model_copy(update={"groups": meant}))


def test_the_title_of_intents_counts_those_that_are_not_as_before(material):
    found = material("grocer")
    held, grown, rebuilt = Intent.MAINTAIN, Intent.GROW, Intent.RE_ENGINEER
    title = groups.intents(with_intents(found, grown, held, held)).titles[0].text
    assert title.endswith("; the rest as before")
    title = groups.intents(with_intents(found, grown, held, rebuilt)).titles[0].text
    assert "; of the others, 1 to " in title
    assert "1 to rebuild" in title
    assert "as before" not in title


def test_an_attribute_is_shown_by_what_customers_bring(material):
    slide = groups.by_attribute(material("grocer"), "age_band")
    assert slide.titles[0].text == "Age band “45 and over” brings 49% of known customers' revenue"
    assert groups.by_attribute(material("grocer"), "unheard_of") is None


def test_groups_follow_the_strategy(material):
    found = material("grocer")
    assert len(groups.groups(found).exhibits[0].exhibit.rows) == len(found.document.groups[:8])


def test_values_that_are_left_out_are_counted(material):
    found = material("grocer")
    assert "not shown" not in groups.by_attribute(found, "age_band").measured.text
    small = tuple(
        replace(r, value=7.0)
        if r.measure == "customers" and r.segment == (("age_band", "45 and over"),)
        else r
        for r in found.snapshot.readings
    )
    said = groups.by_attribute(
        replace(found, snapshot=replace(found.snapshot, readings=small)), "age_band"
    ).measured.text
    assert said.endswith("; not shown: 1 value")


def test_what_is_not_known_is_shown_even_where_values_are_many(material):
    found = material("grocer")
    like = {
        m: next(r for r in found.snapshot.readings if r.measure == m and r.segment[:1] == (AGE,))
        for m in ("customers", "revenue")
    }
    added = [
        replace(r, value=1000.0 - k, segment=(("age_band", UNKNOWN if k == 12 else f"band {k}"),))
        for r in like.values()
        for k in range(13)
    ]
    kept = tuple(r for r in found.snapshot.readings if "age_band" not in dict(r.segment))
    snapshot = replace(found.snapshot, readings=(*kept, *added))
    slide = groups.by_attribute(replace(found, snapshot=snapshot), "age_band")
    assert slide.exhibits[1].exhibit.rows[-1].cells[0].main.text == UNKNOWN
    assert len(slide.exhibits[1].exhibit.rows) == 10
    assert slide.titles[0].text.endswith("it is not known")
