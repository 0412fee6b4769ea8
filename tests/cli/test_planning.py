import json

from pptx import Presentation

from custrata.cli.run import run


def test_from_draft_to_check_to_deck_to_report(capsys, shop, tmp_path):
    place = ["-C", str(shop)]
    assert run(["check", *place]) == 2
    assert "run custrata draft" in capsys.readouterr().err
    assert run(["draft", *place]) == 0
    assert "proposals need an owner" in capsys.readouterr().out
    assert run(["check", *place]) == 0
    assert "supported" in capsys.readouterr().out
    assert run(["check", "--json", *place]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {row["severity"] for row in told} == {"note"}
    assert all(set(row) == {"code", "severity", "place", "message", "mend"} for row in told)
    assert run(["deck", "--out", str(tmp_path / "deck.pptx"), *place]) == 0
    assert len(Presentation(str(tmp_path / "deck.pptx")).slides) >= 15
    assert run(["report", "--out", str(tmp_path / "report.html"), *place]) == 0
    assert (tmp_path / "report.html").stat().st_size > 100_000
