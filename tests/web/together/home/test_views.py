import datetime as dt
import re

import pytest

from custrata.web.strategies.staging import scene_of
from custrata.web.together.home.views import MOST_DUE
from custrata.web.together.models import Task
from custrata.web.together.talking.threads import say
from custrata.web.together.tasks.keeping import make
from custrata.web.workspaces.models import Membership, Workspace


@pytest.fixture
def at(workspace):
    return f"/w/{workspace.slug}/"


def test_a_viewer_reads_the_home_of_a_workspace(at, workspace, come_in):
    html = come_in("viewer").get(at).content.decode()
    for heading in ("What changed, by value at stake", "What is broken", "What is due", "claims hold"):
        assert heading in html
    assert html.count("<h1>") == 1


def test_a_stranger_is_sent_to_the_door(at, workspace, client):
    answer = client.get(at)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")


def test_people_of_another_workspace_learn_nothing(at, other_workspace, come_in):
    neighbour = come_in("admin", of=other_workspace)
    assert neighbour.get(at).status_code == 404
    assert neighbour.post(f"{at}first-steps/", {"hidden": "yes"}).status_code == 404
    assert neighbour.get(f"/w/{other_workspace.slug}/").status_code == 200


def test_a_viewer_sees_no_button_that_makes_something(at, come_in):
    assert 'class="make"' not in come_in("viewer").get(at).content.decode()
    html = come_in("commenter").get(at).content.decode()
    assert "Make a task" in html
    assert "Make an experiment" not in html
    assert "Make an experiment" in come_in("editor").get(at).content.decode()


def test_every_claim_of_the_strategy_is_counted(at, workspace, come_in):
    many = len(scene_of(workspace).evidence)
    assert f"{many} claims on the canvas" in come_in("viewer").get(at).content.decode()


def test_tasks_stand_among_what_is_due(at, workspace, named, browser):
    ann = named("Ann")
    make(workspace, ann, "Call them first", owner=ann, due_on=dt.date(2020, 1, 1))
    html = browser(ann).get(at).content.decode()
    assert "Call them first" in html
    assert "days late" in html


def test_the_first_steps_are_put_away_and_brought_back(at, named, browser):
    client = browser(named("Ann", "editor"))
    assert "First steps" in client.get(at).content.decode()
    client.post(f"{at}first-steps/", {"hidden": "yes"})
    assert '<h2 id="steps-head">' not in client.get(at).content.decode()
    client.post(f"{at}first-steps/", {"hidden": "no"})
    assert '<h2 id="steps-head">' in client.get(at).content.decode()


def test_who_may_take_none_of_the_first_steps_is_not_asked_to(at, named, browser):
    assert "First steps" not in browser(named("Ann", "viewer")).get(at).content.decode()


def test_the_home_stays_within_its_queries_and_its_weight(
    at, workspace, named, browser, django_assert_max_num_queries
):
    ann = named("Ann")
    for number in range(40):
        make(workspace, ann, f"Task {number}", owner=ann)
        say(workspace, ann, "page:home", f"Comment {number}")
    client = browser(ann)
    client.get(at)
    with django_assert_max_num_queries(25):
        answer = client.get(at)
    assert len(answer.content) < 300_000


def test_the_page_holds_no_inline_style_or_script(at, come_in):
    html = come_in("editor").get(at).content.decode()
    assert "style=" not in html
    assert " onclick" not in html
    assert "hx-on" not in html


def test_a_sample_leads_to_the_other_samples_of_the_person_and_to_own_data(
    at, workspace, other_workspace, named, browser
):
    Workspace.objects.update(sample=True)
    ann = named("Ann")
    client = browser(ann)
    leads = f"Look at {other_workspace.name}"
    assert leads not in client.get(at).content.decode(), "not to a sample of somebody else"
    Membership.objects.create(workspace=other_workspace, user=ann, role="viewer")
    html = client.get(at).content.decode()
    assert f'<a href="/w/{other_workspace.slug}/">{leads}</a>' in html
    assert "Begin with your own data" in html
    Workspace.objects.filter(pk=workspace.pk).update(sample=False)
    assert 'id="sample"' not in client.get(at).content.decode()


def test_what_waits_is_counted_whole_however_many_tasks_there_are(at, workspace, come_in):
    browser = come_in("viewer")
    waiting = re.compile(r"(\d+) more (?:is|are) waiting")
    late = dt.date(2020, 1, 1)

    def make(many):
        Task.objects.bulk_create(Task(workspace=workspace, title="Call", due_on=late) for _ in range(many))

    make(MOST_DUE)
    before = int(waiting.search(browser.get(at).content.decode())[1])
    make(230)
    html = browser.get(at).content.decode()
    assert int(waiting.search(html)[1]) == before + 230
    assert html.count(">Call<") == MOST_DUE
