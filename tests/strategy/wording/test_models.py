from __future__ import annotations

from custrata.strategy.wording.models import MODELS, cannot_doubt, mark_place, model_name, named_first


def test_a_rule_that_is_words_already_keeps_them():
    assert model_name("Pareto/NBD with trees") == "Pareto/NBD with trees"
    assert model_name("bg_nbd") == MODELS["bg_nbd"]


def test_the_longer_of_two_names_at_one_place_wins():
    assert named_first(["MBG/NBD beat Pareto/NBD."], ["bg_nbd", "mbg_nbd", "pareto_nbd"]) == "mbg_nbd"
    assert named_first(["Nothing fits."], ["bg_nbd"]) == ""


def test_marks_are_read_with_the_deviance_first():
    assert sorted(["rmse", "zz", "total_error", "deviance", "aa"], key=mark_place) == [
        "deviance",
        "rmse",
        "total_error",
        "aa",
        "zz",
    ]


def test_only_bg_nbd_cannot_doubt_who_bought_once():
    assert cannot_doubt("BG/NBD, one value for all orders; revenue; 12 months ahead")
    assert not cannot_doubt("Pareto/NBD, gamma-gamma; margin")
    assert not cannot_doubt("MBG/NBD, gamma-gamma; margin")
