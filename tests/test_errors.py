import pickle

import pytest

from custrata import errors
from custrata.errors import CustrataError, InputError, MappingQuestion


def test_an_error_says_what_where_how_many_and_what_to_do():
    error = InputError("rows have no customer", where="a.csv: Id", how_many=135080, remedy="map the column")
    assert str(error) == "a.csv: Id: rows have no customer (135,080 in all). To do: map the column."


KINDS = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, CustrataError)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_survives_pickling_with_its_facts(kind):
    error = kind("it broke", where="here", how_many=3, remedy="mend it", questions=("a", "b"))
    twin = pickle.loads(pickle.dumps(error))
    assert (type(twin), str(twin), twin.facts) == (kind, str(error), {"questions": ("a", "b")})


def test_every_error_is_one_of_ours():
    assert issubclass(MappingQuestion, CustrataError)
