from __future__ import annotations

from custrata.strategy.document import Document
from custrata.strategy.forms.markdown.writing import title_slot, to_markdown, words
from custrata.strategy.parts.canvas import Block, Canvas, PurposeZone
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.group import CustomerGroup, GroupIntent
from custrata.strategy.parts.offering.proposition import Promise, Proposition
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.vocabulary import Intent


def test_a_sentence_stands_with_its_numbers_in_reading_position():
    share = Figure(name="share", measure="revenue", segment={"tier": "gold"}, value=0.41, unit="share")
    claim = Claim(id="E01", text="Gold customers earn {share} of revenue.", figures=(share,))
    canvas = Canvas(purpose=PurposeZone(purpose=Block(id="purpose", statements=(claim,))))
    text = to_markdown(Document(schema_version=2, company="A", canvas=canvas))
    assert "**Claim `E01`.** Gold customers earn [41%](#share) of revenue.\n" in text
    figure = '{"measure": "revenue", "segment": {"tier": "gold"}, "value": 0.41, "unit": "share"}'
    assert f"- **Figure `share`:** `{figure}`\n" in text
    assert "\n## Canvas\n\n### Purpose\n\n#### Purpose `purpose`\n" in text


def test_parts_stand_under_their_names():
    group = CustomerGroup(
        id="gold",
        name="Gold",
        attributes=("tier is gold",),
        needs=(Gap(id="G1", text="Not known.", waits_for="data"),),
        intent=GroupIntent(intent=Intent.GROW, owner=Owner(name="A. Person")),
    )
    text = to_markdown(Document(schema_version=2, company="A", groups=(group,)))
    assert "\n## Groups\n\n### Gold `gold`\n\n- **Attributes:**\n  - tier is gold\n" in text
    assert "**Needs, gap `G1`.** Not known.\n\n- **Waits for:** data\n" in text
    assert "#### Intent\n\n- **Intent:** grow\n- **Owner, name:** A. Person\n" in text


def test_parts_in_parts_name_the_list_they_stand_in():
    promise = Promise(id="p1", statement=Proposal(id="P1", text="We answer."), measure="hours")
    document = Document(
        schema_version=2, company="A", propositions=(Proposition(id="v1", promises=(promise,)),)
    )
    text = to_markdown(document)
    assert (
        "### `v1`\n\n#### Promises · `p1`\n\n- **Measure:** hours\n\n**Proposal `P1`.** We answer.\n" in text
    )


def test_defaults_are_left_out():
    lines = to_markdown(Document(schema_version=2, company="A")).splitlines()
    assert [line for line in lines if line and not line.startswith("<!--")] == [
        "# A",
        "- **Schema version:** 2",
    ]


def test_fields_are_called_as_people_read_them():
    assert words("share_targeted.in_months") == "Share targeted, in months"
    assert title_slot(CustomerGroup).name == "name"
    assert title_slot(Goal) is None
