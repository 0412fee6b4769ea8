import sys
from types import ModuleType

from custrata.web.together.tasks import audiences


def test_a_rule_asks_for_every_dimension():
    rule = audiences.rule_of((("tier", "gold"), ("stage", "at risk")))
    assert rule == {"all": [{"column": "tier", "is": "gold"}, {"column": "stage", "is": "at risk"}]}
    assert audiences.said((("acquisition_channel", "web"),)) == "acquisition channel web"


def test_the_saver_is_what_the_builder_of_segments_offers(monkeypatch):
    module = ModuleType(audiences.SEGMENTS)
    monkeypatch.setitem(sys.modules, audiences.SEGMENTS, module)
    assert audiences.saver() is None
    module.save_audience = lambda asking, name, rule: None
    assert audiences.saver() is module.save_audience


def test_without_a_builder_there_is_no_saver(monkeypatch):
    monkeypatch.setattr(audiences, "SEGMENTS", "custrata.web.customers.nowhere")
    assert audiences.saver() is None
