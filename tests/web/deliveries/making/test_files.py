from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from custrata.errors import InputError
from custrata.web.deliveries.making.files import LARGEST_TEMPLATE, forget, free_place, keep_template, on_disk


def test_every_file_has_a_place_of_its_own_beneath_the_site(workspace, site):
    first, second = free_place(workspace, ".pdf"), free_place(workspace, ".pdf")
    assert first != second
    assert on_disk(first).parent == site / "deliveries" / str(workspace.pk)


def test_forgetting_takes_a_file_and_leaves_its_neighbour(workspace):
    first, second = free_place(workspace, ".md"), free_place(workspace, ".md")
    for place in (first, second):
        on_disk(place).write_text("x")
    forget(first, "")
    forget(first)
    assert not on_disk(first).exists()
    assert on_disk(second).read_text() == "x"


def test_a_template_is_kept_under_another_name_than_it_was_sent(workspace):
    place = keep_template(workspace, SimpleUploadedFile("../../Our deck.pptx", b"PK"))
    assert place.endswith(".template.pptx")
    assert "Our" not in place
    assert on_disk(place).read_bytes() == b"PK"


def test_what_is_no_template_or_too_large_is_refused(workspace):
    with pytest.raises(InputError, match="a template is"):
        keep_template(workspace, SimpleUploadedFile("deck.exe", b"MZ"))
    large = SimpleUploadedFile("deck.pptx", b"PK")
    large.size = LARGEST_TEMPLATE + 1
    with pytest.raises(InputError, match="too large"):
        keep_template(workspace, large)
