"""What was signed, and whether it still stands: the content of a document, and who agreed to it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from custrata.errors import DocumentError
from custrata.keeping import Kept
from custrata.strategy.document import Document, SignOff
from custrata.strategy.parts.part import MOST_BLOCKS, Part
from custrata.strategy.text.writing import plain_value, spoken, to_plain

BESIDE = frozenset({"schema_version", "revision", "sign_offs", "reviews"})
"""Fields that say nothing new to whoever has signed: counters, signatures, and minutes of what was said."""

LETTERS = 16


class SignState(StrEnum):
    """Where the agreement of a function stands."""

    SIGNED = "signed"
    OPEN_AGAIN = "open again"
    DECLINED = "declined"
    WAITING = "waiting"


@dataclass(frozen=True)
class Signature:
    """The agreement of one function as it stands now.

    Attributes:
        function: Which function.
        name: Who signed or declined; empty while nobody has.
        state: Signed, open again since an edit, declined, or waiting.
        on: The day of the signature, whether it still holds or not.
        revision: The revision that was looked at.
        because: Why it was declined.
    """

    function: str
    name: str
    state: SignState
    on: dt.date | None
    revision: int | None
    because: str

    def __str__(self) -> str:
        by = f" by {self.name}" if self.name else ""
        on = f" on {self.on}" if self.on else ""
        if self.state is SignState.SIGNED:
            return f"{self.function}: signed{by}{on}"
        if self.state is SignState.DECLINED:
            return f"{self.function}: declined{by}: {self.because}"
        if self.state is SignState.OPEN_AGAIN:
            answer = "declined" if self.because else "signed"
            since = f", revision {self.revision}" if self.revision else ""
            return f"{self.function}: open again, the text has changed since it was {answer}{by}{on}{since}"
        return f"{self.function}: waits for a signature"


def content_of(document: Document) -> str:
    """What a document says, as sixteen letters that change with it.

    Args:
        document: The document; its revision, signatures and reviews do not count.

    Example:
        >>> one = Document(schema_version=2, company="A")
        >>> content_of(one) == content_of(one.model_copy(update={"revision": 7})), len(content_of(one))
        (True, 16)
    """
    return document.ask(_content)


def _hashed(document: Document) -> str:
    text = _said(document, BESIDE)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:LETTERS]


def _said(part: Part, beside: Collection[str] = ()) -> str:
    """A part as JSON, its fields sorted; each block of a document is written once for all revisions."""
    fields = sorted((name, value) for name, value in spoken(part) if name not in beside)
    return "{" + ", ".join(f'"{name}": {_in_json(value)}' for name, value in fields) + "}"


def _in_json(value: object) -> str:
    if isinstance(value, Part):
        return _said(value) if value.whole else _block(value)
    if isinstance(value, tuple) and value and all(isinstance(item, Part) for item in value):
        return f"[{', '.join(map(_block, value))}]"
    return _dumped(plain_value(value))


def _dumped(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, default=str, allow_nan=False)


_block: Kept[Part, str] = Kept(lambda block: _dumped(to_plain(block)), most=MOST_BLOCKS)


_content: Kept[Document, str] = Kept(_hashed, most=16)


def signatures(document: Document) -> tuple[Signature, ...]:
    """Where the agreement of every function stands, in the order of the document.

    Args:
        document: The document as it is now.
    """
    return tuple(
        Signature(
            sign_off.function,
            sign_off.name,
            _state(sign_off, document),
            sign_off.signed_on,
            sign_off.revision,
            sign_off.declined_because,
        )
        for sign_off in document.sign_offs
    )


def agreed(document: Document) -> bool:
    """Whether every function has signed what the document says now; False when none is asked."""
    found = signatures(document)
    return bool(found) and all(signature.state is SignState.SIGNED for signature in found)


def agreed_on(document: Document, own: dt.date | None = None) -> dt.date | None:
    """The day on which a proposal, intent or target of the document was agreed; None while it is proposed.

    Args:
        document: The document as it is now.
        own: The day that the part itself carries; it wins over the day of the document.

    Returns:
        The part's own day, else the day of the last signature once every function has signed what the
        document says now.

    Example:
        >>> agreed_on(Document(schema_version=2, company="A")) is None
        True
    """
    if own is not None or not agreed(document):
        return own
    return max(sign_off.signed_on for sign_off in document.sign_offs if sign_off.signed_on is not None)


def signed_on_other(document: Document, fingerprint: str) -> bool:
    """Whether a signature that holds was given on the figures of another snapshot.

    Args:
        document: The document as it is now.
        fingerprint: That of the snapshot whose figures are shown.

    Example:
        >>> signed_on_other(Document(schema_version=2, company="A"), "5f3a")
        False
    """
    held = zip(document.sign_offs, signatures(document), strict=True)
    # A signature that notes no snapshot tells nothing of figures.
    return any(one.snapshot not in ("", fingerprint) for one, how in held if how.state is SignState.SIGNED)


def sign(document: Document, function: str, name: str, on: dt.date, snapshot: str = "") -> Document:
    """The document with the signature of a function.

    Args:
        document: What is signed.
        function: Which function agrees; it must be among the sign-offs.
        name: Who signs.
        on: The day.
        snapshot: Fingerprint of the snapshot whose figures are signed with it; empty when that is not known.

    Raises:
        DocumentError: The document asks no such function, or nobody is named.
    """
    if not name.strip():
        raise DocumentError("nobody is named", where=function, remedy="say who signs")
    return _answered(document, function, name=name.strip(), signed_on=on, snapshot=snapshot)


def decline(document: Document, function: str, reason: str, name: str = "") -> Document:
    """The document with the refusal of a function.

    Args:
        document: What is declined.
        function: Which function.
        reason: Why.
        name: Who declines; empty when only the function is known.

    Raises:
        DocumentError: The document asks no such function, or no reason is given.
    """
    if not reason.strip():
        raise DocumentError(
            "no reason is given", where=function, remedy="say why the function does not agree"
        )
    return _answered(document, function, name=name.strip(), declined_because=reason.strip())


def withdraw(document: Document, function: str) -> Document:
    """The document with the answer of a function taken back; it waits again.

    Args:
        document: The document.
        function: Which function.

    Raises:
        DocumentError: The document asks no such function.
    """
    at = _asked(document, function)
    return _with(document, at, SignOff(function=document.sign_offs[at].function))


def _answered(
    document: Document,
    function: str,
    *,
    name: str,
    signed_on: dt.date | None = None,
    declined_because: str = "",
    snapshot: str = "",
) -> Document:
    at = _asked(document, function)
    answer = SignOff(
        function=document.sign_offs[at].function,
        name=name,
        revision=document.revision,
        content=content_of(document),
        signed_on=signed_on,
        declined_because=declined_because,
        snapshot=snapshot,
    )
    return _with(document, at, answer)


def _asked(document: Document, function: str) -> int:
    wanted = function.strip().casefold()
    known = [sign_off.function for sign_off in document.sign_offs]
    found = next((at for at, name in enumerate(known) if name.strip().casefold() == wanted), None)
    if found is None:
        remedy = f"name one of: {', '.join(known)}" if known else "add the function to sign_offs first"
        raise DocumentError("the strategy asks no such function to sign", where=function, remedy=remedy)
    return found


def _with(document: Document, at: int, answer: SignOff) -> Document:
    sign_offs = (*document.sign_offs[:at], answer, *document.sign_offs[at + 1 :])
    return document.model_copy(update={"sign_offs": sign_offs})


def _state(sign_off: SignOff, document: Document) -> SignState:
    if not sign_off.signed and not sign_off.declined_because:
        return SignState.WAITING
    # A signature made by hand has no hash: it can only hold for the revision that it names.
    if sign_off.content:
        stands = sign_off.content == content_of(document)
    else:
        stands = sign_off.revision == document.revision
    if not stands:
        return SignState.OPEN_AGAIN
    return SignState.SIGNED if sign_off.signed else SignState.DECLINED
