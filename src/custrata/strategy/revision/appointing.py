"""A person takes a role, wherever the strategy suggests it."""

from __future__ import annotations

from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Owner, Part, walk
from custrata.strategy.revision.rebuilding import rebuilt


def appointed(document: Document, role: str, name: str) -> Document:
    """The document in which a person answers for all that a role is suggested for.

    Args:
        document: The strategy.
        role: The role, as the strategy suggests it.
        name: Who takes it. Places at which somebody is named already stay as they are.

    Raises:
        DocumentError: Nobody is named, or the strategy suggests no such role.
    """
    if not name.strip():
        raise DocumentError("nobody is named", where=role, remedy="say who takes the role: --name")
    wanted, known = _plain(role), roles(document)
    if wanted not in {_plain(one) for one in known}:
        remedy = f"name one of: {', '.join(known)}" if known else "write owners into the strategy first"
        raise DocumentError("the strategy suggests no such role", where=role, remedy=remedy)

    def named(part: Part) -> Part:
        if isinstance(part, Owner) and not part.assigned and _plain(part.role) == wanted:
            return part.model_copy(update={"name": name.strip()})
        return part

    return rebuilt(document, named)


def roles(document: Document) -> dict[str, int]:
    """Roles that the strategy suggests, with the number of places at which nobody is named yet.

    Args:
        document: The strategy.

    Example:
        >>> roles(Document(schema_version=2, company="A", sponsor={"role": "chief executive"}))
        {'chief executive': 1}
    """
    found: dict[str, int] = {}
    for _, part in walk(document):
        if isinstance(part, Owner) and part.role:
            found[part.role] = found.get(part.role, 0) + (not part.assigned)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def holders(document: Document, role: str) -> tuple[str, ...]:
    """Who is named for a role in the strategy, each person once.

    Args:
        document: The strategy.
        role: The role; blanks and capitals do not matter.

    Example:
        >>> owner = {"role": "head of finance", "name": "D. Person"}
        >>> holders(Document(schema_version=2, company="A", sponsor=owner), "Head of finance")
        ('D. Person',)
    """
    owners = (part for _, part in walk(document) if isinstance(part, Owner) and part.assigned)
    return tuple(dict.fromkeys(one.name for one in owners if _plain(one.role) == _plain(role)))


def _plain(role: str) -> str:
    return " ".join(role.split()).casefold()
