"""By which rules is a customer placed at a stage, in which order, in words?"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from custrata.settings import StageRules
from custrata.vocabulary import Relationship, Stage

CONTRACT_GAP_DAYS = 30
"""Days without a contract after which a new one is a return, not a change of plan."""

ADVOCACY_DAYS = 365
"""An advocate is one who recommended within a year; what is older may no longer hold."""

TICKET_OPEN_DAYS = (7, 90)
"""An urgent ticket is a sign of risk when open this many days; an older one is a record nobody closed."""


@dataclass(frozen=True, slots=True)
class StageRule:
    """One stage and the sentence that decides who is in it; the first rule that holds places the customer."""

    stage: Stage
    criterion: str

    def __str__(self) -> str:
        return f"{self.stage.value}: {self.criterion}"


@dataclass(frozen=True, slots=True)
class StageFrame:
    """What the stages are computed from, besides the tables.

    Attributes:
        relationship: Decides which set of rules holds; under ``unknown`` only prospects are placed.
        as_of: The day at which the base is cut.
        rules: The settings of the lifecycle.
        rhythm_days: Days without an order after which a buyer is overdue.
        opening: The day before the current window; None when the history is too short for two windows.
        dated: False when purchases have no dates; then purchase rules place nobody but prospects.
        contracts: False when no table holds contracts, whatever the relationship; then purchase rules hold.
    """

    relationship: Relationship
    as_of: dt.date
    rules: StageRules
    rhythm_days: int
    opening: dt.date | None = None
    dated: bool = True
    contracts: bool = True

    @property
    def by_contract(self) -> bool:
        """Whether the rules for contracts hold for some customers at least."""
        return self.contracts and self.relationship in (Relationship.CONTRACTUAL, Relationship.MIXED)

    @property
    def growth(self) -> Decimal:
        """The share by which value must grow to count as expansion, exactly as it was written."""
        return Decimal(str(self.rules.expansion_growth))


def stage_rules(frame: StageFrame) -> tuple[tuple[str, tuple[StageRule, ...]], ...]:
    """The rules that hold, in order of precedence, with the heading of each set.

    Args:
        frame: What the stages are computed from.

    Returns:
        One set (``buyers`` or ``contracts``), or both where the relationship is mixed.
    """
    sets = (("contracts", _contract_rules(frame)), ("buyers", _buyer_rules(frame)))
    if not frame.by_contract:
        return sets[1:]
    return sets if frame.relationship is Relationship.MIXED else sets[:1]


_ADVOCATES = (
    f"in the last {ADVOCACY_DAYS} days referred another customer, or gave 9 or 10 in the latest NPS answer"
)


def _buyer_rules(frame: StageFrame) -> tuple[StageRule, ...]:
    onboarding, rhythm, growth = frame.rules.onboarding_days, frame.rhythm_days, frame.rules.expansion_growth
    return (
        StageRule(Stage.ACQUISITION, "has not ordered yet"),
        StageRule(Stage.ONBOARDING, f"ordered on one day, at most {onboarding} days ago"),
        StageRule(Stage.LAPSED, f"last order more than {2 * rhythm} days ago"),
        StageRule(Stage.AT_RISK, f"last order more than {rhythm} days ago"),
        StageRule(
            Stage.WON_BACK,
            f"came back in the last {onboarding} days after more than {2 * rhythm} without an order",
        ),
        StageRule(Stage.ADVOCACY, _ADVOCATES),
        StageRule(Stage.EXPANSION, f"revenue at least {growth:.0%} above the window before"),
        StageRule(Stage.ADOPTION, f"last order at most {rhythm} days ago"),
    )


def _contract_rules(frame: StageFrame) -> tuple[StageRule, ...]:
    onboarding, growth = frame.rules.onboarding_days, frame.rules.expansion_growth
    least, most = TICKET_OPEN_DAYS
    return (
        StageRule(Stage.ACQUISITION, "has no contract yet"),
        StageRule(Stage.LAPSED, "every contract has ended"),
        StageRule(
            Stage.AT_RISK,
            f"monthly revenue at least {growth:.0%} below the opening of the current window, "
            f"or an urgent ticket open for {least} to {most} days",
        ),
        StageRule(
            Stage.WON_BACK,
            f"a contract began in the last {onboarding} days after more than {CONTRACT_GAP_DAYS} without one",
        ),
        StageRule(Stage.ONBOARDING, f"the first contract began in the last {onboarding} days"),
        StageRule(Stage.ADVOCACY, _ADVOCATES),
        StageRule(
            Stage.EXPANSION, f"monthly revenue at least {growth:.0%} above the opening of the current window"
        ),
        StageRule(Stage.ADOPTION, "any other running contract"),
    )
