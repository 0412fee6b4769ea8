from __future__ import annotations

from lxml import etree

from custrata.delivery.deck.office.template.scaling import scale

XML = (
    '<p:sp xmlns:p="p" xmlns:a="a"><a:off x="100" y="200"/><a:ext cx="1000" cy="40"/>'
    '<a:rPr sz="1200"/><a:ln w="12700"/><a:ext uri="{x}"/></p:sp>'
)


def test_places_type_and_lines_shrink_alike():
    tree = etree.fromstring(XML)
    scale([tree], 0.75)
    assert [dict(e.attrib) for e in tree] == [
        {"x": "75", "y": "150"},
        {"cx": "750", "cy": "30"},
        {"sz": "900"},
        {"w": "9525"},
        {"uri": "{x}"},
    ]


def test_at_our_width_nothing_changes():
    tree = etree.fromstring(XML)
    scale([tree], 1.0)
    assert etree.tostring(tree) == etree.tostring(etree.fromstring(XML))
