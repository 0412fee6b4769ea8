"""Where the agreement of each function stands, and what changed since it signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from custrata.keeping import Kept
from custrata.strategy.document import Document, SignOff
from custrata.strategy.revision.content import BESIDE, SignState, signatures
from custrata.web.strategies.conflicts.showing import named_block
from custrata.web.strategies.history.telling import Told, differences
from custrata.web.strategies.models import Origin, SignRound, Strategy
from custrata.web.strategies.saving import document_at, texts_at

WORDS = {
    SignState.SIGNED: ("yes", "ok"),
    SignState.OPEN_AGAIN: ("broken", "drift"),
    SignState.DECLINED: ("broken", "bad"),
    SignState.WAITING: ("no", "open"),
}
"""Class and sign of each state."""


@dataclass(frozen=True)
class Standing:
    """The agreement of one function.

    Attributes:
        function: Which.
        state: Signed, open again, declined or waiting.
        style: Its class.
        icon: Its sign.
        said: The state in words, with who, when, to which revision, who wrote it down, and why.
        changed: Addresses and names of the blocks that changed since it was answered.
        since: Number of the revision that was answered; None where nothing was.
    """

    function: str
    state: SignState
    style: str
    icon: str
    said: str
    changed: tuple[tuple[str, str], ...]
    since: int | None

    @property
    def blocks(self) -> str:
        """How many blocks changed since, in words."""
        count = len(self.changed)
        return (
            f"{count} block{'' if count == 1 else 's'} changed since" if count else "the text changed since"
        )


@dataclass(frozen=True)
class Signing:
    """The agreement of all functions.

    Attributes:
        standings: One a function.
        round: The latest call for signatures; None where there was none.
    """

    standings: tuple[Standing, ...]
    round: SignRound | None

    @property
    def signed(self) -> int:
        """How many hold."""
        return sum(s.state is SignState.SIGNED for s in self.standings)

    @property
    def reopened(self) -> tuple[Standing, ...]:
        """Those whose signature is open again."""
        return tuple(s for s in self.standings if s.state is SignState.OPEN_AGAIN)

    @property
    def changed(self) -> frozenset[str]:
        """Blocks that changed since anybody signed."""
        return frozenset(block for s in self.reopened for block, _ in s.changed)


MOST_KEPT = 32
"""Strategies of which one process remembers who stands where."""

SIGN_OFFS = "sign_offs"
IN_FILE = "strategy.yaml"
"""Where an answer was written that no person of the workspace typed."""


def signing_of(strategy: Strategy, document: Document) -> Signing:
    """The agreement of all functions as it stands now.

    Args:
        strategy: Whose.
        document: The strategy as it stands.
    """
    # The head may have been read a moment before or after the document: its mark counts, too.
    standings = _standings(document, strategy, strategy.mark)
    return Signing(standings, strategy.rounds.select_related("by").first())


def _each(document: Document, strategy: Strategy) -> Iterator[Standing]:
    since: dict[int, tuple[tuple[str, str], ...]] = {}
    typed = _typed(strategy)
    for sign_off, signature in zip(document.sign_offs, signatures(document), strict=True):
        blocks: tuple[tuple[str, str], ...] = ()
        if signature.state is SignState.OPEN_AGAIN and _known(strategy, signature.revision):
            number = signature.revision or 1
            if number not in since:
                since[number] = _changed(strategy, number)
            blocks = since[number]
        style, icon = WORDS[signature.state]
        said = _said(sign_off, signature.state, typed.get(f"sign_offs[{sign_off.function}]", ""))
        yield Standing(sign_off.function, signature.state, style, icon, said, blocks, signature.revision)


_standings: Kept[Document, tuple[Standing, ...]] = Kept(
    lambda document, strategy, mark: tuple(_each(document, strategy)), most=MOST_KEPT
)


def since_signed(strategy: Strategy, document: Document, standing: Standing) -> list[Told]:
    """What changed since a function answered, in sentences.

    Args:
        strategy: Whose.
        document: The strategy as it stands.
        standing: The function.
    """
    since = standing.since or 1
    if standing.state is not SignState.OPEN_AGAIN or not standing.changed:
        return []
    return _told(document, strategy, since)


def _telling(document: Document, strategy: Strategy, since: int) -> list[Told]:
    found = differences(document_at(strategy, since), document)
    return [one for one in found if one.section not in ("Sign-off", "Reviews")]


_told: Kept[Document, list[Told]] = Kept(_telling, most=MOST_KEPT)


def _known(strategy: Strategy, number: int | None) -> bool:
    return number is not None and strategy.revisions.filter(number__lte=number).exists()


def _changed(strategy: Strategy, since: int) -> tuple[tuple[str, str], ...]:
    """The blocks that say something else than at a revision; what came back to it does not count."""
    later = strategy.revisions.filter(number__gt=since).order_by("number").values_list("block", flat=True)
    blocks = [b for b in dict.fromkeys(later) if b.split("[")[0] not in BESIDE]
    was, now = texts_at(strategy, since, blocks), texts_at(strategy, strategy.number, blocks)
    return tuple((b, named_block(b)) for b in blocks if was.get(b) != now.get(b))


def _typed(strategy: Strategy) -> dict[str, str]:
    """Who wrote each answer down, by the block in which it stands; where a file did, it says so."""
    rows = strategy.revisions.filter(block__startswith=f"{SIGN_OFFS}[").select_related("author")
    written = (Origin.FILE, Origin.DRAFT)
    return {
        row.block: str(row.author) if row.author else IN_FILE if row.origin in written else ""
        for row in rows.order_by("number")
    }


def _said(sign_off: SignOff, state: SignState, typed: str = "") -> str:
    """Who answered, when, to which revision, who wrote it down, and whether anything changed since."""
    if state is SignState.WAITING:
        return "waits for a signature"
    by = f" by {sign_off.name}" if sign_off.name else ""
    on = f", {sign_off.signed_on:%-d %b %Y}" if sign_off.signed_on else ""
    version = f", revision {sign_off.revision}" if sign_off.revision else ""
    other = bool(typed) and typed.casefold() not in (sign_off.name.casefold(), "")
    noted = f", written down {'in' if typed == IN_FILE else 'by'} {typed}" if other else ""
    facts = f"{by}{on}{version}{noted}"
    if state is SignState.SIGNED:
        return f"signed{facts}; nothing has changed since"
    if state is SignState.DECLINED:
        return f"declined{facts}: {sign_off.declined_because}"
    return f"{'declined' if sign_off.declined_because else 'signed'}{facts}; open again"
