from tests.web.studies.reading import text_of

from custrata.strategy.parts.papers.insight_brief import Phrase
from custrata.web.strategies.saving import change, strategy_of


def test_words_of_customers_are_shown_without_addresses_and_sources(workspace, come_in):
    phrase = Phrase(
        id="w1", words="Write to kim@example.org, it was late.", source="interview-7", theme="delivery"
    )

    def said(document):
        first, *rest = document.briefs
        return document.model_copy(
            update={"briefs": (first.model_copy(update={"phrases": (phrase,)}), *rest)}
        )

    change(strategy_of(workspace), None, said, None)
    text = text_of(come_in("viewer").get(f"/w/{workspace.slug}/voice/"))
    assert "Write to …, it was late." in text
    assert "kim@example.org" not in text
    assert "interview-7" not in text


def test_an_instrument_that_nobody_used_says_so(workspace, come_in):
    assert "Not known: " in text_of(come_in("viewer").get(f"/w/{workspace.slug}/voice/"))
