from __future__ import annotations

import pytest
from django.db import IntegrityError

from custrata.web.accounts.models import SignOn, Token, User

pytestmark = pytest.mark.django_db


def test_an_address_is_one_person_whatever_the_case_of_its_letters():
    user = User.objects.create_user("Ana@Example.org")
    assert User.objects.get_by_natural_key("ANA@example.ORG") == user
    with pytest.raises(IntegrityError):
        User.objects.create_user("ana@example.org")


def test_a_person_without_a_name_is_called_by_the_address():
    assert (str(User(email="ana.silva@example.org")), User(email="ana.silva@example.org").initials) == (
        "ana.silva",
        "AS",
    )
    assert User(email="x@example.org", name="Ana Maria Silva").initials == "AM"


def test_a_token_is_told_apart_without_its_secret():
    assert str(Token(name="Nightly", key="a1b2")) == "Nightly (cus_a1b2…)"
    assert str(SignOn(name="Company")) == "Company"
