from custrata.sources.mapping import Mapped, Mapping, Source, Take, Unused
from custrata.sources.mapping.adoption import NOT_NAMED, adopted
from custrata.sources.raw import Folder, RawColumn, RawTable


def _raw(source, *columns):
    return RawTable(source, source, "", f"raw_{source}", tuple(RawColumn(c, c, "text") for c in columns), 3)


MAPPING = Mapping(
    (Source("transactions", "jan.csv", {"amount": Mapped(Take("value"))}),),
    (Unused("notes.csv", "no table"),),
)


def test_next_months_export_with_the_same_columns_is_read_like_the_one_before():
    folder = Folder(
        (_raw("feb.csv", "value", "day"), _raw("jan.csv", "day", "value"), _raw("notes.csv", "text"))
    )
    found = adopted(MAPPING, folder)
    assert [(s.table, s.source) for s in found.sources] == [
        ("transactions", "jan.csv"),
        ("transactions", "feb.csv"),
    ]
    assert found.sources[1].columns == MAPPING.sources[0].columns
    assert found.unused == MAPPING.unused


def test_a_table_unlike_all_others_is_unused_and_says_what_to_do():
    folder = Folder((_raw("jan.csv", "day", "value"), _raw("people.csv", "name")))
    assert adopted(MAPPING, folder).unused[-1] == Unused("people.csv", NOT_NAMED)


def test_a_mapping_that_names_everything_stays_as_it_is():
    folder = Folder((_raw("jan.csv", "day", "value"), _raw("notes.csv", "text")))
    assert adopted(MAPPING, folder) == MAPPING


def test_a_table_like_an_unused_one_is_not_read():
    folder = Folder((_raw("jan.csv", "day", "value"), _raw("notes.csv", "text"), _raw("more.csv", "text")))
    assert [s.source for s in adopted(MAPPING, folder).sources] == ["jan.csv"]
