"""Notices of signatures: who is asked, who asked and what came of it, whose signature is open again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from custrata.strategy.revision.content import SignState, signatures
from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry
from custrata.web.strategies.models import SignRound
from custrata.web.strategies.saving import head_of, strategy_of
from custrata.web.strategies.signing.answering import ACTS
from custrata.web.together.models import Notice, NoticeKind
from custrata.web.together.notices.telling import tell
from custrata.web.workspaces.models import Membership, Workspace

ASKED = "Your signature is asked"

AGAIN = "A signature of yours is open again: the strategy has changed"

PLACE = "page:signing"

ANSWERS = {
    "strategy.signed": "{} has signed what you put up",
    "strategy.declined": "{} has declined what you put up: see why",
    "strategy.withdrawn": "{} has taken its answer back",
}
"""What whoever asked hears of an answer, by the act as the log calls it."""

ALL = "All functions have signed what you put up"


def asked(workspace: Workspace, entry: Entry) -> None:
    """Whoever signs for one of the functions that are asked is told.

    Args:
        workspace: Where.
        entry: The act of asking.
    """
    wanted = {str(name).casefold() for name in entry.detail.get("functions", ())}
    tell(workspace, NoticeKind.SIGN_OFF, _signers(workspace, wanted), ASKED, PLACE, entry.actor)


def came(workspace: Workspace, entry: Entry) -> None:
    """Somebody who joins, or who is given a function, hears of a signature that was asked before.

    Args:
        workspace: Where.
        entry: The act of joining, or of the change.
    """
    key = entry.thing.removeprefix("person ")
    member = Membership.objects.filter(workspace=workspace, user_id=int(key) if key.isdigit() else 0).first()
    round_ = _round(workspace)
    if member is None or round_ is None or not waits_for(member):
        return
    told = Notice.objects.filter(workspace=workspace, person_id=member.user_id, kind=NoticeKind.SIGN_OFF)
    if told.filter(text=ASKED, created_at__gte=round_.at).exists():
        return
    tell(workspace, NoticeKind.SIGN_OFF, [member.user_id], ASKED, PLACE, round_.by)


def answered(workspace: Workspace, entry: Entry) -> None:
    """Whoever asked hears what a function answered, and when the last one has signed.

    Args:
        workspace: Where.
        entry: The answer.
    """
    round_ = _round(workspace)
    if round_ is None:
        return
    function = str(entry.detail.get("function", "")) or "A function"
    words = ANSWERS[entry.act].format(function[:1].upper() + function[1:])
    _tell_asker(round_, words, entry.actor)
    found = signatures(head_of(strategy_of(workspace)).document)
    if entry.act == "strategy.signed" and all(one.state is SignState.SIGNED for one in found):
        _tell_asker(round_, ALL, entry.actor)


def edited(workspace: Workspace, entry: Entry) -> None:
    """Whoever signed what an edit has changed, and whoever asked, is told once that it is open again.

    Args:
        workspace: Where.
        entry: What saved the strategy.
    """
    strategy = strategy_of(workspace)
    if not strategy.signed:
        return
    found = signatures(head_of(strategy).document)
    again = [one.function for one in found if one.state is SignState.OPEN_AGAIN]
    if not again:
        return
    signers = _signers(workspace, {name.casefold() for name in again})
    last = _last_answer(workspace, again)
    _once(workspace, signers, AGAIN, entry.actor, last)
    round_ = _round(workspace)
    if round_ is not None:
        _once(workspace, {round_.by_id} - signers, open_again(again), entry.actor, last)


def open_again(functions: Iterable[str]) -> str:
    """What whoever asked hears when an edit has opened signatures again.

    Args:
        functions: Whose.

    Example:
        >>> open_again(["finance", "sales"])
        'Open again since an edit: the signatures of finance and sales'
    """
    named = list(functions)
    few = " and ".join(named) if len(named) < 3 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"Open again since an edit: the signature{'s' if len(named) > 1 else ''} of {few}"


def waits_for(member: Membership) -> bool:
    """Whether the strategy was put up for sign-off and waits for the function that somebody signs for.

    Args:
        member: Who, in which workspace.
    """
    strategy = strategy_of(member.workspace)
    wanted = member.function.strip().casefold()
    if not strategy.signed or not wanted:
        return False
    open_ = (SignState.WAITING, SignState.OPEN_AGAIN)
    found = signatures(head_of(strategy).document)
    return any(one.function.casefold() == wanted and one.state in open_ for one in found)


def _once(
    workspace: Workspace, people: set[int], text: str, actor: User | None, since: dt.datetime | None
) -> None:
    """Tell those who have not heard the same since one of the functions answered."""
    heard = Notice.objects.filter(workspace=workspace, person_id__in=people, text=text[:400])
    heard = heard.filter(created_at__gte=since) if since is not None else heard
    people = people - set(heard.values_list("person_id", flat=True))
    tell(workspace, NoticeKind.SIGN_OFF, people, text, PLACE, actor)


def _last_answer(workspace: Workspace, functions: list[str]) -> dt.datetime | None:
    acts = [f"strategy.{act}" for act in ACTS.values()]
    given = Entry.objects.filter(workspace=workspace, act__in=acts, detail__function__in=functions)
    return given.order_by("-pk").values_list("at", flat=True).first()


def _tell_asker(round_: SignRound, text: str, actor: User | None) -> None:
    tell(round_.strategy.workspace, NoticeKind.SIGN_OFF, [round_.by_id], text, PLACE, actor)


def _round(workspace: Workspace) -> SignRound | None:
    """The latest call for signatures."""
    rounds = SignRound.objects.select_related("by", "strategy__workspace")
    return rounds.filter(strategy__workspace=workspace).first()


def _signers(workspace: Workspace, functions: set[str]) -> set[int]:
    """Keys of those who sign for a function, whatever its letters' case."""
    members = Membership.objects.filter(workspace=workspace).exclude(function="")
    return {one.user_id for one in members if one.function.strip().casefold() in functions}
