from django.db.models.signals import post_save, pre_delete

from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry


def test_the_app_listens_to_the_log_and_to_people_who_are_removed():
    assert post_save.has_listeners(Entry)
    assert pre_delete.has_listeners(User)
