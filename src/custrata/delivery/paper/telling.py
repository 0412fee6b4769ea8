"""How statements of the strategy become lines of a page: who speaks, in which state, resting on what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from custrata.delivery.deck.chapters.signatures import standing
from custrata.delivery.deck.material import Material, day_text, period_text, plain, title_case, worded
from custrata.delivery.deliverable import Given
from custrata.delivery.figures import NOTHING, Figure, Prose
from custrata.delivery.paper.page import Block, Line, Sheet, Voice, claims_of, lines_of
from custrata.errors import DeliveryError
from custrata.evidence.check import ClaimEvidence
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.wording.spelling import is_money, spell
from custrata.vocabulary import EvidenceState

_NUMBERED = re.compile(r"^([A-Za-z]+)(\d+)$")
_SMALL = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_MOST_RUNS = 5
"""Runs of evidence ids that the foot names; the ids stand beside their claims as well."""
UNOWNED = "needs an owner"
"""Stands behind a proposal that nobody answers for."""
LONGEST_FINDING = 170
"""Letters of a finding that still stands as a title; a longer one stands in the band under it."""

SUPPORT = {
    EvidenceState.SUPPORTED: 6.0,
    EvidenceState.CONTRADICTED: 6.0,
    EvidenceState.DRIFTING: 5.0,
    EvidenceState.STALE: 4.0,
    EvidenceState.UNPROVEN: 2.5,
}
"""How well a claim is supported; one that data contradict is not hidden either."""


def in_words(number: int) -> str:
    """A small count as a word.

    Example:
        >>> in_words(3), in_words(40)
        ('three', '40')
    """
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def signed_by(owner: Owner) -> str:
    """Who answers for something, for small print."""
    if owner.assigned:
        return f"owner {owner.name}"
    return f"{UNOWNED}, {owner.role} suggested" if owner.role else UNOWNED


def listed(names: Iterable[str]) -> str:
    """Names as people list them: ``a, b and c``."""
    found = [n for n in names if n]
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else "".join(found)


class Teller:
    """The strategy and its evidence, as lines of pages."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.document = given.document
        self.material = Material(given.snapshot, given.document, given.evidence)

    @property
    def company(self) -> str:
        """Whose strategy it is."""
        return self.document.company or self.given.snapshot.manifest.company

    @cached_property
    def _evidence(self) -> dict[str, ClaimEvidence]:
        return {e.claim_id: e for e in self.given.evidence}

    def evidence(self, claim: str) -> ClaimEvidence | None:
        """How a claim stands."""
        return self._evidence.get(claim)

    def line(
        self,
        part: Claim | Proposal | Gap | None,
        *,
        head: str = "",
        short: bool = False,
        owner: bool = True,
        missing: str = "",
    ) -> Line:
        """A statement as a line.

        Args:
            part: The statement; None is a gap of its own.
            head: Words before it in bold.
            short: Whether the owner is named in few words, for narrow columns.
            owner: Whether the owner is named behind a proposal.
            missing: What a gap says where there is no statement.
        """
        match part:
            case Claim():
                return self._claim(part, head)
            case Proposal():
                return self._proposal(part, head, short, owner)
            case Gap():
                words = worded(f"{part.text} Waits for {part.waits_for}.")
                return Line(words, Voice.GAP, head=head, support=0.5)
            case None:
                return Line(
                    worded(missing or "Nobody has written this yet."), Voice.GAP, head=head, support=0.0
                )

    def _claim(self, part: Claim, head: str) -> Line:
        state = self.material.state_of(part.id) or EvidenceState.UNPROVEN
        words = self.material.sentence(part)
        return Line(words, Voice.COMPUTED, part.id, state, head, support=SUPPORT[state], claims=(part.id,))

    def _proposal(self, part: Proposal, head: str, short: bool, owner: bool) -> Line:
        words = self.material.sentence(part)
        day = part.signed_on or self.material.agreed
        if day is not None:
            who = part.owner.name or (part.owner.role if owner else "")
            tail = f"agreed {day_text(day)}" + (f", {who}" if who else "")
            return Line(words, Voice.AGREED, tail, head=head, support=3.0)
        tail = "" if not owner else signed_by(part.owner)
        if short and owner:
            tail = part.owner.name or UNOWNED
        return Line(words, Voice.PROPOSAL, tail, head=head, support=1.5 if part.owner.assigned else 1.0)

    def lines(
        self, parts: Iterable[Claim | Proposal | Gap | None], *, short: bool = False
    ) -> tuple[Line, ...]:
        """Statements that are there as lines, in their order; those that say the same are said once."""
        found = [self.line(p, short=short) for p in parts if p is not None]
        return tuple({(x.words.text, x.voice): x for x in reversed(found)}.values())[::-1]

    def group(self, group_id: str) -> CustomerGroup | None:
        """The customer group of this id."""
        return next((g for g in self.document.groups if g.id == group_id), None)

    def group_name(self, group_id: str, everyone: str = "all customers") -> str:
        """What people call a group; its id where nobody has named it."""
        found = self.group(group_id)
        return (found.name or found.id) if found else (group_id or everyone)

    def called(self, group_id: str, everyone: str = "all customers") -> str:
        """What people call a group inside a sentence: in quotes where the name is more than words."""
        name = self.group_name(group_id, everyone)
        return name if all(c.isalpha() or c in " -" for c in name) else f"“{name}”"

    @cached_property
    def _names(self) -> dict[str, str]:
        document = self.document
        found = {g.id: g.name for g in document.groups}
        found |= {g.id: f"goal {at}" for at, g in enumerate(document.goals, start=1)}
        said = [(o.id, o.statement) for o in document.outcomes]
        said += [(i.id, i.statement) for i in document.initiatives]
        return found | {i: self.material.sentence(s).text for i, s in said if not isinstance(s, Gap)}

    def named(self, part_id: str) -> str:
        """What people call the group, goal, outcome or initiative of this id; empty for any other word."""
        return self._names.get(part_id, "")

    def money(self, amount: float | None) -> str:
        """An amount that the strategy states, in its currency."""
        unit = self.document.currency or self.given.snapshot.manifest.currency
        return spell(amount, unit if is_money(unit) else "")

    def unit_of(self, measure: str) -> str:
        """Unit of a measure, from any reading of it; empty where the snapshot has none."""
        return next((r.unit for r in self.given.snapshot.readings if r.measure == measure), "")

    def shown(self, measure: str) -> Figure | None:
        """What a measure says of the whole base, over the whole history or else the latest window."""
        return self.material.figure(measure) or self.material.figure(measure, period="current")

    def has(self, measure: str) -> bool:
        """Whether the snapshot reads a measure of the whole base."""
        return self.shown(measure) is not None

    def measured(self, measure: str) -> Line:
        """A measure with its number now, or the word that it is waited for."""
        name = title_case(plain(measure))
        if not self.has(measure):
            return plainly(f"{name} (waited for)", Voice.QUIET)
        return plainly(name)

    def written(self, words: str, owner: Owner | None = None) -> Line:
        """Words that somebody wrote into the strategy without evidence: a judgement of its owner."""
        if self.material.agreed is not None:
            return Line(worded(words), Voice.AGREED, (owner.name or owner.role) if owner else "", support=3.0)
        return Line(worded(words), Voice.PROPOSAL, signed_by(owner) if owner else "", support=1.5)

    @cached_property
    def _signatures(self) -> tuple[str, bool]:
        return standing(self.document, self.given.snapshot.manifest.fingerprint)

    @property
    def mark(self) -> str:
        """Draft mark, or who signed which revision."""
        return self._signatures[0]

    @property
    def signed(self) -> bool:
        """Whether every owner has signed what the strategy says now."""
        return self._signatures[1]

    @cached_property
    def topic(self) -> str:
        """Company and horizon, for the head of a page."""
        horizon = self.document.horizon
        if horizon.starts_on is None:
            return f"{self.company}, customer strategy"
        end = horizon.starts_on.year + (horizon.starts_on.month - 1 + horizon.months - 1) // 12
        years = f"{horizon.starts_on.year}" + (f" to {end}" if end != horizon.starts_on.year else "")
        return f"{self.company}, customer strategy {years}"

    def sheet(
        self,
        kind: str,
        finding: Line,
        blocks: Sequence[Block | None],
        *,
        landscape: bool = False,
    ) -> Sheet:
        """A page with its mark and foot; blocks that are None are left out."""
        kept = tuple(b for b in blocks if b is not None)
        return Sheet(
            kind,
            self.topic,
            finding,
            kept,
            self.mark,
            self.signed,
            self.foot((*finding.claims, *claims_of(kept)), kept),
            self.given.example,
            landscape,
        )

    def foot(self, claims: Sequence[str], blocks: Sequence[Block] = ()) -> str:
        """Evidence ids, n, period, query and snapshot of what a page prints.

        Args:
            claims: Ids of the claims that the page prints.
            blocks: What stands on it, for figures that no claim states.
        """
        found = [e for c in dict.fromkeys(claims) if (e := self.evidence(c)) is not None]
        beside = [
            r
            for b in blocks
            for x in lines_of(b)
            if not x.claims
            for f in x.words.figures
            for r in f.readings
        ]
        readings = [r for e in found for r in e.readings] + beside
        tail = f"snapshot {self.given.snapshot.manifest.fingerprint[:8]}"
        if not readings:
            said = f"{runs(e.claim_id for e in found)} · " if found else ""
            return f"{said}no reading behind this page · {tail}"
        first = readings[0]
        counts = sorted(r.n for r in readings if r.n_of == first.n_of)
        many = f"{counts[0]:,}" + (f" to {counts[-1]:,}" if counts[-1] != counts[0] else "")
        queries = list(dict.fromkeys(r.fingerprint[:8] for r in readings if r.fingerprint))
        period = period_text(first.period) if self.material.dated else "no dates in the data"
        more = f" and {len(queries) - 1} more" if len(queries) > 1 else ""
        asked = f" · query {queries[0]}{more}" if queries else ""  # a reading that is missing has no query
        ids = " and ".join(
            x
            for x in (
                runs(e.claim_id for e in found),
                listed(dict.fromkeys(plain(r.measure) for r in beside)),
            )
            if x
        )
        return f"{ids} · n {many} {first.n_of} · {period}{asked} · {tail}"


def headline(line: Line, fallback: str, lacking: str = "not known yet") -> tuple[Line, Line | None]:
    """The finding as a title, and what stands in the band when it is too long for one.

    Args:
        line: The finding.
        fallback: What the page is about, where the finding is too long or not known.
        lacking: What is said of it where it is not known.
    """
    if line.voice is Voice.GAP:
        return plainly(f"{fallback} is {lacking}"), line
    if len(line.words.text) + len(line.head) > LONGEST_FINDING:
        return plainly(fallback), line
    bare = line.words.text.rstrip()
    if bare.endswith(".") and line.words.parts and isinstance(line.words.parts[-1], str):
        last = line.words.parts[-1].rstrip().removesuffix(".")
        line = Line(
            Prose((*line.words.parts[:-1], last)),
            line.voice,
            line.tail,
            line.state,
            line.head,
            line.bold,
            line.support,
            line.claims,
        )
    return line, None


def plainly(words: str, voice: Voice = Voice.STATED, *, head: str = "", bold: bool = False) -> Line:
    """Words as a line: a name, a head, a label."""
    return Line(worded(words) if words else NOTHING, voice, head=head, bold=bold)


def runs(claims: Iterable[str]) -> str:
    """Evidence ids, neighbours drawn together.

    Example:
        >>> runs(["E02", "E03", "E04", "E09", "nrr"])
        'E02 to E04, E09, nrr'
    """
    spans: list[list[str]] = []
    for claim in sorted(set(claims), key=in_order):
        if spans and _follows(spans[-1][-1], claim):
            spans[-1].append(claim)
        else:
            spans.append([claim])
    said = [s[0] if len(s) == 1 else f"{s[0]} {'to' if len(s) > 2 else 'and'} {s[-1]}" for s in spans]
    if len(said) <= _MOST_RUNS:
        return ", ".join(said)
    left = sum(len(s) for s in spans[_MOST_RUNS:])
    return f"{', '.join(said[:_MOST_RUNS])} and {left} more"


def in_order(claim: str) -> tuple[str, int, str]:
    """The place of an evidence id among others: by letters, then by number, names last."""
    match = _NUMBERED.match(claim)
    return (match.group(1), int(match.group(2)), "") if match else ("~", 0, claim)


def _follows(before: str, after: str) -> bool:
    one, other = _NUMBERED.match(before), _NUMBERED.match(after)
    if not one or not other or one.group(1) != other.group(1):
        return False
    return int(other.group(2)) == int(one.group(2)) + 1


def nothing_written(what: str, part: str) -> DeliveryError:
    """The refusal of a page that nothing has been written for.

    Args:
        what: What was to be printed.
        part: Which part of the strategy it is made from.
    """
    return DeliveryError(
        f"there is nothing to print: {what}",
        where=f"strategy.yaml, {part}",
        remedy=f"fill {part} in the strategy, by hand or with custrata draft, then deliver it again",
    )
