"""Message map: one promise, the claims under it with their proof, and claims that must not be used yet."""

from __future__ import annotations

from custrata.delivery.deck.material import title_case, worded
from custrata.delivery.deliverable import Given
from custrata.delivery.paper.page import Band, Block, Cell, Column, Grid, Line, Lines, Row, Sheet, Tone, Voice
from custrata.delivery.paper.telling import Teller, headline, nothing_written, plainly
from custrata.strategy.parts.papers.message_map import Message, MessageMap, MessageUse
from custrata.strategy.parts.statement import Claim, Gap, Statement
from custrata.vocabulary import EvidenceState

KIND = "Message map"
USABLE = frozenset({EvidenceState.SUPPORTED, EvidenceState.DRIFTING})
"""States in which a claim may be made towards customers."""


def message_map(given: Given) -> tuple[Sheet, ...]:
    """A page for every message map, or for those of one group.

    Raises:
        DeliveryError: If the strategy holds no message map, or none for the group asked for.
    """
    teller = Teller(given)
    chosen = [m for m in teller.document.message_maps if not given.group or m.group == given.group]
    if not chosen:
        whom = f" for {given.group}" if given.group else ""
        raise nothing_written(f"no message map{whom}", "message_maps")
    return tuple(message_sheet(teller, m) for m in chosen)


def message_sheet(teller: Teller, part: MessageMap) -> Sheet:
    """The page of one message map."""
    promise = teller.line(part.promise, missing="The one promise has not been written.")
    finding, band = headline(promise, f"What we say to {teller.called(part.group)}", "not written yet")
    usable = [m for m in part.messages if may_be_used(teller, m)]
    held = [m for m in part.messages if not may_be_used(teller, m)]
    blocks: list[Block | None] = []
    if band is not None:
        blocks.append(Lines("", (band,), keep=True) if band.voice is Voice.GAP else Band("Promise:", band))
    blocks += [_claims(teller, usable), _uses(usable), _held(teller, held)]
    return teller.sheet(KIND, finding, blocks)


def may_be_used(teller: Teller, message: Message) -> bool:
    """Whether a message is proven: its claim, or a proof of the promise that it carries, is supported."""
    if isinstance(message.statement, Gap):
        return False
    return any(teller.material.state_of(s.id) in USABLE for s in _behind(teller, message))


def _behind(teller: Teller, message: Message) -> list[Claim]:
    found: list[Statement] = [message.statement]
    for proposition in teller.document.propositions:
        for promise in proposition.promises:
            if promise.id == message.promise:
                found += [promise.statement, *(p.statement for p in promise.proofs)]
    return [s for s in found if isinstance(s, Claim)]


def _claims(teller: Teller, messages: list[Message]) -> Block:
    if not messages:
        gap = Line(worded("No claim is proven yet, so none may be used."), Voice.GAP)
        return Lines("Claims, why they can be believed, and what proves them", (gap,), keep=True)
    columns = (Column("Claim", share=5), Column("Reasons to believe", share=4), Column("Proof", share=5))
    rows = tuple(_claim_row(teller, m) for m in messages)
    return Grid("Claims, why they can be believed, and what proves them", columns, rows)


def _claim_row(teller: Teller, message: Message) -> Row:
    reasons = tuple(Line(worded(r), Voice.PROPOSAL) for r in message.reasons)
    said = teller.line(message.statement, short=True)
    proofs = teller.lines(
        [s for s in _behind(teller, message) if s is not message.statement], short=True
    ) or tuple(plainly("the claim itself", Voice.QUIET) for _ in said.claims)
    best = max((x.support for x in (said, *proofs)), default=0.0)
    return Row(
        (Cell((said,)), Cell(reasons or (plainly("none written", Voice.QUIET),)), Cell(proofs)), support=best
    )


def _uses(messages: list[Message]) -> Grid | None:
    used = [(m, u) for m in messages for u in m.uses]
    if not used:
        return None
    columns = (
        Column("Channel", share=2),
        Column("Stage", share=2),
        Column("Wording", share=5),
        Column("Proof shown", share=4),
    )
    return Grid("Where each is used", columns, tuple(_use_row(u) for _, u in used))


def _use_row(use: MessageUse) -> Row:
    return Row(
        (
            Cell((plainly(use.channel, bold=True),)),
            Cell((plainly(title_case(use.stage.value) if use.stage else "any", Voice.QUIET),)),
            Cell((Line(worded(use.wording), Voice.PROPOSAL if use.wording else Voice.STATED),)),
            Cell((Line(worded(use.proof), Voice.PROPOSAL if use.proof else Voice.STATED),)),
        ),
        support=1.4,
    )


def _held(teller: Teller, messages: list[Message]) -> Lines | None:
    lines = teller.lines((m.statement for m in messages), short=True)
    if not lines:
        return None
    return Lines("Must not be used yet: unproven or contradicted", lines, Tone.LOSS, framed=True)
