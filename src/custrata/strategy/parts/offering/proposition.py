"""Value propositions at two levels: what we stand for, and what we offer each group."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class Level(StrEnum):
    """The two levels of a proposition."""

    STANDS_FOR = "what we stand for"
    OFFERS = "what we offer"


class ProofKind(StrEnum):
    """What may prove a claim."""

    MEASURE = "measure"
    DEMONSTRATION = "demonstration"
    CASE = "case"
    BENCHMARK = "benchmark"
    REFERENCE = "reference"
    GUARANTEE = "guarantee"


class Proof(Part):
    """Something that a customer can check.

    Attributes:
        id: Stable address.
        kind: Measure, demonstration, case, benchmark, reference or guarantee.
        statement: The proof itself; a claim where data show it.
        where: Where a customer finds it.
    """

    id: Id
    kind: ProofKind
    statement: Statement
    where: str = ""


class Promise(Part):
    """One claim of a proposition, with the reasons to believe it.

    Attributes:
        id: Stable address.
        statement: What is promised.
        measure: Measure that would show the promise broken; empty when none can yet.
        reasons: Reasons to believe, in words.
        proofs: What proves it.
    """

    id: Id
    statement: Statement
    measure: str = ""
    reasons: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()


class Benefit(Part):
    """What a customer gains, and what it is worth to them."""

    id: Id
    statement: Statement
    worth: Statement | None = None


class Alternative(Part):
    """What a customer could do instead.

    Attributes:
        id: Stable address.
        name: The alternative in customers' words.
        nothing: Whether it is doing nothing.
        answer: Why we are the better choice.
    """

    id: Id
    name: str
    nothing: bool = False
    answer: Statement | None = None


class PropositionTest(Part):
    """A test of the proposition with customers.

    Attributes:
        id: Stable address.
        with_whom: Who was asked.
        n: How many.
        on: When; None while it is planned.
        result: What they said or did.
        passed: Whether the proposition stood; None while it is open.
    """

    id: Id
    with_whom: str
    n: Annotated[int, Field(ge=0)] = 0
    on: dt.date | None = None
    result: str = ""
    passed: bool | None = None


class Proposition(Part):
    """For … who need … we provide … unlike …, with benefits, alternatives, promises, proof and tests.

    Attributes:
        id: Stable address.
        level: What we stand for, or what we offer.
        group: Id of the customer group; empty for every group.
        for_whom: The group as its people would name themselves.
        who_need: The outcome they need.
        we_provide: The benefit.
        unlike: The best alternative.
        benefits: What they gain, the most valued first.
        alternatives: What they could do instead, doing nothing included.
        promises: Claims, each with proof.
        impact: What it is worth to them as a number.
        tests: With whom and when it was tested.
        words_to_use: Words that customers use.
        words_to_avoid: Words of ours that they do not.
        owner: Who answers for it.
    """

    id: Id
    level: Level = Level.OFFERS
    group: str = ""
    for_whom: str = ""
    who_need: str = ""
    we_provide: str = ""
    unlike: str = ""
    benefits: tuple[Benefit, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    promises: tuple[Promise, ...] = ()
    impact: Statement | None = None
    tests: tuple[PropositionTest, ...] = ()
    words_to_use: tuple[str, ...] = ()
    words_to_avoid: tuple[str, ...] = ()
    owner: Owner = Owner()

    @property
    def sentence(self) -> str:
        """The proposition as one sentence; empty while a piece of it is missing."""
        pieces = (self.for_whom, self.who_need, self.we_provide, self.unlike)
        if not all(pieces):
            return ""
        return "For {} who need {}, we provide {}, unlike {}.".format(*pieces)
