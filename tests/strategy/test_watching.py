import datetime as dt

import pytest

from custrata.strategy.document import Document, Horizon, SignOff
from custrata.strategy.parts.part import Owner, walk
from custrata.strategy.revision.content import agreed_on, content_of, sign
from custrata.strategy.watching import MOST_KEPT, Remembered, Watched

DAY = dt.date(2026, 3, 1)
BEFORE = Document(
    schema_version=2, company="A", sponsor=Owner(role="chief"), sign_offs=(SignOff(function="f"),)
)


def later(**fields):
    return BEFORE.model_copy(update={"revision": BEFORE.revision + 1, **fields})


def times_made(read, *documents):
    """How often a function is asked for a row of documents, each of its results being right."""
    remembered, made = Remembered(), []

    def make(document):
        made.append(1)
        return read(document)

    for document in documents:
        assert remembered("key", document, make) == read(document)
    return len(made)


def test_what_reads_other_fields_is_taken_over():
    assert times_made(lambda d: d.sponsor.role, BEFORE, later(currency="EUR")) == 1


def test_what_reads_the_field_is_made_anew():
    assert times_made(lambda d: d.sponsor.role, BEFORE, later(sponsor=Owner(role="head"))) == 2


def test_an_equal_field_is_no_change():
    assert times_made(lambda d: d.sponsor.role, BEFORE, later(sponsor=Owner(role="chief"))) == 1


def test_a_field_read_after_a_branch_counts_too():
    def read(document):
        return document.horizon.months if document.currency else document.company

    money = later(currency="EUR")
    assert times_made(read, BEFORE, money, money.model_copy(update={"horizon": Horizon(months=24)})) == 3


@pytest.mark.parametrize(
    "read",
    [
        lambda d: [path for path, _ in walk(d)] + [str(p) for _, p in walk(d)],
        lambda d: d.model_copy(update={"company": "B"}).sponsor.role,
        lambda d: d.model_dump()["sponsor"]["role"],
        lambda d: repr(d),
        lambda d: d == later(sponsor=Owner(role="head")),
        lambda d: {d: 1}[d],
        content_of,
    ],
)
def test_what_reads_all_is_made_anew_after_any_edit(read):
    assert times_made(read, BEFORE, later(sponsor=Owner(role="head"))) == 2


def test_the_same_document_is_asked_once_even_by_what_reads_all():
    assert times_made(lambda d: d.model_dump()["company"], BEFORE, BEFORE) == 1


def test_a_question_with_the_same_answer_is_no_change():
    assert times_made(lambda d: d.ask(agreed_on), BEFORE, later(sponsor=Owner(role="head"))) == 1


def test_a_question_with_another_answer_is_one():
    signed = sign(BEFORE, "f", "Somebody", DAY)
    assert times_made(lambda d: d.ask(agreed_on), BEFORE, signed, later(sponsor=Owner(role="head"))) == 2


def test_a_change_of_the_document_is_watched_as_well():
    def without_sponsor(document):
        return document.model_copy(update={"sponsor": Owner()})

    def read(document):
        seen = document.view(without_sponsor)
        return seen.sponsor.role, seen.currency

    assert times_made(read, BEFORE, later(sponsor=Owner(role="head"))) == 1
    assert times_made(read, BEFORE, later(currency="EUR")) == 2


def test_what_stands_beside_counts():
    remembered = Remembered()
    given = [remembered("key", BEFORE, lambda d: object(), beside) for beside in (1, 1, 2)]
    assert given[0] is given[1] is not given[2]


def test_two_keys_are_two_functions():
    remembered = Remembered()
    assert remembered("company", BEFORE, lambda d: d.company) == "A"
    assert remembered("role", BEFORE, lambda d: d.sponsor.role) == "chief"


def test_the_last_results_are_kept_and_the_oldest_goes():
    remembered, made = Remembered(), []
    documents = [later(currency=f"C{at}") for at in range(MOST_KEPT + 1)]
    for document in (*documents, documents[-1], documents[0]):
        remembered("key", document, lambda d: made.append(d.currency))
    assert made == [f"C{at}" for at in range(MOST_KEPT + 1)] + ["C0"]


def test_a_watched_document_passes_for_a_document():
    watched = Watched(BEFORE)
    assert isinstance(watched, Document)
    assert (watched.company, watched.claims()) == ("A", ())
    with pytest.raises(AttributeError):
        _ = watched.there_is_no_such_field
