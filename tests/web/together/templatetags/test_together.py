import pytest
from django.template import Context, Template
from django.test import RequestFactory

from custrata.delivery.figures import say as prose
from custrata.delivery.figures import stated
from custrata.project.showing.home.tiles import Tile
from custrata.strategy.parts.part import Owner
from custrata.web.together.models import NoticeKind
from custrata.web.together.notices.telling import tell
from custrata.web.together.talking.threads import say
from custrata.web.together.templatetags.together import initials, spark
from custrata.web.workspaces.rights import Right


@pytest.fixture
def rendered(asks):
    """Renders a template as a page for a person would."""

    def make(text, user, **more):
        asking = asks(user)
        context = {
            "asking": asking,
            "workspace": asking.workspace,
            "rights": {right.value: asking.may(right) for right in Right},
            "request": RequestFactory().get("/"),
        }
        return Template("{% load together %}" + text).render(Context(context | more))

    return make


def test_comments_stand_where_a_page_asks_for_them(workspace, named, rendered):
    ann = named("Ann")
    say(workspace, ann, "E01", "Why?")
    html = rendered('{% comments "E01" %}', ann)
    assert "Why?" in html
    assert 'id="talk-E01"' in html
    assert "Why?" not in rendered('{% comments "E02" %}', ann)


def test_counts_of_many_addresses_are_one_query(workspace, named, rendered, django_assert_max_num_queries):
    ann = named("Ann")
    say(workspace, ann, "E01", "Why?")
    text = '{% comment_count "E01" %}{% comment_count "E02" %}{% comment_count "E03" %}'
    with django_assert_max_num_queries(2):  # who asks, and the numbers
        html = rendered(text, ann)
    assert ">1<" in html.replace("\n", "")


def test_buttons_stand_for_what_the_person_may_make(named, rendered):
    text = '{% make "E01" "Fewer stay" "task experiment" %}'
    assert rendered(text, named("Vi", "viewer")).strip() == ""
    some = rendered(text, named("Co", "commenter"))
    assert "Make a task" in some
    assert "Make an experiment" not in some
    assert "Make an experiment" in rendered(text, named("Ed", "editor"))


def test_a_sentence_with_figures_is_a_title_too(named, rendered):
    html = rendered('{% make "E01" title %}', named("Ed"), title=prose("Fewer <stay>"))
    assert 'value="Fewer &lt;stay&gt;"' in html


def test_the_bell_says_how_many_are_new(workspace, named, rendered):
    ann = named("Ann")
    assert 'aria-label="Notices"' in rendered("{% bell %}", ann)
    tell(workspace, NoticeKind.TASK, [ann.pk], "x")
    assert 'aria-label="Notices, 1 new"' in rendered("{% bell %}", ann)


def test_a_link_leads_to_the_page_of_an_address(workspace, named, rendered):
    assert rendered('{% link "page:boards" %}', named("Ann")) == f"/w/{workspace.slug}/boards/"
    assert rendered('{{ "groups[gold]"|mark }}', named("Bob")) == "groups-gold"


def test_a_face_holds_the_letters_of_a_name_else_of_a_role():
    assert initials(Owner(role="head of sales", name="Ann Lee")) == "AL"
    assert initials(Owner(role="head of sales")) == "S"
    assert initials(Owner()) == "?"


def test_what_else_can_be_made_waits_in_a_menu_of_its_own(named, rendered):
    html = rendered('{% make "E01" "Fewer stay" %}{% make "E01" "Fewer stay" %}', named("Ed"))
    assert html.count('class="btn mini"') == 2, "one button each"
    assert 'popovertarget="make-1-E01"' in html
    assert 'id="make-2-E01" popover' in html
    assert "popover" not in rendered('{% make "E01" "Fewer stay" "task" %}', named("Al"))


def test_a_tile_draws_its_months_once_there_are_enough_for_a_line():
    shown = stated(3.0, "customers", "a test")
    assert spark(Tile("x", shown, months=(1.0, 2.0))) == ""
    rising = spark(Tile("x", shown, months=(1.0, 2.0, 3.0), level=5.0))
    assert 'class="ln k1 thin"' in rising
    assert "dash" in rising
    assert 'class="ln k2 thin"' in spark(Tile("x", shown, months=(3.0, 2.0, 1.0), gain=False))
