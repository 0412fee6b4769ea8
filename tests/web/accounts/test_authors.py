from django.contrib.auth import get_user_model

from custrata.web.accounts.authors import person_field
from custrata.web.together.models import Task
from custrata.web.together.tasks.keeping import make


def test_what_somebody_did_stays_when_they_leave_and_the_work_of_others_keeps_its_author(workspace, member):
    ann, bob = member("editor"), member("editor")
    hers, his = make(workspace, ann, "Call them"), make(workspace, bob, "Write to them")
    ann.delete()
    hers.refresh_from_db()
    assert (hers.maker, Task.objects.get(pk=his.pk).maker) == (None, bob)


def test_a_field_may_name_the_rows_of_a_person():
    assert person_field("comments").remote_field.related_name == "comments"
    assert get_user_model()._meta.get_field("comments")
