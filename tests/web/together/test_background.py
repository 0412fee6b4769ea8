import datetime as dt

from django.utils import timezone

from custrata.web.together.background import NOTICES, forget_read
from custrata.web.together.models import Notice


def test_notices_that_were_read_long_ago_go_and_unread_ones_stay(member, workspace):
    user = member("viewer")
    for text in ("old", "unread", "new"):
        read = None if text == "unread" else timezone.now()
        Notice.objects.create(workspace=workspace, person=user, kind="build", text=text, read_at=read)
    long_ago = timezone.now() - NOTICES - dt.timedelta(hours=1)
    Notice.objects.filter(text="old").update(read_at=long_ago)
    assert forget_read() == 1
    assert set(Notice.objects.values_list("text", flat=True)) == {"unread", "new"}
