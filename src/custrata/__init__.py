"""Custrata: from a company's customer data to a living customer strategy, every claim tied to evidence."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "CATALOGUE": "custrata.measures.catalogue",
    "CONTRACT": "custrata.sources.contract",
    "Account": "custrata.sources.account",
    "Caveat": "custrata.sources.account",
    "ClaimEvidence": "custrata.evidence.check",
    "ContractError": "custrata.errors",
    "CustrataError": "custrata.errors",
    "DeliveryError": "custrata.errors",
    "Direction": "custrata.vocabulary",
    "Document": "custrata.strategy.document",
    "DocumentError": "custrata.errors",
    "EstimateError": "custrata.errors",
    "EvidenceState": "custrata.vocabulary",
    "InputError": "custrata.errors",
    "Intent": "custrata.vocabulary",
    "Manifest": "custrata.snapshot",
    "MappingQuestion": "custrata.errors",
    "MeasureError": "custrata.errors",
    "Period": "custrata.vocabulary",
    "Project": "custrata.project.project",
    "Reading": "custrata.vocabulary",
    "Relationship": "custrata.vocabulary",
    "ScenarioError": "custrata.errors",
    "SettingError": "custrata.errors",
    "Settings": "custrata.settings",
    "Snapshot": "custrata.snapshot",
    "SnapshotError": "custrata.errors",
    "Stage": "custrata.vocabulary",
    "Tier": "custrata.vocabulary",
    "Timing": "custrata.vocabulary",
    "draft": "custrata.drafting.draft",
    "evaluate": "custrata.evidence.check",
    "Change": "custrata.strategy.revision.compare",
    "Delta": "custrata.evidence.moved",
    "Finding": "custrata.strategy.lint.finding",
    "compare": "custrata.strategy.revision.compare",
    "delta": "custrata.evidence.moved",
    "lint": "custrata.strategy.lint.checking",
    "merge": "custrata.strategy.revision.merge",
}
"""Where each public name lives: it is loaded when it is used, so that starting stays cheap."""

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'custrata' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
