"""What are customers worth by the months that their contracts will run?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ibis

from custrata.customers import Base
from custrata.economics.lifetime_value.contracts.joining import contract_parts_query
from custrata.economics.lifetime_value.contracts.scoring import at_odds, score_contracts
from custrata.economics.lifetime_value.contracts.summaries import (
    CONTRACTS,
    MOST_PLANS,
    contract_counts_query,
    contract_facts_query,
    contracts_query,
    known_months,
    plans_query,
)
from custrata.economics.lifetime_value.contracts.worth import are_invoices, billed_query, contract_worth
from custrata.economics.lifetime_value.terms import Terms
from custrata.economics.lifetime_value.valued import Valued
from custrata.errors import EstimateError
from custrata.flow.engine import Engine
from custrata.intelligence.survival import contract_lives
from custrata.sources.account import Caveat

SCORES = "contract_scores"
HELD = (CONTRACTS, SCORES)
"""Relations that are needed until the parts are kept."""


@dataclass(frozen=True)
class Held:
    """The contracts that customers hold or held.

    Attributes:
        contracts: One row a customer who ever had one.
        facts: Since when ends are known, and how many months all of them ran.
        billed: What contracts say and what was ordered beside them.
        invoices: Whether these orders are the contracts' invoices.
        sentence: Why; empty where there are no orders.
    """

    contracts: ibis.Table
    facts: Mapping[str, Any]
    billed: Mapping[str, Any]
    invoices: bool
    sentence: str


def look_at_contracts(base: Base, engine: Engine) -> Held:
    """Put each customer's spells together, and see whether orders beside them are their invoices."""
    spells = base.tables["subscriptions"]
    plans: tuple[str, ...] = ()
    if base.has("subscriptions.plan"):
        plans = tuple(str(row["plan"]) for row in engine.rows(plans_query(spells).limit(MOST_PLANS)))
    engine.keep(CONTRACTS, contracts_query(spells, base.as_of, plans))
    contracts = engine.table(CONTRACTS)
    (facts,) = engine.rows(contract_facts_query(contracts))
    (billed,) = engine.rows(billed_query(base, contracts))
    return Held(contracts, facts, billed, *are_invoices(billed))


def value_by_contracts(base: Base, held: Held, engine: Engine, parts: str, before: int) -> Valued:
    """Fit how long contracts run, score plans and ages, and keep the parts of all who hold one.

    Args:
        base: The base.
        held: What :func:`look_at_contracts` found.
        engine: Runs the queries.
        parts: Name of the relation to keep.
        before: How many directions of doubt other parts have.

    Raises:
        EstimateError: No contract ended, so nothing tells how long they run.
    """
    terms = Terms.of(base.as_of, base.settings.value)
    rules = base.settings.value
    worth = contract_worth(held.billed, float(held.facts["months"] or 0), held.invoices, rules)
    counts = engine.arrays(contract_counts_query(held.contracts))
    if counts["ended"].all():
        raise EstimateError(
            f"every contract had ended by {base.as_of}, so nobody is left to be valued",
            where="contracts",
            remedy="bring the contracts that run",
        )
    window = rules.ends_known_months or known_months(held.facts, base.as_of)
    found = contract_lives(
        counts["plan"], counts["months"], counts["ended"], counts["held_out"], counts["people"], window
    )
    if not found.lives:
        raise EstimateError(
            "no customer with a contract has let all of them end, so nothing tells how long contracts run",
            where="contracts",
            remedy="bring the days on which contracts ended",
        )
    engine.keep_arrays(SCORES, score_contracts(found.lives, counts["plan"], counts["months"], terms))
    names = ", ".join(sorted({life.model.name for life in found.lives.values()}))
    covered = "" if window is None else f"; ends taken to cover {_months(window)}"
    said = f"contracts by {names}; {worth.basis}; {terms.ahead}{covered}"
    engine.keep(parts, contract_parts_query(held.contracts, engine.table(SCORES), worth, said, before))
    refused = tuple(f"{plan}: its contracts are not valued: {why}." for plan, why in found.refused.items())
    odd = at_odds(found.lives, counts) if window is not None else ()
    if backwards := held.facts.get("backwards"):
        told = f"Contracts that end before they begin ({backwards:,}) count as ended in their first month."
        odd = (*odd, f"{told} To do: correct their days.")
    sentences = (*found.sentences, *map(str, found.lives.values()), *odd, *refused, *worth.sentences)
    models = {f"{plan}: {x.model.name}": x.model for plan, x in found.lives.items()}
    return Valued(parts, said, terms, sentences, models, _caveats(window, rules.ends_known_months))


def _months(count: int) -> str:
    return "1 month" if count == 1 else f"{count} months"


def _caveats(window: int | None, stated: int | None) -> tuple[Caveat, ...]:
    """Ends of one stretch of time alone: how long it is scales everything, and no datum says it."""
    if window is None or stated is not None:
        return ()
    text = (
        f"The known ends of contracts are taken to cover {_months(window)}. If they cover three times that, "
        "contracts run up to three times as long, and lifetime value is as much higher. "
        "No interval knows of that. To do: set value.ends_known_months."
    )
    return (Caveat("ends-of-one-period", text, where="lifetime_value"),)
