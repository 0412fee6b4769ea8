from __future__ import annotations

import zipfile

import pytest
from tests.delivery.deck.office.template.making import template, with_part

from custrata.delivery.deck.office.template.guarding import guarded
from custrata.errors import DeliveryError


def refused(path, why):
    with pytest.raises(DeliveryError, match=why) as found:
        guarded(path)
    assert found.value.remedy


def test_a_plain_template_may_be_opened(tmp_path):
    assert guarded(template(tmp_path / "own.pptx")).startswith(b"PK")


def test_macros_are_refused_by_ending_and_by_content(tmp_path):
    (tmp_path / "own.pptm").write_bytes(b"PK")
    refused(tmp_path / "own.pptm", "macros are not opened")
    refused(with_part(template(tmp_path / "own.pptx"), "ppt/vbaProject.bin", b"x"), "holds macros")


def test_what_is_no_package_is_refused(tmp_path):
    (tmp_path / "own.pptx").write_bytes(b"not a zip at all")
    refused(tmp_path / "own.pptx", "no PowerPoint file")
    refused(tmp_path / "missing.pptx", "cannot be read")
    (tmp_path / "own.key").write_bytes(b"x")
    refused(tmp_path / "own.key", "ends in .pptx or .potx")


def test_a_document_of_another_kind_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "own.pptx", "w") as package:
        package.writestr("word/document.xml", "<a/>")
    refused(tmp_path / "own.pptx", "no presentation")


def test_a_part_that_unpacks_to_many_times_its_size_is_refused(tmp_path):
    bomb = with_part(template(tmp_path / "own.pptx"), "ppt/media/image1.bmp", b"\0" * (8 * 2**20))
    refused(bomb, "many times its size")


def test_parts_of_the_same_name_are_refused(tmp_path):
    path = template(tmp_path / "own.pptx")
    with pytest.warns(UserWarning, match="Duplicate name"):
        with_part(path, "ppt/presentation.xml", b"<again/>")
    refused(path, "two parts of the same name")


def test_parts_outside_of_the_package_are_refused(tmp_path):
    refused(with_part(template(tmp_path / "own.pptx"), "ppt/../../evil.xml", b"<a/>"), "outside")


def test_entities_are_refused(tmp_path):
    content = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    refused(with_part(template(tmp_path / "own.pptx"), "ppt/evil.xml", content), "declares entities")


def test_entities_behind_a_long_comment_are_refused(tmp_path):
    content = b"<?xml version='1.0'?><!--" + b"x" * 5000 + b"--><!DOCTYPE a><a/>"
    refused(with_part(template(tmp_path / "own.pptx"), "ppt/evil.xml", content), "declares entities")


def test_a_broken_part_is_refused_as_it_would_break_every_deck(tmp_path):
    broken = with_part(template(tmp_path / "own.pptx"), "ppt/theme/theme9.xml", b"<a:theme")
    refused(broken, "theme9.xml is broken")


def test_parts_that_fetch_from_elsewhere_are_refused_and_links_are_not(tmp_path):
    link = (
        b'<Relationships><Relationship Id="r1" TargetMode="External" Target="http://example.org" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
    )
    name = "ppt/slides/_rels/more.xml.rels"
    assert guarded(with_part(template(tmp_path / "own.pptx"), name, link))
    fetching = with_part(
        template(tmp_path / "own.pptx"), name, link.replace(b"hyperlink", b"attachedTemplate")
    )
    refused(fetching, "fetches files from elsewhere")


def test_a_potx_is_turned_into_a_presentation(tmp_path):
    plain = template(tmp_path / "own.pptx")
    strict = tmp_path / "own.potx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(strict, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"presentation.main+xml", b"template.main+xml")
            target.writestr(name, content)
    assert b"template.main+xml" not in guarded(strict)
