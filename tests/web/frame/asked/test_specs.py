import gzip

import pytest

from custrata.web.frame.asked.specs import vega_address, vega_mark
from custrata.web.frame.drawing.svg import kept_spec


@pytest.fixture
def mark(workspace):
    return kept_spec({"mark": "bar", "width": "container"}, workspace.slug)


def test_a_member_gets_the_specification_of_a_chart_to_keep(workspace, come_in, mark):
    answer = come_in("viewer").get(f"/w/{workspace.slug}/charts/{mark}.json")
    assert answer.json()["mark"] == "bar"
    assert "immutable" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_a_chart_of_others_is_not_there_under_any_address(workspace, other_workspace, come_in, mark):
    neighbour = come_in("admin", of=other_workspace)
    assert neighbour.get(f"/w/{workspace.slug}/charts/{mark}.json").status_code == 404
    assert neighbour.get(f"/w/{other_workspace.slug}/charts/{mark}.json").status_code == 404
    assert come_in("viewer").get(f"/w/{workspace.slug}/charts/{mark}.json").status_code == 200


@pytest.mark.parametrize("name", ["..%2f..%2fsecret_key", "0" * 31, "z" * 32, "0" * 32])
def test_nothing_but_charts_is_served(workspace, come_in, mark, name):
    assert come_in("viewer").get(f"/w/{workspace.slug}/charts/{name}.json").status_code == 404


def test_the_bundle_is_one_file_for_good_and_brings_its_interpreter(db, client, site):
    plain = client.get(vega_address())
    packed = client.get(vega_address(), headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.content) == plain.content
    assert plain["Cache-Control"] == "public, max-age=31536000, immutable"
    assert b"expressionInterpreter" in plain.content
    assert len(packed.content) < 350_000


def test_a_bundle_of_another_version_is_not_there(db, client):
    assert vega_mark() != "0" * 12
    assert client.get("/frame/vega-000000000000.js").status_code == 404
