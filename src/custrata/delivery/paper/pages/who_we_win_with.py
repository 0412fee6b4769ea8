"""Who we win with: the profile, what marks it, what warns, and what each profile gets."""

from __future__ import annotations

from custrata.delivery.deck.material import title_case, worded
from custrata.delivery.deliverable import Given
from custrata.delivery.figures import Figure, figure, rests_on, say
from custrata.delivery.paper.page import (
    Band,
    Block,
    Cell,
    Column,
    Grid,
    Line,
    Lines,
    Pair,
    Row,
    Sheet,
    Spot,
    Tone,
    Track,
    Voice,
)
from custrata.delivery.paper.telling import Teller, headline, listed, nothing_written, plainly, signed_by
from custrata.evidence.check import ClaimEvidence
from custrata.strategy.parts.papers.profile import Profile, ProfileTier, Sign
from custrata.strategy.parts.statement import Claim
from custrata.vocabulary import Reading

KIND = "Who we win with"
_TRACK = Track(
    0.25, 4.0, ((0.25, "¼"), (0.5, "½"), (1.0, "1"), (2.0, "2"), (4.0, "4")), (1.0,), True, width=5.2
)
_MOST_QUOTES, _MOST_DECISIONS = 2, 3


def who_we_win_with(given: Given) -> tuple[Sheet, ...]:
    """The page for all profiles of the strategy.

    Raises:
        DeliveryError: If the strategy holds no profile.
    """
    teller = Teller(given)
    profiles = sorted(teller.document.profiles, key=lambda p: tuple(ProfileTier).index(p.tier))
    if not profiles:
        raise nothing_written("no profile says who the company wins with", "profiles")
    first = profiles[0]
    finding, band = headline(teller.line(first.statement), "Whom we win with")
    marks = [s for p in profiles for s in p.signs if not s.red_flag]
    flags = [s for p in profiles for s in p.signs if s.red_flag]
    blocks: list[Block | None] = [
        Lines("", (band,), keep=True) if band and band.voice is Voice.GAP else _band(teller, first, band),
        _signs(teller, "What marks them: lift, 95% interval (1 = no difference)", marks, Tone.ACCENT),
        _signs(teller, "Red flags: what marks those we lose or serve at a loss", flags, Tone.LOSS),
        _tiers(teller, profiles),
        _quotes_and_decisions(teller, first),
    ]
    return (teller.sheet(KIND, finding, blocks),)


def _band(teller: Teller, first: Profile, band: Line | None) -> Band:
    if band is not None:
        return Band(f"{title_case(first.tier.value)} profile:", band)
    names = listed(teller.group_name(g) for g in first.groups) or "no customer group named yet"
    months = f"; the company designs around it for {first.for_months} months" if first.for_months else ""
    return Band(
        f"{title_case(first.tier.value)} profile:",
        Line(worded(f"{names}{months}"), Voice.STATED, signed_by(first.owner)),
    )


def _signs(teller: Teller, heading: str, signs: list[Sign], tone: Tone) -> Block | None:
    if not signs:
        return None
    measured = [(s, lift) for s in signs if (lift := _lift(teller, s)) is not None]
    rest = [teller.line(s.statement) for s in signs if _lift(teller, s) is None]
    if not measured:
        return Lines(heading.partition(":")[0], tuple(rest), tone)
    columns = (
        Column("Sign", share=3),
        Column("n", True, 0),
        Column("Lift", True, 0),
        Column("Interval", share=1),
    )
    rows = [_sign_row(teller, s, evidence, reading, tone) for s, (evidence, reading) in measured]
    rows += [Row((Cell((x,)),)) for x in rest]
    return Grid(heading, columns, tuple(rows), tone, _TRACK)


def _lift(teller: Teller, sign: Sign) -> tuple[ClaimEvidence, Reading] | None:
    """The ratio behind a sign, where its claim is bound to one reading of one."""
    if not isinstance(sign.statement, Claim):
        return None
    evidence = teller.evidence(sign.statement.id)
    for part in evidence.figures if evidence else ():
        if part.figure.unit == "ratio" and len(part.now.readings) == 1 and part.now.value is not None:
            assert evidence is not None
            return evidence, part.now.readings[0]
    return None


def _sign_row(teller: Teller, sign: Sign, evidence: ClaimEvidence, reading: Reading, tone: Tone) -> Row:
    lift: Figure = figure(reading)
    ids = (evidence.claim_id,)
    claim = teller.line(sign.statement)
    interval = worded(lift.interval, "evidence") if lift.interval else worded("counted")
    cells = (
        Cell((claim,)),
        Cell((Line(say(rests_on(reading)), claims=ids),)),
        Cell((Line(say(lift, "×"), bold=True, claims=ids),)),
        Cell((Line(interval, Voice.QUIET),)),
    )
    return Row(cells, Spot(reading.value or 0.0, reading.low, reading.high, tone), support=claim.support)


def _tiers(teller: Teller, profiles: list[Profile]) -> Grid:
    columns = (
        Column("Profile", share=0),
        Column("Who", share=3),
        Column("Groups", share=2),
        Column("Service", share=3),
    )
    rows = [_tier_row(teller, p, above=p is profiles[0]) for p in profiles]
    for profile in profiles:
        for line in teller.lines(profile.disqualified, short=True):
            rows.append(Row((Cell((plainly("Not served", bold=True),)), Cell((line,))), wide=True))
    return Grid("Profiles, and what each one gets", columns, tuple(rows))


def _tier_row(teller: Teller, profile: Profile, *, above: bool) -> Row:
    groups = [g for name in profile.groups if (g := teller.group(name)) is not None]
    service = teller.lines((g.service_model for g in groups), short=True)
    cells = (
        Cell((plainly(title_case(profile.tier.value), bold=True),)),
        Cell(
            (plainly("as said above", Voice.QUIET) if above else teller.line(profile.statement, short=True),)
        ),
        Cell((plainly(listed(teller.group_name(g) for g in profile.groups) or "not named yet"),)),
        Cell(service or (plainly("not written yet", Voice.QUIET),)),
    )
    return Row(cells, support=5.5 if profile.tier is ProfileTier.PRIMARY else 2.0)


def _quotes_and_decisions(teller: Teller, first: Profile) -> Block | None:
    quotes = _quotes(teller, first)
    decisions = _decisions(teller, first)
    if quotes and decisions:
        return Pair(quotes, decisions)
    return quotes or decisions


def _quotes(teller: Teller, first: Profile) -> Lines | None:
    briefs = [b for b in teller.document.briefs if not b.group or b.group in first.groups]
    found = [
        Line(worded(f"“{p.words}”"), Voice.STATED, listed([p.source, p.theme]))
        for b in briefs
        for p in b.phrases
    ]
    return Lines("In their words", tuple(found[:_MOST_QUOTES])) if found else None


def _decisions(teller: Teller, first: Profile) -> Lines | None:
    printed = {s.id for s in (first.statement, *(x.statement for x in first.signs)) if isinstance(s, Claim)}
    asked = [d for d in teller.document.decisions if not d.decided and printed & set(d.rests_on)]
    lines = teller.lines(d.question for d in asked[:_MOST_DECISIONS])
    return Lines("Decisions this page asks for", lines, Tone.PROPOSAL, numbered=True) if lines else None
