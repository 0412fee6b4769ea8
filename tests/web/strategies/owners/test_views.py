import re

import pytest

from custrata.strategy.revision.appointing import holders, roles
from custrata.web.strategies.owners.views import finding_of
from custrata.web.strategies.saving import head_of, strategy_of


@pytest.fixture
def at(workspace):
    return f"/w/{workspace.slug}/strategy/owners/"


def document(workspace):
    return head_of(strategy_of(workspace)).document


def test_each_role_stands_with_how_much_waits_for_it(at, workspace, come_in):
    html = come_in("viewer").get(at).content.decode()
    role, many = next(iter(roles(document(workspace)).items()))
    assert f'<span class="rank">{many}</span><div><h3>{role.capitalize()}</h3>' in html
    assert "<form" not in html[html.index('id="main"') : html.index("</main>")]


def test_a_person_takes_a_role_everywhere_and_gives_it_back_in_one_act(at, workspace, come_in):
    editor, before = come_in("editor"), document(workspace)
    (role, many), (other, rest) = list(roles(before).items())[:2]
    html = editor.post(f"{at}name/", {"role": role, "name": " Ada  Roe "}, follow=True).content.decode()
    after = document(workspace)
    assert many > 0
    assert (roles(after)[role], holders(after, role)) == (0, ("Ada Roe",))
    assert (roles(after)[other], holders(after, other)) == (rest, ())
    number = re.search(r'name="number" value="(\d+)"', html)[1]
    editor.post(f"/w/{workspace.slug}/strategy/history/undo/", {"number": number})
    assert roles(document(workspace)) == roles(before)


def test_a_role_that_the_strategy_does_not_suggest_keeps_what_was_typed(at, workspace, come_in):
    before = strategy_of(workspace).number
    role = next(iter(roles(document(workspace))))
    answer = come_in("editor").post(f"{at}name/", {"role": role, "name": " "})
    assert (answer.status_code, strategy_of(workspace).number) == (422, before)
    assert "Nobody is named" in answer.content.decode()


def test_a_viewer_names_nobody(at, workspace, come_in):
    role = next(iter(roles(document(workspace))))
    assert come_in("viewer").post(f"{at}name/", {"role": role, "name": "Ada"}).status_code == 403


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({"a": 2, "b": 0}, "2 places wait for an owner, in 1 role"),
        ({"a": 1, "b": 1}, "2 places wait for an owner, in 2 roles"),
        ({"a": 0}, "Somebody answers for all that names a role"),
    ],
)
def test_the_finding_says_how_much_waits(found, said):
    assert finding_of(found) == said


@pytest.mark.parametrize("room", ["strategy/", "", "lifecycle/"])
def test_what_waits_for_an_owner_is_said_once_and_each_line_only_hints(workspace, come_in, room):
    html = come_in("editor").get(f"/w/{workspace.slug}/{room}").content.decode()
    assert html.count('id="owing"') == 1
    assert "Name the owners" in html
    assert "suggested)" not in re.sub(r'aria-label="[^"]*"', "", html)
