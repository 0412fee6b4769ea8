"""Wrong strategies yield every finding once and in its place; good ones and drafts yield none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.documents import documents
from tests.snapshots import every_company
from tests.told import TODAY, Held, Told

from custrata.drafting.draft import draft
from custrata.engine.snapshots import SnapshotStore
from custrata.evidence.check import evaluate
from custrata.measures import CATALOGUE
from custrata.strategy.document import Document
from custrata.strategy.lint.checking import checked, lint
from custrata.strategy.lint.finding import Finding, Severity
from custrata.strategy.lint.registry import all_pitfalls
from custrata.strategy.parts.part import Owner, walk
from custrata.strategy.text import load
from custrata.vocabulary import EvidenceState

STRATEGIES = Path(__file__).parents[1] / "strategy"
GOOD = sorted((STRATEGIES / "good").glob("*.yaml"))

CONTEXT = "canvas.context.business_context.statements"

EXPECTED = {
    "AC101": "goals",
    "AC102": "initiatives",
    "AS101": "assumptions[price-holds]",
    "AS102": "assumptions[steel-cheap]",
    "AS103": "assumptions[few-tickets]",
    "BO101": "groups[schools].intent.reason[P003]",
    "BS101": "business.revenue_targets[keep]",
    "BS102": "business.revenue_targets[resell]",
    "BS103": "business.revenue_targets[widen]",
    "CB101": "groups[resellers].intent",
    "CB102": "propositions[vp-traders]",
    "CH101": "channel_charters",
    "CH102": "channel_charters[ch-fair]",
    "CO101": "assumptions",
    "DE101": "decisions[third-depot]",
    "EQ101": "tiers",
    "EQ102": "tiers",
    "EV101": f"{CONTEXT}[E01]",
    "EV102": f"{CONTEXT}[E02]",
    "EV103": f"{CONTEXT}[E03]",
    "EV104": f"{CONTEXT}[E04]",
    "EV105": f"{CONTEXT}[E05]",
    "EV106": f"{CONTEXT}[E06]",
    "EX101": "experiments[x-letter]",
    "EX102": "experiments[x-call]",
    "EX103": "experiments[x-card]",
    "EX104": "experiments[x-film]",
    "GA101": "canvas.purpose.purpose.statements[G01]",
    "GO101": "goals",
    "GO102": "goals[found]",
    "GO103": "goals[known]",
    "GO104": "goals[grown].statement",
    "HO101": "horizon.months",
    "IC101": "incentives[pay-sales]",
    "ID101": "outcomes[cut]",
    "IN101": "groups",
    "IT101": "initiatives",
    "IT102": "initiatives[visits]",
    "KR101": "objectives[o-orders].key_results[kr-order]",
    "LC101": "lifecycle[stage-acquisition]",
    "LC102": "transitions[to-onboarding]",
    "LO101": "insight_sources",
    "ME101": "tiers[t-platinum]",
    "ME102": "channel_charters[ch-web]",
    "ME103": "scorecard[row-lines]",
    "MM101": "message_maps[mm-workshops].messages[msg-saw]",
    "OR101": "groups[students]",
    "OW101": "canvas.purpose.purpose.statements[P001]",
    "OW102": "accountable",
    "PO101": "goals[met]",
    "RA101": "initiatives[letters]",
    "RA102": "raci[raci-fair-too]",
    "RE101": "groups[resellers]",
    "RV101": "reviews[weekly-2026-06-22]",
    "SE101": "propositions[vp-workshops].for_whom",
    "SE102": "groups",
    "SC101": "goals[chosen]",
    "SG101": "groups[workshops]",
    "SG102": "groups[clubs]",
    "SH101": "groups",
    "SH102": "groups",
    "SH103": "tiers",
    "SU101": "suppressions[su-old]",
    "SU102": "suppressions[su-nobody]",
    "SU103": "suppressions[su-idle]",
    "SV101": "service_standards[std-first]",
    "SV102": "service_standards[std-repair]",
    "TA101": "scorecard[row-csat]",
    "TA102": "scorecard[row-nps]",
    "TA103": "scorecard[row-discount]",
    "TE102": "foundation.vision",
    "VP101": "propositions[vp-workshops].promises[pr-morning]",
    "VP102": "propositions[vp-schools].promises[pr-class].statement",
    "VP103": "propositions[vp-schools]",
    "VP104": "propositions[vp-clubs]",
    "VP105": "propositions[vp-clubs].alternatives",
    "VP106": "propositions[vp-workshops].impact",
    "VP107": "propositions[vp-traders].promises[pr-pallet].statement",
}
"""Code → place in wrong/all.yaml."""

EARLY = {"PR101": "profiles[profile-homes]", "TE101": "initiatives[system].statement"}
"""Code → place in wrong/early.yaml: whoever has agreed on nothing cannot contradict it as well."""


def readings() -> Told:
    """What the data of the wrong company say."""
    told = Told().add("top_1_revenue_share", 0.2)
    told.add("new_revenue", 900, "EUR").add("expansion_revenue", 100, "EUR")
    told.by("revenue", "trade", "EUR", reseller=400, workshop=600)
    sizes = {"platinum": 50, "gold": 200, "silver": 500, "bronze": 250}
    told.by("customers", "tier", "customers", **sizes)
    told.by("cost_to_serve", "tier", "EUR", platinum=550, gold=2_100, silver=5_000, bronze=2_400)
    told.by("revenue", "tier", "EUR", platinum=50_000, gold=40_000, silver=30_000, bronze=5_000)
    told.by("csat", "month", **{f"2026-0{month}": 0.7 + 0.01 * month for month in range(1, 7)})
    told.add("ces", 3.2, "points", interval=(3.0, 3.4))
    return told.add("first_response_hours", 9, "hours", interval=(8, 10))


STATES = (
    Held("E01", EvidenceState.CONTRADICTED),
    Held("E02", EvidenceState.DRIFTING),
    Held("E03", EvidenceState.STALE),
    Held("E04", EvidenceState.UNPROVEN),
)


def strategy(name: str) -> Document:
    return load((STRATEGIES / name).read_text(encoding="utf-8"))


def serious(found: tuple[Finding, ...]) -> list[str]:
    return [f"{f.code} {f.place}: {f.message}" for f in found if f.severity is not Severity.NOTE]


def test_every_pitfall_has_its_place_in_a_wrong_strategy():
    known = [pitfall.code for pitfall in all_pitfalls()]
    assert sorted([*EXPECTED, *EARLY]) == known


def test_a_strategy_that_makes_every_mistake_yields_each_finding_once_and_in_its_place():
    result = checked(strategy("wrong/all.yaml"), STATES, tuple(CATALOGUE), readings(), TODAY)
    assert Counter((f.code, f.place) for f in result.findings) == Counter(EXPECTED.items())
    assert result.suppressed == ()


def test_a_strategy_without_agreed_groups_yields_its_own_two():
    found = lint(strategy("wrong/early.yaml"), (), tuple(CATALOGUE), None, TODAY)
    assert Counter((f.code, f.place) for f in found) == Counter(EARLY.items())


def test_every_finding_is_told_so_that_it_can_be_mended():
    found = lint(strategy("wrong/all.yaml"), STATES, tuple(CATALOGUE), readings(), TODAY)
    assert [f.code for f in found if not f.message.strip() or not f.mend.strip()] == []


def test_without_data_only_what_was_written_is_found():
    found = {f.code for f in lint(strategy("wrong/all.yaml"))}
    need = {pitfall.code for pitfall in all_pitfalls() if pitfall.needs_data}
    assert found & need == set()
    assert len(found) >= 50


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_strategy_is_told_of_no_mistake(path):
    document = load(path.read_text(encoding="utf-8"))
    assert serious(lint(document, (), tuple(CATALOGUE), None, document.as_of)) == []


def test_the_good_strategies_are_five_of_different_companies_and_nearly_complete():
    documents = [load(path.read_text(encoding="utf-8")) for path in GOOD]
    assert len({document.company for document in documents}) == 5
    for document in documents:
        empty = [name for name in Document.model_fields if getattr(document, name) in ((), "")]
        assert len(empty) <= 8, (document.company, empty)
        assert len(document.claims()) >= 9


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda snapshot: snapshot.manifest.company)
def test_a_draft_is_told_of_no_mistake(snapshot):
    document = draft(snapshot)
    evidence = evaluate(document, snapshot)
    assert serious(lint(document, evidence, tuple(CATALOGUE), snapshot, snapshot.manifest.as_of)) == []


def test_the_draft_of_a_build_is_told_of_no_mistake(roaster):
    snapshot = SnapshotStore(roaster / ".custrata").load()
    document = draft(snapshot)
    evidence = evaluate(document, snapshot)
    assert serious(lint(document, evidence, tuple(CATALOGUE), snapshot, snapshot.manifest.as_of)) == []


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_what_nobody_has_taken_yet_is_no_mistake(path):
    document = load(path.read_text(encoding="utf-8"))
    opened = Document.model_validate(_without_names(document.model_dump(mode="json")))
    assert not any(part.assigned for _, part in walk(opened) if isinstance(part, Owner))
    assert serious(lint(opened, (), tuple(CATALOGUE), None, document.as_of)) == []


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_strategy_with_its_own_numbers_as_data_is_told_of_no_mistake(path):
    document = load(path.read_text(encoding="utf-8"))
    told = Told()
    for claim in document.claims():
        for figure in claim.figures:
            told.add(figure.measure, figure.value, figure.unit, 400, figure.segment, figure.period)
    assert serious(lint(document, (), tuple(CATALOGUE), told, document.as_of)) == []


def test_documents_made_by_chance_make_no_pitfall_stumble():
    for document in documents(100, plenty=3):
        found = lint(document, STATES, tuple(CATALOGUE), readings(), TODAY)
        assert all(f.place and f.message and f.mend for f in found)
        assert found == lint(document, STATES, tuple(CATALOGUE), readings(), TODAY)


def _without_names(value: object) -> object:
    if isinstance(value, dict):
        opened = {key: _without_names(inner) for key, inner in value.items() if key != "signed_on"}
        if set(value) == {"role", "name"}:
            opened |= {"role": value["role"] or value["name"], "name": ""}
        return opened
    return [_without_names(inner) for inner in value] if isinstance(value, list) else value
