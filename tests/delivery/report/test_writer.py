from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.delivery.hostile import hostile
from tests.snapshots import grocer, shop_with_profit

from custrata.delivery.report import writer
from custrata.delivery.report.page import report_of
from custrata.delivery.report.writer import report_html, write_report
from custrata.drafting.draft import draft
from custrata.errors import DeliveryError
from custrata.evidence.check import evaluate


@pytest.fixture(autouse=True)
def _without_the_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    """The chart library takes seconds to gather and is not ours to test."""
    monkeypatch.setattr(writer, "_bundle", lambda: "/* bundle */")


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.requests: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in {"meta", "link", "img", "br", "input"}:
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if given.get("popovertarget"):
            self.targets.add(given["popovertarget"] or "")
        self.requests += [v for k, v in attrs if k in {"src", "href"} and v and not v.startswith("#")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_the_page_is_well_formed_and_asks_the_network_for_nothing(report):
    reader = read(report_html(report("grocer")))
    assert reader.open == []
    assert reader.requests == []
    assert len(set(reader.ids)) == len(reader.ids)


def test_every_number_opens_a_definition_that_exists(report):
    reader = read(report_html(report("shop_with_profit")))
    assert reader.targets
    assert reader.targets <= set(reader.ids)


def test_the_policy_of_the_page_forbids_requests(report):
    assert "default-src 'none'" in report_html(report("bare"))


def test_a_hostile_company_name_is_shown_as_text():
    snapshot = grocer()
    hostile = replace(snapshot, manifest=replace(snapshot.manifest, company="<img src=x onerror=alert(1)>"))
    document = draft(hostile)
    html = report_html(report_of(hostile, document, evaluate(document, hostile)))
    assert "<img" not in html
    assert "&lt;img src=x" in html


def test_caveats_stand_beside_the_numbers_they_touch(report):
    html = report_html(report("grocer"))
    sheet = next(
        s for s in re.findall(r"<section.*?</section>", html, flags=re.DOTALL) if "Revenue by month" in s
    )
    assert "8% of revenue belongs to no known customer." in sheet


def test_the_same_report_gives_the_same_page(report):
    assert report_html(report("pipeline")) == report_html(report("pipeline"))


def test_a_report_that_cannot_be_written_says_so(report, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DeliveryError, match="the report cannot be written"):
        write_report(report("bare"), tmp_path / "file" / "report.html")


def test_the_report_is_written_where_it_was_asked(report, tmp_path):
    assert (
        write_report(report("bare"), tmp_path / "report.html")
        .read_text("utf-8")
        .startswith("<!doctype html>")
    )


@pytest.mark.parametrize("company", [grocer, shop_with_profit])
def test_hostile_names_make_a_page_that_holds_no_markup_of_theirs(company):
    snapshot = hostile(company())
    document = draft(snapshot)
    page = report_html(report_of(snapshot, document, evaluate(document, snapshot)))
    reader = Reader()
    reader.feed(page)
    assert "&lt;b&gt;" in page
    assert "<b>“1”" not in page
    assert reader.open == []
