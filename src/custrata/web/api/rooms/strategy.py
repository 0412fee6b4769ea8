"""The strategy as a whole and block by block; a block is saved over the version that was read alone."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Body, Router, Schema

from custrata.errors import DocumentError
from custrata.strategy.blocks import Piece, pieces_of, with_block
from custrata.strategy.document import Document
from custrata.strategy.forms.plain import from_plain
from custrata.strategy.text.writing import to_plain
from custrata.web.api.gate import asks
from custrata.web.api.marks import marked, needed, unchanged
from custrata.web.api.paging import Cursor, Limit, page
from custrata.web.api.problems import Refused
from custrata.web.api.rooms.answering import CHANGING, Anything, Sent, Slug, Words, answers, asking_in
from custrata.web.strategies.models import BlockRevision, Origin, Strategy
from custrata.web.strategies.saving import Saved, change, head_of, strategy_of
from custrata.web.workspaces.rights import Right

router = Router(tags=["strategy"])


class BlockShape(Schema):
    """A block: its address, the number of the revision that wrote it, and what it holds."""

    address: str
    number: int
    value: Any


class BlockLine(Schema):
    """A block in the list of all."""

    address: str
    number: int


class Blocks(Schema):
    """A page of blocks, in the order of the document."""

    revision: int
    items: list[BlockLine]
    next: str | None


class BlockText(Sent):
    """What a block shall hold."""

    value: Any
    note: Words = ""


class SavedShape(Schema):
    """What a save gave."""

    revision: int
    blocks: list[str]


@router.get(
    "/workspaces/{slug:slug}/document",
    auth=asks(Right.SEE),
    response=answers(Anything, 304),
    summary="The strategy",
)
def document(request: HttpRequest, response: HttpResponse, slug: Slug) -> Any:
    """The whole strategy; its ETag is the number of its revision."""
    head = head_of(strategy_of(asking_in(request).workspace))
    marked(response, str(head.number))
    return unchanged(request, str(head.number)) or to_plain(head.document)


@router.put(
    "/workspaces/{slug:slug}/document",
    auth=asks(Right.EDIT),
    response=answers(SavedShape, *CHANGING),
    summary="Save the whole strategy",
)
def put_document(
    request: HttpRequest, response: HttpResponse, slug: Slug, text: Annotated[Anything, Body(...)]
) -> Any:
    """Save a strategy in place of the one that stands; needs If-Match."""
    asking = asking_in(request)
    strategy = strategy_of(asking.workspace)
    base = needed(request, strategy.number)
    wanted = from_plain(text)
    saved = change(strategy, base, lambda before: wanted, asking.user, origin=Origin.API)
    return _saved(response, saved, str(saved.number))


@router.get(
    "/workspaces/{slug:slug}/blocks", auth=asks(Right.SEE), response=answers(Blocks), summary="Blocks"
)
def blocks(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """The blocks of the strategy, each with the number of the revision that wrote it."""
    strategy = strategy_of(asking_in(request).workspace)
    head, numbers = head_of(strategy), _numbers(strategy, strategy.number)
    names, following = page(list(pieces_of(head.document)), limit, cursor)
    items = [{"address": name, "number": numbers.get(name, head.number)} for name in names]
    return {"revision": head.number, "items": items, "next": following}


@router.get(
    "/workspaces/{slug:slug}/blocks/{address}",
    auth=asks(Right.SEE),
    response=answers(BlockShape, 304),
    summary="A block",
)
def block(request: HttpRequest, response: HttpResponse, slug: Slug, address: str) -> Any:
    """One block; its ETag is the number of the revision that wrote it."""
    strategy = strategy_of(asking_in(request).workspace)
    piece = _standing(strategy, address)
    if piece is None:
        raise Http404("there is no such block")
    number = _number(strategy, address, strategy.number)
    marked(response, str(number))
    same = unchanged(request, str(number))
    return same or {"address": address, "number": number, "value": piece.value}


@router.put(
    "/workspaces/{slug:slug}/blocks/{address}",
    auth=asks(Right.EDIT),
    response=answers(SavedShape, *CHANGING),
    summary="Save a block",
)
def put_block(request: HttpRequest, response: HttpResponse, slug: Slug, address: str, text: BlockText) -> Any:
    """Save a block over the version that was read (``If-Match``), or a new one (``If-None-Match: *``)."""
    strategy = strategy_of(asking_in(request).workspace)
    if text.value is None:
        raise Refused(422, "a block holds something", where="value", remedy="delete it to take it out")
    _agreed(request, strategy, address, text.value)
    return _written(request, response, strategy, address, text.value, text.note)


@router.delete(
    "/workspaces/{slug:slug}/blocks/{address}",
    auth=asks(Right.EDIT),
    response=answers(SavedShape, *CHANGING),
    summary="Take a block out",
)
def delete_block(request: HttpRequest, response: HttpResponse, slug: Slug, address: str) -> Any:
    """Take a block out; it stays in the history. Needs ``If-Match``."""
    strategy = strategy_of(asking_in(request).workspace)
    if _standing(strategy, address) is None:
        raise Http404("there is no such block")
    _agreed(request, strategy, address, None)
    return _written(request, response, strategy, address, None, "")


def _agreed(request: HttpRequest, strategy: Strategy, address: str, value: Any) -> None:
    """Let pass who has seen what stands, or knows that nothing does; the others are shown both texts."""
    standing = _standing(strategy, address)
    if standing is None and request.headers.get("If-None-Match") == "*":
        return
    number = _number(strategy, address, strategy.number) if standing else 0
    theirs = {address: standing.value if standing else None}
    needed(request, number, theirs=theirs, yours={address: value})


def _written(
    request: HttpRequest, response: HttpResponse, strategy: Strategy, address: str, value: Any, note: str
) -> Any:
    base = strategy.number

    def made(before: Document) -> Document:
        after = with_block(before, address, value)
        if value is not None and address not in pieces_of(after):
            raise DocumentError(
                "what is saved is not called so", where=address, remedy="let the id in it be the address's"
            )
        return after

    user = asking_in(request).user
    saved = change(strategy, base, made, user, origin=Origin.API, note=note[:300])
    return _saved(response, saved, str(_number(strategy, address, saved.number) or saved.number))


def _saved(response: HttpResponse, saved: Saved, mark: str) -> Any:
    marked(response, mark)
    return {"revision": saved.number, "blocks": list(saved.blocks)}


def _standing(strategy: Strategy, address: str) -> Piece | None:
    """A block as it stands; None where there is none."""
    return pieces_of(head_of(strategy).document).get(address) if strategy.number else None


def _number(strategy: Strategy, address: str, upto: int) -> int:
    """Number of the revision that wrote a block last; 0 for none.

    Up to the revision that was read: the mark of a later one would let its words be saved over unseen.
    """
    rows = BlockRevision.objects.filter(strategy=strategy, block=address, number__lte=upto)
    return rows.order_by("-number").values_list("number", flat=True).first() or 0


def _numbers(strategy: Strategy, upto: int) -> dict[str, int]:
    rows = BlockRevision.objects.filter(strategy=strategy, number__lte=upto).order_by("number")
    return dict(rows.values_list("block", "number"))
