from __future__ import annotations

import pytest

from custrata.errors import SettingError
from custrata.web.workspaces.configuring.display import FRESH, chosen, display_of


def test_what_nobody_chose_is_filled_in():
    assert display_of({"locale": "de-DE", "other": 1}) == FRESH


def test_a_choice_is_kept():
    wanted = {"timezone": "Europe/Paris"}
    assert chosen(wanted) == wanted


@pytest.mark.parametrize("key", list(FRESH))
def test_what_is_not_on_offer_is_refused(key):
    with pytest.raises(SettingError) as refused:
        chosen({key: "<script>"})
    assert refused.value.where == key
