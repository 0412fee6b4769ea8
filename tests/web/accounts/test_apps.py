from __future__ import annotations

from allauth.account.signals import user_logged_in
from django.apps import apps


def test_the_app_listens_to_who_comes_in():
    assert apps.get_app_config("accounts").name == "custrata.web.accounts"
    assert any("log came_in" in str(key) for key, *_ in user_logged_in.receivers)
