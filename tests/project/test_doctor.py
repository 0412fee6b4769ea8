from custrata.project.doctor import examine


def _states(path):
    return {check["what"]: check["state"] for check in examine(path)}


def test_a_healthy_project_has_no_error(built):
    states = _states(built)
    assert "error" not in states.values()
    assert (states["snapshot"], states["strategy"]) == ("ok", "note")


def test_a_damaged_snapshot_is_found(built):
    for file in built.rglob("readings.json"):
        file.write_text("{", encoding="utf-8")
    assert _states(built)["snapshot"] == "error"


def test_a_missing_folder_is_an_error_of_the_project(tmp_path):
    assert _states(tmp_path / "nowhere")["project"] == "error"
