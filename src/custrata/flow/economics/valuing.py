"""Step: every customer gets a lifetime value with its interval, or it is said why there is none."""

from __future__ import annotations

from custrata.customers import Base
from custrata.economics.lifetime_value.choice import choose
from custrata.economics.lifetime_value.interval import RELATION as FACTORS
from custrata.economics.lifetime_value.interval import interval_factors
from custrata.economics.lifetime_value.joining import VALUE_PARTS, customer_columns_query, value_parts_query
from custrata.economics.lifetime_value.naive import score_naively
from custrata.economics.lifetime_value.parameters import PARAMETER_TYPES, parameter_rows
from custrata.economics.lifetime_value.sales_worth import sales_totals_query, sales_worth
from custrata.economics.lifetime_value.scoring import score_buyers
from custrata.economics.lifetime_value.spending import fit_spending
from custrata.economics.lifetime_value.summaries import (
    REPEAT_SPENDS,
    repeat_spends_query,
    spends_query,
    summaries_query,
)
from custrata.economics.lifetime_value.terms import Terms
from custrata.errors import EstimateError
from custrata.flow.engine import Engine
from custrata.flow.step import Step, related, widened
from custrata.sources.account import Caveat

SCORES, PARAMETERS = "buying_scores", "model_parameters"


def value(base: Base, notional: bool, engine: Engine) -> Step:
    """Add expected orders, the chance of being alive and lifetime value to customers.

    Args:
        base: The base with purchase summaries.
        notional: Whether its days are notional; then nothing says how often anybody orders.
        engine: Runs the queries and keeps the relations.
    """
    if not base.has("transactions.amount"):
        return _without(base, "no table holds orders")
    if notional:
        return _without(base, "the data carry no dates, so nothing says how often anybody orders")
    try:
        return _by_orders(base, engine)
    except EstimateError as refusal:
        return _without(base, refusal.what)


def _without(base: Base, why: str) -> Step:
    text = f"Lifetime value is not known: {why}."
    return Step(base, {"value": (text,)}, (Caveat("no-lifetime-value", text, where="lifetime_value"),))


def _by_orders(base: Base, engine: Engine) -> Step:
    terms = Terms.of(base.as_of, base.settings.value)
    (totals,) = engine.rows(sales_totals_query(base))
    worth = sales_worth(totals, base.settings.value)
    summaries = engine.arrays(summaries_query(base.tables["customers"]))
    chosen = choose(base.settings.value.model, _published(base, engine), summaries)
    engine.keep(REPEAT_SPENDS, repeat_spends_query(base))
    spending, spend_model, spend_sentence = fit_spending(
        engine.arrays(spends_query(engine.table(REPEAT_SPENDS)))
    )
    if chosen.model is None:
        scores = score_naively(chosen.name, summaries, terms)
    else:
        scores = score_buyers(chosen.model, chosen.name, summaries, terms)
    engine.keep_arrays(SCORES, scores)
    spoken = f"{chosen.title}, {spending.likely.name}; {worth.basis}; {terms.ahead}"
    customers, spends, scored = base.tables["customers"], engine.table(REPEAT_SPENDS), engine.table(SCORES)
    engine.keep(VALUE_PARTS, value_parts_query(customers, spends, scored, spending, worth, spoken))
    base = _joined(base, engine)
    engine.keep_rows(PARAMETERS, PARAMETER_TYPES, parameter_rows(chosen.model, spend_model))
    base = related(base, PARAMETERS, engine)
    sentences = (f"Lifetime value counts {terms}.", *chosen.sentences, spend_sentence, *worth.sentences)
    return Step(base, {"value": sentences})


def _joined(base: Base, engine: Engine) -> Base:
    """The base with value_parts and the columns of customers that come of it."""
    engine.keep_arrays(FACTORS, interval_factors())
    base = related(base, VALUE_PARTS, engine)
    base = widened(base, customer_columns_query(engine.table(VALUE_PARTS), engine.table(FACTORS)), engine)
    for name in (FACTORS, SCORES, REPEAT_SPENDS):
        engine.drop(name)
    return base


def _published(base: Base, engine: Engine) -> str | None:
    """The candidate that the exam published, if there was one."""
    if not base.has("exam_marks.published"):
        return None
    marks = base.tables["exam_marks"]
    rows = engine.rows(marks.filter(marks.published).select("candidate").distinct().order_by("candidate"))
    return str(rows[0]["candidate"]) if rows else None
