from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.chapters.strategy import journey
from custrata.strategy.parts.lifecycle import Stage
from custrata.strategy.parts.papers.journey_map import JourneyMap, JourneyStage
from custrata.strategy.parts.statement import Gap


def test_the_worst_stage_is_in_the_title_and_emphasised(whole):
    slide = journey.journey(whole("grocer"))
    rows = slide.exhibits[0].exhibit.rows
    worst = [row.cells[0].main.text for row in rows if row.emphasised]
    assert len(worst) == 1
    assert worst[0].lower() in slide.titles[0].text


def test_a_gap_says_what_it_waits_for(whole):
    rows = journey.journey(whole("grocer")).exhibits[0].exhibit.rows
    assert rows[1].cells[2].main.text == "Gap: tickets by stage"


def test_a_journey_of_gaps_alone_makes_no_slide(material):
    found = material("grocer")
    gap = Gap(id="none", text="Not known.", waits_for="tickets")
    bare = JourneyMap(id="j", stages=(JourneyStage(id="s", stage=next(iter(Stage)), position=gap),))
    document = found.document.model_copy(update={"journey_maps": (bare,)})
    assert journey.journey(replace(found, document=document)) is None


def test_a_journey_that_shows_nowhere_what_holds_customers_up_makes_no_slide(whole):
    found = whole("grocer")
    one = found.document.journey_maps[0]
    stages = tuple(
        s.model_copy(update={"friction_from_data": None, "friction_from_people": ()}) for s in one.stages
    )
    bare = one.model_copy(update={"stages": stages, "worst": None})
    document = found.document.model_copy(update={"journey_maps": (bare,)})
    assert journey.journey(replace(found, document=document)) is None
