from __future__ import annotations

from dataclasses import replace

from tests.delivery.paper.written import full, full_document

from custrata.delivery.paper.book.papers import papers
from custrata.delivery.paper.page import Heading, lines_of
from custrata.delivery.paper.telling import Teller
from custrata.strategy.document import Document


def test_every_working_paper_stands_in_the_book():
    names = [b.text.words.text for b in papers(Teller(full())) if isinstance(b, Heading)]
    assert names == [
        "Who we win with",
        "Insight brief: Weekend walkers",
        "Message map: Weekend walkers",
        "Journey map: From first boots to third pair",
        "Channel charter: Shops",
        "Channel charter: Web shop",
        "Service standards",
        "Empathy maps",
        "Research",
        "Notes",
        "Audit of initiatives that run",
        "Experiment 1",
        "Experiment 2",
        "Minutes of reviews",
    ]


def test_every_claim_of_the_papers_is_printed():
    printed = {c for b in papers(Teller(full())) for x in lines_of(b) for c in x.claims}
    document = full_document()
    for part in (*document.briefs, *document.experiments, *document.message_maps, *document.channel_charters):
        wanted = {c.id for c in Document(schema_version=2, company="x", **_only(part)).claims()}
        assert wanted <= printed


def _only(part) -> dict:
    place = {
        "InsightBrief": "briefs",
        "Experiment": "experiments",
        "MessageMap": "message_maps",
        "ChannelCharter": "channel_charters",
    }
    return {place[type(part).__name__]: (part,)}


def test_nothing_is_left_off_in_the_book():
    assert all(getattr(b, "more", 0) == 0 for b in papers(Teller(full())))


def test_without_papers_there_is_nothing():
    empty = replace(full(), document=Document(schema_version=2, company="Nobody"), evidence=())
    assert papers(Teller(empty)) == ()
