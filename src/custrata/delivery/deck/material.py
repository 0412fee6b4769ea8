"""What slides are made of: readings as figures, statements of the strategy as sentences, periods in words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from custrata.delivery import tokens
from custrata.delivery.deck.slides import Tone
from custrata.delivery.figures import (
    Figure,
    Name,
    Part,
    Prose,
    Spelling,
    derived,
    figure,
    say,
    spelling,
    stated,
)
from custrata.evidence.check import ClaimEvidence
from custrata.evidence.figures import number_now
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.parts.statement import Figure as Bound
from custrata.strategy.revision.content import agreed_on
from custrata.strategy.wording.spelling import UNKNOWN, spell
from custrata.vocabulary import EvidenceState, Period, Reading, Relationship, Segment

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DOCUMENT = "strategy document"
ACCOUNT = "row account"
SMALLEST_GROUP = 11
"""Customers that a group must hold to be shown in what leaves the company."""
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|([^{}|]*)\|([^{}|]*))?\}")
_BARE = re.compile(r"[-+#]?\d[\d.,]*")
_STAFF = frozenset({"owner", "manager", "rep", "agent", "salesperson", "seller"})
"""Last words of attributes that say who answers for a customer, not who the customer is."""
_RESERVED = frozenset(
    {
        "tier",
        "stage",
        "rfm_segment",
        "category",
        "channel",
        "month",
        "quarter",
        "year",
        "week",
        "cohort",
        "age",
    }
    | {"rank", "customer_share", "acquisition_channel"}
)


def day_text(day: dt.date) -> str:
    """A day as readers write it.

    Example:
        >>> day_text(dt.date(2026, 11, 3))
        '3 Nov 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_text(period: Period) -> str:
    """A span of days as readers write it."""
    return f"{day_text(period.start)} to {day_text(period.end)}"


def month_text(month: str) -> str:
    """``2017-03`` as ``Mar 2017``; anything else as it is."""
    year, dash, number = month.partition("-")
    if dash and number.isdigit() and 1 <= int(number) <= 12:
        return f"{MONTHS[int(number) - 1]} {year}"
    return month


def title_case(name: str) -> str:
    """A name with its first letter large and the rest left alone.

    Example:
        >>> title_case("at risk")
        'At risk'
    """
    return name[:1].upper() + name[1:]


def plain(measure: str) -> str:
    """A measure's id as words."""
    return measure.replace("_", " ")


def known(readings: Iterable[Reading | None]) -> tuple[Reading, ...]:
    """The readings that have a value."""
    return tuple(r for r in readings if r is not None and r.value is not None)


@dataclass(frozen=True)
class Material:
    """A snapshot, the strategy and its evidence, with the questions that a slide asks of them."""

    snapshot: Snapshot
    document: Document
    evidence: tuple[ClaimEvidence, ...]

    def reading(self, measure: str, segment: Segment = (), period: str = "all") -> Reading | None:
        """The reading, or None when it is missing or has no value."""
        found = self.snapshot.reading(measure, segment, period)
        return found if found is not None and found.value is not None else None

    def figure(self, measure: str, segment: Segment = (), period: str = "all") -> Figure | None:
        """The reading as a figure, or None."""
        found = self.reading(measure, segment, period)
        return figure(found) if found else None

    def points(self, measure: str, *dimensions: str, period: str = "all") -> tuple[Reading, ...]:
        """Readings of a measure by dimensions that have a value."""
        return known(self.snapshot.points(measure, *dimensions, period=period))

    def share(
        self,
        measure: str,
        parts: Sequence[Reading],
        whole: Sequence[Reading],
        *,
        written: Spelling | None = None,
    ) -> Figure | None:
        """Part of a whole, as a figure that says how it was divided."""
        total = sum(r.value or 0.0 for r in whole)
        if not parts or not total:
            return None
        names = " + ".join(" ".join(v for _, v in r.segment) or "all" for r in parts)
        value = sum(r.value or 0.0 for r in parts) / total
        return derived(value, "share", parts, f"{names}, as a share of all {plain(measure)}", written=written)

    @cached_property
    def worth(self) -> str:
        """The measure that says what customers are worth; empty when none does."""
        for measure in ("revenue", "mrr", "won_revenue"):
            found = self.reading(measure)
            if found and (found.value or 0) > 0:
                return measure
        return ""

    @cached_property
    def noun(self) -> str:
        """What that worth is called."""
        return {"mrr": "monthly revenue", "won_revenue": "revenue won"}.get(self.worth, "revenue")

    @cached_property
    def basis(self) -> str:
        """What ranks customers into tiers: margin where cost is known, else what they bring."""
        ruled = " ".join(self.snapshot.manifest.rules.get("tiers", ())[:1])
        for said, name in (
            ("ranked by contribution", "contribution"),
            ("ranked by lifetime", "lifetime value"),
        ):
            if said in ruled:
                return name
        kept = self.points("gross_margin", "tier")
        asked = self.snapshot.manifest.settings.get("tier_value", "auto")
        return "margin" if len(kept) > 1 and asked != "revenue" else self.noun

    @cached_property
    def nobodys(self) -> Figure | None:
        """Revenue of buyers nobody knows, when there is any: it is the company's, and no customer's."""
        found = self.figure("anonymous_revenue")
        return found if found and found.value and self.worth == "revenue" else None

    def known_noun(self, measure: str) -> str:
        """What a measure of customers is called where part of it belongs to no known customer."""
        return "known customers' revenue" if measure == "revenue" and self.nobodys else plain(measure)

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        """Attributes of customers by which there are readings, in the order of the snapshot."""
        names = dict.fromkeys(
            r.segment[0][0]
            for r in self.snapshot.readings
            if len(r.segment) == 1 and r.measure == "customers"
        )
        return tuple(n for n in names if n not in _RESERVED)

    @cached_property
    def telling_attributes(self) -> tuple[str, ...]:
        """Attributes with two values or more of 11 customers whose values have a meaning of their own.

        Left out are those that restate who has left, bare numbers and ids, and who answers for a customer.
        """
        return tuple(
            a
            for a in self.attributes
            if self._is_told_apart(a)
            and not self._restates_leaving(a)
            and not self.is_bare(a)
            and plain(a).lower().rpartition(" ")[2] not in _STAFF
        )

    def is_bare(self, dimension: str) -> bool:
        """Whether most values of a dimension are bare numbers or ids, which mean nothing to a reader."""
        names = {
            r.segment[0][1]
            for r in self.snapshot.readings
            if len(r.segment) == 1 and r.segment[0][0] == dimension
        }
        told = [n for n in names if n != UNKNOWN]
        return 2 * sum(1 for n in told if _BARE.fullmatch(n)) > len(told)

    def _is_told_apart(self, attribute: str) -> bool:
        return sum(1 for r in self.points("customers", attribute) if (r.value or 0) >= SMALLEST_GROUP) >= 2

    def large_enough(self, readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The readings whose group holds at least 11 customers: smaller ones are hidden in what leaves."""
        found = []
        for reading in readings:
            counted = self.reading("customers", reading.segment)
            size = counted.value if counted is not None else reading.n
            if (size or 0) >= SMALLEST_GROUP:
                found.append(reading)
        return tuple(found)

    def _restates_leaving(self, attribute: str) -> bool:
        rates = [r.value or 0.0 for r in self.points("customer_churn_rate", attribute)]
        return len(rates) > 1 and all(rate <= 0.01 or rate >= 0.99 for rate in rates)

    @cached_property
    def dated(self) -> bool:
        """Whether the data carry dates of their own."""
        return not self.snapshot.manifest.notional

    @cached_property
    def whole_period(self) -> Name:
        """The whole history in words."""
        if self.snapshot.manifest.notional:
            return Name("no dates in the data, notional day")
        return Name(period_text(self.snapshot.manifest.windows["all"]))

    def window(self, name: str) -> Name | None:
        """One of the periods in words."""
        found = self.snapshot.manifest.windows.get(name)
        return Name(period_text(found)) if found else None

    @cached_property
    def latest(self) -> str:
        """What the current window is called."""
        found = self.snapshot.manifest.windows.get("current")
        return "the latest year" if found and 360 <= found.days <= 370 else "the latest period"

    @cached_property
    def by_contract(self) -> bool:
        """Whether customers are seen to leave: only contracts end, buyers merely have not bought since."""
        return self.snapshot.manifest.relationship is Relationship.CONTRACTUAL

    @cached_property
    def rhythm(self) -> Figure | None:
        """Days within which nine purchases in ten follow the one before, where stages are ruled by them."""
        found = self.reading("inter_purchase_days_p90")
        if found is None or self.by_contract:
            return None
        ruled = [r for r in self.snapshot.manifest.rules.get("stages", ()) if r.startswith("at risk: last")]
        stands = not ruled or f"more than {found.value:.0f} days" in ruled[0]
        return figure(found) if stands else None

    @cached_property
    def too_early(self) -> Prose:
        """What to say of a window shorter than the rhythm of buyers; nothing where it is long enough."""
        window, rhythm = self.snapshot.manifest.windows.get("current"), self.rhythm
        if window is None or rhythm is None or (rhythm.value or 0) <= window.days:
            return Prose()
        return say(
            "nine purchases in ten follow within ",
            rhythm,
            " days, longer than the window: who has not bought in it may well come back",
        )

    @cached_property
    def money_note(self) -> str:
        """Words for money whose currency nothing states."""
        return "" if self.snapshot.manifest.currency else ", currency not stated"

    @property
    def agreed(self) -> dt.date | None:
        """The day of the last signature, once every function has signed what the strategy says now."""
        return self.document.ask(agreed_on)

    def tone(self, own: dt.date | None = None) -> Tone:
        """Violet for what is proposed, ink for what is agreed.

        Args:
            own: The day that the part itself carries.
        """
        return Tone.PROPOSAL if own is None and self.agreed is None else Tone.INK

    def until(self, proposed: str) -> Prose:
        """Words on what is proposed; once the strategy is signed, the day on which it was agreed.

        Args:
            proposed: Such as ``proposals until their owners sign``.
        """
        return say(proposed) if self.agreed is None else say("agreed ", Name(day_text(self.agreed)))

    def evidence_of(self, claim_id: str) -> ClaimEvidence | None:
        """How a claim stands."""
        return next((e for e in self.evidence if e.claim_id == claim_id), None)

    def state_of(self, claim_id: str) -> EvidenceState | None:
        """The state of a claim."""
        found = self.evidence_of(claim_id)
        return found.state if found else None

    def bound(self, part: Bound, claim: str = "") -> Figure:
        """A figure of the strategy with the number that the snapshot gives today."""
        now = number_now(part, self.snapshot)
        value = now.value if now.value is not None else part.value
        unit = part.unit or (now.readings[0].unit if now.readings else "")
        how = ""
        if len(part.keys) > 1:
            how = plain(part.name)
        code = spelling(unit, (value,)).code
        if not now.readings:
            return Figure(spell(value, unit), value, source=DOCUMENT, code=code, claim=claim)
        return Figure(spell(value, unit), value, now.readings, how=how, code=code, claim=claim)

    def sentence(self, part: Claim | Proposal | Gap) -> Prose:
        """A statement of the strategy as its own sentence, with its numbers as figures."""
        if isinstance(part, Gap):
            return worded(part.text)
        claim = part.id if isinstance(part, Claim) else ""
        figures = {f.name: self.bound(f, claim) for f in part.figures}
        return filled(part.text, figures)

    def doubt(self, claim_id: str) -> Prose:
        """State of a claim that is not supported, in a word with its mark; nothing for all others."""
        state = self.state_of(claim_id)
        if state is None or state is EvidenceState.SUPPORTED:
            return Prose()
        mark = tokens.STATES[state]
        return say(f"{mark.glyph} {mark.word}")


def filled(text: str, numbers: dict[str, Figure]) -> Prose:
    """A text with placeholders as a sentence; words that hold digits count as names out of the strategy."""
    parts: list[Part | Prose] = []
    last = 0
    for match in _PLACEHOLDER.finditer(text):
        parts.append(worded(text[last : match.start()]))
        shown = numbers.get(match.group(1)) or stated(None, "", DOCUMENT)
        parts.append(shown)
        if match.group(2) is not None:
            parts.append(worded(f" {match.group(2) if shown.text == '1' else match.group(3)}"))
        last = match.end()
    parts.append(worded(text[last:]))
    return say(*parts)


def worded(text: str, source: str = DOCUMENT) -> Prose:
    """Words as they are; those with digits are kept as a name with its source."""
    if not text:
        return Prose()
    return say(Name(text, source) if any(c.isdigit() for c in text) else text)


def capital(prose: Prose) -> Prose:
    """The sentence with its first letter large."""
    if prose.parts and isinstance(prose.parts[0], str) and prose.parts[0]:
        return Prose((title_case(prose.parts[0]), *prose.parts[1:]))
    return prose


def without_stop(prose: Prose) -> Prose:
    """The sentence as a title: without a full stop at its end."""
    if prose.parts and isinstance(prose.parts[-1], str):
        return Prose((*prose.parts[:-1], prose.parts[-1].rstrip().removesuffix(".")))
    return prose


def owner_text(owner: Owner) -> str:
    """Who answers for something, and whether it is a person yet."""
    if owner.assigned:
        return f"◊ Proposal · owner {owner.name}"
    return (
        f"◊ Proposal · needs an owner, {owner.role} suggested"
        if owner.role
        else "◊ Proposal · needs an owner"
    )


def owner_short(owner: Owner) -> str:
    """The same for a cell of a table."""
    return owner.name or (f"{title_case(owner.role)}?" if owner.role else "Needs an owner")
