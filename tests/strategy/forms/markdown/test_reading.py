from __future__ import annotations

import pytest
from tests.documents import documents
from tests.snapshots import every_company

from custrata.drafting.draft import draft
from custrata.errors import DocumentError
from custrata.strategy.forms.markdown.reading import from_markdown
from custrata.strategy.forms.markdown.writing import to_markdown


def test_documents_come_back():
    for seed, document in enumerate(documents(80, seed=5000)):
        assert from_markdown(to_markdown(document)) == document, seed


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)
def test_a_draft_comes_back(snapshot):
    document = draft(snapshot)
    assert from_markdown(to_markdown(document)) == document
    assert from_markdown(to_markdown(document).replace("\n", "\r\n")) == document
    assert from_markdown(to_markdown(document).replace("\n", "  \n")) == document


def test_words_may_be_changed_and_lines_wrapped():
    text = "# A\n\n## Groups\n\n### Gold `gold`\n\n* **Tag:** x\n\n**Payer, proposal `P1`.** They\n  pay."
    document = from_markdown(text)
    assert document.groups[0].payer.text == "They pay."
    assert (document.groups[0].name, document.groups[0].tag) == ("Gold", "x")


LISTED = "# A\n\n## Groups\n\n### Gold `gold`\n\n- **Attributes:**\n"


@pytest.mark.parametrize(
    "listed", ["  1. x\n  2. y\n", "  7) x\n  7) y\n", "  + x\n\n  + y\n", "\t* x\n\t* y\n"]
)
def test_lists_may_be_numbered_by_an_editor(listed):
    assert from_markdown(LISTED + listed).groups[0].attributes == ("x", "y")


def test_comments_may_go_over_lines():
    noted = LISTED.replace("## Groups", "<!-- of mine,\nto read  \n-->  \n\n## Groups")
    assert from_markdown(noted) == from_markdown(LISTED)


CLAIM = (
    "# A\n\n## Groups\n\n### Gold `gold`\n\n**Share now, claim `E1`.** They earn [41%](#share).\n\n"
    '- **Figure `share`:** `{"measure": "revenue", "value": 0.41, "unit": "share"}`\n'
)


def test_a_number_is_changed_at_its_figure_and_not_in_the_sentence():
    assert from_markdown(CLAIM).groups[0].share_now.said() == "They earn 41%."
    with pytest.raises(DocumentError, match="line 7: the sentence says '45%', its figure says '41%'"):
        from_markdown(CLAIM.replace("[41%]", "[45%]"))
    changed = CLAIM.replace("[41%]", "[45%]").replace("0.41", "0.45")
    assert from_markdown(changed).groups[0].share_now.said() == "They earn 45%."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# A\n\nSome words.", "line 3: these words belong to nothing: 'Some words.'"),
        ("# A\n\n# B", "line 3: the company stands there twice"),
        ("# A\n\n- **Currency:** EUR\n- **Currency:** USD", "line 4: Currency stands there twice"),
        ("# A\n\n## Pattern\n\n## Pattern\n", "line 5: Pattern stands there twice"),
        (LISTED.replace(":**", ":** x, y"), "line 7: these words belong to nothing: 'x, y'"),
        ("# A\n\n## Grups\n", "line 3: nothing here is called 'Grups'"),
        ("# A\n\n- **Colour:** red\n", "line 3: nothing here is called 'Colour'"),
        (
            "# A\n\n## Groups\n\n### Gold `gold`\n\n**Claim `E1`.** x\n",
            "line 7: nothing here is called 'Statement'",
        ),
        ("# A\n\n## Groups\n\n### Gold `gold`\n\n- **Segment:** `{`\n", "line 7: what stands in code here"),
        ("# A\n\n## Groups\n\n### Gold `1`\n", r"groups\[1\].id"),
        ("", "company: field required"),
        ("  - item", "belong to nothing"),
    ],
)
def test_what_has_no_place_is_refused_with_its_line(text, message):
    with pytest.raises(DocumentError, match=message):
        from_markdown(text)
