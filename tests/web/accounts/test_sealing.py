from __future__ import annotations

import pytest

from custrata.errors import SettingError
from custrata.web.accounts.sealing import seal, unseal


def test_a_sealed_secret_comes_back_and_is_not_read_in_between():
    sealed = seal("the secret of a client")
    assert "secret" not in sealed
    assert seal("the secret of a client") != sealed
    assert unseal(sealed) == "the secret of a client"


def test_another_key_does_not_open_it_unless_the_old_one_is_named(settings):
    sealed = seal("x")
    old, settings.SECRET_KEY = (
        settings.SECRET_KEY,
        "another key, long enough for the checks of Django to pass",
    )
    with pytest.raises(SettingError, match="cannot be read"):
        unseal(sealed)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert unseal(sealed) == "x"


def test_a_changed_text_is_refused():
    with pytest.raises(SettingError):
        unseal(seal("x")[:-4] + "AAAA")
    with pytest.raises(SettingError):
        unseal("ü")
