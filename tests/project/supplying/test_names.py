import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.errors import InputError
from custrata.project.supplying.names import safe_name

HOSTILE = [
    "",
    "/etc/passwd",
    "../up.csv",
    "a/../../up.csv",
    "..\\up.csv",
    "C:\\up.csv",
    "a//b.csv",
    ".hidden.csv",
    "a/.git/config.csv",
    "orders.csv\x00.exe",
    "orders\n.csv",
    "CON",
    "nul.csv",
    "a/lpt1.txt",
    "orders.csv.",
    "orders.csv ",
    " orders.csv",
    "x" * 121 + ".csv",
    "a/b/c/d/e/f.csv",
    "custrata.yaml",
    "deep/Mapping.YAML",
    "strategy.yaml",
    "shop.custrata",
    "right\u202eleft.csv",
    "ord*rs.csv",
    "<script>.csv",
    "~/../x",
    ".",
    "..",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_refused_in_words(name):
    with pytest.raises(InputError) as caught:
        safe_name(name)
    assert caught.value.remedy
    assert caught.value.where.isprintable()


@pytest.mark.parametrize(
    "name", ["orders.csv", "2026/März/Umsätze (netto).xlsx", "a b.csv.gz", "日本.csv", "-x.csv"]
)
def test_a_name_that_people_give_is_kept(name):
    assert safe_name(name) == name


@given(st.text(max_size=200))
def test_what_is_kept_never_leads_out_of_the_folder(name):
    try:
        kept = safe_name(name)
    except InputError:
        return
    assert not kept.startswith("/")
    assert not {"", ".", ".."} & set(kept.split("/"))
    assert "\\" not in kept
