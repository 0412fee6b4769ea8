"""The canvas: five zones that hold twelve blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class Block(Part):
    """One block of the canvas: what is claimed, proposed and not known about its question."""

    id: Id
    owner: Owner = Owner()
    statements: tuple[Statement, ...] = ()


class Zone(Part):
    """A zone: a folder of blocks."""

    whole: ClassVar[bool] = True


class PurposeZone(Zone):
    """What the company is for."""

    purpose: Block = Block(id="purpose")


class ContextZone(Zone):
    """The ground on which the strategy stands."""

    business_context: Block = Block(id="business_context")
    customer_context: Block = Block(id="customer_context")


class PropositionZone(Zone):
    """What passes between the company and its customers, and how customers live through it."""

    customer_value_proposition: Block = Block(id="customer_value_proposition")
    business_value_proposition: Block = Block(id="business_value_proposition")
    concept_of_experience: Block = Block(id="concept_of_experience")


class ValueChainZone(Zone):
    """What the company must offer, be able to do, and be."""

    products_and_services: Block = Block(id="products_and_services")
    supporting_capabilities: Block = Block(id="supporting_capabilities")
    people_and_culture: Block = Block(id="people_and_culture")


class SteeringZone(Zone):
    """How the company learns, measures and decides."""

    insight: Block = Block(id="insight")
    performance: Block = Block(id="performance")
    governance: Block = Block(id="governance")


TITLES = {
    "purpose": "Purpose, vision, mission, values",
    "business_context": "Business context",
    "customer_context": "Customer context",
    "customer_value_proposition": "Customer value proposition",
    "business_value_proposition": "Business value proposition",
    "concept_of_experience": "Concept of experience",
    "products_and_services": "Products and services",
    "supporting_capabilities": "Supporting capabilities",
    "people_and_culture": "People and culture",
    "insight": "Insight",
    "performance": "Performance, OKRs and incentives",
    "governance": "Governance",
}
"""Titles of the twelve blocks, in their order."""

QUESTIONS = {
    "purpose": "What are we for, and what do we stand for?",
    "business_context": "How does the business earn, and what stands in its way?",
    "customer_context": "Who are the customers and users, and what do they need?",
    "customer_value_proposition": "Why do they choose us over every alternative, doing nothing included?",
    "business_value_proposition": "What do we get back, and what do we put in?",
    "concept_of_experience": "What is it like to be our customer, from first contact on?",
    "products_and_services": "What do we offer, and where does it fall short?",
    "supporting_capabilities": "What must we be able to do, and what is missing?",
    "people_and_culture": "Who does it, and how do they decide?",
    "insight": "How do we know what customers do and need?",
    "performance": "How do we see that it works, and what do we reward?",
    "governance": "Who decides what, and when do we look again?",
}
"""The question that each block answers."""


class Canvas(Part):
    """The five zones of the canvas."""

    whole: ClassVar[bool] = True

    purpose: PurposeZone = PurposeZone()
    context: ContextZone = ContextZone()
    proposition: PropositionZone = PropositionZone()
    value_chain: ValueChainZone = ValueChainZone()
    steering: SteeringZone = SteeringZone()

    def blocks(self) -> Iterator[tuple[str, Block]]:
        """Name and block of all twelve, in their order."""
        for zone in type(self).model_fields:
            part = getattr(self, zone)
            for name in type(part).model_fields:
                yield name, getattr(part, name)

    def block(self, name: str) -> Block:
        """The block of this name; KeyError when there is none."""
        return dict(self.blocks())[name]
