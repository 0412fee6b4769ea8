"""What is left of somebody who is removed: the places of their comments, and nothing that names them."""

from typing import Any

from django.db import transaction
from django.db.models.signals import pre_delete
from django.utils import timezone

from custrata.web.accounts.models import User
from custrata.web.together.models import Comment, Notice
from custrata.web.together.talking.mentions import unnamed


def forget(user: User) -> int:
    """Leave of somebody's comments only their places; their tasks have no owner any more.

    Args:
        user: Who is removed.

    Returns:
        How many comments were emptied.
    """
    with transaction.atomic():
        own = Comment.objects.filter(author=user, removed_at=None)
        number = own.update(text="", mentioned=[], removed_at=timezone.now())
        Notice.objects.filter(actor=user).delete()
        Notice.objects.filter(person=user).delete()
        for named in Comment.objects.filter(text__icontains=f"@{user}"):
            named.text = unnamed(named.text, str(user))
            named.mentioned = [key for key in named.mentioned if key != user.pk]
            named.save(update_fields=["text", "mentioned"])
    return number


def watch() -> None:
    """Forget whoever is deleted, wherever that is done."""
    pre_delete.connect(_gone, sender=User, dispatch_uid="together.forget")


def _gone(sender: Any, instance: User, **kwargs: Any) -> None:
    forget(instance)
