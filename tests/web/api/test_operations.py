from django.urls import URLPattern, get_resolver
from tests.web.api.pages import MORE, PAGES, WITHOUT

from custrata.web.api.operations import operations
from custrata.web.workspaces.rights import Right


def test_every_operation_is_listed_once_with_its_right():
    found = operations()
    assert len({(one.method, one.path) for one in found}) == len(found) > 40
    assert len({one.name for one in found}) == len(found)


def test_only_what_is_about_the_person_alone_needs_no_right():
    assert {one.path for one in operations() if one.right is None} == {"/me", "/workspaces", "/measures"}


def test_whatever_changes_a_strategy_needs_the_right_to_edit():
    for one in operations():
        if one.method in {"PUT", "DELETE"} and ("block" in one.path or "document" in one.path):
            assert one.right is Right.EDIT


def ours(resolver=None, before="") -> set[str]:
    """Names of the addresses of pages, those of the ways of coming in left to allauth."""
    found: set[str] = set()
    for one in (resolver or get_resolver()).url_patterns:
        path = before + str(one.pattern)
        if path.startswith(("api/", "account/")):
            continue
        found |= {str(one.name)} if isinstance(one, URLPattern) else ours(one, path)
    return found


def test_every_page_is_set_against_what_programs_do():
    assert sorted(ours() - set(PAGES)) == [], "say what a program does instead, or why it cannot"
    assert sorted(set(PAGES) - ours()) == [], "these pages are gone"


def test_every_operation_that_is_named_is_there_and_each_is_named():
    named = {name for said in PAGES.values() if said not in WITHOUT for name in said.split()}
    there = {one.name for one in operations()}
    assert sorted(named - there) == []
    assert sorted(there - named - MORE) == []
