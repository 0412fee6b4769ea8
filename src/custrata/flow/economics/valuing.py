"""Step: every customer gets a lifetime value with its interval, or it is said why there is none."""

from __future__ import annotations

from custrata.customers import Base
from custrata.economics.lifetime_value.contracts.joining import together_query
from custrata.economics.lifetime_value.interval import RELATION as FACTORS
from custrata.economics.lifetime_value.interval import interval_factors
from custrata.economics.lifetime_value.joining import VALUE_PARTS, customer_columns_query
from custrata.economics.lifetime_value.parameters import PARAMETER_TYPES, PARAMETERS, parameter_rows
from custrata.economics.lifetime_value.scoring import shift_count
from custrata.economics.lifetime_value.summaries import valued_customers
from custrata.economics.lifetime_value.valued import Valued
from custrata.errors import EstimateError
from custrata.flow.economics import by_contracts, by_orders
from custrata.flow.economics.by_contracts import Held, look_at_contracts, value_by_contracts
from custrata.flow.economics.by_orders import value_by_orders
from custrata.flow.engine import Engine
from custrata.flow.step import Step, related, widened
from custrata.sources.account import Caveat

_BY_ORDERS, _BY_CONTRACTS, _OTHERS = "parts_of_orders", "parts_of_contracts", "without_contract"
_NO_DATES = "the data carry no dates, so nothing says how often anybody orders"
_ACQUISITION = "Acquisition cost is not in it: it is spent, whatever a customer will bring."
_REFERRED = "What customers bring by referral is not in it: who they will refer cannot be known."
_UNREFERRED = "What customers bring by referral is not in it: no table says who referred whom."


def value(base: Base, notional: bool, engine: Engine) -> Step:
    """Add expected orders, the chance of being alive and lifetime value to customers.

    Customers with a contract are valued by the months it will run, others by the orders they will make.
    Orders of those with a contract are added, unless they are its invoices.

    Args:
        base: The base with purchase summaries.
        notional: Whether its days are notional; then nothing says how often anybody orders.
        engine: Runs the queries and keeps the relations.
    """
    contracted = base.has("subscriptions.started_on", "subscriptions.mrr")
    held = look_at_contracts(base, engine) if contracted else None
    ways: list[Valued] = []
    refused: list[str] = []
    if base.has("transactions.amount"):
        try:
            ways += _by_orders(base, notional, held, engine)
        except EstimateError as refusal:
            refused.append(refusal.what)
    if held is not None:
        before = shift_count(engine.table(_BY_ORDERS).columns) if ways else 0
        try:
            ways.append(value_by_contracts(base, held, engine, _BY_CONTRACTS, before))
        except EstimateError as refusal:
            refused.append(refusal.what)
    step = _joined(base, ways, held, refused, engine) if ways else _without(base, held, refused)
    for name in (*by_orders.HELD, *by_contracts.HELD, FACTORS, _BY_ORDERS, _BY_CONTRACTS, _OTHERS):
        engine.drop(name)
    return step


def _by_orders(base: Base, notional: bool, held: Held | None, engine: Engine) -> tuple[Valued, ...]:
    """What orders are worth: of everybody, or only of those without a contract; nothing where nobody is."""
    if notional:
        raise EstimateError(_NO_DATES, remedy="bring the days of the orders")
    if held is not None and held.invoices:
        others = valued_customers(base.tables["customers"]).anti_join(held.contracts, "customer_id")
        if not engine.keep(_OTHERS, others):
            return ()
        base = base.having({"customers": engine.table(_OTHERS)})
    return (value_by_orders(base, engine, _BY_ORDERS),)


def _joined(base: Base, ways: list[Valued], held: Held | None, refused: list[str], engine: Engine) -> Step:
    """The base with value_parts, model_parameters and the columns of customers that come of them."""
    tables = [engine.table(way.relation) for way in ways]
    one = tables[0] if len(ways) == 1 else together_query(tables, " + ".join(way.terms for way in ways))
    engine.keep(VALUE_PARTS, one)
    engine.keep_arrays(FACTORS, interval_factors())
    base = related(base, VALUE_PARTS, engine)
    base = widened(base, customer_columns_query(engine.table(VALUE_PARTS), engine.table(FACTORS)), engine)
    rows = parameter_rows({title: model for way in ways for title, model in way.models.items()})
    if rows:
        engine.keep_rows(PARAMETERS, PARAMETER_TYPES, rows)
        base = related(base, PARAMETERS, engine)
    invoices = (held.sentence,) if held is not None and held.sentence else ()
    partly = tuple(f"Some customers have no value: {why}." for why in refused if held is not None)
    said = dict.fromkeys(sentence for way in ways for sentence in way.sentences)
    referred = _REFERRED if "referrals" in base.tables else _UNREFERRED
    counted = dict.fromkeys(f"Lifetime value counts {way.counted}." for way in ways)
    sentences = (*counted, *invoices, *said, _ACQUISITION, referred, *partly)
    return Step(base, {"value": sentences}, tuple(c for way in ways for c in way.caveats))


def _without(base: Base, held: Held | None, refused: list[str]) -> Step:
    why = refused[-1] if refused else "no table holds orders or contracts with what they bring a month"
    text = f"Lifetime value is not known: {why}."
    return Step(base, {"value": (text,)}, (Caveat("no-lifetime-value", text, where="lifetime_value"),))
