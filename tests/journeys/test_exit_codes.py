"""0 done, 1 findings, 2 cannot; and whoever gets a 2 reads why, and what to do."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("words", [(), ("--help",), ("build", "--help")])
def test_help_is_no_failure(custrata, words):
    done = custrata(*words)
    assert done.code == (0 if words else 2)
    assert "Usage" in done.said


@pytest.mark.parametrize(
    "words",
    [
        ("build", "nowhere"),
        ("show", "revenue", "-C", "nowhere"),
        ("deck", "--out", "x.pptx", "-C", "nowhere"),
        ("build", ".", "--as-of", "yesterday"),
    ],
)
def test_what_cannot_be_done_is_2_with_the_next_step(custrata, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    done = custrata(*words)
    assert done.code == 2
    assert done.out == ""
    assert "To do: " in done.err


@pytest.mark.parametrize("words", [("nonsense",), ("build", "--nonsense"), ("deck",)])
def test_a_wrong_word_is_2(custrata, words):
    done = custrata(*words)
    assert done.code == 2
    assert done.err


@pytest.mark.parametrize(
    "words",
    [
        ("show", "revenue"),
        ("customers",),
        ("draft",),
        ("check",),
        ("deck", "--out", "x.pptx"),
        ("report", "--out", "x.html"),
    ],
)
def test_before_the_first_build_the_next_step_is_to_build(custrata, shop, words):
    done = custrata(*words, "-C", shop)
    assert done.code == 2
    assert "custrata build" in done.err


def test_an_unknown_measure_is_2_and_names_near_ones(custrata, built_shop):
    done = custrata("show", "revenu", "-C", built_shop)
    assert done.code == 2
    assert "revenue" in done.err


def test_an_unknown_dimension_is_2_and_names_those_that_fit(custrata, built_shop):
    done = custrata("show", "revenue", "--by", "teir", "-C", built_shop)
    assert done.code == 2
    assert "tier" in done.err


def test_an_unknown_setting_is_2_and_named(custrata, shop):
    (shop / ".custrata").mkdir()
    (shop / ".custrata" / "custrata.yaml").write_text("curency: EUR\n", encoding="utf-8")
    done = custrata("build", shop)
    assert done.code == 2
    assert "curency" in done.err


def test_a_folder_that_is_not_there_is_made_or_refused(custrata, roaster, tmp_path):
    deck = tmp_path / "no" / "such" / "folder" / "deck.pptx"
    done = custrata("deck", "-C", roaster, "--out", deck)
    assert (done.code == 0) == deck.is_file()
    assert done.code == 0 or "To do: " in done.err


def test_findings_are_1(custrata, shop, files, order_heads):
    custrata("build", shop)
    custrata("draft", "-C", shop)
    # Half of the customers are gone from the next export: the claims on them no longer hold.
    files.write(shop / "orders.csv", order_heads, [row for row in files.orders() if row[2] < "K006"])
    custrata("build", shop)
    done = custrata("check", "-C", shop)
    assert done.code == 1
    assert done.out


def test_doctor_finds_a_healthy_project_healthy(custrata, built_shop):
    done = custrata("doctor", "-C", built_shop)
    assert done.code == 0
    assert "duckdb" in done.out
