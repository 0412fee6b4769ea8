"""The papers: one-pagers for hand and wall, and the whole strategy as a typeset report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from custrata.delivery.deliverable import Deliverable, Given
from custrata.delivery.paper.page import Pack, Sheet
from custrata.errors import DeliveryError

_PAPERS = {"a4": "a4", "us-letter": "us-letter", "letter": "us-letter"}
_ENDING = ".pdf"
_Composed = Callable[[Given], tuple[Sheet, ...]]


def _who_we_win_with(given: Given) -> tuple[Sheet, ...]:
    from custrata.delivery.paper.pages.who_we_win_with import who_we_win_with

    return who_we_win_with(given)


def _value_proposition(given: Given) -> tuple[Sheet, ...]:
    from custrata.delivery.paper.pages.value_proposition import value_proposition

    return value_proposition(given)


def _journey_map(given: Given) -> tuple[Sheet, ...]:
    from custrata.delivery.paper.pages.journey_map import journey_map

    return journey_map(given)


def _channel_charter(given: Given) -> tuple[Sheet, ...]:
    from custrata.delivery.paper.pages.channel_charter import channel_charters

    return channel_charters(given)


def _insight_brief(given: Given) -> tuple[Sheet, ...]:
    from custrata.delivery.paper.pages.insight_brief import insight_brief

    return insight_brief(given)


def _message_map(given: Given) -> tuple[Sheet, ...]:
    from custrata.delivery.paper.pages.message_map import message_map

    return message_map(given)


def _experiment_readout(given: Given) -> tuple[Sheet, ...]:
    from custrata.delivery.paper.pages.experiment_readout import experiment_readouts

    return experiment_readouts(given)


def _scorecard(given: Given) -> tuple[Sheet, ...]:
    from custrata.delivery.paper.pages.scorecard import scorecard

    return scorecard(given)


def packed(given: Given, title: str, sheets: tuple[Sheet, ...]) -> Pack:
    """Sheets as one file of this company."""
    company = given.document.company or given.snapshot.manifest.company
    return Pack(f"{company}: {title}", company, given.snapshot.manifest.as_of, paper_of(given), sheets)


def paper_of(given: Given) -> str:
    """The size of paper by the name that typst knows.

    Raises:
        DeliveryError: If the size is none that pages are made for.
    """
    found = _PAPERS.get(given.paper.lower())
    if found is None:
        raise DeliveryError(
            f"pages are not made for {given.paper!r} paper", remedy="choose a4 or us-letter as paper"
        )
    return found


def _check(path: Path) -> None:
    if path.suffix.lower() != _ENDING:
        raise DeliveryError(
            "this is a PDF, and its file ends in .pdf",
            where=str(path),
            remedy=f"choose a name such as {path.stem or 'page'}.pdf",
        )


def _writes(title: str, compose: _Composed) -> Callable[[Given, Path], str]:
    def write(given: Given, path: Path) -> str:
        from custrata.delivery.paper.typeset.writing import write_pack

        _check(Path(path))
        return write_pack(packed(given, title, compose(given)), path)

    return write


def _write_report(given: Given, path: Path) -> str:
    from custrata.delivery.paper.book.report import report_book
    from custrata.delivery.paper.typeset.writing import write_book

    _check(Path(path))
    return write_book(report_book(given, paper_of(given)), path)


def _paper(
    kind: str, title: str, purpose: str, holds: tuple[str, ...], compose: _Composed, narrowed: str = ""
) -> Deliverable:
    return Deliverable(kind, title, (_ENDING,), purpose, holds, _writes(title, compose), narrowed)


PAPERS: tuple[Deliverable, ...] = (
    _paper(
        "who-we-win-with",
        "Who we win with",
        "One page for sales and marketing: whom to go after, and whom to leave alone.",
        (
            "The primary profile as a sentence",
            "What marks it, and red flags: lift, n, interval",
            "Profiles with groups and service; who is not served",
            "Customers' words, and decisions asked for",
        ),
        _who_we_win_with,
    ),
    _paper(
        "value-proposition",
        "Value proposition and proof",
        "A page a customer group: what is promised, and which claim is proven.",
        (
            "For … who need … we provide … unlike …",
            "Benefits and what they are worth to customers",
            "Claims with proof and state",
            "Best alternative and doing nothing, tests, words to use and to avoid",
        ),
        _value_proposition,
        narrowed="group",
    ),
    _paper(
        "journey-map",
        "Journey map with friction",
        "A page across for each journey: where customers are lost, as data and as people say.",
        (
            "Stages as columns, the worst one marked",
            "Outcome, decision moments, thoughts, feelings",
            "Friction from data beside friction from people",
            "Human touch, content, metric, owner",
        ),
        _journey_map,
        narrowed="group",
    ),
    _paper(
        "channel-charter",
        "Channel charters",
        "A page a channel: what it is for, and what it does not do.",
        (
            "Role, motion, budget, owner, day of review",
            "Goals with base and target",
            "Guardrails, what the channel does not do",
            "Measures watched, handovers",
        ),
        _channel_charter,
    ),
    _paper(
        "insight-brief",
        "Insight brief",
        "A page a question: what customers need, in their words.",
        (
            "Question, and the answer in one line",
            "Top pains, outcomes valued, what makes them switch",
            "Their exact words with sources",
            "What would change our mind",
        ),
        _insight_brief,
        narrowed="group",
    ),
    _paper(
        "message-map",
        "Message map",
        "One page for whoever writes to customers: what may be said, and what not yet.",
        (
            "One promise",
            "Claims with reasons to believe and proof",
            "Where each is used",
            "Claims that must not be used yet",
        ),
        _message_map,
        narrowed="group",
    ),
    _paper(
        "experiment-readout",
        "Experiment readouts",
        "A page a test with customers: verdict, effect, what is next.",
        (
            "Verdict and hypothesis",
            "Effect with its interval over the line of no difference",
            "Who, when, how many, how",
            "Guardrails, what is kept of it, next step",
        ),
        _experiment_readout,
        narrowed="group",
    ),
    _paper(
        "scorecard",
        "Scorecard",
        "One page for the weekly review: every measure between base and target.",
        (
            "Base, now, target, way to the target with interval",
            "State of each claim, and its owner",
            "Early measures under the outcome they lead to",
            "Decisions of the last review; stop, start, continue",
        ),
        _scorecard,
    ),
    Deliverable(
        "report",
        "The strategy as a typeset report",
        (_ENDING,),
        "The whole strategy for a board that reads: every part with its evidence, to print and to sign.",
        (
            "Cover with signatures, contents, summary",
            "What the data say: findings with charts",
            "Every part of the strategy, computed, proposed and not known apart",
            "Working papers, lifecycle, scorecard, assumptions, decisions",
            "Evidence of every claim and figure, definitions, account of rows",
        ),
        _write_report,
    ),
)
"""Every paper, in the order in which they are listed."""
