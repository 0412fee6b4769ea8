from __future__ import annotations

import zipfile

import pytest
from tests.web.deliveries.conftest import TRACES

from custrata.errors import InputError
from custrata.web.audit.models import Entry
from custrata.web.deliveries.links.making import revoke, share
from custrata.web.deliveries.links.tokens import hash_of
from custrata.web.deliveries.models import ShareLink, Shows


def test_of_a_link_only_a_hash_is_kept(workspace, member):
    link, token = share(workspace, Shows.STORY, "", 7, member("editor"))
    assert link.token == hash_of(token)
    assert token not in str(list(ShareLink.objects.values()))
    assert token not in str(list(Entry.objects.values()))


def test_a_deck_that_is_shared_names_nobody(planted, member):
    link, _ = share(planted, Shows.FILE, "board", 7, member("editor"))
    with zipfile.ZipFile(link.path) as deck:
        text = " ".join(
            deck.read(name).decode("utf-8", "replace") for name in deck.namelist() if name.endswith(".xml")
        )
    assert "Sponsor" in text or "customers" in text
    assert not [trace for trace in TRACES if trace in text]


@pytest.mark.parametrize(
    ("shows", "about", "days"),
    [
        ("poem", "", 7),
        (Shows.STORY, "", 0),
        (Shows.STORY, "", 366),
        (Shows.CLAIM, "E99999", 7),
        (Shows.FILE, "workbook", 7),
    ],
)
def test_what_cannot_be_shared_is_refused_and_no_link_is_made(workspace, member, shows, about, days):
    with pytest.raises(InputError):
        share(workspace, shows, about, days, member("editor"))
    assert not ShareLink.objects.exists()


def test_ending_a_link_twice_is_on_record_once_and_the_neighbour_holds(workspace, member):
    editor = member("editor")
    first, _ = share(workspace, Shows.STORY, "", 7, editor)
    second, _ = share(workspace, Shows.CANVAS, "", 7, editor, title="For the press")
    revoke(first, editor)
    revoke(first, editor)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.holds, second.holds, second.title) == (False, True, "For the press")
    assert Entry.objects.filter(act="link.revoked").count() == 1
