from __future__ import annotations

import pytest

from custrata.web.audit.record import record


@pytest.fixture
def address(workspace):
    return f"/w/{workspace.slug}/settings/log/"


def test_an_admin_reads_the_log_and_filters_it(workspace, come_in, address):
    record("task.made", workspace=workspace, actor=None, thing="<b>hostile</b>")
    page = come_in("admin").get(
        address, {"act": "task", "since": "2000-01-01", "actor": "x", "before": "9" * 40}
    )
    assert page.status_code == 200
    assert "&lt;b&gt;hostile" in page.content.decode()
    assert "workspace.opened</td>" not in page.content.decode()


def test_a_search_without_result_says_what_belongs_here(come_in, address):
    page = come_in("admin").get(address, {"since": "2999-01-01"})
    assert "No entry fits" in page.content.decode()


def test_an_admin_has_the_log_verified(come_in, address):
    browser = come_in("admin")
    page = browser.post(address + "verify/", follow=True)
    assert "The log is whole" in page.content.decode()
    assert "Verified up to entry" in page.content.decode()


@pytest.mark.parametrize("role", ["viewer", "commenter", "editor", "analyst"])
def test_nobody_else_reads_the_log(come_in, address, role):
    browser = come_in(role)
    assert browser.get(address).status_code == 403
    assert browser.post(address + "verify/").status_code == 403


def test_the_log_takes_few_queries(workspace, come_in, address, django_assert_max_num_queries):
    browser = come_in("admin")
    for number in range(60):
        record("task.made", workspace=workspace, actor=None, thing=str(number))
    with django_assert_max_num_queries(15):
        browser.get(address)
