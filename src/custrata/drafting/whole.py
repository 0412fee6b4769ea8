"""All parts of a draft beyond canvas and chapters, each written from the same sketch."""

from __future__ import annotations

from typing import Any

from custrata.drafting.chapters.group_details import with_details
from custrata.drafting.chapters.transitions import draft_transitions
from custrata.drafting.foundation.business import draft_business
from custrata.drafting.foundation.purpose import draft_foundation
from custrata.drafting.offering.capabilities import draft_capabilities
from custrata.drafting.offering.offers import draft_offers
from custrata.drafting.offering.people import draft_people
from custrata.drafting.offering.propositions import draft_propositions
from custrata.drafting.papers.audit import draft_audit
from custrata.drafting.papers.briefs import draft_briefs
from custrata.drafting.papers.charters import draft_charters
from custrata.drafting.papers.empathy import draft_empathy_maps
from custrata.drafting.papers.journeys import draft_journey_maps
from custrata.drafting.papers.messages import draft_message_maps
from custrata.drafting.papers.notes import draft_notes
from custrata.drafting.papers.profiles import draft_profiles
from custrata.drafting.papers.research import draft_research
from custrata.drafting.papers.standards import draft_standards
from custrata.drafting.running.experiments import draft_experiments
from custrata.drafting.running.responsibility import draft_escalations, draft_interlocks, draft_raci
from custrata.drafting.sketch import Sketch
from custrata.drafting.steering.governance import draft_decision_rights, draft_principles
from custrata.drafting.steering.incentives import draft_incentives
from custrata.drafting.steering.listening import draft_insight_sources
from custrata.drafting.steering.objectives import draft_objectives
from custrata.drafting.steering.outcomes import draft_outcomes


def other_parts(sketch: Sketch) -> dict[str, Any]:
    """The fields of the document that are written after canvas and chapters, in their order.

    Args:
        sketch: What canvas and chapters have settled.

    Returns:
        Field of the document → its parts. Scoring, maturity and resources stay empty.
    """
    return {**_ground(sketch), **_steering(sketch), **_papers(sketch), **_running(sketch)}


def _ground(sketch: Sketch) -> dict[str, Any]:
    return {
        "groups": with_details(sketch),
        "foundation": draft_foundation(sketch),
        "business": draft_business(sketch),
        "offers": draft_offers(sketch),
        "capabilities": draft_capabilities(sketch),
        "people": draft_people(sketch),
    }


def _steering(sketch: Sketch) -> dict[str, Any]:
    return {
        "outcomes": draft_outcomes(sketch),
        "insight_sources": draft_insight_sources(sketch),
        "objectives": draft_objectives(sketch),
        "incentives": draft_incentives(sketch),
        "decision_rights": draft_decision_rights(sketch),
        "principles": draft_principles(sketch),
        "transitions": draft_transitions(sketch.pen),
    }


def _papers(sketch: Sketch) -> dict[str, Any]:
    propositions = draft_propositions(sketch)
    return {
        "propositions": propositions,
        "profiles": draft_profiles(sketch),
        "briefs": draft_briefs(sketch),
        "message_maps": draft_message_maps(sketch, propositions),
        "channel_charters": draft_charters(sketch),
        "service_standards": draft_standards(sketch),
        "empathy_maps": draft_empathy_maps(sketch),
        "journey_maps": draft_journey_maps(sketch),
        "research": draft_research(sketch),
        "notes": draft_notes(sketch),
        "audit": draft_audit(sketch),
    }


def _running(sketch: Sketch) -> dict[str, Any]:
    return {
        "experiments": draft_experiments(sketch),
        "raci": draft_raci(sketch),
        "interlocks": draft_interlocks(sketch),
        "escalations": draft_escalations(sketch),
    }
