import html
import json
import re
import shutil

from django.db import connection
from django.test.utils import CaptureQueriesContext

from custrata.delivery.figures import Prose
from custrata.web.frame.numbers import Numbers
from custrata.web.frame.page import Page, _as_title, _counts, numbers_for, said, show
from custrata.web.strategies.staging import scene_of

COUNT = re.compile(r'<span class="count[^"]*">[^<]*</span>')


def test_a_page_has_its_finding_as_its_one_heading(asking, get):
    who = asking()
    answer = show(
        get(who.user), who, "frame/page.html", Page("home", "Home", finding="Gold <keeps> us")
    ).content.decode()
    assert answer.count("<h1>") == 1
    assert "<h1>Gold &lt;keeps&gt; us</h1>" in answer
    assert 'aria-current="page"' in answer


def test_a_page_wears_what_its_person_likes(asking, get):
    who = asking()
    who.user.settings = {"theme": "dark", "density": "compact", "single_keys": False}
    answer = show(get(who.user), who, "frame/page.html", Page("home", "Home")).content.decode()
    assert 'data-theme="dark" data-density="compact" data-keys="off"' in answer


def test_swaps_copy_no_style_attribute_which_the_content_policy_refuses(asking, get):
    who = asking()
    answer = show(get(who.user), who, "frame/page.html", Page("home", "Home")).content.decode()
    config = json.loads(html.unescape(re.search(r"name=\"htmx-config\" content='([^']*)'", answer)[1]))
    assert config["attributesToSettle"] == ["class", "width", "height"]
    assert config["includeIndicatorStyles"] is False


def test_numbers_of_a_part_are_named_after_its_place(asking, get):
    who = asking()
    part = numbers_for(get(who.user, **{"HX-Request": "true", "HX-Target": "list"}), who, None)
    page = numbers_for(get(who.user), who, None)
    assert (part.prefix, page.prefix) == ("n-list-", "n")


def test_a_place_cannot_smuggle_marks_into_a_name(asking, get):
    who = asking()
    part = numbers_for(get(who.user, **{"HX-Request": "true", "HX-Target": '"><script>'}), who, None)
    assert part.prefix == "n-script-"


def test_a_sentence_opens_its_numbers_and_words_stay_words(shown):
    assert "<button" in said(Numbers(), Prose((shown(),)))
    assert said(Numbers(), "plain") == "plain"


def test_beside_pitfalls_stand_mistakes_and_no_notes(workspace):
    scene = scene_of(workspace)
    notes = [f for f in scene.findings if f.severity.value == "note"]
    assert notes
    assert _counts(scene)["pitfalls"] == (len(scene.findings) - len(notes), False)


def test_counts_stand_in_the_rail_of_pages_without_a_scene_for_one_query(
    asking, get, django_assert_max_num_queries
):
    who = asking()
    scene = scene_of(who.workspace)
    shown = show(get(who.user), who, "frame/page.html", Page("home", "Home"), scene=scene).content.decode()
    with CaptureQueriesContext(connection) as with_scene:
        show(get(who.user), who, "frame/page.html", Page("home", "Home"), scene=scene)
    with django_assert_max_num_queries(len(with_scene) + 1):
        bare = show(get(who.user), who, "frame/page.html", Page("home", "Home")).content.decode()
    assert COUNT.findall(bare) == COUNT.findall(shown)
    assert f'<span class="count">{len(scene.document.goals)}</span>' in bare
    assert re.findall(r'<p class="foot">.*', bare) == re.findall(r'<p class="foot">.*', shown) != []


def test_a_workspace_without_a_snapshot_has_a_rail_without_counts(asking, get):
    who = asking()
    shutil.rmtree(who.workspace.place.state)
    answer = show(get(who.user), who, "frame/page.html", Page("home", "Home")).content.decode()
    assert answer.count('class="rail"') == 1
    assert COUNT.findall(answer) == []


def test_a_finding_at_the_head_carries_no_full_stop():
    assert _as_title("Gold keeps us.") == "Gold keeps us"
    assert _as_title(Prose(("Gold ", "keeps us."))).text == "Gold keeps us"
