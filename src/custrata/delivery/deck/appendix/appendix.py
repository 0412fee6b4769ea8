"""The whole appendix, in order."""

from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.appendix import definitions, evidence, figures, pages
from custrata.delivery.deck.ledger import Ledger
from custrata.delivery.deck.material import Material
from custrata.delivery.deck.slides import Slide


def appendix(material: Material, ledger: Ledger) -> tuple[Slide, ...]:
    """All slides of the appendix, not yet numbered, each with its foot.

    Args:
        material: Snapshot, strategy and evidence.
        ledger: What is printed where.
    """
    manifest = material.snapshot.manifest
    foot = f"Snapshot {manifest.fingerprint[:16]} · {material.document.company or manifest.company}"
    said = evidence.legend(material.evidence)
    claims = tuple(replace(s, evidence=said) for s in evidence.claims(material, ledger))
    rest = (
        *pages.together((*figures.figures(ledger), *definitions.statements(ledger))),
        *definitions.definitions(ledger, material.snapshot.manifest),
    )
    return (*claims, *(replace(s, evidence=" · ".join(p for p in (s.evidence, foot) if p)) for s in rest))
