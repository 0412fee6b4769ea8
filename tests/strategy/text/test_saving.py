from __future__ import annotations

import pytest
from tests.snapshots import bare, grocer

from custrata.drafting.draft import draft
from custrata.errors import DocumentError
from custrata.strategy.parts.part import Owner
from custrata.strategy.text import dump, load, save_over


def edited(text: str) -> str:
    """A person's text: a comment at the head, above a group, and beside a figure; two keys turned round."""
    text = text.replace("company:", "# reviewed in May\ncompany:", 1)
    text = text.replace("  - id: group-tier-gold\n", "  # watch this one\n  - id: group-tier-gold\n", 1)
    return text.replace("      emphasised: true\n", "      emphasised: true  # agreed\n", 1)


def test_saving_unchanged_keeps_every_comment():
    text = edited(dump(draft(grocer())))
    assert text.count("#") == 3
    assert save_over(text, load(text)) == text


def test_saving_a_change_keeps_comments_elsewhere():
    document = draft(grocer())
    text = edited(dump(document))
    changed = document.model_copy(update={"sponsor": Owner(role="chief executive", name="M. Ekdahl")})
    saved = save_over(text, changed)
    assert load(saved) == changed
    for words in ("# reviewed in May", "  # watch this one\n  - id: group-tier-gold", "true  # agreed"):
        assert words in saved


def test_a_comment_leaves_with_its_block_and_the_others_stay():
    document = draft(grocer())
    text = edited(dump(document))
    without = document.model_copy(update={"groups": document.groups[:1], "decisions": ()})
    saved = save_over(text, without)
    assert load(saved) == without
    assert "# watch this one" not in saved
    assert "# reviewed in May" in saved


def test_a_person_s_order_of_keys_is_kept():
    document = draft(bare())
    text = dump(document)
    company = next(line for line in text.split("\n") if line.startswith("company:"))
    turned = text.replace(f"{company}\n", "", 1) + f"{company}\n"
    assert save_over(turned, document) == turned


def test_an_empty_text_is_written_anew_and_a_damaged_one_is_not_overwritten():
    document = draft(bare())
    assert save_over("", document) == dump(document)
    with pytest.raises(DocumentError):
        save_over("a: [", document)
