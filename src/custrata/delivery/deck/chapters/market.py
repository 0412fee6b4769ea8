"""The market: pipeline and win rate, what customers say, campaigns."""

from __future__ import annotations

from custrata.delivery.deck.chapters.pieces import labelled, labels_of, largest, spelt_for
from custrata.delivery.deck.material import Material, plain
from custrata.delivery.deck.slides import Bars, FigurePanel, FigureRow, Placed, Slide
from custrata.delivery.figures import Figure, Name, Prose, rests_on, say

_ONE_PANEL = 5
"""Figures that stand in one panel."""

_BEST_MARKS = "of answers on satisfaction give one of the two best marks"


def _row(shown: Figure, text: str) -> FigureRow:
    reading = shown.readings[0]
    more = [say(Name(shown.interval, "interval"))] if shown.interval else []
    more += [say("n = ", rests_on(reading))] if reading.value != reading.n else []
    beside = say(" (", *(say("; ", m) if i else m for i, m in enumerate(more)), ")") if more else Prose()
    return FigureRow(shown, say(text, beside))


def _rows(material: Material, wanted: tuple[tuple[str, str], ...]) -> tuple[FigureRow, ...]:
    found = ((material.figure(measure), text) for measure, text in wanted)
    return tuple(_row(shown, text) for shown, text in found if shown is not None)


def pipeline(material: Material) -> Slide | None:
    """What is won, what is open, how long it takes."""
    rows = _rows(
        material,
        (
            ("win_rate", "of closed opportunities are won"),
            ("won_revenue", "won" + material.money_note),
            ("open_pipeline", "is open" + material.money_note),
            ("sales_cycle_days", "days from start to close, in the median"),
        ),
    )
    rate = material.figure("win_rate")
    if rate is None:
        return None
    won = material.figure("won_revenue")
    titles = [say("We win ", rate, " of the opportunities that close")]
    if won is not None:
        titles.insert(0, say("We win ", rate, " of the opportunities that close, worth ", won))
    by = _win_rates(material)
    exhibits = [Placed(FigurePanel("Pipeline", rows), 0, 7 if by else 12)]
    if by:
        exhibits.append(Placed(by, 7, 5))
    return Slide(
        "Market",
        "Pipeline and win rate",
        tuple(titles),
        say("Opportunities, ", material.whole_period),
        tuple(exhibits),
        say("ask those we lost, not only those we won: a reason for each loss is cheap and missing"),
    )


def _win_rates(material: Material) -> Bars | None:
    for attribute in material.attributes:
        readings = material.points("win_rate", attribute)
        if len(readings) >= 2 and not material.is_bare(attribute):
            ranked = largest(readings, 8)
            points = labelled(ranked, labels_of(ranked), 0)
            return Bars(points, spelt_for(ranked), f"Win rate by {plain(attribute)}")
    return None


def voice(material: Material) -> Slide | None:
    """What customers say and ask for: scores and tickets."""
    scores = _rows(
        material,
        (
            ("nps", "net promoter score: promoters less detractors"),
            ("csat", _satisfaction(material)),
            ("ces", "effort, mean of answers"),
            ("average_rating", "mean rating"),
        ),
    )
    tickets = _rows(
        material,
        (
            ("tickets", "tickets"),
            ("tickets_per_customer", "tickets a customer"),
            ("first_response_hours", "hours to the first answer, in the median"),
            ("resolution_hours", "hours until resolved, in the median"),
        ),
    )
    tickets = tuple(r for r in tickets if r.figure.value)
    if len(scores) + len(tickets) < 2:
        return None
    exhibits = []
    if len(scores) + len(tickets) <= _ONE_PANEL:
        exhibits.append(Placed(FigurePanel("What they say and ask for", (*scores, *tickets))))
    elif scores:
        exhibits.append(Placed(FigurePanel("What they say", scores), 0, 6))
    if tickets and len(scores) + len(tickets) > _ONE_PANEL:
        exhibits.append(Placed(FigurePanel("What they ask for", tickets), 6 if scores else 0, 6))
    title = (
        say("Customers write ", tickets[0].figure, " tickets") if tickets else say(_rated(scores[0].figure))
    )
    if scores and tickets:
        title = say(_rated(scores[0].figure), "; customers wrote ", tickets[0].figure, " tickets")
    return Slide(
        "Market",
        "What customers say",
        (title,),
        say("Answers and tickets, ", material.whole_period, "; interval and number of answers in brackets"),
        tuple(exhibits),
        say("read the words behind the scores: a score says that, never why"),
    )


def _satisfaction(material: Material) -> str:
    found = material.reading("csat")
    return _BEST_MARKS if found is not None and found.unit == "share" else "satisfaction, mean of answers"


def _rated(shown: Figure) -> Prose:
    """A score in a sentence that says what it is."""
    if shown.readings[0].measure == "csat" and shown.readings[0].unit == "share":
        return say(shown, f" {_BEST_MARKS}")
    names = {
        "nps": "net promoter score",
        "csat": "satisfaction score",
        "ces": "effort score",
        "average_rating": "rating",
    }
    return say(f"Customers give us a {names[shown.readings[0].measure]} of ", shown)


def campaigns(material: Material) -> Slide | None:
    """How many customers campaigns reach."""
    reach, number = material.figure("campaign_reach"), material.figure("campaigns")
    if reach is None or number is None:
        return None
    rows = (FigureRow(number, say("campaigns")), _row(reach, "of customers were reached by at least one"))
    return Slide(
        "Market",
        "Campaigns",
        (say(number, " campaigns reach ", reach, " of customers; what they change is not known"),),
        say("Campaigns and touches, ", material.whole_period),
        (Placed(FigurePanel("Reach", rows), 0, 9),),
        say("hold back a random tenth of the next campaign: reach is not effect"),
    )
