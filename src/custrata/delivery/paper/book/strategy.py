"""The strategy itself, part by part: ground, customers, offering, plan, steering."""

from __future__ import annotations

from custrata.delivery.deck.material import day_text, plain, title_case
from custrata.delivery.paper.book.listing import card, grid, said, section, words_of
from custrata.delivery.paper.page import Block, Cell, Column, Grid, Line, Lines, Row, Voice
from custrata.delivery.paper.pages.scorecard import Standing, last_review, measures
from custrata.delivery.paper.pages.value_proposition import level_title, proposition_sheet
from custrata.delivery.paper.telling import Teller, plainly
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.canvas import QUESTIONS, TITLES
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.wording.spelling import spell

Blocks = tuple[Block, ...]


def ground(teller: Teller) -> Blocks:
    """Foundation, business context, and the twelve blocks of the canvas."""
    document = teller.document
    foundation = card(teller, "Foundation", document.foundation)
    business = card(teller, "Business context", document.business, skip=("revenue_targets",))
    targets = grid(
        teller,
        "Revenue targets",
        document.business.revenue_targets,
        (
            ("Where from", "kind", 2),
            ("Amount", lambda t: teller.money(t.amount), 2),
            ("In months", "in_months", 1),
            ("Team", "team", 2),
            ("Group", "group", 2),
            ("Product", "product", 2),
            ("Basis", "basis", 4),
            ("Owner", "owner", 2),
        ),
    )
    filled = [b for b in (foundation, business) if any(x.support > 0 for x in b.lines)]
    first = section("What the company is for", [*filled, targets])
    return (*first, *_canvas(teller))


def _canvas(teller: Teller) -> Blocks:
    blocks: list[Block] = []
    empty: list[str] = []
    for name, block in teller.document.canvas.blocks():
        lines = teller.lines(block.statements)
        if lines:
            blocks.append(Lines(TITLES[name], (plainly(QUESTIONS[name], Voice.QUIET), *lines)))
        else:
            empty.append(TITLES[name])
    if empty:
        missing = f"Nothing is written in these blocks: {'; '.join(empty)}."
        blocks.append(Lines("Blocks that are empty", (teller.line(None, missing=missing),)))
    return section("The canvas", blocks, lead="Five zones, twelve blocks; each answers one question.")


def customers(teller: Teller) -> Blocks:
    """Groups with intent, and the policy of the tiers."""
    document = teller.document
    groups = [card(teller, g.name, g, skip=("share_targeted",)) for g in document.groups]
    targets = grid(
        teller,
        "Shares aimed at",
        [g for g in document.groups if g.share_targeted.value is not None],
        (
            ("Group", "name", 2),
            ("Share aimed at", lambda g: spell(g.share_targeted.value, "share"), 1),
            ("In months", lambda g: g.share_targeted.in_months, 1),
            ("Basis", lambda g: g.share_targeted.basis, 5),
            ("Owner", lambda g: g.share_targeted.owner, 2),
        ),
    )
    tiers = grid(
        teller,
        "",
        document.tiers,
        (
            ("Tier", lambda t: title_case(t.tier.value), 2),
            ("What it earns", "position", 4),
            ("Investment", "investment", 3),
            ("Service", "service_model", 3),
            ("Entitlement", "entitlement", 3),
            ("Owner", "owner", 2),
        ),
    )
    return (
        *section("Customer groups", [*groups, targets]),
        *section("Policy of the portfolio tiers", [tiers]),
    )


def offering(teller: Teller) -> Blocks:
    """Outcomes, propositions, offers, capabilities, people."""
    document = teller.document
    outcomes = [card(teller, "Outcome", o) for o in document.outcomes]
    offers = [card(teller, o.name, o) for o in document.offers]
    roles = grid(
        teller,
        "Roles",
        document.people.roles,
        (
            ("Role", "title", 2),
            ("Team", "team", 2),
            ("New", "is_new", 1),
            ("Purpose", "purpose", 4),
            ("Holder", "holder", 2),
        ),
    )
    teams = grid(
        teller,
        "Teams across functions",
        document.people.teams,
        (
            ("Team", "name", 2),
            ("Functions", "functions", 3),
            ("Purpose", "purpose", 4),
            ("Groups", "groups", 2),
        ),
    )
    capabilities = grid(
        teller,
        "",
        document.capabilities,
        (
            ("To be able to", "name", 3),
            ("Kind", "kind", 1),
            ("What is missing", "gap", 4),
            ("What closes it", "investment", 4),
            ("Cost", lambda c: teller.money(c.cost) if c.cost is not None else "", 1),
            ("Owner", "owner", 2),
        ),
    )
    propositions: list[Block] = []
    for part in document.propositions:
        sheet = proposition_sheet(teller, part)
        name = teller.group_name(part.group, level_title(part))
        propositions += section(f"Value proposition: {name}", [Lines("", (sheet.finding,)), *sheet.blocks])
    return (
        *section("What is to become true for customers", outcomes),
        *propositions,
        *section("Products and services", offers),
        *section("What the company must be able to do", [capabilities]),
        *section("People and culture", [roles, teams, said(teller, "Culture", document.people.culture)]),
    )


def plan(teller: Teller) -> Blocks:
    """Goals, initiatives, objectives, incentives, who does what."""
    document = teller.document
    goals = [card(teller, f"Goal {i}", g, skip=("scores",)) for i, g in enumerate(document.goals, start=1)]
    initiatives = grid(
        teller,
        "",
        document.initiatives,
        (
            ("What is done", "statement", 5),
            ("Groups", "groups", 2),
            ("Days", "effort_days", 1),
            ("Cost", lambda i: teller.money(i.cost) if i.cost is not None else "", 1),
            ("Begins in months", "starts_in_months", 1),
            ("Runs months", "runs_months", 1),
            ("Owner", "owner", 2),
        ),
    )
    scored: list[Goal | Initiative] = [g for g in document.goals if g.scores]
    scored += [i for i in document.initiatives if i.scores]
    scores = grid(
        teller,
        "Scores, 1 to 7, where 7 is best for the company",
        scored,
        (
            ("Goal or initiative", "statement", 5),
            ("Scores", lambda x: [f"{plain(d)} {v}" for d, v in x.scores], 6),
        ),
    )
    return (
        *section("Goals", goals),
        *section("Initiatives", [initiatives, scores, *_together(teller)]),
        *section("Objectives and incentives", [*_objectives(teller), _incentives(teller)]),
    )


def _together(teller: Teller) -> list[Grid | None]:
    document = teller.document
    return [
        grid(
            teller,
            "Who answers for what",
            document.raci,
            (
                ("On", "on", 2),
                ("Accountable", "accountable", 2),
                ("Responsible", "responsible", 3),
                ("Consulted", "consulted", 2),
                ("Informed", "informed", 2),
            ),
        ),
        grid(
            teller,
            "What teams owe each other",
            document.interlocks,
            (
                ("Gives", "gives", 2),
                ("Takes", "takes", 2),
                ("What", "what", 4),
                ("When", "when", 2),
                ("Breaks if", "breaks_if", 3),
            ),
        ),
        grid(
            teller,
            "People and money",
            document.resources,
            (
                ("Initiative", "initiative", 2),
                ("Team", "team", 2),
                ("Days", "days", 1),
                ("Money", lambda r: teller.money(r.money) if r.money is not None else "", 1),
            ),
        ),
    ]


def _objectives(teller: Teller) -> list[Block]:
    blocks: list[Block] = []
    for objective in teller.document.objectives:
        blocks.append(card(teller, "Objective", objective, skip=("key_results",)))
        results = grid(
            teller,
            "",
            objective.key_results,
            (
                ("Key result", lambda k: title_case(plain(k.measure)), 3),
                ("Base", "base", 4),
                (
                    "Target",
                    lambda k: spell(k.target, teller.unit_of(k.measure)) if k.target is not None else "",
                    1,
                ),
                ("By", lambda k: k.on or (f"{k.in_months} months" if k.in_months else ""), 2),
                ("Benchmark", "benchmark", 3),
                ("Owner", "owner", 2),
            ),
        )
        blocks += [results] if results else []
    return blocks


def _incentives(teller: Teller) -> Grid | None:
    return grid(
        teller,
        "Incentives",
        teller.document.incentives,
        (
            ("Team", "team", 2),
            ("What is rewarded", "statement", 5),
            ("Measure", "measure", 2),
            ("Owner", "owner", 2),
        ),
    )


def lifecycle(teller: Teller) -> Blocks:
    """Plan by stage and by step between stages."""
    stages = grid(
        teller,
        "",
        teller.document.lifecycle,
        (
            ("Stage", lambda s: title_case(s.stage.value), 2),
            ("Enters when", "criteria", 3),
            ("Stands now", "position", 4),
            ("Friction", "friction", 4),
            ("Intervention", "intervention", 4),
            ("Owner", "owner", 2),
        ),
    )
    steps = grid(
        teller,
        "",
        teller.document.transitions,
        (
            ("Step", lambda t: f"{title_case(t.leaves.value)} to {t.enters.value}", 2),
            ("Stands now", "position", 4),
            ("Friction", "friction", 4),
            ("Intervention", "intervention", 4),
            ("Owner", "owner", 2),
        ),
    )
    return (*section("Stages", [stages]), *section("Steps between stages", [steps]))


def steering(teller: Teller) -> Blocks:
    """Scorecard, last review, maturity, decision rights, principles, sources of insight."""
    document = teller.document
    card_rows = [Standing.of(teller, r) for r in document.scorecard]
    score = section("Scorecard", [measures(teller, card_rows), *last_review(teller)]) if card_rows else ()
    maturity = grid(
        teller,
        "",
        document.maturity,
        (
            ("Dimension", lambda m: title_case(m.dimension.value), 3),
            ("Now, 1 to 5", "level", 1),
            ("Wanted", "wanted", 1),
            ("Because", "because", 5),
            ("Said by", "said_by", 2),
        ),
    )
    rights = grid(
        teller,
        "Who decides what",
        document.decision_rights,
        (
            ("Decision", "decision", 4),
            ("Decides", "decides", 2),
            ("Consulted", "consulted", 3),
            ("Goes up to", "escalates_to", 2),
        ),
    )
    sources = grid(
        teller,
        "Where the company listens",
        document.insight_sources,
        (
            ("How", "method", 4),
            ("Voice", "voice", 1),
            ("Every days", "every_days", 1),
            ("Way back", "loop", 4),
            ("Owner", "owner", 2),
        ),
    )
    escalations = grid(
        teller,
        "What must go up",
        document.escalations,
        (("What", "what", 4), ("To", "to", 2), ("When", "when", 3)),
    )
    principles = said(teller, "Principles", (p.statement for p in document.principles))
    return (
        *score,
        *section("Maturity", [maturity]),
        *section("Governance", [principles, rights, escalations, sources]),
    )


def open_ends(teller: Teller) -> Blocks:
    """Assumptions, decisions, and findings that are let stand."""
    document = teller.document
    assumptions = grid(
        teller,
        "",
        document.assumptions,
        (
            ("What is assumed", "statement", 5),
            ("Must hold", lambda a: _holds(teller, a), 3),
            ("Looked at again", lambda a: _until(teller, a), 2),
            ("What is stopped then", "kill_criterion", 4),
            ("Owner", "owner", 2),
        ),
    )
    decisions = [card(teller, f"Decision {i}", d) for i, d in enumerate(document.decisions, start=1)]
    suppressed = grid(
        teller,
        "",
        document.suppressions,
        (
            ("Finding", "code", 1),
            ("Where", "place", 3),
            ("Why it may stand", "reason", 5),
            ("Owner", "owner", 2),
            ("Until", "until", 2),
        ),
    )
    return (
        *section("Assumptions", [assumptions]),
        *section("Decisions", decisions),
        *section("Findings that are let stand", [suppressed]),
    )


def _holds(teller: Teller, part: Assumption) -> str:
    if not part.measure or part.threshold is None:
        return ""
    return f"{plain(part.measure)} {part.direction} {spell(part.threshold, teller.unit_of(part.measure))}"


def _until(teller: Teller, part: Assumption) -> str:
    if part.expires_on:
        return day_text(part.expires_on)
    return f"after {words_of(teller, part.in_months)} months" if part.in_months else ""


def signatures(teller: Teller) -> Grid:
    """Who has agreed, and who has not."""
    columns = (Column("Function", share=2), Column("Standing", share=5))
    rows = tuple(
        Row((Cell((plainly(f, bold=True),)), Cell((Line(plainly(done).words),))))
        for f, done in signature_lines(teller)
    )
    return Grid("Signatures", columns, rows)


def signature_lines(teller: Teller) -> tuple[tuple[str, str], ...]:
    """Function, and what it has done."""
    found = []
    for sign in teller.document.sign_offs:
        who = f" by {sign.name}" if sign.name else ""
        if sign.signed_on:
            done = f"signed{who}, {day_text(sign.signed_on)}" + (
                f", revision {sign.revision}" if sign.revision else ""
            )
        elif sign.declined_because:
            done = f"declined{who}: {sign.declined_because}"
        else:
            done = "open"
        found.append((sign.function, done))
    return tuple(found)
