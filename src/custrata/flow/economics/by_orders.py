"""What are customers worth by the orders that they are expected to make?"""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.economics.lifetime_value.choice import choose
from custrata.economics.lifetime_value.joining import foretold_query, value_parts_query
from custrata.economics.lifetime_value.naive import score_naively
from custrata.economics.lifetime_value.sales_worth import (
    OwnMargins,
    SalesWorth,
    margin_moments_query,
    own_margins,
    own_margins_query,
    sales_totals_query,
    sales_worth,
)
from custrata.economics.lifetime_value.scoring import score_buyers
from custrata.economics.lifetime_value.spending import fit_spending
from custrata.economics.lifetime_value.summaries import repeat_spends_query, spends_query, summaries_query
from custrata.economics.lifetime_value.terms import Terms
from custrata.economics.lifetime_value.valued import Valued
from custrata.flow.engine import Engine

SPENDS, SCORES, MARGINS = "repeat_spends", "buying_scores", "own_margins"
TREES = "tree_predictions"
"""The relation of what an ensemble that passed the exam expects of each customer in the next 365 days."""

_FORETOLD = (
    "Orders of the next 365 days are the ensemble's; what lies past them follows its model, raised or "
    "lowered as the ensemble raises or lowers a customer's first year."
)
HELD = (SPENDS, SCORES, MARGINS)
"""Relations that are needed until the parts are kept."""


def value_by_orders(base: Base, engine: Engine, parts: str) -> Valued:
    """Fit buying and spend, score the distinct summaries and keep the parts of all customers.

    Args:
        base: The base; its customers are those to value.
        engine: Runs the queries.
        parts: Name of the relation to keep.

    Raises:
        EstimateError: Nothing fits, or what is sold has no value.
    """
    terms = Terms.of(base.as_of, base.settings.value)
    (totals,) = engine.rows(sales_totals_query(base))
    worth = sales_worth(totals, base.settings.value)
    summaries = engine.arrays(summaries_query(base.tables["customers"]))
    published, tested_days = _published(base, engine)
    chosen = choose(base.settings.value.model, published, summaries)
    further: tuple[str, ...] = ()
    if chosen.model is None:
        terms = terms.no_further_than(tested_days)
        said = (
            f"A rule by which nobody stops was tested {tested_days:,} days ahead; its value looks no further."
        )
        further = (said,)
    engine.keep(SPENDS, repeat_spends_query(base))
    spending, spend_model, spoken = fit_spending(engine.arrays(spends_query(engine.table(SPENDS))))
    if chosen.model is None:
        scores = score_naively(chosen.name, summaries, terms)
    else:
        scores = score_buyers(chosen.model, chosen.name, summaries, terms)
    engine.keep_arrays(SCORES, scores)
    said = f"{chosen.title}, {spending.likely.name}; {worth.basis}; {terms.ahead}"
    people, spends, scored = base.tables["customers"], engine.table(SPENDS), engine.table(SCORES)
    margins, own, believed = _own_margins(base, worth, engine)
    engine.keep(parts, value_parts_query(people, spends, scored, spending, worth, said, margins, own))
    foretold: tuple[str, ...] = ()
    if TREES in base.tables and base.settings.value.model == "auto":
        engine.keep(parts, foretold_query(engine.table(parts), base.tables[TREES]))
        foretold = (_FORETOLD,)
    models = {chosen.title: chosen.model, "gamma-gamma": spend_model}
    return Valued(
        parts,
        said,
        terms,
        (*chosen.sentences, *foretold, *further, spoken, *worth.sentences, *believed),
        {title: model for title, model in models.items() if model is not None},
    )


def _own_margins(
    base: Base, worth: SalesWorth, engine: Engine
) -> tuple[ibis.Table | None, OwnMargins | None, tuple[str, ...]]:
    """Customers' own margins and how far they are believed, where the cost of lines tells margin."""
    if worth.basis != "margin" or not base.has("customers.gross_margin"):
        return None, None, ()
    engine.keep(MARGINS, own_margins_query(base))
    margins = engine.table(MARGINS)
    (row,) = engine.rows(margin_moments_query(margins))
    own = own_margins(row)
    if own is None:
        return (
            None,
            None,
            ("One rate of margin holds for all: customers differ no more than their orders do.",),
        )
    beside = f"{own.weight:,.0f} of revenue at the company's rate stand beside it"
    said = f"A customer's own margin counts as far as it is known: {beside}."
    return margins, own, (said,)


def _published(base: Base, engine: Engine) -> tuple[str | None, int]:
    """The candidate that the exam published, if there was one, and how many days ahead it was tested."""
    if not base.has("exam_marks.published"):
        return None, 0
    marks = base.tables["exam_marks"]
    rows = engine.rows(
        marks.filter(marks.published).select("candidate", "origin").distinct().order_by("candidate")
    )
    return (str(rows[0]["candidate"]), (base.as_of - rows[0]["origin"]).days) if rows else (None, 0)
